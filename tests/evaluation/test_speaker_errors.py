from pathlib import Path

import msgspec
import pytest
from evaluation.pdnc import PdncCharacter, PdncNovel, PdncQuotation
from evaluation.speaker_errors import distance_group, examine, report, show
from tests.evaluation import spoken

from fabula.story import Entity, EntityId, Link, Mention, MentionId
from fabula.text import Span


def character(name):
    return PdncCharacter(name=name, aliases=(name,), gender="U", category="major")


@pytest.fixture
def novel():
    """Ines says the first line, Tom the second, Ines the third; there is a Rosa, too."""
    quotations = [
        PdncQuotation(
            id=f"Q{number}",
            parts=parts,
            type=kind,
            speaker=speaker,
            addressees=(),
            cue="",
        )
        for number, (parts, kind, speaker) in enumerate(
            [
                (spoken.FIRST, "explicit", "Ines"),
                (spoken.SECOND, "explicit", "Tom"),
                (spoken.THIRD, "implicit", "Ines"),
            ]
        )
    ]
    return PdncNovel(
        name="Rowing",
        path=Path("rowing.txt"),
        text=spoken.TEXT,
        quotations=tuple(quotations),
        characters=tuple(map(character, ("Ines", "Tom", "Rosa"))),
    )


def read(*speakers, names=(("Ines", "e1"), ("Tom", "e2")), candidates=()):
    """The dialogue as read: who speaks each line, which name is linked to which entity."""
    story = spoken.story(*speakers)
    mentions = tuple(
        Mention(
            id=MentionId(f"m{number}"),
            start=place.start,
            end=place.end,
            type="PER",
            form="proper",
            head=place,
        )
        for number, place in enumerate(spoken.place(name) for name, _ in names)
    )
    links = tuple(
        Link(mention_id=mention.id, entity_id=EntityId(owner), reason="name", confidence=1.0)
        for mention, (_, owner) in zip(mentions, names, strict=True)
    )
    return msgspec.structs.replace(
        story,
        mentions=mentions,
        links=links,
        cast=(*story.cast, Entity(id=EntityId("e3"), name="the rower", named=False)),
        attributions=tuple(
            msgspec.structs.replace(each, candidates=tuple(map(EntityId, candidates)))
            for each in story.attributions
        ),
    )


def causes(novel, story):
    return [each.cause for each in examine(novel, story)]


def test_right_answers_have_no_cause(novel):
    assert causes(novel, read("e1", "e2", "e1")) == [None, None, None]


def test_a_line_without_a_quotation_was_not_found(novel):
    assert causes(novel, read("e1", "e2")) == [None, None, "not found"]


def test_somebody_else_among_candidates_was_preferred(novel):
    assert causes(novel, read("e1", "e2", "e2", candidates=("e2", "e1")))[2] == "another preferred"
    assert causes(novel, read("e1", "e2", "e2", candidates=("e2",)))[2] == "no candidate"


def test_an_open_line_may_have_had_its_speaker_among_the_candidates(novel):
    assert causes(novel, read("e1", "e2", None, candidates=("e1",)))[2] == "left open"
    assert causes(novel, read("e1", "e2", None))[2] == "no candidate"


def test_an_entity_without_names_that_says_her_lines_is_a_part_of_her(novel):
    assert causes(novel, read("e1", "e2", "e3"))[2] == "split"


def test_an_entity_with_the_names_of_two_people_is_a_merge(novel):
    names = (("Ines", "e1"), ("Tom", "e1"))
    found = causes(novel, read("e1", "e1", "e1", names=names))
    assert found == [None, "merged", None]


def test_who_is_no_entity_is_not_in_the_cast(novel):
    names = (("Tom", "e2"),)
    assert causes(novel, read("e2", "e2", "e2", names=names)) == [
        "not in the cast",
        None,
        "not in the cast",
    ]


def test_the_distance_is_counted_from_the_last_name_before_the_line(novel):
    first, second, third = examine(novel, read("e1", "e2", "e1"))
    assert first.distance is None
    assert distance_group(first) == "not named before"
    assert third.distance == spoken.THIRD[0].start - spoken.place("Ines").end
    assert distance_group(third) == "up to 100"
    assert distance_group(msgspec.structs.replace(third, distance=10_001)) == "over 10,000"
    assert second.entities == 1


def test_the_report_adds_up(novel):
    wrong = report(examine(novel, read("e1", "e2", "e2", candidates=("e2", "e1"))))
    assert wrong.startswith("1 of 3 quotations are wrong (33.3 %)")
    assert "| implicit              |     1 |  1 |    100.0 |         100.0 |" in wrong
    assert "| Ines → Tom           |     1 |         100.0 |" in wrong
    cells = [line.split("|")[1:] for line in wrong.splitlines() if "another preferred" in line]
    assert [cell.strip() for cell in cells[0][:-1]] == ["another preferred", "0", "0", "1", "100.0"]


def test_a_shown_line_has_passage_gold_answer_and_candidates(novel):
    story = read("e1", "e2", "e2", candidates=("e2", "e1"))
    shown = show(novel, examine(novel, story)[2])
    assert ">>>“Faster!”<<<" in shown
    assert "gold:  Ines to nobody; last named" in shown
    assert "given: Tom (none, stated 0 %)" in shown
    assert "candidates: Tom, Ines" in shown


def test_a_long_line_is_shown_shortened(novel):
    text = spoken.TEXT + " " + "row " * 200
    place = Span(len(spoken.TEXT) + 1, len(text))
    line = msgspec.structs.replace(novel.quotations[2], parts=(place,))
    longer = msgspec.structs.replace(novel, text=text, quotations=(line,))
    (examined,) = examine(longer, read("e1", "e2", "e1"))
    assert len(show(longer, examined)) < 800
    assert " […] " in show(longer, examined)
