"""From a file to a story: the stages, in their fixed order."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from fabula import collector, segmentation, sources
from fabula.corrections.outcomes import with_outcomes
from fabula.corrections.reading import beside, is_there, read_corrections
from fabula.corrections.records import NONE, Corrections
from fabula.encoder.scores import Scores
from fabula.errors import LayerError
from fabula.stages import Stage, check_order
from fabula.stages.cast import FindCast
from fabula.stages.chaining.pair_scores import PairReader
from fabula.stages.chains import FindChains
from fabula.stages.chapters import FindChapters
from fabula.stages.coreference import LinkMentions
from fabula.stages.events import FindEvents
from fabula.stages.items import FindItems
from fabula.stages.kept import one_reading
from fabula.stages.knowledge import FindKnowledge
from fabula.stages.mentions import FindMentions
from fabula.stages.paratext import FindParatext
from fabula.stages.places import FindPlaces
from fabula.stages.presence import FindPresence
from fabula.stages.quotations import FindQuotations
from fabula.stages.relations import FindRelations
from fabula.stages.relatives import FindRelatives
from fabula.stages.scenes import FindScenes
from fabula.stages.secrets import FindSecrets
from fabula.stages.speakers import AttributeQuotations
from fabula.stages.speech_links import LinkSpeech
from fabula.stages.states import FindStates
from fabula.stages.tellings import FindTellings
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


BY_ENCODER_ALONE = frozenset(
    {"events", "places", "items", "states", "relations", "relatives", "knowledge", "secrets"}
)
"""Layers for which there are no rules: reading by rules alone leaves them out."""


def default_stages(
    scores: Scores | None = None, corrections: Corrections = NONE, *, guess: bool = False
) -> tuple[Stage, ...]:
    """The stages that `read` runs, in order, made for these scores of a document.

    Without scores they read by rules alone, and `BY_ENCODER_ALONE` is not looked for. They take
    a reader's word, the `corrections`, over anything they find. With `guess` they name a speaker
    however thin the evidence.
    """
    pairs = PairReader()
    events = (FindEvents(scores),) if scores is not None else ()
    world = (
        (
            FindPlaces(scores),
            FindItems(scores),
            FindStates(scores),
            FindRelations(scores),
            FindRelatives(scores),
            FindKnowledge(scores),
            FindSecrets(scores),
        )
        if scores is not None
        else ()
    )
    return (
        FindParatext(),
        FindChapters(),
        FindScenes(scores),
        FindQuotations(corrections.lines),
        FindMentions(scores),
        FindCast(corrections.cast, scores, pairs),
        FindTellings(),
        LinkMentions(corrections.cast.split, scores, pairs),
        AttributeQuotations(corrections.lines, scores, pairs, guess=guess),
        LinkSpeech(),
        FindChains(scores, pairs),
        *events,
        FindPresence(scores),
        FindViewpoints(scores),
        *world,
    )


def read(
    path: str | Path,
    *,
    encoding: str | None = None,
    encoder: Encoder | None = bundled,
    corrections: Corrections | str | Path | bool = True,
    guess: bool = False,
    progress: Progress | None = None,
) -> Story:
    """Read a story file and give back the world in it.

    `story = fabula.read("chapter.txt")`; then `story.cast`, `story.quotations` and the other
    layers. `encoding` overrides what the file seems to be. `encoder=None` reads by rules alone:
    faster, with more missed and without events. `corrections` are those of a reader or the file
    that holds them; True means `chapter.fabula.toml` if it stands beside the story, False none.
    A line whose speaker is likelier wrong than right has none; with `guess` it has the likeliest.

    Raises:
        SourceError: if the file cannot be read as a story; the message says what to do.
        CorrectionsError: if the file of corrections is missing or wrong.
        ModelError: if the encoder's weights are not there or cannot be loaded.
    """
    document = sources.read_file(Path(path), encoding=encoding)
    chosen = _chosen(corrections, Path(path))
    return analyse(document, encoder=encoder, corrections=chosen, guess=guess, progress=progress)


def _chosen(corrections: Corrections | str | Path | bool, story: Path) -> Corrections:
    """The corrections asked for; by default those beside the story, if there are any."""
    if isinstance(corrections, Corrections):
        return corrections
    if isinstance(corrections, str | Path):
        return read_corrections(corrections)
    place = beside(story)
    return read_corrections(place) if corrections and is_there(place) else NONE


def read_bytes(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    encoder: Encoder | None = bundled,
    corrections: Corrections = NONE,
    guess: bool = False,
    progress: Progress | None = None,
) -> Story:
    """Like `read`, for a file already in memory; `name` is used in messages and as a hint."""
    document = sources.read_bytes(data, name, encoding=encoding)
    return analyse(
        document, encoder=encoder, corrections=corrections, guess=guess, progress=progress
    )


@collector.put_off()
@one_reading()
def analyse(
    document: Document,
    *,
    encoder: Encoder | None = bundled,
    corrections: Corrections = NONE,
    guess: bool = False,
    until: str | None = None,
    stages: Sequence[Stage] | None = None,
    progress: Progress | None = None,
) -> Story:
    """Read a document that a source has opened.

    `encoder=None` reads by rules alone. What became of the `corrections` is added to the
    document's diagnostics. `guess` is that of `read`. `until` names the last layer to write.
    `stages` run in place of the default ones, with whatever scores and corrections they were made
    for: no encoder runs then.

    Raises:
        LayerError: if no stage writes the layer `until`.
        ModelError: if the encoder's weights are not there or cannot be loaded.
        StageOrderError: before anything runs, if a stage reads what no earlier one writes.
    """
    if stages is not None:
        check_order(stages)
    runs = encoder if stages is None else None
    written = _layers(runs) if stages is None else [stage.provides for stage in stages]
    layers = _up_to(until, written)
    steps = _Steps(progress, total=1 + (runs is not None) + len(layers))
    steps.begin("sentences")
    story = Story(document=segmentation.segment(document))
    scores = None
    if runs is not None:
        steps.begin("encoder")
        scores = runs(story.document)
    chosen = default_stages(scores, corrections, guess=guess) if stages is None else stages
    for stage in chosen[: len(layers)]:
        steps.begin(stage.provides)
        story = story.with_layer(stage.provides, stage(story))
    return with_outcomes(story, corrections) if stages is None else story


class Readings:
    """Readings of one document under different corrections; the encoder reads it once."""

    def __init__(
        self,
        document: Document,
        *,
        encoder: Encoder | None = bundled,
        progress: Progress | None = None,
    ) -> None:
        self._document, self._progress = document, progress
        self._encoder = encoder
        self._scores: Scores | None = None

    def under(self, corrections: Corrections) -> Story:
        """The story as it reads under these corrections."""
        return analyse(
            self._document,
            encoder=None if self._encoder is None else self._encoded,
            corrections=corrections,
            progress=self._progress,
        )

    def _encoded(self, document: Document) -> Scores:
        if self._scores is None:
            assert self._encoder is not None
            self._scores = self._encoder(document)
        return self._scores


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
