from hand_scored import row_of
from told import narrated

from fabula.stages.clauses.narration import Narration
from fabula.stages.holding.things import FARTHEST_PRONOUN, Things


def things(prose, grammar="", **given):
    """A look-up from a word to the chain that stands for its thing."""
    story, scores = narrated(prose, grammar, **given)
    found = Things(Narration(story, scores))

    def named(word):
        thing = found.at(row_of(story.document, word))
        return thing and thing.chain_id

    return named


def test_the_same_name_is_the_same_thing():
    named = things("{#one|A key} lay there. {#two|The key} shone.", "A det key")
    assert named("key") == named("key#2") == "#one"


def test_a_new_thing_is_another_one():
    named = things("{#one|A key} lay there. {#two|Another key} shone.", "Another det key#2")
    assert (named("key"), named("key#2")) == ("#one", "#two")


def test_his_boots_are_not_hers():
    named = things(
        "{tom|His} {#one|boots} shone. {ada|Her} {#two|boots} creaked.",
        "His poss boots, Her poss boots#2",
    )
    assert (named("boots"), named("boots#2")) == ("#one", "#two")


def test_it_does_not_reach_far_back():
    grammar = "key nsubj shone"
    near = things("{#key|The key} shone. He took it.", grammar, tags="key=NOUN")
    assert near("it") == "#key"
    far = things(
        "{#key|The key} shone. " + "On and on. " * FARTHEST_PRONOUN + "He took it.",
        grammar,
        tags="key=NOUN",
    )
    assert far("it") is None


def test_other_words_name_no_thing():
    assert things("{#key|The key} shone.")("shone") is None
