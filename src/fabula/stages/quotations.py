"""Quotations, thoughts and writing: the words that people in the story utter."""

from collections.abc import Sequence

from fabula.stages.quoting.conventions import find_conventions
from fabula.stages.quoting.drafts import Draft, draft_quotations, ordered
from fabula.stages.quoting.regions import story_stretches
from fabula.story import Quotation, QuotationId, Story


class FindQuotations:
    """Finds what is said, thought and written in a story, with its parts.

    “No,” said Ada, “not the red one.” is one quotation of two parts; “Right.” He stood up.
    “Off we go.” are two quotations. An opening mark that is never closed costs nothing after
    its paragraph, unless the next paragraph opens with a mark, as printers set a long speech.
    Names, titles and borrowed terms in marks are left out, and so is all paratext.
    """

    requires = ("paratext", "chapters", "scenes")
    provides = "quotations"

    def __call__(self, story: Story) -> list[Quotation]:
        """The quotations of the story, in text order."""
        text = story.document.text
        stretches = story_stretches(story)
        fresh = {scene.start for scene in story.scenes}
        fresh |= {chapter.start for chapter in story.chapters}
        conventions = find_conventions(text, stretches)
        return _records(draft_quotations(text, stretches, fresh, conventions))


def _records(drafts: Sequence[Draft]) -> list[Quotation]:
    """The drafts with ids, by their start."""
    order = list(ordered(drafts))
    ids = {index: QuotationId(f"q{number}") for number, (index, _) in enumerate(order, start=1)}
    return [
        Quotation(
            id=ids[index],
            start=draft.start,
            end=draft.end,
            parts=draft.parts,
            kind=draft.kind,
            style=draft.style,
            closed=draft.closed,
            within=None if draft.within is None else ids[draft.within],
        )
        for index, draft in order
    ]
