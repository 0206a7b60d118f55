"""Author's notes among the paragraphs of a chapter: where one begins and how far it goes."""

import re
from collections.abc import Sequence

from msgspec import Struct

from fabula.labels import ParatextRole
from fabula.stages.structure.addressing import Address, address_of
from fabula.stages.structure.breaks import is_break_line
from fabula.stages.structure.labelled_lines import Label, read_label
from fabula.stages.structure.layout import Block
from fabula.text import Span

MAX_NOTE_BLOCKS = 40
MAX_NOTE_WORDS = 900
"""A longer note exists; a chapter taken for a note costs more."""
MAX_SIGNATURE_WORDS = 6
MAX_TAIL_NOTES = 8
MAX_CLOSING_WORDS = 14
MAX_ENDING_LETTERS = 60
MAX_PART_BLOCKS = 12
MAX_PART_WORDS = 250
MAX_ANNOUNCEMENT_WORDS = 60

_INLINE = re.compile(
    r"[(\[{]\s*(?:\*\*|__)?(?:a/n|an(?=\s*[:：])|a\.n\.?|author['’]?s['’]?\s+note)\b[^()\[\]{}]{0,1200}[)\]}]",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"[(\[]+(?=[^()\[\]]*\b(?:i|i['’]m|i['’]ve|me|my|we)\b)"
    r"(?=[^()\[\]]*\b(?:scenes?|chapters?|fics?|pov|flashbacks?|writing|wrote|update|plot)\b)"
    r"[^()\[\]]{1,600}[)\]]+",
    re.IGNORECASE,
)
"""A whole paragraph in brackets in which an “I” speaks of the writing."""
_ENDING = re.compile(
    r"[\W_]*(?:the\s+end|fin|finis|end|owari|to\s+be\s+continued|tbc|tbc\.\.\.|continued?\s+in\s+.{1,30}"
    r"|end\s+(?:of\s+)?(?:file|story|(?:the\s+)?(?:chapter|part|book|volume|phase)\b.{0,30})"
    r"|(?:chapter|part)\s+\w+\s+end)[\W_]*",
    re.IGNORECASE,
)
_REPLY = re.compile(r"[\s*_~>•–—-]*[\w.'’ -]{1,40}[*_]*\s?(?::|-{1,2}\s|[–—])[*_]*\s*\S")
_PLEA = re.compile(r"\b(?:reviews?|r ?& ?r|r and r|feedback|kudos|comments?)\b", re.IGNORECASE)
_PLEADING = re.compile(
    r"\b(?:please|pls|plz|me|my|leave|you)\b|[!?~]\W*$|^\W*\w+\W*$", re.IGNORECASE
)
_NARRATED = re.compile(r"\b(?:he|she|they|his|her|their|was|were|had)\b", re.IGNORECASE)
Blocks = Sequence[Block]


def note_end(blocks: Blocks, first: int, ordinary: int, label: Label) -> int:
    """The last block of the note that begins with block `first` of a chapter.

    Finds: paragraphs that go on addressing readers, up to a row of glyphs, a rule, wider space
        or the end; signatures before it (“~ Lamp”).
    Why it holds: notes are set off from the story; where nothing sets them off, each paragraph
        must show by its own words that it belongs.
    Misses: paragraphs without any such word when story follows directly; they stay story.
    Example: A/N: I am back! / Sorry for the wait. / *** / The ferry was late.
    """
    last = min(first + 1, len(blocks) - 1) if label.alone else first
    replies = label.role == "review_reply"
    unbroken = last
    words = 0
    for position in range(last + 1, min(len(blocks), first + MAX_NOTE_BLOCKS)):
        block = blocks[position]
        if _is_set_off(block, ordinary) or _is_other_note(block, label):
            return _with_signature(blocks, last, position)
        address = address_of(block.text)
        words += block.words
        reply = replies and _REPLY.match(block.text) is not None
        if not (reply or _goes_on(block, address)) or words > MAX_NOTE_WORDS:
            return unbroken
        if address.signs or reply:
            last = position
            if unbroken == position - 1 and (address.clear or address.signs > 1 or reply):
                unbroken = position
    ended = first + MAX_NOTE_BLOCKS >= len(blocks)
    return _with_signature(blocks, last, len(blocks)) if ended else unbroken


def _is_set_off(block: Block, ordinary: int) -> bool:
    return bool(block.rules) or block.gap > ordinary or is_break_line(block)


def _is_other_note(block: Block, label: Label) -> bool:
    """Whether a block begins a note of another kind, such as “Review replies:”."""
    other = read_label(block.text)
    return other is not None and other.strong and other.role != label.role


def _goes_on(block: Block, address: Address) -> bool:
    return address.may_go_on or block.words <= MAX_SIGNATURE_WORDS


def _with_signature(blocks: Blocks, last: int, end: int) -> int:
    """Takes in the short lines between the last sign of a note and what sets it off."""
    rest = blocks[last + 1 : end]
    short = all(block.words <= MAX_SIGNATURE_WORDS for block in rest)
    spoken = any(address_of(block.text).dialogue for block in rest)
    return end - 1 if len(rest) <= 3 and short and not spoken else last


class Note(Struct, frozen=True):
    """Blocks `first` to `last` of a chapter, and their role."""

    first: int
    last: int
    role: ParatextRole


def tail_notes(blocks: Blocks, ordinary: int) -> list[Note]:
    """What follows the story at the end of a chapter, last first.

    Finds: “THE END”, “Please review!”, notes and review replies that begin with a label, and a
        last short part behind a break that addresses readers throughout.
    Why it holds: only the end of a chapter is looked at, from its last paragraph backwards.
    Misses: thanks without any of the usual words.
    Example: *** / Thanks for reading! Reviews make my day.
    """
    notes: list[Note] = []
    end = len(blocks)
    for _ in range(MAX_TAIL_NOTES):
        while end > 0 and is_break_line(blocks[end - 1]):
            end -= 1
        note = _last_note(blocks, end, ordinary) if end > 0 else None
        if note is None:
            break
        notes.append(note)
        end = note.first
    return notes


def _last_note(blocks: Blocks, end: int, ordinary: int) -> Note | None:
    """The note that ends right before block `end`."""
    last = blocks[end - 1]
    if _is_ending(last):
        first = end - 1
        while first > 0 and _is_ending(blocks[first - 1]):
            first -= 1
        return Note(first, end - 1, "navigation")
    return (
        _labelled_tail(blocks, end, ordinary)
        or _part_behind_break(blocks, end, ordinary)
        or (Note(end - 1, end - 1, "author_note") if _is_closing(last) else None)
    )


def _is_ending(block: Block) -> bool:
    """Whether a line only says that the text stops here: “THE END”, “To be continued…”."""
    return len(block.text) <= MAX_ENDING_LETTERS and _ENDING.fullmatch(block.text) is not None


def _labelled_tail(blocks: Blocks, end: int, ordinary: int) -> Note | None:
    """A note with a label after which nothing but the note comes."""
    words = unsigned = 0
    for position in range(end - 1, max(end - MAX_NOTE_BLOCKS, 0) - 1, -1):
        block = blocks[position]
        label = read_label(block.text)
        apart = position > 0 and _is_set_off(block, ordinary)
        if label is not None and (label.strong or (apart and label.role in _NOTE_ROLES)):
            return Note(position, end - 1, label.role)
        address = address_of(block.text)
        words += block.words
        if address.signs:
            unsigned = -1
        elif unsigned >= 0:
            unsigned += block.words
        if not _goes_on(block, address) or max(words, 10 * unsigned) > MAX_NOTE_WORDS:
            return None
    return None


_NOTE_ROLES = frozenset({"author_note", "disclaimer", "review_reply", "beta", "dedication"})


def _part_behind_break(blocks: Blocks, end: int, ordinary: int) -> Note | None:
    """A last part, set off from the story, that addresses readers throughout."""
    words = 0
    for position in range(end - 1, max(end - MAX_PART_BLOCKS, 0), -1):
        block = blocks[position]
        words += block.words
        if not _goes_on(block, address_of(block.text)) or words > MAX_PART_WORDS:
            return None
        above = blocks[position - 1]
        if _is_set_off(block, ordinary) or is_break_line(above) or _is_ending(above):
            part = blocks[position:end]
            noted = _reads_as_note(part) or _announces(part)
            return Note(position, end - 1, "author_note") if noted else None
    return None


def _announces(blocks: Blocks) -> bool:
    """Whether a few words behind a break have two things that only notes have.

    “TBC! next chapter: the letter. kudos = buns”.
    """
    address = address_of("\n\n".join(block.text for block in blocks))
    words = sum(block.words for block in blocks)
    told = address.dialogue or address.personal
    return address.clear >= 2 and not told and words <= MAX_ANNOUNCEMENT_WORDS


def _reads_as_note(blocks: Blocks) -> bool:
    """Whether paragraphs together address readers, and thank, wish or ask for something."""
    return address_of("\n\n".join(block.text for block in blocks)).is_note


def _is_closing(block: Block) -> bool:
    """Whether a last paragraph asks for reviews or takes leave of readers: “Please review!”."""
    address = address_of(block.text)
    if address.dialogue:
        return False
    if address.is_note and address.clear >= 2 and address.signs >= 3:
        return True
    short = block.words <= MAX_CLOSING_WORDS and _PLEA.search(block.text) is not None
    pleads = _PLEADING.search(block.text) is not None and _NARRATED.search(block.text) is None
    return short and pleads


def opening_note(blocks: Blocks, ordinary: int) -> Note | None:
    """A note without a label before the story of a chapter begins, set off from it."""
    words = 0
    for position, block in enumerate(blocks[:MAX_PART_BLOCKS]):
        if position and _is_set_off(block, ordinary):
            noted = _reads_as_note(blocks[:position])
            return Note(0, position - 1, "author_note") if noted else None
        words += block.words
        if not _goes_on(block, address_of(block.text)) or words > MAX_PART_WORDS:
            break
    first = address_of(blocks[0].text)
    clear = first.is_note and first.clear >= 2 and first.signs >= 3
    return Note(0, 0, "author_note") if clear and len(blocks) > 1 else None


def is_only_note(blocks: Blocks, *, announced: bool) -> bool:
    """Whether a chapter is a note and nothing else; `announced` if its title says so."""
    if not blocks or sum(block.words for block in blocks) > MAX_NOTE_WORDS:
        return False
    addresses = [address_of(block.text) for block in blocks]
    if not all(map(_goes_on, blocks, addresses)):
        return False
    clear = sum(address.clear for address in addresses)
    appeals = any(address.appeals for address in addresses)
    return announced or (clear >= 3 and addresses[0].signs > 0 and appeals)


def is_aside(block: Block) -> bool:
    """Whether a paragraph is all in brackets and speaks of the writing.

    “(I wrote this scene twice!)” is no part of the story, “(I had my doubts.)” is.
    """
    return block.text[0] in "([" and _ASIDE.fullmatch(block.text) is not None


def inline_notes(block: Block) -> list[Span]:
    """Notes in brackets inside a paragraph: “He bowed (A/N: they did so then).”."""
    if "(" not in block.text and "[" not in block.text and "{" not in block.text:
        return []
    return [
        Span(block.start + match.start(), block.start + match.end())
        for match in _INLINE.finditer(block.text)
    ]
