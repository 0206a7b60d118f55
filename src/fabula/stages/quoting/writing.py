"""Writing inside a story: letters, chat logs, and signs in capitals."""

import re
from collections.abc import Iterator, Sequence

from fabula.lexicon.quoting_words import WRITING_NOUNS
from fabula.stages.quoting.chats import find_chats
from fabula.stages.quoting.drafts import Draft
from fabula.text import Mark, Span, overlapping

LETTER_PARAGRAPHS = 20
LETTER_CHARACTERS = 8_000
"""A longer “letter” is a novel in letters: its people speak in it, and must be heard."""

_SPEECH_MARKS = frozenset('"“«„')  # at the head of a paragraph: the letter is over

_SALUTATION = re.compile(
    r"""(?x) [*_]* (?:
        (?:My\s)? (?:[Dd]ear(?:est)?|[Bb]eloved|[Dd]arling) (?:\s[\w.'’&-]+){1,6} \s? (?:[,:—–]|--)
      | (?:Dear(?:est)?|Darling|Beloved) [,:—–]
      | To\s[Ww]hom\s[Ii]t\s[Mm]ay\s[Cc]oncern
      | (?:Dear\s)?(?:Sir|Madam|Sirs|Sir\sor\sMadam)[,:]
    )"""
)
_FAREWELL = r"""(?:
    (?:[Bb]elieve\sme|[Ii]\s(?:am|remain))?,?\s* (?:[Ee]ver\s|[Vv]ery\s|[Mm]ost\s)?
    [Yy]ours?\s (?:sincerely|truly|faithfully|affectionately|respectfully|ever|always
      | obediently|in\shaste | (?:most\s|very\s)?(?:\w+\s){0,2}
        (?:friend|servant|brother|sister|son|daughter|mother|father|cousin|aunt|uncle|wife|husband)
    )\b)"""
_SHORT_FAREWELL = r"""(?:
    (?:Yours? | Sincerely | Affectionately | Respectfully | Faithfully | Hugs | XOXO | xoxo
      | (?:With\s)?(?:[Aa]ll\s(?:my|our)\s)?[Ll]ove (?:\salways|\sfrom)?
      | Best\s(?:wishes|regards) | Kind(?:est)?\sregards | Regards)\b)"""
_NAME_LINE = r"(?:\n[^\n]{0,40})? [*_]* $"
_SIGN_OFF = re.compile(
    rf"(?x) [*_]* (?: {_FAREWELL} | {_SHORT_FAREWELL} ) [^\n]{{0,40}} {_NAME_LINE}"
)
_SIGN_OFF_AT_END = re.compile(rf"(?x) {_FAREWELL} [^.!?\n]{{0,30}} {_NAME_LINE}")
_SIGNATURE = re.compile(r"[*_]*(?:[—–-]{1,2}\s?)?(?:[A-Z][\w’'-]*\.?\s?){1,4}[*_]*$")
_POSTSCRIPT = re.compile(r"[*_]*P\.?\s?(?:P\.?\s?)?S\.?\b")


def draft_writing(text: str, marks: Sequence[Mark], stretches: Sequence[Span]) -> list[Draft]:
    """The letters, chat logs and signs of a story, in order; none overlaps another."""
    letters = list(_letters(text, marks, stretches))
    taken = [part for draft in letters for part in draft.parts]
    free = [stretch for stretch in stretches if not overlapping(taken, stretch.start, stretch.end)]
    chats = [Draft((span,), "writing", "block") for span in find_chats(text, free)]
    taken = sorted(taken + [part for draft in chats for part in draft.parts])
    signs = [
        Draft((span,), "writing", "block")
        for stretch in free
        for span in _signs(text, stretch)
        if not overlapping(taken, span.start, span.end)
    ]
    return sorted(letters + chats + signs, key=lambda draft: draft.start)


def _letters(text: str, marks: Sequence[Mark], stretches: Sequence[Span]) -> Iterator[Draft]:
    """Letters that no quotation marks surround.

    Finds: paragraphs from “Dear Ada,” to “Yours ever,” with the signature and what follows as
        P.S.; an indented block that has either of the two.
    Why it holds: greeting and farewell are set at the head and the foot of a letter, and of
        nothing else that is as short.
    Misses: letters without a farewell, and those longer than `LETTER_CHARACTERS`.
    Example: Dear Ada, / The ferry is late again. / Yours ever, / Tom
    """
    blocks = [mark for mark in marks if mark.kind == "blockquote"]
    place = 0
    while place < len(stretches):
        last = _letter_end(text, stretches, place, blocks)
        if last is None:
            place += 1
            continue
        yield Draft(tuple(stretches[place : last + 1]), "writing", "block")
        place = last + 1


def _letter_end(
    text: str, stretches: Sequence[Span], first: int, blocks: Sequence[Mark]
) -> int | None:
    """The index of the last paragraph of the letter that begins at `first`, if one does."""
    start, end = stretches[first].start, stretches[first].end
    greeting = _SALUTATION.match(text, start, end)
    if greeting is None:
        return None
    alone = end - greeting.end() < 4
    for place in range(first, min(first + LETTER_PARAGRAPHS, len(stretches))):
        stretch = stretches[place]
        speaks = place > first and text[stretch.start] in _SPEECH_MARKS
        if speaks or stretch.end - start > LETTER_CHARACTERS:
            return None
        if place > first and _SIGN_OFF.match(text, stretch.start, stretch.end):
            return _after_farewell(text, stretches, place)
        tail = max(stretch.start, stretch.end - 160)
        if _SIGN_OFF_AT_END.search(text, tail, stretch.end):
            return _after_farewell(text, stretches, place)
        if alone and place > first + 1 and _is_signature(text, stretch):
            return _after_farewell(text, stretches, place)
    return _block_end(stretches, first, blocks)


def _is_signature(text: str, stretch: Span) -> bool:
    """“Ada”, “—Tom Dean”: a name and nothing else."""
    return len(stretch) <= 40 and _SIGNATURE.match(text, stretch.start, stretch.end) is not None


def _after_farewell(text: str, stretches: Sequence[Span], place: int) -> int:
    """The index of the last paragraph, with the signature and the postscript."""
    following = place + 1
    if following < len(stretches) and _is_signature(text, stretches[following]):
        place, following = following, following + 1
    if following < len(stretches):
        stretch = stretches[following]
        if _POSTSCRIPT.match(text, stretch.start, stretch.end):
            place = following
    return place


def _block_end(stretches: Sequence[Span], first: int, blocks: Sequence[Mark]) -> int | None:
    """The last paragraph of the indented block that the greeting stands in."""
    around = overlapping(blocks, stretches[first].start, stretches[first].end)
    if not around:
        return None
    place = first
    while place + 1 < len(stretches) and stretches[place + 1].end <= around[0].end:
        place += 1
    return place


_NOUNS = "|".join(sorted(WRITING_NOUNS))
_CAPITALS = r"[A-Z][A-Z'’&!-]+|\d+|[AI]"
_SIGN = re.compile(
    rf"""(?x) \b(?:{_NOUNS})\b [^.!?\n"“]{{0,40}}?
    \b(?:read|reads|reading|said|says|saying|proclaimed|announced|declared|spelled)
    (?:\s(?:out|simply|only))? \s? [:,—–-]? \s
    (?P<sign>(?:[A-Z][A-Z'’&!-]{{2,}}|(?:{_CAPITALS})\s[A-Z]{{2,}}) (?:\s(?:{_CAPITALS}))*)"""
)


def _signs(text: str, stretch: Span) -> Iterator[Span]:
    """Signs in capitals: the board said NO SWIMMING.

    Finds: words in capitals after a thing that is written on and a verb of reading.
    Why it holds: capitals after such a verb copy how the thing looks.
    Misses: signs in ordinary letters without marks or emphasis.
    Example: A card in the window read CLOSED.
    """
    for match in _SIGN.finditer(text, stretch.start, stretch.end):
        yield Span(*match.span("sign"))
