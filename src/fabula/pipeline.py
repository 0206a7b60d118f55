"""From a file to a story: the stages, in their fixed order."""

from collections.abc import Callable, Sequence
from pathlib import Path

from fabula import segmentation, sources
from fabula.stages import Stage, check_order
from fabula.stages.cast import FindCast
from fabula.stages.chapters import FindChapters
from fabula.stages.coreference import LinkMentions
from fabula.stages.mentions import FindMentions
from fabula.stages.paratext import FindParatext
from fabula.stages.presence import FindPresence
from fabula.stages.quotations import FindQuotations
from fabula.stages.scenes import FindScenes
from fabula.stages.speakers import AttributeQuotations
from fabula.stages.speech_links import LinkSpeech
from fabula.stages.viewpoint import FindViewpoints
from fabula.story import Story
from fabula.text import Document

Progress = Callable[[str, int, int], None]
"""Called before each step with its name, its number from 0, and how many steps there are."""


def default_stages() -> tuple[Stage, ...]:
    """The stages that `read` runs, in order."""
    return (
        FindParatext(),
        FindChapters(),
        FindScenes(),
        FindQuotations(),
        FindMentions(),
        FindCast(),
        LinkMentions(),
        AttributeQuotations(),
        LinkSpeech(),
        FindPresence(),
        FindViewpoints(),
    )


def read(
    path: str | Path, *, encoding: str | None = None, progress: Progress | None = None
) -> Story:
    """Read a story file and give back the world in it.

    `story = fabula.read("chapter.txt")`; then `story.cast`, `story.quotations` and the other
    layers. `encoding` overrides what the file seems to be.

    Raises:
        SourceError: if the file cannot be read as a story; the message says what to do.
    """
    return analyse(sources.read_file(Path(path), encoding=encoding), progress=progress)


def read_bytes(
    data: bytes, name: str, *, encoding: str | None = None, progress: Progress | None = None
) -> Story:
    """Like `read`, for a file already in memory; `name` is used in messages and as a hint."""
    document = sources.read_bytes(data, name, encoding=encoding)
    return analyse(document, progress=progress)


def analyse(
    document: Document,
    *,
    stages: Sequence[Stage] | None = None,
    progress: Progress | None = None,
) -> Story:
    """Run the stages over a document that a source has read.

    Raises:
        StageOrderError: before anything runs, if a stage reads what no earlier one writes.
    """
    chosen = default_stages() if stages is None else tuple(stages)
    check_order(chosen)
    total = len(chosen) + 1
    _report(progress, "sentences", 0, total)
    story = Story(document=segmentation.segment(document))
    for number, stage in enumerate(chosen, start=1):
        _report(progress, stage.provides, number, total)
        story = story.with_layer(stage.provides, stage(story))
    return story


def _report(progress: Progress | None, step: str, number: int, total: int) -> None:
    if progress is not None:
        progress(step, number, total)
