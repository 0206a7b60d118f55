"""Who is called by name inside a quotation, and who is only spoken of."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from fabula.labels import Pronouns
from fabula.lexicon.cue_words import (
    DETERMINERS,
    FEMALE_ADDRESS,
    INTERJECTIONS,
    MALE_ADDRESS,
    NAME_QUESTIONS,
    OWN_NAMING,
    OWN_NAMING_PAIRS,
    SELF_NAMING,
    SELF_NAMING_PAIRS,
    VOCATIVE_NOUNS,
)
from fabula.stages.speaking.clauses import Piece
from fabula.story import Mention

# A name alone before a full stop may be the answer to “Who was it?”; of 18 before a question mark,
# in our own stories and the development novels, six called somebody and the others spoke of them.
SURE, UNSURE = 1.0, 0.5


class Called(Struct, frozen=True):
    """A person called to: “Come here, *Tom*”; `weight` is 1 where nothing else is likely."""

    mention: Mention
    weight: float


class Address(Struct, frozen=True, kw_only=True):
    """How the words of a quotation point at people.

    `called` are spoken to by name; `spoken_of` are named without being called, so that they
    are hardly the speaker; `own` are names that the speaker gives as their own;
    `called_pronouns` is what “sir” or “madam” says of the one addressed. `asks_name`: they ask
    who somebody is; `only_name`: they are nothing but a name, as an answer to that is.
    """

    called: tuple[Called, ...] = ()
    spoken_of: tuple[Mention, ...] = ()
    own: tuple[Mention, ...] = ()
    called_pronouns: Pronouns | None = None
    asks_name: bool = False
    only_name: bool = False


def in_answer(words: Address, before: Address) -> Address:
    """The words as an answer to those before them.

    Example: “What are you called?” “Del.” gives Del's own name, and calls nobody.
    """
    if not (before.asks_name and words.only_name):
        return words
    own = tuple(call.mention for call in words.called)
    return structs.replace(words, called=(), own=words.own + own)


def address(pieces: Sequence[Piece]) -> Address:
    """Read the pieces of one quotation (its marks included).

    Finds: names set off by commas or by the ends of a sentence, alone or after “hey”, “oh”,
    “dear”; several in a row (“Hey Tim, Slim!”); “sir”, “captain”, “mother” in the same places.
    Why it holds: English sets off the name of the one spoken to, and no one else's.
    Misses: names without commas (“Come on Tom let us go”); lists and appositions that look alike.
    Example: “Ines, where is Tom?” calls Ines and speaks of Tom.
    """
    called: list[Called] = []
    spoken_of: list[Mention] = []
    own: list[Mention] = []
    pronouns: Pronouns | None = None
    for first, last in _runs(pieces):
        weight = _weight(pieces, first, last)
        for piece in pieces[first : last + 1]:
            if piece.mention is None:
                continue
            if weight:
                called.append(Called(piece.mention, weight))
            elif piece.mention.form == "proper" and _names_itself(pieces, first):
                own += [piece.mention] if _is_own_name(pieces, first, last) else []
            elif piece.mention.form == "proper":
                spoken_of.append(piece.mention)
    for index, piece in enumerate(pieces):
        if piece.word in VOCATIVE_NOUNS or (piece.mention and _head_word(piece) in VOCATIVE_NOUNS):
            pronouns = pronouns or _called_pronouns(pieces, index)
    return Address(
        called=tuple(called),
        spoken_of=tuple(spoken_of),
        own=tuple(own),
        called_pronouns=pronouns,
        asks_name=_asks_name(pieces),
        only_name=len(called) == 1 and sum(not piece.is_mark for piece in pieces) == 1,
    )


def _asks_name(pieces: Sequence[Piece]) -> bool:
    """“Who are you?”, “What’s your name?”, “What do they call you?”, in the last question."""
    words = [piece.word for piece in pieces]
    return "?" in words and any(
        tuple(words[place : place + len(asking)]) == asking
        for place, word in enumerate(words)
        for asking in _NAME_QUESTIONS.get(word, ())
    )


_NAME_QUESTIONS = {
    first: tuple(asking for asking in NAME_QUESTIONS if asking[0] == first)
    for first in {asking[0] for asking in NAME_QUESTIONS}
}
"""The questions by their first word: every line of speech is searched for them."""


def _runs(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Stretches of names joined by commas or “and”, each as its first and last place."""
    index = 0
    while index < len(pieces):
        if not _is_name(pieces[index]):
            index += 1
            continue
        last = index
        while True:
            step = last + 1
            while step < len(pieces) and pieces[step].word in {",", "and"} and step < last + 3:
                step += 1
            if step == last + 1 or step >= len(pieces) or not _is_name(pieces[step]):
                break
            if _form(pieces[step]) != _form(pieces[last]):
                break  # “my brother, Tom”: one explains the other
            last = step
        yield index, last
        index = last + 1


def _is_name(piece: Piece) -> bool:
    """Whether the piece can be called out: a name, or a noun people are addressed by."""
    if piece.mention is None:
        return False
    if piece.mention.form == "proper":
        return True
    return piece.mention.form == "nominal" and _head_word(piece) in VOCATIVE_NOUNS


def _form(piece: Piece) -> str:
    return piece.mention.form if piece.mention else ""


def _head_word(piece: Piece) -> str:
    return piece.word.rsplit(None, 1)[-1]


def _weight(pieces: Sequence[Piece], first: int, last: int) -> float:
    """How surely the run is called out; 0.0 if it is not."""
    if any(piece.possessive for piece in pieces[first : last + 1]):
        return 0.0
    if not _free_before(pieces, first) or not _free_behind(pieces, last):
        return 0.0
    following = pieces[last + 1].word if last + 1 < len(pieces) else "."
    behind = pieces[last + 2] if last + 2 < len(pieces) else None
    if following == "," and behind is not None:
        explained = _form(pieces[last]) == "nominal" and _form(behind) == "proper"
        if explained or behind.word in {"who", "whose", "whom", "which"}:
            return 0.0
        if behind.word in DETERMINERS or _form(behind) == "nominal":
            return UNSURE  # “Tom, the baker, …” or “Tom, the bread is burning!”
    if following.startswith("?") and first and pieces[first - 1].word == "and":
        return 0.0  # “And Tom?” asks about him
    alone = first == 0 or (pieces[first - 1].is_mark and pieces[first - 1].word != ",")
    return UNSURE if alone and (following == "." or following.startswith("?")) else SURE


def _free_before(pieces: Sequence[Piece], first: int) -> bool:
    if first == 0:
        return True
    previous = pieces[first - 1]
    if previous.word in INTERJECTIONS:
        return first < 2 or pieces[first - 2].is_mark or pieces[first - 2].word in INTERJECTIONS
    if not previous.is_mark:
        return False
    if previous.word != "," or first < 2:
        return True
    before = pieces[first - 2]
    # “my brother, Tom, …” explains who the brother is.
    return before.mention is None or before.mention.form == "pronominal"


def _free_behind(pieces: Sequence[Piece], last: int) -> bool:
    return last + 1 >= len(pieces) or pieces[last + 1].is_mark


def _names_itself(pieces: Sequence[Piece], first: int) -> bool:
    """“It’s Ines”, “my name is Ines”, “I am the Duchess”: likely the speaker's own name."""
    words = _words_before(pieces, first)[-2:]
    return words[-1:] != [] and (words[-1] in SELF_NAMING or tuple(words) in SELF_NAMING_PAIRS)


def _words_before(pieces: Sequence[Piece], first: int) -> list[str]:
    return [piece.spoken for piece in pieces[max(first - 3, 0) : first] if piece.word != "the"]


def _is_own_name(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """Whether nobody but the speaker bears it: “I’m Ines”, not “it’s Ines” or “I’m Ines’s cook”."""
    words = _words_before(pieces, first)
    told = words[-1:] != [] and (words[-1] in OWN_NAMING or tuple(words[-2:]) in OWN_NAMING_PAIRS)
    return told and first == last and not pieces[last].possessive and _free_behind(pieces, last)


def _called_pronouns(pieces: Sequence[Piece], index: int) -> Pronouns | None:
    """What a form of address tells about the one addressed: “sir”, “my girl”."""
    start = index
    while start > 0 and pieces[start - 1].word in _BEFORE_ADDRESS:
        start -= 1
    if not (start == 0 or pieces[start - 1].is_mark) or not _free_behind(pieces, index):
        return None
    word = _head_word(pieces[index])
    if word in MALE_ADDRESS:
        return "he"
    return "she" if word in FEMALE_ADDRESS else None


_BEFORE_ADDRESS = INTERJECTIONS | {"old", "young", "good", "little", "poor", "the"}
