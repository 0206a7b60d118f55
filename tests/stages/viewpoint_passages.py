"""The passages with known viewpoint, read for the tests of presence and viewpoint."""

from pathlib import Path

from hand_built import story
from msgspec import Struct

from fabula.story import Attribution, Story
from fabula.text import covering, within

PASSAGES = sorted((Path(__file__).parent / "passages").glob("*.txt"))
NOBODY = "-"


class Expected(Struct, frozen=True):
    """What a careful reader finds in a passage."""

    person: str
    tense: str
    focalizer: str | None
    also: tuple[str, ...]
    present: tuple[str, ...]


def read_passage(path: Path) -> tuple[Expected, Story]:
    """What is expected of a passage, and the story to find it in."""
    head, prose = path.read_text(encoding="utf-8").split("\n\n", 1)
    values = dict(line.split(": ", 1) for line in head.splitlines())
    expected = Expected(
        person=values["person"],
        tense=values["tense"],
        focalizer=None if values["focalizer"] == NOBODY else values["focalizer"],
        also=_names(values["also"]),
        present=_names(values["present"]),
    )
    return expected, attributed_story(prose)


def attributed_story(prose: str) -> Story:
    """A story from marked prose, each quotation given to the first person its paragraph names.

    The person marked `narrator` tells it.
    """
    marked = story(prose, narrator="narrator")
    linked = {link.mention_id: link.entity_id for link in marked.links}
    attributions = []
    for quotation in marked.quotations:
        paragraph = covering(marked.document.paragraphs, quotation.start)
        named = (
            linked.get(mention.id)
            for mention in within(marked.mentions, paragraph.start, paragraph.end)
            if mention.quotation_id is None
        )
        speaker_id = next(named, None)
        attributions.append(
            Attribution(
                quotation_id=quotation.id,
                speaker_id=speaker_id,
                evidence="explicit" if speaker_id else "none",
                confidence=1.0,
            )
        )
    return marked.with_layer("attributions", attributions).with_layer("speech_links", ())


def _names(value: str) -> tuple[str, ...]:
    return () if value == NOBODY else tuple(value.split())
