"""Clipped, swallowed and misspelt names: Mel for Melisar, Be'y for Berry, Welander for Wellander.

“Mr. M” for Mr. Melisar is one of them.

All are looked for among the names that begin or end alike, so that a story of thousands of
names takes no longer than it has to.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from fabula.lexicon.kinship import KIN_NAMES
from fabula.stages.naming.name_evidence import NameUse
from fabula.stages.naming.named_people import NamedPerson, distinct
from fabula.stages.naming.person_names import shortens, sound

LEAST_MISSPELT = 6
"""Letters: Welander is a slip for Wellander, Tim is none for Tom."""

OFTEN_FOR_SLIP = 8
"""A slip is rare beside the right form."""

MOST_SLIPS = 2

_ALIKE = 3
"""Letters that a form and its name share at the beginning or at the end."""

_SYLLABLE = 2
"""The shortest forms, Jo of Josefina, have no more to share."""


class RareForms:
    """Finds the people whose name a rare form may be."""

    def __init__(self, people: Iterable[NamedPerson]) -> None:
        self._by_beginning: defaultdict[str, list[NamedPerson]] = defaultdict(list)
        self._by_end: defaultdict[str, list[NamedPerson]] = defaultdict(list)
        self._by_letter: defaultdict[str, list[NamedPerson]] = defaultdict(list)
        for person in people:
            words = person.given | person.singles | person.families
            lengths = (_SYLLABLE, _ALIKE)
            for beginning in {sound(word)[:length] for word in words for length in lengths}:
                self._by_beginning[beginning].append(person)
            for letter in {word[0] for word in words if len(word) > 1}:
                self._by_letter[letter].append(person)
            for end in {word[-_ALIKE:] for word in words}:
                self._by_end[end].append(person)

    def readings(self, use: NameUse) -> Iterator[tuple[list[NamedPerson], str]]:
        """Who may be meant if the name is clipped, leaves letters out, or is a slip.

        Each with the reason.
        """
        word = use.name.single or ""
        if word in KIN_NAMES:
            return
        if len(word) == 1:
            yield [p for p in self._by_letter[word] if _bears_title(use, p)], "initial"
            return
        alike = self._by_beginning.get(sound(word)[:_ALIKE], [])
        yield [person for person in alike if _is_clipped(use, person)], "short form"
        beginning = sound(word.partition("'")[0])[:_SYLLABLE]
        full = self._by_beginning.get(beginning, [])
        elided = [person for person in full if _is_elided(word, person)]
        alike = distinct([*alike, *self._by_end.get(word[-_ALIKE:], [])])
        slips = [person for person in alike if _is_slip(use, person)]
        yield distinct([*elided, *slips]), "spelling"


def _bears_title(use: NameUse, person: NamedPerson) -> bool:
    """“Mr T” for Mr Trevanion: an initial behind a title that the person bears."""
    return any(person.has_title(title.key) for title in use.name.titles)


def _is_clipped(use: NameUse, person: NamedPerson) -> bool:
    """A short form that is called out, of a name that is not clipped itself."""
    word = use.name.single or ""
    if not use.called or use.name.titles:
        return False
    return any(shortens(word, name) for name in person.given | person.singles)


def _is_elided(word: str, person: NamedPerson) -> bool:
    """Whether an apostrophe stands for letters that a dialect swallows: “Be'y” for Berry.

    One letter before it may be a particle of its own: O'Brien, D'Arcy.
    """
    before, apostrophe, after = word.partition("'")
    if not apostrophe or len(before) < _SYLLABLE or not after:
        return False
    return any(
        len(name) >= len(word) and name.startswith(before) and name.endswith(after)
        for name in person.given | person.singles
    )


def _is_slip(use: NameUse, person: NamedPerson) -> bool:
    """One letter wrong in a long name, once or twice, where the right form is common."""
    word = use.name.single or ""
    if len(word) < LEAST_MISSPELT or use.count > MOST_SLIPS or person.count < OFTEN_FOR_SLIP:
        return False
    return any(_one_letter_apart(word, name) for name in person.singles | person.families)


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter was left out, put in or taken for another, not the first."""
    if one == other or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    shorter, longer = sorted((one, other), key=len)
    start = 0
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    if len(shorter) == len(longer):
        return shorter[start + 1 :] == longer[start + 1 :]
    return shorter[start:] == longer[start + 1 :]
