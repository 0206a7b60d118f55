"""Narration cut into pieces (mentions, words, marks), and the subject of its clauses.

A shallow reading: no parser stands behind it. It knows the mentions, the small words of English
and where a clause ends, which is enough for “said the boy” and “Anna turned to Tom and said”.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, structs

from fabula.lexicon.cue_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NOMINATIVE,
    NOT_ADVERBS,
    OBJECTIVE,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PARTS,
    SUBORDINATORS,
)
from fabula.lexicon.verb_forms import IRREGULAR_PAST
from fabula.story import Mention
from fabula.text import Document

POSSESSIVE_ENDINGS = ("'s", "’s", "'", "’")


_BEHIND_IS = frozenset(
    """
    a an the been got gone not no never always already just still only also here there now in on at
    my his her our their so too very
    """.split()
)


class Piece(Struct, frozen=True, gc=False):
    """A mention, a word or a punctuation mark of the narration.

    `word` is its text in lower case, `spoken` the same with what hangs on it: “i’m” of “i”.
    `possessive` is True for “Anna’s” and for “her” before a noun; `mention` is None for plain
    words.
    """

    start: int
    end: int
    word: str
    mention: Mention | None = None
    possessive: bool = False
    capital: bool = False
    ending: str = ""

    @property
    def spoken(self) -> str:
        """The word with the verb that hangs on it: “i’m”, “it’s”."""
        return self.word + self.ending

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation: no letter and no digit in it."""
        if self.mention is not None or self.word.isalnum():
            return False
        return not any(map(str.isalnum, self.word))


class Narration:
    """The text as pieces, any stretch of it at a cost that depends on its own length only."""

    def __init__(self, document: Document, mentions: Iterable[Mention]) -> None:
        self._text = document.text
        self._tokens = document.tokens
        self._starts = [token.start for token in document.tokens]
        self._outermost: dict[int, Mention] = {}
        for mention in mentions:
            other = self._outermost.get(mention.start)
            if other is None or other.end < mention.end:
                self._outermost[mention.start] = mention

    def pieces(self, start: int, end: int) -> list[Piece]:
        """The pieces that begin inside `start:end`, in text order."""
        pieces: list[Piece] = []
        index, stop = bisect_left(self._starts, start), bisect_left(self._starts, end)
        while index < stop:
            token = self._tokens[index]
            mention = self._outermost.get(token.start)
            if mention is None or mention.end > end:
                pieces.append(self._word(token.start, min(token.end, end)))
                index += 1
                continue
            last = index
            while last + 1 < len(self._tokens) and self._starts[last + 1] < mention.end:
                last += 1
            piece_end = max(self._tokens[last].end, mention.end)
            pieces.append(self._mention(mention, piece_end))
            index = last + 1
        return [
            piece if piece.mention is None else self._with_possession(pieces, number)
            for number, piece in enumerate(pieces)
        ]

    def _word(self, start: int, end: int) -> Piece:
        raw = self._text[start:end]
        return Piece(start, end, raw.lower(), None, False, raw[:1].isupper())

    def _mention(self, mention: Mention, end: int) -> Piece:
        rest = self._text[mention.end : end]
        word = self._text[mention.start : mention.end].lower()
        return Piece(
            mention.start,
            end,
            word,
            mention,
            possessive=rest in POSSESSIVE_ENDINGS and bool(rest) and word not in NOMINATIVE,
            ending=rest.lower(),
        )

    @staticmethod
    def _with_possession(pieces: Sequence[Piece], number: int) -> Piece:
        """The piece, marked where it is “her” or “his” with its noun behind it.

        “Tom’s” before “been”, “got” or “a” is “Tom is” or “Tom has”, and owns nothing.
        """
        piece = pieces[number]
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if piece.possessive and following is not None and following.word in _BEHIND_IS:
            return structs.replace(piece, possessive=False)
        if piece.word not in POSSESSIVES or piece.mention is None:
            return piece
        owned = following is not None and not following.is_mark and is_content(following)
        if piece.word == "her" and not owned:
            return piece
        return Piece(piece.start, piece.end, piece.word, piece.mention, True, piece.capital)


def is_content(piece: Piece) -> bool:
    """Whether the piece is no small word: a noun, an adjective, a verb."""
    return (
        piece.mention is None
        and piece.word not in PREPOSITIONS
        and piece.word not in CONJUNCTIONS
        and piece.word not in DETERMINERS
        and piece.word not in AUXILIARIES
        and not is_adverb(piece)
    )


def is_adverb(piece: Piece) -> bool:
    """Whether the piece says how or when: softly, then, again."""
    if piece.mention is not None:
        return False
    word = piece.word
    return word in ADVERBS or (word.endswith("ly") and len(word) > 3 and word not in NOT_ADVERBS)


def may_be_subject(piece: Piece) -> bool:
    """Whether the mention's form allows it to act: she, Anna, the boy; not him, not Anna’s."""
    mention = piece.mention
    if mention is None or piece.possessive:
        return False
    if mention.form == "pronominal":
        return piece.word in NOMINATIVE
    return piece.word not in OBJECTIVE


def belongs_to_person(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a possessive stands before a part of its person: her (low) voice, Anna’s eyes."""
    if not pieces[index].possessive:
        return False
    following = pieces[index + 1 : index + 1 + _REACH_OF_POSSESSION]
    for piece in following:
        if piece.word in SUBJECT_PARTS:
            return True
        if not is_content(piece) or piece.is_mark:
            return False
    return False


# “her low, tired voice” is about as far as an owner stands from the noun.
_REACH_OF_POSSESSION = 3


def subjects(pieces: Sequence[Piece]) -> Iterator[tuple[int, Mention]]:
    """The persons who act in these clauses, with their places, in text order.

    Finds: mentions whose form lets them be a subject and which hang on no preposition and
    follow no verb as its object; “her voice” and “Tobin’s eyes” act for their owner.
    Why it holds: English puts the subject before its verb and little in between.
    Misses: “Behind Anna stood Tom”; subjects that are no mention.
    Example: “With a shrug the boy sat down.” gives “the boy”.
    """
    hangs = _Hanging()
    for index, piece in enumerate(pieces):
        if piece.mention is None or piece.word == "who" or _opens_cleft(pieces, index):
            hangs.read_word(piece)
            continue
        nominative = piece.mention.form == "pronominal" and piece.word in _ALWAYS_SUBJECT
        free = nominative or not hangs.on_something
        if free and (may_be_subject(piece) or belongs_to_person(pieces, index)):
            yield index, piece.mention
        hangs.read_mention(piece)


def _opens_cleft(pieces: Sequence[Piece], index: int) -> bool:
    """Whether this is the empty “it” of “It was Anna who laughed”."""
    if pieces[index].word != "it" or len(pieces) < index + 4:
        return False
    verb, person, relative = pieces[index + 1 : index + 4]
    return (
        verb.word in {"was", "is"}
        and person.mention is not None
        and relative.word in {"who", "that"}
    )


# “you” and “it” may be objects too.
_ALWAYS_SUBJECT = frozenset({"i", "he", "she", "they", "we"})


class _Hanging:
    """Whether the next mention depends on a preposition or a verb before it."""

    def __init__(self) -> None:
        self.on_something = False
        self._determiner = False
        self._acted = False

    def read_word(self, piece: Piece) -> None:
        word = piece.word
        if word in SUBORDINATORS:
            self.on_something, self._determiner, self._acted = True, False, False
        elif word == "who":
            self.on_something, self._acted = False, True  # it acts; names after its verb do not
        elif piece.is_mark or word in CONJUNCTIONS or word in _RELATIVES:
            self.on_something = self._acted = self._determiner = False
        elif word in PREPOSITIONS:
            self.on_something, self._determiner = True, False
        elif word in DETERMINERS:
            self._determiner = True
        elif self._acted and (is_content(piece) or word in AUXILIARIES):
            self.on_something = True  # a verb after its subject: what follows is its object
            self._acted = False
        elif self._determiner and is_content(piece):
            # “With a shrug the boy …”: the noun closes the phrase that the preposition opened.
            self.on_something = self._determiner = False
        elif is_content(piece) and (word.endswith("ed") or word in IRREGULAR_PAST):
            self.on_something = True  # “That pleased Tom”: a verb whose subject is no mention

    def read_mention(self, piece: Piece) -> None:
        self._determiner = False
        if piece.possessive:
            self._determiner = self.on_something
            return
        self._acted = not self.on_something
        self.on_something = False


_RELATIVES = frozenset({"which", "that", "whom", "where"})


def acting_subject(pieces: Sequence[Piece]) -> Mention | None:
    """The first person who acts in these clauses, or None."""
    return next((mention for _, mention in subjects(pieces)), None)
