"""What a label says by how far the text is read: one version after the other."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.page.charts.chart import seen
from fabula.page.charts.lettering import Slot, lettering
from fabula.page.charts.svg import Element
from fabula.page.naming import Told


class Version(Struct, frozen=True):
    """Words to be shown from `at` on, up to `until` (code points); None: to the end."""

    words: str
    at: int
    until: int | None = None


def versions(names: Sequence[Told], since: int) -> Iterator[Version]:
    """The names that are shown one after the other from the offset `since` on.

    Of “a stranger” from 10 and “Captain Reed” from 80, only the second after 90.
    """
    for index, (at, words) in enumerate(names):
        until = names[index + 1][0] if index + 1 < len(names) else None
        if until is None or until > since:
            yield Version(words, max(at, since), until)


def labels(names: Sequence[Told], since: int, slot: Slot, name: str) -> Iterator[Element]:
    """A `<text>` of class `name` for each version, all in one place."""
    for version in versions(names, since):
        yield lettering(version.words, slot, **seen(name, version.at, version.until))
