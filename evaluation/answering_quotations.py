"""Which predicted quotation answers a gold one: the one that shares most letters with it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from fabula.story import Quotation, QuotationId, Story
from fabula.text import Span


class AnsweringQuotations:
    """The quotations of a story by place; those inside others are left out.

    Marks and white space do not count, since corpora differ in whether they belong to the words.
    """

    def __init__(self, story: Story) -> None:
        outer = [quotation for quotation in story.quotations if quotation.within is None]
        self._quotations = {quotation.id: quotation for quotation in outer}
        self._parts = sorted((part, each.id) for each in outer for part in each.parts)
        self._ends = [part.end for part, _ in self._parts]
        self._letters = [0, *accumulate(map(str.isalnum, story.document.text))]

    def to(self, places: Sequence[Span]) -> Quotation | None:
        """The quotation that shares most letters with these places, the earlier of two alike."""
        shared: Counter[QuotationId] = Counter()
        for place in places:
            for index in range(bisect_right(self._ends, place.start), len(self._parts)):
                part, quotation_id = self._parts[index]
                if part.start >= place.end:
                    break
                low, high = max(part.start, place.start), min(part.end, place.end)
                shared[quotation_id] += self._letters[high] - self._letters[low]
        best = max(shared.items(), key=lambda item: item[1], default=None)
        return self._quotations[best[0]] if best and best[1] else None
