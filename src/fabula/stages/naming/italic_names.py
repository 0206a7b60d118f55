"""Ships and papers by their italics: “the *Marigold*” is nobody, whatever else she does."""

from collections import Counter
from collections.abc import Sequence

from msgspec import structs

from fabula.stages.naming.found_mentions import FoundMention

_ITALICS = frozenset("*_")
_DETERMINERS = ("the ", "the\n", "The ")

LEAST_SHARE = 0.3
"""Of the uses of a name, so many behind “the” and in italics are enough: others stand in headings,
in speech, and where somebody only thinks of her."""


def italics_are_things(found: Sequence[FoundMention], text: str) -> list[FoundMention]:
    """The mentions; names of people that stand in italics behind “the” are a ship's.

    Finds:
        Names taken for people of which three uses in ten are “the *Marigold*”.
    Why it holds:
        English sets the names of ships, papers and books in italics, and puts “the” before them;
        it does neither with a person's name.
    Misses:
        Ships in texts that have lost their italics.

    Example:
        In “I was cook in the *Marigold*” Marigold is no person.
    """
    uses: Counter[str] = Counter()
    italic: Counter[str] = Counter()
    for mention in found:
        if mention.type == "PER" and mention.form == "proper":
            uses[_name(mention, text)] += 1
            italic[_name(mention, text)] += _is_thing(mention, text)
    things = {name for name, times in italic.items() if times and times >= LEAST_SHARE * uses[name]}
    return [
        structs.replace(mention, type="VEH")
        if mention.form == "proper" and mention.type == "PER" and _name(mention, text) in things
        else mention
        for mention in found
    ]


def _name(mention: FoundMention, text: str) -> str:
    span = mention.name_span or mention.span
    return " ".join(text[span.start : span.end].split())


def _is_thing(mention: FoundMention, text: str) -> bool:
    """Whether this use stands in italics behind “the”."""
    span = mention.name_span or mention.span
    opens = span.start - 1
    return (
        text[opens : opens + 1] in _ITALICS
        and text[opens] in text[span.end : span.end + 3]
        and text[opens - 4 : opens] in _DETERMINERS
    )
