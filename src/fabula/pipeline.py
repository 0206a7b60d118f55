"""From a file to a story: the stages, in their fixed order."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from fabula import segmentation, sources
from fabula.encoder.scores import Scores
from fabula.errors import LayerError
from fabula.stages import Stage, check_order
from fabula.stages.cast import FindCast
from fabula.stages.chains import FindChains
from fabula.stages.chapters import FindChapters
from fabula.stages.coreference import LinkMentions
from fabula.stages.events import FindEvents
from fabula.stages.mentions import FindMentions
from fabula.stages.paratext import FindParatext
from fabula.stages.presence import FindPresence
from fabula.stages.quotations import FindQuotations
from fabula.stages.scenes import FindScenes
from fabula.stages.speakers import AttributeQuotations
from fabula.stages.speech_links import LinkSpeech
from fabula.stages.viewpoint import FindViewpoints
from fabula.story import LAYERS, Story
from fabula.text import Document

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called before each step with its name, its number from 0, and how many steps there are."""

Encoder: TypeAlias = Callable[[Document], Scores]
"""From a segmented document to what a model says about it."""


def bundled(document: Document) -> Scores:
    """The scores of the encoder whose weights come with the package.

    Raises:
        ModelError: if the weights are not there or cannot be loaded.
    """
    # ONNX Runtime and the vocabulary are loaded only for those who read with the encoder.
    from fabula.encoder import encode

    return encode(document)


BY_ENCODER_ALONE = frozenset({"events"})
"""Layers for which there are no rules: reading by rules alone leaves them out."""


def default_stages(scores: Scores | None = None) -> tuple[Stage, ...]:
    """The stages that `read` runs, in order, made for these scores of a document.

    Without scores they read by rules alone, and `BY_ENCODER_ALONE` is not looked for.
    """
    events = (FindEvents(scores),) if scores is not None else ()
    return (
        FindParatext(),
        FindChapters(),
        FindScenes(),
        FindQuotations(),
        FindMentions(scores),
        FindCast(),
        LinkMentions(),
        AttributeQuotations(),
        LinkSpeech(),
        FindChains(scores),
        *events,
        FindPresence(),
        FindViewpoints(),
    )


def read(
    path: str | Path,
    *,
    encoding: str | None = None,
    encoder: Encoder | None = bundled,
    progress: Progress | None = None,
) -> Story:
    """Read a story file and give back the world in it.

    `story = fabula.read("chapter.txt")`; then `story.cast`, `story.quotations` and the other
    layers. `encoding` overrides what the file seems to be. `encoder=None` reads by rules alone:
    faster, with more missed and without events.

    Raises:
        SourceError: if the file cannot be read as a story; the message says what to do.
        ModelError: if the encoder's weights are not there or cannot be loaded.
    """
    document = sources.read_file(Path(path), encoding=encoding)
    return analyse(document, encoder=encoder, progress=progress)


def read_bytes(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    encoder: Encoder | None = bundled,
    progress: Progress | None = None,
) -> Story:
    """Like `read`, for a file already in memory; `name` is used in messages and as a hint."""
    document = sources.read_bytes(data, name, encoding=encoding)
    return analyse(document, encoder=encoder, progress=progress)


def analyse(
    document: Document,
    *,
    encoder: Encoder | None = bundled,
    until: str | None = None,
    stages: Sequence[Stage] | None = None,
    progress: Progress | None = None,
) -> Story:
    """Read a document that a source has opened.

    `encoder=None` reads by rules alone. `until` names the last layer to write. `stages` run in
    place of the default ones, with whatever scores they were made for: no encoder runs then.

    Raises:
        LayerError: if no stage writes the layer `until`.
        ModelError: if the encoder's weights are not there or cannot be loaded.
        StageOrderError: before anything runs, if a stage reads what no earlier one writes.
    """
    if stages is not None:
        check_order(stages)
    runs = _there(encoder) if stages is None else None
    written = _layers(runs) if stages is None else [stage.provides for stage in stages]
    layers = _up_to(until, written)
    steps = _Steps(progress, total=1 + (runs is not None) + len(layers))
    steps.begin("sentences")
    story = Story(document=segmentation.segment(document))
    scores = None
    if runs is not None:
        steps.begin("encoder")
        scores = runs(story.document)
    chosen = default_stages(scores) if stages is None else stages
    for stage in chosen[: len(layers)]:
        steps.begin(stage.provides)
        story = story.with_layer(stage.provides, stage(story))
    return story


def _there(encoder: Encoder | None) -> Encoder | None:
    """The encoder, unless it is the bundled one and no weights have been put in yet."""
    from fabula.encoder.model import FOLDER_VARIABLE

    weights = Path(__file__).parent / "models" / "reader.onnx"
    if encoder is bundled and not (weights.exists() or FOLDER_VARIABLE in os.environ):
        return None
    return encoder


def _layers(encoder: Encoder | None) -> list[str]:
    """The layers that the default stages write, in order."""
    return [layer for layer in LAYERS if encoder is not None or layer not in BY_ENCODER_ALONE]


def _up_to(until: str | None, layers: list[str]) -> list[str]:
    if until is None:
        return layers
    if until not in layers:
        raise LayerError(
            f"expected one of the layers {', '.join(layers)} to read up to, found '{until}'"
        )
    return layers[: layers.index(until) + 1]


class _Steps:
    """Tells whoever waits which step begins."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total = progress, total
        self._begun = 0

    def begin(self, name: str) -> None:
        if self._progress is not None:
            self._progress(name, self._begun, self._total)
        self._begun += 1
