from msgspec import structs

from fabula.page.inline import Inlines
from fabula.page.people import people_on_page
from fabula.story import Chain, ChainId, Mention, MentionId
from fabula.text import Mark, Span


def written(story, index):
    return Inlines(story, people_on_page(story)).written(index, story.document.paragraphs[index])


def marked(story, *marks):
    document = structs.replace(story.document, marks=marks)
    return structs.replace(story, document=document)


def test_a_line_has_its_speaker_as_colour_and_as_initials(story):
    assert '<span class="q k2" id="q1" data-i="In">“Wake up, ' in written(story, 1)


def test_initials_are_those_of_the_name_known_so_far(story):
    ines, tom, odo = story.cast
    named = structs.replace(odo, name="Wilkin Hale", aliases=(*odo.aliases,))
    late = structs.replace(story, cast=(ines, tom, named))
    assert 'data-i="Od"' in written(late, 3)


def test_names_and_pronouns_lead_to_the_card(story):
    assert '<a class="m" href="#who-ines">Ines</a>' in written(story, 0)
    assert '<a class="m pro" href="#who-ines">She</a>' in written(story, 0)


def test_a_doubtful_line_is_hatched_and_one_of_nobody_too(story):
    first, second = story.attributions
    doubted = structs.replace(
        story,
        attributions=(
            structs.replace(first, confidence=0.4),
            structs.replace(second, speaker_id=None),
        ),
    )
    assert 'class="q k1 unsure" id="q1" data-i="In"' in written(doubted, 1)
    assert 'class="q k0 unsure" id="q2" data-i="?"' in written(doubted, 3)


def test_a_thought_is_told_from_speech(story):
    first, second = story.quotations
    thought = structs.replace(story, quotations=(structs.replace(first, kind="thought"), second))
    assert 'class="q k2 thought"' in written(thought, 1)


def test_further_parts_name_the_first_one(read):
    story = read("“No,” said Ines, “not to the pier.”\n\nInes stayed.")
    first = written(story, 0)
    assert first.count('id="q1"') == 1
    assert 'data-q="q1"' in first
    assert first.count("data-i=") == 1


def test_elements_that_cross_are_cut_not_crossed(story, end_of, parsed):
    start = end_of("“Wake up") - 2
    crossed = marked(story, Mark("emphasis", start, end_of("“Wake up, Tom,” said")))
    found = parsed(f'<p id="p1">{written(crossed, 1)}</p>')
    assert not found.crossed
    assert found.paragraphs["p1"] == story.document[story.document.paragraphs[1]]
    assert [tag for tag, _ in found.elements].count("em") == 2


def test_the_signs_of_emphasis_are_marked_not_deleted(read):
    story = read("Ines had *never* seen a heron so near.\n\nIt was tall.")
    story = marked(story, Mark("emphasis", 9, 16))
    assert '<em><span class="sign">*</span>never<span class="sign">*</span></em>' in written(
        story, 0
    )


def test_a_mention_within_a_mention_is_no_link_within_a_link(story, parsed):
    waited = story.document.sentences[0]
    outer = Mention(
        id=MentionId("m90"),
        start=waited.start,
        end=waited.end,
        type="PER",
        form="nominal",
        head=Span(0, 4),
    )
    chain = Chain(
        id=ChainId("r90"), mention_ids=(outer.id,), type="PER", entity_id=story.cast[1].id
    )
    mentions = tuple(sorted((outer, *story.mentions), key=lambda each: each.start))
    both = structs.replace(story, mentions=mentions, chains=(*story.chains, chain))
    found = parsed(f'<p id="p0">{written(both, 0)}</p>')
    assert not found.crossed
    assert '#who-ines">Ines</a><a class="m" href="#who-tom"> waited' in written(both, 0)
