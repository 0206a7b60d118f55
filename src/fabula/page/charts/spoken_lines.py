"""Who says what to whom, line by line."""

from collections.abc import Iterator

from msgspec import Struct

from fabula.story import EntityId, Story


class Line(Struct, frozen=True):
    """A line that somebody speaks; `at`: the reader knows who from here on."""

    quotation: int
    by: EntityId
    to: tuple[EntityId, ...]
    start: int
    at: int


def lines(story: Story) -> Iterator[Line]:
    """The lines spoken aloud whose speaker is known, in text order.

    `quotation` is the index in `story.quotations`. A line's speaker is known once the line and
    the words that name them are read.
    """
    said = {each.quotation_id: each for each in story.attributions}
    for index, quotation in enumerate(story.quotations):
        attribution = said.get(quotation.id)
        if quotation.kind != "speech" or attribution is None or attribution.speaker_id is None:
            continue
        cue_end = attribution.cue.end if attribution.cue else 0
        yield Line(
            quotation=index,
            by=attribution.speaker_id,
            to=attribution.addressee_ids,
            start=quotation.start,
            at=max(quotation.end, cue_end),
        )
