"""Claims that only a frame makes are counted, others are not."""

from pathlib import Path

import pytest
from evaluation.testbed import GoldStory
from evaluation.testbed.records import Claim, Frame, Gold, Member, Scene
from evaluation.world_frames import Counts, figures, score

from fabula.labels import Realis
from fabula.sources import plain
from fabula.story import (
    Chain,
    ChainId,
    Entity,
    EntityId,
    Event,
    EventId,
    Link,
    Mention,
    MentionId,
    State,
    Story,
)
from fabula.text import Span

TEXT = "Ines slept. She dreamt she ate a boot and was drowned. Ines woke."
INES, HERE = EntityId("e1"), MentionId("m1")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def gold() -> GoldStory:
    told = Gold(
        about="a test",
        cast=(Member(name="Ines"),),
        scenes=(Scene(begins=at("Ines"), opened_by="start", person="third", tense="past"),),
        frames=(
            Frame(
                kind="dream",
                begins=at("she ate"),
                ends=at("drowned"),
                forbids=(
                    Claim(layer="events", who="Ines", value="eats a boot"),
                    Claim(layer="states", who="Ines", value="drowned"),
                ),
            ),
        ),
    )
    return GoldStory(name="test", half="seen", path=Path("test.txt"), text=TEXT, gold=told)


def reading(*, realis: Realis, evidence: str) -> Story:
    mention = Mention(id=HERE, start=0, end=4, type="PER", form="proper", head=Span(0, 4))
    ate = at("ate")
    return Story(
        document=plain.from_text(TEXT),
        mentions=(mention,),
        cast=(Entity(id=INES, name="Ines"),),
        links=(Link(mention_id=HERE, entity_id=INES, reason="name", confidence=1.0),),
        chains=(Chain(id=ChainId("r1"), mention_ids=(HERE,), type="PER", entity_id=INES),),
        events=(
            Event(id=EventId("v1"), start=ate.start, end=ate.end, agents=(HERE,), realis=realis),
        ),
        states=(
            State(who_id=INES, attribute="life", value="drowned", since=0, evidence=at(evidence)),
        ),
    )


def test_what_a_dream_says_counts_as_forbidden_if_it_is_claimed(gold: GoldStory) -> None:
    counts = score(gold, reading(realis="actual", evidence="was drowned"))
    assert (counts.made, counts.forbidden) == (2, 2)
    assert counts.inside == {"events": 1, "states": 1}
    assert figures(counts) == {"forbidden_claims_made": 100.0}


def test_an_event_that_is_no_fact_and_a_state_told_elsewhere_are_not(gold: GoldStory) -> None:
    counts = score(gold, reading(realis="dreamt", evidence="Ines woke"))
    assert (counts.made, counts.forbidden) == (0, 2)


def test_counts_add_up(gold: GoldStory) -> None:
    total = Counts()
    total.add(score(gold, reading(realis="actual", evidence="Ines woke")))
    total.add(score(gold, reading(realis="dreamt", evidence="Ines woke")))
    assert (total.made, total.forbidden) == (1, 4)


def test_the_claims_can_be_seen(gold: GoldStory, capsys: pytest.CaptureFixture[str]) -> None:
    score(gold, reading(realis="actual", evidence="Ines woke"), show=True)
    assert "FORBIDDEN test dream: events: Ines: ate" in capsys.readouterr().out
