"""From a file to a story, whole."""

from collections.abc import Sequence
from pathlib import Path

import hand_scored
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct

import fabula
from fabula import pipeline, segmentation
from fabula.encoder.pair_features import MentionTable
from fabula.encoder.scores import Floats, Ints, Scores
from fabula.errors import LayerError, SourceError, StageOrderError
from fabula.formats.soundness import check
from fabula.sources import plain
from fabula.stages import check_order
from fabula.stages.chains import FindChains
from fabula.stages.chapters import FindChapters
from fabula.stages.coreference import LinkMentions
from fabula.stages.paratext import FindParatext
from fabula.stages.scenes import FindScenes
from fabula.story import LAYERS, Story
from fabula.text import Document

ROOT = Path(__file__).parent.parent
STORIES = sorted((ROOT / "evaluation" / "testbed" / "seen").glob("*.txt"))
EXAMPLES = sorted((ROOT / "examples").glob("*.*"))


@pytest.fixture(scope="module")
def lamps() -> Story:
    return fabula.read(EXAMPLES[0], encoder=None)


def saw_nothing(document: Document) -> Scores:
    """An encoder that finds no mention and no event."""
    return hand_scored.scores(document)


def text_of(story: Story, layer: str) -> list[str]:
    return [story.document[record] for record in getattr(story, layer)]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_leaves_of_an_example_rebuild_its_bytes(path: Path) -> None:
    story = fabula.read(path, encoder=None)
    joined = "".join(story.document[leaf] for leaf in story.leaves())
    assert story.document.encoding is not None
    assert joined.encode(story.document.encoding) == path.read_bytes()


def test_every_layer_is_written_and_checks(lamps: Story) -> None:
    assert lamps.layers == tuple(stage.provides for stage in pipeline.default_stages())
    assert set(lamps.layers) == set(LAYERS) - pipeline.BY_ENCODER_ALONE
    check(lamps)


def test_with_scores_the_stages_write_every_layer_in_order() -> None:
    document = plain.from_text("One day it rained.")
    stages = pipeline.default_stages(saw_nothing(segmentation.segment(document)))
    assert tuple(stage.provides for stage in stages) == LAYERS
    check_order(stages)
    check_order(pipeline.default_stages())


def test_the_stages_read_what_the_encoder_says() -> None:
    def saw_an_event(document: Document) -> Scores:
        return hand_scored.scores(document, events={"rained": 0.9})

    document = plain.from_text("One day it rained.")
    story = pipeline.analyse(document, encoder=saw_an_event, until="events")
    assert [story.document[event] for event in story.events] == ["rained"]
    assert "events" not in pipeline.analyse(document, encoder=None).layers


def test_a_reading_stops_at_the_layer_asked_for() -> None:
    document = plain.from_text("One day it rained.")
    assert pipeline.analyse(document, encoder=None, until="scenes").layers == LAYERS[:3]
    with pytest.raises(LayerError, match="found 'weather'"):
        pipeline.analyse(document, encoder=None, until="weather")
    with pytest.raises(LayerError, match="found 'events'"):
        pipeline.analyse(document, encoder=None, until="events")


def test_each_quotation_has_one_attribution_and_each_scene_one_viewpoint(lamps: Story) -> None:
    assert [a.quotation_id for a in lamps.attributions] == [q.id for q in lamps.quotations]
    assert [v.scene_id for v in lamps.viewpoints] == [s.id for s in lamps.scenes]
    assert [p.scene_id for p in lamps.presence] == [s.id for s in lamps.scenes]


def test_notes_are_no_story(lamps: Story) -> None:
    assert {note.role for note in lamps.paratext} == {
        "title",
        "author",
        "disclaimer",
        "author_note",
        "beta",
    }
    assert not {"Pennywhistle", "Marlow", "Finch"} & {e.name for e in lamps.cast}
    note = max(note.end for note in lamps.paratext)
    assert all(mention.start >= note for mention in lamps.mentions)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_whoever_is_cast_by_a_description_is_met_under_it(path: Path) -> None:
    story = fabula.read(path, encoder=None)
    met = {link.entity_id for link in (*story.links, *story.speech_links)}
    assert [entity.name for entity in story.cast if not entity.named and entity.id not in met] == []


def test_scenes_start_where_runs_of_blank_lines_end(lamps: Story) -> None:
    assert [words.split()[0] for words in text_of(lamps, "scenes")] == [
        "Josefina",
        "Bart",
        "The",
        "It",
    ]


def test_a_quotation_never_closed_costs_nothing_after_it(lamps: Story) -> None:
    (open_one,) = [q for q in lamps.quotations if not q.closed]
    assert "We know you’re up there!" in lamps.document[open_one]
    assert "Nobody answered" not in lamps.document[open_one]


def test_a_thought_between_asterisks_is_a_thought(lamps: Story) -> None:
    thoughts = [q for q in lamps.quotations if q.kind == "thought"]
    assert thoughts
    assert all("*" in lamps.document[q] for q in thoughts)


@pytest.mark.parametrize("encoder", [None, saw_nothing])
def test_progress_names_each_step_once(encoder: pipeline.Encoder | None) -> None:
    steps: list[tuple[str, int, int]] = []
    story = pipeline.analyse(
        plain.from_text("One day it rained."),
        encoder=encoder,
        progress=lambda *step: steps.append(step),
    )
    assert [number for _, number, _ in steps] == list(range(len(steps)))
    assert {total for _, _, total in steps} == {len(steps)}
    before = ["sentences"] if encoder is None else ["sentences", "encoder"]
    assert [name for name, _, _ in steps] == [*before, *story.layers]


def test_stages_in_the_wrong_order_are_refused_before_anything_runs() -> None:
    ran: list[str] = []

    class Eager:
        requires = ()
        provides = "paratext"

        def __call__(self, story: Story) -> Sequence[Struct]:
            ran.append(story.document.name)
            return []

    with pytest.raises(StageOrderError, match="FindScenes reads 'chapters'"):
        pipeline.analyse(plain.from_text("A day."), stages=[Eager(), FindScenes()])
    assert not ran


def test_two_writers_of_a_layer_are_refused() -> None:
    stages = [FindParatext(), FindChapters(), FindChapters()]
    with pytest.raises(StageOrderError, match="written already"):
        pipeline.analyse(plain.from_text("A day."), stages=stages)


WORDS = """
    Ada Tom Mrs. Reed Captain Drum the ferryman she he they I you said asked whispered thought
    knew saw was were had is to at of in and but “ ” " ‘ ’ ' * _ — … , . ? ! : ; ( ) [ ]
"""
BREAKS = ("\n", "\n\n", "\n\n\n\n", "* * *", "Chapter 1", "Author’s Note:", "said Ada", "the two")
PIECES = st.sampled_from((*WORDS.split(), *BREAKS))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=60))
def test_no_prose_breaks_the_reading(pieces: list[str]) -> None:
    text = " ".join(pieces)
    try:
        story = pipeline.read_bytes(text.encode(), "pieces.txt", encoder=None)
    except SourceError:
        return
    check(story)
    assert "".join(story.document[leaf] for leaf in story.leaves()) == text


def any_pairs(scores: Scores, table: MentionTable, left: Ints, right: Ints) -> Floats:
    return np.sin(left * 3.0 + right).astype(np.float32) * 5


@pytest.mark.parametrize("path", STORIES[:8], ids=lambda path: path.stem)
def test_no_scores_break_the_reading(path: Path) -> None:
    document = plain.from_text(path.read_text(encoding="utf-8"))
    scores = hand_scored.any_scores(segmentation.segment(document), seed=len(document.text))
    by_any_pairs = {
        "links": LinkMentions(scores=scores, score_pairs=any_pairs),
        "chains": FindChains(scores, any_pairs),
    }
    stages = [by_any_pairs.get(stage.provides, stage) for stage in pipeline.default_stages(scores)]
    story = pipeline.analyse(document, stages=stages)
    check(story)
    inside = [mention_id for chain in story.chains for mention_id in chain.mention_ids]
    assert sorted(inside) == sorted(mention.id for mention in story.mentions)
    assert story.events


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    try:
        story = pipeline.read_bytes(text.encode("utf-8"), "any.txt", encoding="utf-8", encoder=None)
    except SourceError:
        return
    check(story)
    assert "".join(story.document[leaf] for leaf in story.leaves()) == story.document.text
