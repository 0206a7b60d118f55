"""The subject of a cue: a mention, or somebody whom the words name and no mention covers."""

from collections.abc import Sequence

from msgspec import Struct

from fabula.lexicon.cue_words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, SUBORDINATORS
from fabula.lexicon.speech_verbs import SPEECH_VERBS, VOICE_NOUNS
from fabula.stages.speaking.clauses import Piece, is_adverb, is_content, may_be_subject, subjects
from fabula.stages.speaking.cue_verbs import PERCEIVING, CueVerb, verb_at
from fabula.story import Mention

# Longer stretches between a subject and its verb (“Tom, who …, said”) are rare, and a limit
# keeps the reading linear.
REACH = 14
# “the taller of the two” is about as long as a subject gets that is no mention.
_PHRASE = 6


class Subject(Struct, frozen=True):
    """Who speaks by the words of a cue: a mention, or else the noun that names a stranger."""

    mention: Mention | None
    noun: str = ""


def of_mention(mention: Mention | None) -> Subject | None:
    """The subject that a mention is."""
    return Subject(mention) if mention is not None else None


def stranger_at(pieces: Sequence[Piece], index: int) -> Subject | None:
    """Someone named from `index` on by words that are no mention: “a voice”, “Zorrin”."""
    first = pieces[index]
    if first.is_mark:
        return None
    if first.mention is not None:
        return _stranger(pieces, index + 1) if first.possessive else None
    if first.word in DETERMINERS:
        return _stranger(pieces, index + 1)
    return Subject(None, first.word) if first.capital and is_content(first) else None


def _stranger(pieces: Sequence[Piece], index: int) -> Subject | None:
    """The noun of a phrase: its last content word before anything else comes."""
    noun = ""
    for piece in pieces[index : index + _PHRASE]:
        if piece.is_mark or not is_content(piece):
            break
        noun = piece.word
    return Subject(None, noun) if noun else None


def voice_phrase(pieces: Sequence[Piece], index: int) -> tuple[Subject, int] | None:
    """The owner of the voice named from `index` on, and the place behind the phrase.

    “Anna’s low voice” gives Anna; “the voice of the boy” the boy; “a voice” a stranger.
    """
    if index >= len(pieces):
        return None
    owner = pieces[index].mention if pieces[index].possessive else None
    if owner is None and pieces[index].word not in DETERMINERS:
        return None
    for place in range(index + 1, min(index + 4, len(pieces))):
        piece = pieces[place]
        if piece.word in VOICE_NOUNS:
            behind = pieces[place + 1 : place + 3]
            if owner is None and len(behind) == 2 and behind[0].word in {"of", "from"}:
                return Subject(behind[1].mention, piece.word), place + 3
            return Subject(owner, piece.word), place + 1
        if not is_content(piece) or piece.is_mark:
            return None
    return None


def subject_phrase(pieces: Sequence[Piece], index: int) -> tuple[Subject, int] | None:
    """The subject that begins at `index` and the place behind it."""
    if index >= len(pieces):
        return None
    first = pieces[index]
    if may_be_subject(first):
        return Subject(first.mention), index + 1
    if first.word in DETERMINERS and first.mention is None:
        return _unmentioned(pieces, index)
    named = first.capital and is_content(first) and verb_at(pieces, index + 1) is not None
    return (Subject(None, first.word), index + 1) if named else None


def _unmentioned(pieces: Sequence[Piece], index: int) -> tuple[Subject, int] | None:
    """“the taller of the two said”: a phrase up to its verb that is no mention."""
    for place in range(index + 2, min(index + _PHRASE, len(pieces))):
        piece = pieces[place]
        if piece.is_mark or piece.word in CONJUNCTIONS:
            return None
        if verb_at(pieces, place) is not None:
            return Subject(None, pieces[place - 1].word), place
    return None


def subject_before(pieces: Sequence[Piece], verb: CueVerb) -> Subject | None:
    """The subject of a verb of speech that stands in front of its quotation.

    Finds: the mention right before the verb, adverbs, auxiliaries and a remark between commas
    apart; else the last person who acts in the sentence (“Anna turned and said”); “said Anna”.
    Misses: a subject of an earlier clause that another person's act follows.
    Example: Then Tom, who had been listening, said: …
    """
    acting = [mention for _, mention in subjects(pieces[: verb.index])]
    last = of_mention(acting[-1]) if acting else None
    index = verb.index - 1
    while index >= 0 and (is_adverb(pieces[index]) or pieces[index].word in AUXILIARIES):
        index -= 1
    if index < 0:
        return _subject_behind(pieces, verb)
    index = _over_remark(pieces, index)
    piece = pieces[index]
    previous = pieces[index - 1] if index else None
    if piece.word == "to" and previous is not None and previous.mention is not None:
        return Subject(previous.mention)  # “it moved her son to answer”
    if piece.mention is not None:
        heard = previous is not None and previous.word in PERCEIVING  # “they heard him say”
        acts = piece.mention in acting or index < verb.index - 1
        acts = acts or (previous is not None and previous.word in SUBORDINATORS)  # “when Tom said”
        return Subject(piece.mention) if acts or heard or last is None else last
    if is_content(piece) and not piece.is_mark and piece.word not in SPEECH_VERBS:
        return _noun_subject(pieces, index) or last
    return last


def _subject_behind(pieces: Sequence[Piece], verb: CueVerb) -> Subject | None:
    """The subject right behind a verb that opens the sentence: “Said Anna: …”."""
    index = verb.last + 1
    while index < len(pieces) and is_adverb(pieces[index]):
        index += 1
    if index < len(pieces) and may_be_subject(pieces[index]):
        return Subject(pieces[index].mention)
    return None


def _over_remark(pieces: Sequence[Piece], index: int) -> int:
    """From the second comma of “Tom, who had been listening, said” to the name before the first."""
    if pieces[index].word != ",":
        return index
    for place in range(index - 1, max(index - REACH, 0), -1):
        if pieces[place].word == ",":
            return place - 1 if may_be_subject(pieces[place - 1]) else index
    return index


def _noun_subject(pieces: Sequence[Piece], index: int) -> Subject | None:
    """The subject whose last word is a plain noun: “her voice said”, “the old hand said”."""
    for place in range(index - 1, max(index - 5, -1), -1):
        piece = pieces[place]
        if piece.possessive:
            return of_mention(piece.mention)
        if piece.word in DETERMINERS:
            after_act = place > 0 and not pieces[place - 1].is_mark
            return None if after_act else Subject(None, pieces[index].word)
        if piece.mention is not None or piece.is_mark:
            break
    return None
