"""Events are found by their words and judged by realis and who takes part."""

from pathlib import Path

import pytest
from evaluation.testbed import GoldStory
from evaluation.testbed.records import Event as GoldEvent
from evaluation.testbed.records import Gold, Item, Member, Scene
from evaluation.world_events import Counts, figures, report, score

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
    Story,
)
from fabula.text import Span

TEXT = "Ines gave Tom the key. Tom would sing."
NAMES = ("Ines", "Tom", "the key")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def gold() -> GoldStory:
    told = Gold(
        about="a test",
        cast=(Member(name="Ines"), Member(name="Tom")),
        items=(Item(name="the key"),),
        scenes=(Scene(begins=at("Ines"), opened_by="start", person="third", tense="past"),),
        events=(
            GoldEvent(
                quote=at("Ines gave Tom the key"),
                agents=("Ines",),
                patients=("the key",),
                recipient="Tom",
            ),
            GoldEvent(quote=at("Tom would sing"), agents=("Tom",), realis=False),
        ),
    )
    return GoldStory(name="test", half="seen", path=Path("test.txt"), text=TEXT, gold=told)


def event(
    number: int,
    word: str,
    realis: Realis,
    agents: tuple[MentionId, ...] = (),
    patients: tuple[MentionId, ...] = (),
) -> Event:
    span = at(word)
    return Event(
        id=EventId(f"v{number}"),
        start=span.start,
        end=span.end,
        realis=realis,
        agents=agents,
        patients=patients,
    )


def reading(*events: Event) -> Story:
    spans = {name: at(name) for name in NAMES}
    mentions = tuple(
        Mention(
            id=MentionId(name),
            start=span.start,
            end=span.end,
            type="ITEM" if name == "the key" else "PER",
            form="nominal" if name == "the key" else "proper",
            head=span,
        )
        for name, span in spans.items()
    )
    people = NAMES[:2]
    return Story(
        document=plain.from_text(TEXT),
        mentions=mentions,
        cast=tuple(Entity(id=EntityId(name), name=name) for name in people),
        links=tuple(
            Link(mention_id=MentionId(n), entity_id=EntityId(n), reason="name", confidence=1.0)
            for n in people
        ),
        chains=tuple(
            Chain(
                id=ChainId(name),
                mention_ids=(MentionId(name),),
                type="PER",
                entity_id=EntityId(name) if name in people else None,
            )
            for name in NAMES
        ),
        events=events,
    )


INES, TOM, KEY = (MentionId(name) for name in NAMES)


def test_an_event_is_found_and_its_parts_are_counted_by_role(gold: GoldStory) -> None:
    gave = event(1, "gave", "actual", agents=(INES,), patients=(KEY, TOM))
    counts = score(gold, reading(gave, event(2, "sing", "hypothetical")))
    assert (counts.found, counts.found_unreal) == (1, 1)
    assert (counts.realis, counts.realis_unreal) == (1, 1)
    assert (counts.roles["patients"].right, counts.roles["patients"].given) == (1, 2)
    assert counts.roles["recipient"].recall == 0.0
    assert figures(counts)["event_agents_precision"] == 100.0


def test_what_does_not_happen_must_not_be_told_as_actual(gold: GoldStory) -> None:
    counts = score(gold, reading(event(1, "sing", "actual")))
    assert (counts.found_unreal, counts.realis_unreal) == (1, 0)


def test_what_is_reported_commits_itself_to_nothing(gold: GoldStory) -> None:
    told = score(gold, reading(event(1, "gave", "reported"), event(2, "sing", "reported")))
    assert (told.realis, told.realis_unreal, told.reported) == (1, 1, 2)


def test_counts_add_up_and_are_printed(gold: GoldStory) -> None:
    total = Counts.none()
    for _ in range(2):
        total.add(score(gold, reading(event(1, "gave", "actual", agents=(INES,)))))
    assert "found 2 of 2 that happen" in report("seen", total)
    assert total.roles["agents"].right == 2


def test_what_is_missed_or_wrong_can_be_seen(
    gold: GoldStory, capsys: pytest.CaptureFixture[str]
) -> None:
    score(gold, reading(event(1, "gave", "negated", agents=(TOM,))), wrong=True)
    printed = capsys.readouterr().out
    assert "negated test: Ines gave Tom the key" in printed
    assert "agents test: gave: Ines, not Tom" in printed
    assert "missed test: Tom would sing" in printed
