"""Finding words of a story again after the text was revised.

Words are compared as letters and digits alone, in lower case: another style of quotation marks, a
new line wrap or an added comma changes nothing. A correction is never put where it may not
belong: where several places fit equally well, or short words stand in new surroundings, the
answer is that nothing was found.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from fabula.corrections.records import Anchor
from fabula.text import Span

CONTEXT_WORDS = 5
"""Words kept on either side of an anchor: enough to tell one “Yes.” from the next."""

FIRST_WORDS = 8
"""Words of a quotation that its anchor shows."""

TELLING_WORDS = 5
"""From so many words on, words that occur once in a story are known again by themselves."""

DIGEST_DIGITS = 12
"""Hexadecimal digits of a digest: 48 bits part all quotations ever printed in one book."""

_CONTEXT_REACH = 160
"""Characters looked at on either side for those words: longer words than this need are rare."""

_MARKS = re.compile("[\"“”„‟«»‹›'’‘‚‛ʼ]")
"""Quotation marks and apostrophes, which no style of printing shares with the next."""

_OUTER_MARKS = re.compile(f"^{_MARKS.pattern}+|{_MARKS.pattern}+$")
_WORDS = re.compile(r"[^\W_]+")
_SPACED_WORDS = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


class Place(Struct, frozen=True):
    """Somewhere in the text that an anchor may mean: its parts, in text order."""

    parts: tuple[Span, ...]


class Found(Struct, frozen=True):
    """The place an anchor means, by its index; or why there is none, and which might be meant."""

    index: int | None
    why: Literal["found", "missing", "several"]
    candidates: tuple[int, ...] = ()


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as anchors compare them.

    “Don’t, Tom!” gives dont and tom. Where there is no letter or digit (“…!”) the signs count.
    """
    bare = _MARKS.sub("", text).casefold()
    return tuple(_WORDS.findall(bare)) or tuple(bare.replace("…", "...").split())


def digest_of(words: Iterable[str]) -> str:
    """A short stand-in for words, equal only for equal words: the start of their SHA-256."""
    # Lone surrogates are no UTF-8 and may still stand in a text.
    data = " ".join(words).encode("utf-8", "surrogatepass")
    return sha256(data).hexdigest()[:DIGEST_DIGITS]


class Places:
    """Places of one kind in a text, looked up by their words."""

    def __init__(self, text: str, places: Sequence[Place]) -> None:
        self._text = text
        self._places = places
        self._words = [self._words_at(place) for place in places]
        self._contexts: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._same: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        self._digests: defaultdict[str, list[int]] = defaultdict(list)
        self._beginnings: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, words in enumerate(self._words):
            self._same[words].append(index)
            for length in range(1, min(len(words), FIRST_WORDS) + 1):
                self._beginnings[words[:length]].append(index)
        for words, indexes in self._same.items():
            self._digests[digest_of(words)] += indexes

    def find(self, anchor: Anchor) -> Found:
        """The place that the anchor means.

        Finds:
            The only place with these words; of several the one with these surroundings, of equal
            ones the nth. Where no place has all the words, the one that begins with them and
            has the same surroundings on both sides: its end was revised.
        Why it holds:
            A revision that changes a line and both of its neighbours leaves another line.
        Misses:
            Lines that were rewritten, and short ones whose surroundings were: these are said to
            be missing.

        Example:
            Of two “Yes.” in a story the one behind “Tom looked up.”, though a page was put in
            before it.
        """
        beginning = self._beginning(words_of(anchor.quote))
        if anchor.digest is None:
            return self._choose(anchor, beginning)
        whole = self._digests.get(anchor.digest, [])
        if whole:
            return self._choose(anchor, whole)
        agreeing = [index for index in beginning if self._agreement(anchor, index) == 2]
        if len(agreeing) == 1:
            return Found(agreeing[0], "found")
        return Found(None, "several" if agreeing else "missing", tuple(agreeing))

    def anchor(self, index: int) -> Anchor:
        """An anchor by which this place can be found again."""
        place, words = self._places[index], self._words[index]
        same = self._same[words]
        several = len(same) > 1
        quote = _on_one_line(" ".join(self._text[s.start : s.end] for s in place.parts))
        return Anchor(
            quote=_first_words(quote),
            digest=digest_of(words),
            before=self._before(place) or None,
            after=self._after(place) or None,
            nth=same.index(index) + 1 if several else None,
            of=len(same) if several else None,
        )

    def containing(self, piece: str) -> tuple[int, ...]:
        """The places that hold these words in this order."""
        wanted = f" {' '.join(words_of(piece))} "
        if not wanted.strip():
            return ()
        return tuple(
            index for index, words in enumerate(self._words) if wanted in f" {' '.join(words)} "
        )

    def _words_at(self, place: Place) -> tuple[str, ...]:
        return words_of(" ".join(self._text[part.start : part.end] for part in place.parts))

    def _beginning(self, words: tuple[str, ...]) -> list[int]:
        found = self._beginnings.get(words[:FIRST_WORDS], [])
        if len(words) <= FIRST_WORDS:
            return found
        return [index for index in found if self._words[index][: len(words)] == words]

    def _choose(self, anchor: Anchor, same: Sequence[int]) -> Found:
        """Of the places with the same words the one with these surroundings, or the nth."""
        best = same
        told = anchor.before is not None or anchor.after is not None
        if told and same:
            agreements = [self._agreement(anchor, index) for index in same]
            most = max(agreements)
            best = [i for i, agreed in zip(same, agreements, strict=True) if agreed == most]
            if most == 0:
                return self._by_words_alone(anchor, same)
        if len(best) == 1 and (told or anchor.nth in {None, 1}):
            return Found(best[0], "found")
        counted = _counted(anchor, same)
        if counted in best:
            return Found(counted, "found")
        return Found(None, "several" if len(best) > 1 else "missing", tuple(best))

    def _by_words_alone(self, anchor: Anchor, same: Sequence[int]) -> Found:
        telling = len(self._words[same[0]]) >= TELLING_WORDS
        if len(same) == 1 and telling and anchor.nth is None:
            return Found(same[0], "found")
        return Found(None, "missing", tuple(same))

    def _agreement(self, anchor: Anchor, index: int) -> int:
        """On how many sides the words around are those of the anchor: 0, 1 or 2."""
        before, after = self._context(index)
        wanted_before = words_of(anchor.before or "")
        wanted_after = words_of(anchor.after or "")
        # A story's first line has no words before it, and they agree with none.
        last, first = before[-len(wanted_before) :], after[: len(wanted_after)]
        agrees_before = last == wanted_before if wanted_before else not before
        agrees_after = first == wanted_after if wanted_after else not after
        return agrees_before + agrees_after

    def _context(self, index: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words on either side, read once: hundreds of lines in a novel are the same."""
        if index not in self._contexts:
            place = self._places[index]
            around = words_of(self._before(place)), words_of(self._after(place))
            self._contexts[index] = around
        return self._contexts[index]

    def _before(self, place: Place) -> str:
        start = place.parts[0].start
        near = self._text[max(start - _CONTEXT_REACH, 0) : start]
        found = list(_SPACED_WORDS.finditer(near))[-CONTEXT_WORDS:]
        return _on_one_line(near[found[0].start() : found[-1].end()]) if found else ""

    def _after(self, place: Place) -> str:
        end = place.parts[-1].end
        near = self._text[end : end + _CONTEXT_REACH]
        found = list(_SPACED_WORDS.finditer(near))[:CONTEXT_WORDS]
        return _on_one_line(near[found[0].start() : found[-1].end()]) if found else ""


def _counted(anchor: Anchor, same: Sequence[int]) -> int | None:
    """The nth of the places with the same words, while there are as many as there were."""
    if anchor.nth is None or anchor.of not in {None, len(same)}:
        return None
    return same[anchor.nth - 1] if 1 <= anchor.nth <= len(same) else None


def _first_words(text: str) -> str:
    """The beginning of a line as a person would quote it, without the marks around it."""
    first = " ".join(text.split(" ")[:FIRST_WORDS])
    return _OUTER_MARKS.sub("", first) or first


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
