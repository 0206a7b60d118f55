"""Quotations, thoughts and writing: the words that people in the story utter."""

from collections.abc import Sequence

from msgspec import structs

from fabula.corrections.lines import corrected_kinds
from fabula.corrections.records import LineCorrection
from fabula.stages.quoting.conventions import find_conventions
from fabula.stages.quoting.dashes import draft_dash_speech
from fabula.stages.quoting.drafts import Draft, draft_quotations, ordered
from fabula.stages.quoting.regions import story_stretches
from fabula.stages.quoting.thoughts import draft_thoughts
from fabula.stages.quoting.writing import draft_writing
from fabula.story import Quotation, QuotationId, Story
from fabula.text import covering, overlapping


class FindQuotations:
    """Finds what is said, thought and written in a story, with its parts.

    “No,” said Ada, “not the red one.” is one quotation of two parts; “Right.” He stood up.
    “Off we go.” are two quotations. An opening mark that is never closed costs nothing after
    its paragraph, unless the next paragraph opens with a mark, as printers set a long speech.
    Names, titles and borrowed terms in marks are left out, and so is all paratext.
    """

    requires = ("paratext", "chapters", "scenes")
    provides = "quotations"

    def __init__(self, lines: Sequence[LineCorrection] = ()) -> None:
        """A stage that takes the reader's word on the kind of single lines."""
        self._lines = lines

    def __call__(self, story: Story) -> list[Quotation]:
        """The quotations of the story, in text order."""
        document, stretches = story.document, story_stretches(story)
        text = document.text
        fresh = {scene.start for scene in story.scenes}
        fresh |= {chapter.start for chapter in story.chapters}
        conventions = find_conventions(text, stretches)
        drafts = draft_quotations(text, stretches, fresh, conventions)
        if conventions.dashes:
            taken = sorted(part for draft in drafts for part in draft.parts)
            drafts.extend(draft_dash_speech(text, stretches, taken))
        drafts.extend(draft_thoughts(text, document.marks, stretches, drafts))
        writing = draft_writing(text, document.marks, stretches)
        quotations = _records(_inside_writing(drafts, writing))
        kinds = corrected_kinds(document, quotations, self._lines)
        return [structs.replace(q, kind=kinds[q.id]) if q.id in kinds else q for q in quotations]


def _inside_writing(drafts: Sequence[Draft], writing: Sequence[Draft]) -> list[Draft]:
    """All drafts, those that lie in a letter marked as quoted by it.

    A quotation that only overlaps a piece of writing is kept and the writing dropped: marks say
    more than capitals or the look of a line.
    """
    spans = sorted(part for draft in drafts if draft.within is None for part in draft.parts)
    kept = [
        draft
        for draft in writing
        if not any(
            not (part.start <= span.start and span.end <= part.end)
            for part in draft.parts
            for span in overlapping(spans, part.start, part.end)
        )
    ]
    owners = {part: len(drafts) + index for index, draft in enumerate(kept) for part in draft.parts}
    parts = sorted(owners)
    result: list[Draft] = []
    for draft in drafts:
        around = covering(parts, draft.start)
        outer = draft.within is None and around is not None
        result.append(structs.replace(draft, within=owners[around]) if outer and around else draft)
    return [*result, *kept]


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
