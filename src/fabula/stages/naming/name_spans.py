"""Where names stand in the text: runs of capitalised words with titles, particles and initials."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.lexicon.not_people import never_a_name
from fabula.lexicon.places import PLACE_ENDINGS
from fabula.lexicon.titles import ABBREVIATED, PARTICLES, SUFFIXES, Title, title
from fabula.stages.naming.capitals import Capitals
from fabula.stages.naming.story_words import Word

LONGEST_NAME = 8
"""Words: “Mrs. Maria de la Cruz y Vega” has seven; a longer run is a heading or a list."""


MOST_TITLES = 4
"""“The Right Reverend Father” aside, nobody bears more before the name."""


OPENING_PARTS = frozenset(
    "North South East West Northern Southern Eastern Western Upper Lower Royal Grand Public".split()
)
"""Words that are part of a name if one follows: the West Gate, Upper Ferrow."""

_OWNERS = frozenset("your his her their thy my".split())
_HONOURS = frozenset("grace honor honour holiness eminence worship reverence royal".split())


class NameSpan(Struct, frozen=True, gc=False):
    """A name as written once: words `first` to `last` (included) of the story's words.

    `titles` are the titles it begins with; `core` are the words after them, so that in
    “Captain Ada Brook” it is Ada, Brook. A title alone (“Mr.” in “Mr. and Mrs. Brook”) borrows
    the core of the name that completes it.
    """

    first: int
    last: int
    titles: tuple[Title, ...]
    core: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name without titles, as written."""
        return " ".join(self.core)


def find_names(words: Sequence[Word], capitals: Capitals) -> list[NameSpan]:
    """Every name, in text order, without overlap."""
    finder = _Finder(words, capitals)
    return list(finder.spans())


class _Finder:
    def __init__(self, words: Sequence[Word], capitals: Capitals) -> None:
        self._words = words
        self._is_name = [
            capitals.is_name(word, words[index + 1] if index + 1 < len(words) else None)
            for index, word in enumerate(words)
        ]

    def spans(self) -> Iterator[NameSpan]:
        position = 0
        while position < len(self._words):
            span = self._span_at(position)
            if span is None:
                position += 1
                continue
            yield span
            position = span.last + 1

    def _span_at(self, position: int) -> NameSpan | None:
        if not self._words[position].capital or self._is_honour(position):
            return None
        after, titles = self._titles_at(position)
        last = self._core_end(after, titled=bool(titles))
        if last >= after:
            core = tuple(self._words[index].text for index in range(after, last + 1))
            return NameSpan(position, last, titles, core)
        if titles:
            return self._shared_name(position, after, titles)
        return None

    def _is_honour(self, position: int) -> bool:
        """“his Grace”, “Your Honour”: a form of address and no name."""
        if position == 0 or self._words[position].before:
            return False
        previous = self._words[position - 1].lower
        return previous in _OWNERS and self._words[position].lower in _HONOURS

    def _titles_at(self, position: int) -> tuple[int, tuple[Title, ...]]:
        """The index after the titles that begin here, and the titles."""
        titles: list[Title] = []
        index = position
        while index < min(position + MOST_TITLES, len(self._words)):
            word = self._words[index]
            found = title(word.text) if word.capital and not word.possessive else None
            if found is None or (titles and not self._joins(index)):
                break
            titles.append(found)
            index += 1
        return index, tuple(titles)

    def _core_end(self, start: int, *, titled: bool) -> int:
        """The index of the last word of the name that begins at `start`; below it if none."""
        last = start - 1
        index = start
        limit = min(start + LONGEST_NAME, len(self._words))
        while index < limit and ((index == start and not titled) or self._joins(index)):
            word = self._words[index]
            if self._is_part(index, titled=titled and index == start):
                last = index
                index += 1
                if word.possessive and not self._continues_place(index):
                    break
            elif self._is_particle(index, last >= start or titled):
                index += 1
            else:
                break
        return self._with_tail(last) if last >= start else last

    def _is_part(self, index: int, *, titled: bool) -> bool:
        """Whether this word is a part of a name of its own weight."""
        word = self._words[index]
        if title(word.text) is not None and not titled and not self._joins_name(index):
            return False
        if self._is_name[index]:
            return True
        if _is_initial(word) or word.text in OPENING_PARTS:
            return self._opens_name(index)
        # After a title any capital is a name: “Mr. Grey”, “Miss March”.
        return titled and word.capital and word.text[0].isalpha() and title(word.text) is None

    def _joins_name(self, index: int) -> bool:
        """Whether a part of a name stands right before: “the Red Queen” keeps its Queen."""
        return self._joins(index) and self._is_name[index - 1]

    def _is_particle(self, index: int, inside: bool) -> bool:
        """Whether “de”, “von”, “of” here links two parts of one name."""
        word = self._words[index]
        follows = index + 1 < len(self._words) and self._joins(index + 1)
        if not inside or not follows:
            return False
        following = self._words[index + 1]
        if word.text in PARTICLES or word.text.lower() in {"van", "de", "von"}:
            return self._is_name[index + 1] or following.text in PARTICLES
        return False

    def _with_tail(self, last: int) -> int:
        """Takes in “Jr.” and, for places and nobles, “of the North”."""
        index = last + 1
        if index < len(self._words) and self._words[index].text.lower().rstrip(".") in SUFFIXES:
            word = self._words[index]
            if word.capital and word.before in {"", ","} and not word.opens:
                return index
        return self._with_epithet(last)

    def _with_epithet(self, last: int) -> int:
        """“Edward the Second”, “Erik the Red”: a capital after “the” right behind a name."""
        if last + 2 >= len(self._words) or self._words[last].possessive:
            return last
        the, epithet = self._words[last + 1], self._words[last + 2]
        joined = self._joins(last + 1) and self._joins(last + 2)
        named = epithet.capital and not never_a_name(epithet.text)
        return last + 2 if joined and the.text == "the" and named else last

    def _continues_place(self, index: int) -> bool:
        """“St. James’s Square”: the word after a possessive says what the place is."""
        return (
            index < len(self._words)
            and self._joins(index)
            and self._words[index].capital
            and self._words[index].text.lower() in PLACE_ENDINGS
        )

    def _shared_name(self, position: int, after: int, titles: tuple[Title, ...]) -> NameSpan | None:
        """“Mr.” in “Mr. and Mrs. Brook” is Mr. Brook; a title on its own is no name."""
        if after >= len(self._words) or self._words[after].text not in {"and", "or", "&"}:
            return None
        rest, others = self._titles_at(after + 1)
        last = self._core_end(rest, titled=bool(others)) if others else -1
        if not others or last < rest:
            return None
        core = tuple(self._words[index].text for index in range(rest, last + 1))
        return NameSpan(position, after - 1, titles, core)

    def _opens_name(self, index: int) -> bool:
        """“J. Brook”, “North Gate”: such words count before another part of the name."""
        return (
            index + 1 < len(self._words)
            and self._joins(index + 1)
            and (self._is_name[index + 1] or _is_initial(self._words[index + 1]))
        )

    def _joins(self, index: int) -> bool:
        """Whether only a space (or the full stop of “Mr” or of an initial) stands before."""
        if index == 0:
            return False
        word, previous = self._words[index], self._words[index - 1]
        if word.paragraph != previous.paragraph or word.quotation_id != previous.quotation_id:
            return False
        if not word.before:
            return True
        short = previous.text.lower() in ABBREVIATED or _is_initial(previous)
        return word.before == "." and short


def _is_initial(word: Word) -> bool:
    """“J.”, “J” or “J.R.”; the pronoun I is none."""
    letters = word.text.replace(".", "")
    if not letters.isupper() or (len(letters) > 1 and "." not in word.text):
        return False
    # “A Mole”, “O King”: without a full stop these are words of their own.
    return word.text not in {"I", "A", "O"} or word.after.startswith(".")
