import pytest
from evaluation.layer_errors import errors_in, report, show
from evaluation.litbank_reading import Reading
from tests.evaluation.conftest import TEXT, place

from fabula.story import Chain, ChainId, Event, EventId, Mention, MentionId, Story
from fabula.text import Document, Paragraph


def read(rowing, *mentions, chains=(), events=()):
    """The rowing story with these mentions (words and type) found; chains are their numbers."""
    found = tuple(
        Mention(
            id=MentionId(f"m{number}"),
            start=span.start,
            end=span.end,
            type=kind,
            form="pronominal" if words in {"She", "her"} else "nominal",
            head=span,
        )
        for number, (words, kind) in enumerate(mentions)
        for span in [place(words)]
    )
    story = Story(
        document=Document(
            text=TEXT, name="7.txt", format="plain", paragraphs=(Paragraph(0, len(TEXT)),)
        ),
        layers=("mentions", "chains") if chains else ("mentions",),
        mentions=found,
        chains=tuple(
            Chain(
                id=ChainId(f"c{number}"),
                mention_ids=tuple(MentionId(f"m{each}") for each in members),
                type="PER",
            )
            for number, members in enumerate(chains)
        ),
        events=tuple(
            Event(id=EventId(f"x{number}"), start=span.start, end=span.end)
            for number, span in enumerate(map(place, events))
        ),
    )
    return Reading(rowing, story)


def kinds(reading, layer):
    return [(error.kind, error.words) for error in errors_in(reading, layer)]


ALL = (("Ada", "PER"), ("the red boat", "VEH"), ("She", "PER"))


def test_a_perfect_reading_has_no_errors(rowing):
    perfect = read(rowing, *ALL, chains=[(0, 2), (1,)], events=["waved"])
    for layer in ("mentions", "coreference", "events"):
        assert kinds(perfect, layer) == []


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (("the red boat", "PER"), [("type", "the red boat")]),
        (("red boat", "VEH"), [("edges", "the red boat")]),
        (("the oars", "VEH"), [("missed", "the red boat"), ("extra", "the oars")]),
    ],
)
def test_mentions_go_wrong_in_four_ways(rowing, found, kind):
    assert kinds(read(rowing, ALL[0], found, ALL[2]), "mentions") == kind


def test_chains_go_wrong_in_three_ways(rowing):
    joined = read(rowing, *ALL, chains=[(0, 1, 2)])
    assert kinds(joined, "coreference") == [
        ("begins a chain", "the red boat"),
        ("other chain", "She"),
    ]
    alone = read(rowing, *ALL, chains=[(0,), (1,), (2,)])
    assert kinds(alone, "coreference") == [("goes on", "She")]
    assert errors_in(alone, "coreference")[0].note == "gold: “Ada” at 0, ours: nothing"


def test_mentions_that_one_side_lacks_are_no_errors_of_coreference(rowing):
    assert kinds(read(rowing, ALL[2], chains=[(0,)]), "coreference") == []


def test_events_are_missed_or_extra(rowing):
    assert kinds(read(rowing, events=["had"]), "events") == [("missed", "waved"), ("extra", "had")]


def test_the_report_counts_kinds_by_group(rowing):
    errors = errors_in(read(rowing, ALL[0], ("the oars", "VEH"), ALL[2]), "mentions")
    written = report(errors)
    assert "| nominal VEH |      1 |     1 |   2 |" in written
    assert "missed: the red boat 1" in written
    assert "[[the red boat]]" in show(errors[0])
