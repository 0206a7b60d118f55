"""Making a correction: the story is read, corrected and read again before anything is written."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from fabula import sources
from fabula.corrections.outcomes import failure_of
from fabula.corrections.reading import beside, is_there, parse, read_text
from fabula.corrections.writing import Correction, with_correction
from fabula.errors import CorrectionsError, OutputError
from fabula.formats.output import write_atomically
from fabula.formats.saved import is_saved_file
from fabula.pipeline import Encoder, Progress, Readings, bundled
from fabula.story import Story


class Corrected(Struct, frozen=True):
    """A correction that was made: the file it is in now, and the story before and after."""

    place: Path
    correction: Correction
    before: Story
    after: Story


def correct(
    story: Path,
    request: Callable[[Story], Correction],
    *,
    encoding: str | None = None,
    encoder: Encoder | None = bundled,
    progress: Progress | None = None,
) -> Corrected:
    """Add a correction to the file beside a story, if the story then reads as it asks.

    `request` makes the correction from the story as it reads now (`corrections.requests`). The
    file is replaced in one step; what a person wrote in it stays.

    Raises:
        SourceError: if the story cannot be read.
        CorrectionsError: if the file of corrections is wrong, the request names what is not
            there, the correction would not hold, or the file cannot be written.
    """
    _refuse_saved(story)
    document = sources.read_file(story, encoding=encoding)
    place = beside(story)
    text = _text_at(place)
    readings = Readings(document, encoder=encoder, progress=progress)
    before = readings.under(parse(text, place.name))
    correction = request(before)
    added, corrections = with_correction(text, correction, place.name)
    after = readings.under(corrections)
    failure = failure_of(after, corrections, correction)
    if failure is not None:
        raise CorrectionsError(
            f"{place.name}: expected a correction that can be applied, found that it cannot be: "
            f"{failure}; nothing was written"
        )
    if _text_at(place) != text:
        raise CorrectionsError(
            f"{place}: expected the file as it was, found that it changed in the meantime; "
            "nothing was written, try again"
        )
    _write(place, added)
    return Corrected(place, correction, before, after)


def _refuse_saved(story: Path) -> None:
    if is_saved_file(story):
        raise CorrectionsError(
            f"{sources.printable(str(story))}: expected a story file, beside which corrections are "
            "kept, found a saved story; name the file it was read from"
        )


def _text_at(place: Path) -> str:
    return read_text(place) if is_there(place) else ""


def _write(place: Path, text: str) -> None:
    """Replace the file in one step; one reached through a link is replaced where it is."""
    try:
        write_atomically(place.resolve(), text.encode(), replaces=lambda _: True)
    except OutputError as error:
        reason = getattr(error.__cause__, "strerror", None) or "it is no file"
        raise CorrectionsError(
            f"{place}: expected a file that can be written, found that it cannot be ({reason}); "
            "check the rights of the folder"
        ) from error
