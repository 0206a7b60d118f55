import pytest
from evaluation.bias import VERSIONS, Names, judge, load, shares, table, tell, tellings

import fabula
from fabula.story import (
    Attribution,
    Entity,
    EntityId,
    Link,
    Mention,
    MentionId,
    Quotation,
    QuotationId,
    Story,
)
from fabula.text import Document, Paragraph, Span

NAMES = Names(he="Bruno", she="Clara", any=("Sol", "Wren"))
TEMPLATE = "{A} rowed. {They} {was} wet, and {B} dried {them}. [A:“Thanks,”] {they} said."


def words(told, places):
    return [told.text[place.start : place.end] for place in places]


def test_a_version_changes_names_and_pronouns_and_nothing_else():
    he = tell(TEMPLATE, "made up", NAMES, "he")
    they = tell(TEMPLATE, "made up", NAMES, "they")
    assert he.text == "Bruno rowed. He was wet, and Wren dried him. “Thanks,” he said."
    assert they.text == "Sol rowed. They were wet, and Wren dried them. “Thanks,” they said."


def test_places_are_those_of_the_words():
    told = tell(TEMPLATE, "made up", NAMES, "she")
    assert words(told, told.pronouns) == ["She", "her", "she"]
    assert words(told, [place for _, place in told.name_places]) == ["Clara", "Wren"]
    assert [(who, told.text[start]) for who, start in told.lines] == [("A", "“")]


def story_of(told, her="e1", speaker="e1"):
    places = [told.name_places[0][1], *told.pronouns, told.name_places[1][1]]
    owners = ["e1", "e1", her, "e1", "e2"]
    mentions = [
        Mention(id=MentionId(f"m{n}"), start=p.start, end=p.end, type="PER", form="proper", head=p)
        for n, p in enumerate(places)
    ]
    links = [
        Link(mention_id=m.id, entity_id=EntityId(owner), reason="", confidence=1.0)
        for m, owner in zip(mentions, owners, strict=True)
        if owner
    ]
    start = told.lines[0][1]
    line = Quotation(
        id=QuotationId("q1"),
        start=start,
        end=start + 9,
        parts=(Span(start, start + 9),),
        kind="speech",
        style="double",
    )
    text = told.text
    story = Story(
        document=Document(
            text=text, name="a.txt", format="plain", paragraphs=(Paragraph(0, len(text)),)
        ),
        mentions=tuple(mentions),
        links=tuple(links),
        quotations=(line,),
        cast=(
            Entity(id=EntityId("e1"), name=told.names["A"]),
            Entity(id=EntityId("e2"), name=told.names["B"]),
        ),
    )
    attribution = Attribution(quotation_id=line.id, speaker_id=EntityId(speaker))
    return story.with_layer("attributions", (attribution,))


@pytest.mark.parametrize(
    ("her", "speaker", "right"),
    [
        ("e1", "e1", (100, 0, 100)),
        ("e2", "e1", (200 / 3, 100 / 3, 100)),
        (None, "e1", (200 / 3, 0, 100)),
        ("e1", "e2", (100, 0, 0)),
    ],
)
def test_pronouns_and_lines_are_right_or_wrong_or_open(her, speaker, right):
    told = tell(TEMPLATE, "made up", NAMES, "she")
    found = shares([judge(told, story_of(told, her, speaker))])
    assert (found.pronouns, found.with_the_other, found.lines) == pytest.approx(right)


def test_every_passage_has_both_people_and_a_pronoun_in_every_version():
    every = list(tellings(load()))
    assert len(every) == len(load().passages) * len(load().names) * len(VERSIONS)
    for told in every:
        assert told.pronouns
        assert {who for who, _ in told.name_places} == {"A", "B"}
        assert not set("{}[]") & set(told.text)


def test_the_table_has_a_row_for_each_version_and_language():
    told = tell(TEMPLATE, "made up", NAMES, "xe")
    outcome = judge(told, fabula.read_bytes(told.text.encode(), "probe.txt"))
    rows = table([outcome]).splitlines()
    assert [row.split("|")[1].strip() for row in rows[2:]] == [*VERSIONS, "made up names"]
