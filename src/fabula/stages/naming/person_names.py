"""The parts of a person's name: “Mrs. Ada van der Meer” is title, given name and family name."""

from collections.abc import Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from fabula.lexicon.titles import PARTICLES, SUFFIXES, TITLES, Title, title, titles_conflict
from fabula.stages.naming.name_types import singulars

_INITIAL = len("J.")

_ARTICLES = frozenset({"a", "an"})
"""Before the name of somebody who is new: “a Mr. Brook”."""

_OF_SEVERAL = MappingProxyType({"misses": "miss", "messieurs": "monsieur"})
"""Titles of several people at once, with the title of each."""

TitlePronoun = Literal["he", "she"]


class PersonName(Struct, frozen=True):
    """A name as the story writes it, and its parts in lower case.

    A name of one word is `single`: only the cast can tell whether Brook is a given or a family
    name. `family_only` is True for “the Brooks”.
    """

    text: str
    titles: tuple[Title, ...] = ()
    given: tuple[str, ...] = ()
    family: str | None = None
    single: str | None = None
    family_only: bool = False

    @property
    def key(self) -> str:
        """Equal for all spellings of one name: with and without full stops and capitals."""
        titles = " ".join(title.key for title in self.titles)
        rest = self.single or " ".join((*self.given, self.family or ""))
        return f"{titles}|{rest}|{'s' if self.family_only else ''}"

    @property
    def pronoun(self) -> TitlePronoun | None:
        """What the titles ask for: “she” for Mrs., None for Captain."""
        return next((title.pronoun for title in self.titles if title.pronoun), None)

    @property
    def is_full(self) -> bool:
        """Whether it has a given and a family name."""
        return bool(self.given) and self.family is not None

    @property
    def last_word(self) -> str:
        """The family name, or the only word."""
        return self.single or self.family or ""

    @property
    def words(self) -> frozenset[str]:
        """All words but the titles."""
        return frozenset((*self.given, self.family or "", self.single or "")) - {""}

    def has_title(self, *keys: str) -> bool:
        """Whether one of these titles stands before the name."""
        return any(title.key in keys for title in self.titles)


@lru_cache(maxsize=1 << 14)
def parse_name(text: str) -> PersonName:
    """The parts of a name.

    `parse_name("Mrs. Ada van der Meer")` has the given name ada and the family name
    “van der meer”; `parse_name("the Brooks")` is a family.
    """
    words = text.split()
    plural = len(words) > 1 and words[0].lower() == "the"
    if plural:
        words = words[1:]
    if len(words) > 2 and words[0].lower() in _ARTICLES and title(words[1]) is not None:
        words = words[1:]
    shown = " ".join(words)
    titles: list[Title] = []
    while words and (found := title(words[0])) is not None:
        titles.append(found)
        words = words[1:]
    # The stop of “Come, Bart.” belongs to the sentence; that of “J.” to the initial.
    lowered = (word.lower().replace("’", "'") for word in words)
    parts = [word.rstrip(".,") if len(word) > _INITIAL else word for word in lowered]
    while len(parts) > 1 and parts[-1].rstrip(".,") in SUFFIXES:
        parts.pop()
    family_only = plural and bool(singulars(words[-1])) if words else False
    if len(parts) > 1 and (one := _OF_SEVERAL.get(parts[0])) is not None:
        return PersonName(shown, (TITLES[one],), single=" ".join(parts[1:]), family_only=True)
    return _assembled(shown, tuple(titles), parts, family_only)


def _assembled(
    text: str, titles: tuple[Title, ...], parts: Sequence[str], family_only: bool
) -> PersonName:
    while len(parts) > 1 and parts[0] in _ARTICLES:
        parts = parts[1:]
    if not parts:
        # A title by itself serves as a name: “Mother”, “Papa”.
        return PersonName(text, single=text.lower())
    start = _family_start(parts)
    if start == 0:
        return PersonName(text, titles, single=" ".join(parts), family_only=family_only)
    given = tuple((part.rstrip(".") or part) if len(part) < 3 else part for part in parts[:start])
    return PersonName(text, titles, given, " ".join(parts[start:]), family_only=family_only)


def _family_start(parts: Sequence[str]) -> int:
    """The index of the family name's first word: the last word, with particles before it."""
    start = len(parts) - 1
    while start > 0 and parts[start - 1].rstrip(".") in PARTICLES - {"st"}:
        start -= 1
    if start > 0 and parts[start - 1] in {"st", "st."}:
        start -= 1
    return start


def genders_conflict(one: str | None, other: str | None) -> bool:
    """Whether one asks for he and the other for she."""
    return one is not None and other is not None and {one, other} == {"he", "she"}


def any_titles_conflict(ones: Sequence[Title], others: Sequence[Title]) -> bool:
    """Whether a title of the one cannot be borne by someone who bears one of the others."""
    return any(titles_conflict(one, other) for one in ones for other in others)


_COMMONERS = MappingProxyType(
    {"sir": frozenset({"mr"}), "lord": frozenset({"mr"}), "lady": frozenset({"mrs", "miss"})}
)
"""The titles of those who have no higher one."""


def is_of_rank(titles: Sequence[Title]) -> bool:
    """Whether one of the titles is a knight's, a lord's or a lady's."""
    return any(title.key in _COMMONERS for title in titles)


def ranks_conflict(ones: Sequence[Title], others: Sequence[Title]) -> bool:
    """Whether the ones are a knight's, a lord's or a lady's and the others are not, or vice versa.

    Finds:
        Sir or Lord beside Mr., Lady beside Mrs. or Miss, where none of them bears both.
    Why it holds:
        Whoever has a title of rank is called by it, and by the plain one only before.
    Misses:
        A lady who speaks of her own husband as plain Mr. Brook.

    Example:
        Mr. Brook is Sir Toby Brook's cousin or heir, not Sir Toby.
    """
    one, other = ({title.key for title in titles} for titles in (ones, others))
    if one & other:
        return False
    pairs = ((one, other), (other, one))
    return any(_COMMONERS.get(key, frozenset()) & low for high, low in pairs for key in high)


def shortens(short: str, full: str) -> bool:
    """Whether `short` may be a clipped form of `full`, real or invented.

    Finds:
        The beginning of the name (Wil of Wilkin, Jo of Josefina), i and y alike (Tim of
        Tymber), with a pet ending (Robbie of Robert, Gracie of Grace).
    Why it holds:
        English clips a name to its first syllable and may add -y or -ie.
    Misses:
        Forms from the middle or end (Beth, Drew); the list of nicknames has the usual ones.

    Example:
        `shortens("tim", "tymber")` is true, `shortens("tom", "tymber")` is not.
    """
    if len(short) < 2 or short == full:
        return False
    one, other = sound(short), sound(full)
    if len(one) == 2:  # a syllable: Jo, Di, Lu, but not Mr or Dr
        return one[1] in "aeiou" and len(other) > 3 and other.startswith(one)
    if one in {other + "i", other + "ie"}:
        return True
    if len(one) < len(other) and other.startswith(one):
        return True
    stem = one.removesuffix("ie").removesuffix("i")
    if stem == one:
        return False
    if len(stem) > 3 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return len(stem) >= 3 and other.startswith(stem) and other != stem


def sound(name: str) -> str:
    """The name with letters that sound alike written alike: tim of “tym”."""
    return name.replace("y", "i").replace("ck", "k").replace("ph", "f")
