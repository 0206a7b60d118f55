"""The measure of places judges what the gold speaks of, and nothing else."""

from pathlib import Path

import pytest
from evaluation.testbed import GoldStory
from evaluation.testbed.records import Frame, Gold, Location, Member, Scene
from evaluation.testbed.records import Stay as GoldStay
from evaluation.world_places import Counts, Places, figures, score

from fabula.story import (
    Chain,
    ChainId,
    Entity,
    EntityId,
    Mention,
    MentionId,
    Stay,
    Story,
)
from fabula.text import Document, Span

TEXT = (
    "Ines sat in the mill. Later she saw the loft, the quay and the hill, and she slept. Then woke."
)
MILL, LOFT, QUAY, HILL = "the mill", "the loft", "the quay", "the hill"
INES = EntityId("e1")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def gold() -> GoldStory:
    told = Gold(
        about="a test",
        cast=(Member(name="Ines"),),
        locations=(Location(name=MILL), Location(name=LOFT, inside=MILL), Location(name=QUAY)),
        scenes=(Scene(begins=at("Ines"), opened_by="start", person="third", tense="past"),),
        places=(
            GoldStay(who=("Ines",), where=MILL, since=at("Ines"), until=at("Later")),
            GoldStay(who=("Ines",), where=LOFT, since=at("Later"), until=at("and she")),
        ),
        frames=(Frame(kind="dream", begins=at("and she"), ends=at("slept")),),
    )
    return GoldStory(name="test", half="seen", path=Path("test.txt"), text=TEXT, gold=told)


def counted(gold: GoldStory, place: str, since: str, until: str | None) -> Counts:
    """The counts where Ines is claimed to be in a place between two passages."""
    mention = Mention(
        id=MentionId("m1"),
        start=at(place).start,
        end=at(place).end,
        type="FAC",
        form="nominal",
        head=at(place.split()[1]),
    )
    stay = Stay(
        who_id=INES,
        place_id=ChainId("r1"),
        since=at(since).start,
        until=None if until is None else at(until).start,
        evidence=at(since),
    )
    story = Story(
        document=Document(text=TEXT, name="test.txt", format="plain", paragraphs=()),
        mentions=(mention,),
        cast=(Entity(id=INES, name="Ines"),),
        chains=(Chain(id=ChainId("r1"), mention_ids=(mention.id,), type="FAC"),),
        places=(stay,),
    )
    return score(gold, story)


def test_the_right_place_at_the_right_time_is_right_and_found(gold: GoldStory) -> None:
    assert counted(gold, MILL, "Ines", "Later") == Counts(right=1, found=1, gold=2)


def test_another_place_is_wrong(gold: GoldStory) -> None:
    assert counted(gold, QUAY, "Ines", "Later") == Counts(wrong=1, gold=2)


def test_being_in_the_loft_says_being_in_the_mill(gold: GoldStory) -> None:
    assert counted(gold, MILL, "Later", "and she") == Counts(right=1, found=1, gold=2)


def test_a_place_inside_the_one_told_is_not_judged(gold: GoldStory) -> None:
    assert counted(gold, LOFT, "Ines", "Later") == Counts(silent=1, found=1, gold=2)


def test_where_the_gold_is_silent_nothing_is_judged(gold: GoldStory) -> None:
    assert counted(gold, HILL, "Ines", "Later") == Counts(silent=1, gold=2)
    assert counted(gold, QUAY, "Then", None) == Counts(silent=1, gold=2)


def test_a_claim_from_a_dream_is_wrong(gold: GoldStory) -> None:
    assert counted(gold, QUAY, "and she", None) == Counts(wrong=1, gold=2)


def test_the_precision_of_stays_is_over_what_can_be_judged() -> None:
    found = figures(Counts(right=3, wrong=1, silent=4, found=1, gold=5))
    assert found == {"stays_precision": 75, "stays_recall": 20}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("her uncle’s mill", MILL),
        ("The *mill*", MILL),
        ("the mill beyond the quay", MILL),
        ("the sledge since the quay", None),
        ("the window of the mill", None),
        ("the barn", None),
    ],
)
def test_a_place_is_known_by_its_name_with_more_words_around(
    gold: GoldStory, words: str, place: str | None
) -> None:
    assert Places(gold).named(words) == place
