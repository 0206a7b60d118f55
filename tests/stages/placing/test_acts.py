"""What people do in a passage, by its grammar or by the words beside them."""

from told import narrated

from fabula.stages.clauses.narration import narration_of
from fabula.stages.placing.acts import Acts
from fabula.stages.telling.scene_narration import scene_narrations

FAR = "{tom|He} gave {ines|Ines} a nod and went out."
GRAMMAR = "He nsubj gave, Ines dative gave, nod dobj gave, went conj gave, out prt went"


def acts(prose, grammar, *, by_grammar=True):
    """Who does what: “tom went”."""
    story, scores = narrated(prose, grammar)
    reader = Acts(narration_of(story, scores) if by_grammar else None)
    return {
        f"{each.subject.entity_id} {passage.words[each.verb]}"
        for narration in scene_narrations(story)
        for passage in narration.passages
        for each in reader.predicates(passage)
    }


def test_the_grammar_gives_a_verb_to_its_subject_across_another_person():
    assert "tom went" in acts(FAR, GRAMMAR)


def test_without_grammar_the_words_beside_a_person_are_read():
    assert "tom gave" in acts(FAR, GRAMMAR, by_grammar=False)
    assert "tom went" not in acts(FAR, GRAMMAR, by_grammar=False)


def test_what_is_only_wanted_is_not_done():
    grammar = "Tom nsubj wanted, to aux leave, leave xcomp wanted"
    assert acts("{tom|Tom} wanted to leave.", grammar) == {"tom wanted"}


def test_what_happened_when_somebody_came_in_happened():
    grammar = "Ines nsubj sang, when advmod came, Tom nsubj came, came advcl sang, in prt came"
    assert "tom came" in acts("{ines|Ines} sang when {tom|Tom} came in.", grammar)
