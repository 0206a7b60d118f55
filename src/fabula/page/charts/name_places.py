"""Where the names on a storyline stand, so that they do not cover each other or a dot."""

from collections.abc import Iterable, Iterator, Sequence

from fabula.page.charts.lettering import SIZE, Slot, width_of

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_BUCKET = 100.0  # boxes are looked up by stretches of the x axis so wide
_DOT = 5.0
_LEAST = 34.0  # room for about four letters and an ellipsis


class TakenPlaces:
    """What is already drawn where nothing else should be."""

    def __init__(self, dots: Iterable[tuple[float, float]]) -> None:
        self._boxes: dict[int, list[Box]] = {}
        for x, y in dots:
            self._take((x - _DOT, y - _DOT, x + _DOT, y + _DOT))

    def place(self, words: str, slots: Sequence[Slot]) -> Slot:
        """The first of the slots in which the words cover nothing; else the least bad.

        Where words must be cut to stay clear, the slot has less room.
        """
        best = slots[0]
        least = float("inf")
        for slot in (*slots, *_shortened(words, slots)):
            box = _box(words, slot)
            covered = sum(_overlap(box, taken) for taken in self._near(box))
            if covered < least:
                best, least = slot, covered
            if covered == 0:
                break
        self._take(_box(words, best))
        return best

    def _take(self, box: Box) -> None:
        for bucket in _buckets(box):
            self._boxes.setdefault(bucket, []).append(box)

    def _near(self, box: Box) -> Iterator[Box]:
        for bucket in _buckets(box):
            yield from self._boxes.get(bucket, ())


def _shortened(words: str, slots: Sequence[Slot]) -> Iterator[Slot]:
    for share in (0.7, 0.45):
        for slot in slots:
            room = min(slot.room, width_of(words)) * share
            if room >= _LEAST:
                yield Slot(slot.x, slot.y, room, slot.anchor)


def _box(words: str, slot: Slot) -> Box:
    width = min(width_of(words), slot.room)
    left = slot.x - width if slot.anchor == "end" else slot.x
    return left, slot.y - 0.8 * SIZE, left + width, slot.y + 0.2 * SIZE


def _buckets(box: Box) -> range:
    return range(int(box[0] // _BUCKET), int(box[2] // _BUCKET) + 1)


def _overlap(one: Box, other: Box) -> float:
    """The area that both cover; twice where they lie in two buckets, which only weighs them."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0.0) * max(height, 0.0)
