"""Who writes a message that has its writer's name before it: “zeb: anyone seen my boots?”."""

import re
from collections.abc import Iterable

from fabula.lexicon.cue_words import SELF_NAMING, SELF_NAMING_PAIRS
from fabula.stages.speaking.clauses import Narration, Piece
from fabula.stages.speaking.people import People
from fabula.stages.speaking.vocatives import address
from fabula.story import EntityId, Mention, Quotation
from fabula.text import Document, Span

LONGEST_HANDLE = 160
"""Characters before a message: a date, a name of three words and a remark in parentheses."""

_STAMP = re.compile(
    r"[\s*_<@]*(?:[\[(]?[\d/.:,\s-]*\d(?:\s?[AaPp][Mm])?[\])]?\s(?:[–—-]\s)?)?[*_<@]*"
)
_WORD_END = re.compile(r"(?<=[^\s:>*_()\[\]])(?=[\s:>*_])")
_END = re.compile(
    r"[*_]*(?:\s[(\[][^()\[\]\n]*[)\]])?[*_]*\s?[:>][*_]*\s+"
    r"|[*_]*,?\s[(\[]?\d[^()\[\]\n]*[)\]]?[*_]*[^\S\n]*\n"
)

TURNS_BACK = 6
"""Messages within which a chat holds whoever wrote one of them: more apart, it has moved on."""


class Messages:
    """The messages of a story's chats, and who hides behind which name."""

    def __init__(
        self,
        document: Document,
        narration: Narration,
        people: People,
        writings: Iterable[Quotation],
    ) -> None:
        self._document = document
        self._narration = narration
        self._people = people
        handles = [(writing, handle) for writing in writings if (handle := self.handle(writing))]
        self._introduced = self._introductions(handles)
        self._order = [self.writer(handle) for _, handle in handles]
        self._place = {writing.id: place for place, (writing, _) in enumerate(handles)}

    def handle(self, writing: Quotation) -> Span | None:
        """The name before a message; None where the writing is no message of a chat."""
        if writing.style != "block":
            return None
        text, end = self._document.text, writing.start
        last = end - 1 if text[end - 1 : end] == "\n" else end  # a handle may have its own line
        low = text.rfind("\n", max(end - LONGEST_HANDLE, 0), last) + 1
        stamp = _STAMP.match(text, low, end)
        start = stamp.end() if stamp else low
        for match in _WORD_END.finditer(text, start, min(start + LONGEST_HANDLE, end)):
            if _END.fullmatch(text, match.end(), end):
                return Span(start, match.end())
        return None

    def writer(self, handle: Span) -> EntityId | None:
        """Who bears the name, or gave another in a message under it.

        Finds: the person whom the handle names; behind “unknown” who writes “This is Ada”.
        Why it holds: a chat sets each message under its writer, and strangers say who they are.
        Misses: a stranger whom only others name.
        Example: unknown: Good evening. This is Ada from the mill.
        """
        mention = self._mention(handle)
        return self._people.who(mention) if mention else self._introduced.get(self._key(handle))

    def heard(self, writing: Quotation, writer: EntityId | None) -> tuple[EntityId, ...]:
        """Whom a message is for.

        Finds: those in the chat whom it calls by name; else who wrote last before it, or for the
        first of a chat who answers it.
        Why it holds: people write in turn, and answer.
        Misses: a message for everyone in a chat of several.
        Example: in orlo: Has anyone seen my boots? / maud: Yes, the second is for Orlo.
        """
        others = set(self._order) - {writer}
        everyone = self._people.everyone(
            call.mention for call in address(self._pieces(writing)).called
        )
        called = tuple(person for person in everyone if person in others)
        if called or writer is None:
            return called
        other = self._other(self._place[writing.id], writer)
        return () if other is None else (other,)

    def _other(self, place: int, writer: EntityId) -> EntityId | None:
        """The nearest other writer, before the message or else behind it."""
        before = self._order[max(place - TURNS_BACK, 0) : place][::-1]
        behind = self._order[place + 1 : place + 1 + TURNS_BACK]
        return next((each for each in (*before, *behind) if each not in {writer, None}), None)

    def _mention(self, handle: Span) -> Mention | None:
        for piece in self._narration.pieces(handle.start, handle.end):
            mention = piece.mention
            if mention is not None and (mention.start, mention.end) == (handle.start, handle.end):
                return mention
        return None

    def _key(self, handle: Span) -> str:
        return self._document[handle].lower()

    def _pieces(self, writing: Quotation) -> list[Piece]:
        return [p for part in writing.parts for p in self._narration.pieces(part.start, part.end)]

    def _introductions(self, handles: Iterable[tuple[Quotation, Span]]) -> dict[str, EntityId]:
        """By a handle that names nobody, the first name given in a message under it."""
        found: dict[str, EntityId] = {}
        for writing, handle in handles:
            if self._mention(handle) is not None:
                continue
            person = self._people.who(_own_name(self._pieces(writing)))
            if person is not None:
                found.setdefault(self._key(handle), person)
        return found


def _own_name(pieces: list[Piece]) -> Mention | None:
    """The name in “This is Ada”, “I'm Ada”, “my name is Ada”."""
    for index, piece in enumerate(pieces):
        if piece.mention is None or piece.mention.form != "proper" or piece.possessive:
            continue
        words = [before.spoken for before in pieces[max(index - 2, 0) : index]]
        told = words[-1:] and words[-1] in SELF_NAMING
        if told or tuple(words) in SELF_NAMING_PAIRS | {("this", "is"), ("i", "am")}:
            return piece.mention
    return None
