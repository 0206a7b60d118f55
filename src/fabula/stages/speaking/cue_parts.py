"""The cue as a record, and what it holds beside its subject: the one spoken to, the manner."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.lexicon.cue_words import REFLEXIVES, TELLING_VERBS, TURNING_VERBS
from fabula.lexicon.speech_verbs import (
    EXPRESSIVE_VERBS,
    SPEECH_VERBS,
    THINKING_VERBS,
    VOICE_NOUNS,
    kind_of_speech,
)
from fabula.stages.speaking.clauses import Piece, is_adverb
from fabula.stages.speaking.cue_subjects import Subject
from fabula.stages.speaking.cue_verbs import CueKind, CueVerb
from fabula.story import Mention
from fabula.text import Span


class Cue(Struct, frozen=True, kw_only=True):
    """Words that name a speaker, such as “whispered the boy softly to Tom”.

    `subject` is None where they name someone who is no mention (“a voice said”): then the
    speaker is whoever that `stranger` is, not whoever is near. `kind` tells a verb of speech
    from one of thinking and from an act put in its place (“he shrugged”).
    """

    span: Span
    kind: CueKind
    verb: str
    subject: Mention | None = None
    stranger: str = ""
    addressees: tuple[Mention, ...] = ()
    manner: str | None = None


def make_cue(pieces: Sequence[Piece], verb: CueVerb, subject: Subject) -> Cue:
    """The cue that `verb` makes with `subject`, with those spoken to and the manner."""
    person = subject.mention
    span = Span(pieces[verb.index].start, pieces[verb.last].end)
    if person is not None:
        both = Span(min(span.start, person.start), max(span.end, person.end))
        span = both if len(both) <= LONGEST_CUE else span
    return Cue(
        span=span,
        kind=verb.kind,
        verb=pieces[verb.index].word,
        subject=person,
        stranger="" if person else subject.noun,
        addressees=tuple(_addressees(pieces, verb, person)),
        manner=_manner(pieces, verb, person),
    )


# A cue whose subject stands further from the verb than this is marked by its verb alone.
LONGEST_CUE = 60
# How far behind the verb “to Tom” may stand: “said the old boy in a low voice to Tom”.
_REACH = 12


def _addressees(
    pieces: Sequence[Piece], verb: CueVerb, subject: Mention | None
) -> Iterator[Mention]:
    """Those whom the words are said to.

    Finds: the object of a verb of telling (“told him”), of “to” and “at” behind the verb or
    behind an act of turning (“turned to Tom and said”), of “of” after asking (“asked of Tom”).
    Misses: people looked at in another sentence.
    Example: “Fireball,” he said to Ines.
    """
    for index, piece in enumerate(pieces[: verb.last + _REACH]):
        person = piece.mention
        if person is None or person is subject or piece.word in REFLEXIVES or piece.possessive:
            continue
        previous = pieces[index - 1].word if index else ""
        earlier = pieces[index - 2].word if index > 1 else ""
        if index > verb.last:
            direct = index == verb.last + 1 and pieces[verb.index].word in TELLING_VERBS
            asked = previous == "of" and kind_of_speech(pieces[verb.index].word) == "question"
            loud = previous == "at" and kind_of_speech(pieces[verb.index].word) == "loud"
            if direct or asked or loud or (previous == "to" and not _moves(pieces, verb, index)):
                yield person
        elif previous in {"to", "at", "towards", "toward"} and earlier in TURNING_VERBS:
            yield person


def turned_to(pieces: Sequence[Piece]) -> Iterator[Mention]:
    """Those whom somebody turns to or looks at in these pieces.

    Example: Ines glared up at *Tom*. “Well?”
    """
    turning = -_TURN
    for index, piece in enumerate(pieces):
        if piece.word in TURNING_VERBS:
            turning = index
        person = piece.mention
        if person is None or piece.possessive or piece.word in REFLEXIVES or not index:
            continue
        near = index - turning <= _TURN
        if near and pieces[index - 1].word in {"to", "at", "towards", "toward", "on"}:
            yield person


def revealed(pieces: Sequence[Piece], *, spoke: bool) -> Mention | None:
    """Who it was, by a sentence that begins “It was Tom”; with `spoke`, only “who spoke”.

    Example: It was *Tom* who had said it.
    """
    words = [piece.word for piece in pieces[:2]]
    start = 1 if words[:1] in (["it's"], ["it’s"]) else 2
    if len(pieces) <= start or (start == 2 and (words[0] != "it" or words[1] not in {"was", "is"})):
        return None
    person = pieces[start].mention
    if person is None or person.form == "pronominal" or pieces[start].possessive:
        return None
    behind = [piece.word for piece in pieces[start + 1 : start + 1 + _TURN]]
    who = behind[:1] and behind[0] in {"who", "who'd", "who’d", "who's", "who’s", "that"}
    told = bool(who) and not SPEECH_VERBS.isdisjoint(behind)
    ends = not behind or not any(map(str.isalnum, behind[0]))
    return person if told or (ends and not spoke) else None


# “glared up at Tom” is about as far as one who is looked at stands from the verb.
_TURN = 4


def _moves(pieces: Sequence[Piece], verb: CueVerb, index: int) -> bool:
    """Whether “to” belongs to another act, as in “said Tom, running to Anna”."""
    between = pieces[verb.last + 1 : index - 1]
    acts = [piece.word for piece in between if piece.word.endswith(("ing", "ed"))]
    return bool(acts) and acts[-1] not in TURNING_VERBS


def _manner(pieces: Sequence[Piece], verb: CueVerb, subject: Mention | None) -> str | None:
    """The verb with its adverb: “whispered softly”, “said in a low voice”.

    None where no verb of speech stands: “came Anna’s voice”, “Hush,” she held him close.
    """
    word = pieces[verb.index].word
    known = kind_of_speech(word) is not None or word in THINKING_VERBS or word in EXPRESSIVE_VERBS
    if word in VOICE_NOUNS or not (known or verb.last > verb.index):
        return None
    words = [pieces[place].word for place in range(verb.index, verb.last + 1)]
    ahead = verb.index - 1
    if ahead >= 0 and _is_manner(pieces[ahead]):
        words.append(pieces[ahead].word)
    place = verb.last + 1
    if place < len(pieces) and pieces[place].mention is not None:
        place += pieces[place].mention is subject
    while place < len(pieces) and _is_manner(pieces[place]):
        words.append(pieces[place].word)
        place += 1
    if place < len(pieces) and pieces[place].word in {"in", "with"}:
        words += _voice_words(pieces[place : place + 6])
    return " ".join(words)


def _is_manner(piece: Piece) -> bool:
    return is_adverb(piece) and piece.word.endswith("ly")


def _voice_words(pieces: Sequence[Piece]) -> list[str]:
    """“in a low voice” if that is what stands here, else nothing."""
    words: list[str] = []
    for piece in pieces:
        if piece.is_mark:
            break
        words.append(piece.word)
        if piece.word in VOICE_NOUNS:
            return words
    return []
