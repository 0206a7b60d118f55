"""Cues: the words of the narration that say who utters a quotation, and to whom.

`cue_after` and `cue_before` read the narration behind and in front of a quotation. They find
“said Anna”, “the boy whispered to Tom”, “came Anna’s voice”, “Tom, who had been listening,
said:”, and tell the speaker from the one spoken to and from those who stand by.
"""

from collections.abc import Sequence

from fabula.lexicon.cue_words import AUXILIARIES, DETERMINERS, PREPOSITIONS
from fabula.lexicon.speech_verbs import SPEECH_PARTICIPLES
from fabula.stages.speaking.clauses import Piece, is_adverb, is_content, may_be_subject
from fabula.stages.speaking.cue_parts import Cue, make_cue
from fabula.stages.speaking.cue_subjects import (
    REACH,
    Subject,
    stranger_at,
    subject_before,
    subject_phrase,
    voice_phrase,
)
from fabula.stages.speaking.cue_verbs import (
    PERCEIVING,
    CueVerb,
    has_auxiliary,
    is_noun,
    is_passive,
    verb_at,
)

LEADING_MARKS = frozenset({",", ":", "—", "--", "–", "…", "...", "-"})
"""Marks that lead from a cue into its quotation."""

# Verbs by which a voice arrives: “came Anna’s voice”, “was his reply”.
_VOICE_VERBS = frozenset({"came", "comes", "was", "is", "rose", "rang", "broke", "interrupted"})

# “came the reply” leaves open who replies, “came a voice” brings in someone unnamed.
_BARE_VOICES = frozenset({"voice", "voices"})


def cue_after(pieces: Sequence[Piece], *, joined: bool) -> Cue | None:
    """The cue that opens the narration behind a quotation.

    Finds: verb and subject in either order at the very start, with adverbs, auxiliaries and a
    remark between commas in between; “came Anna’s voice”; “, her voice low”.
    Why it holds: English keeps the cue beside the quotation, and what follows it (“to Tom”,
    “and Tom turned”) is not the speaker.
    Misses: a subject left out (“and said so again”); subjects longer than a few words.
    Example: “Up!” said the boy to Tom, and Anna rose.

    `joined` says that the quotation runs on into the narration (a comma at its end, or a small
    letter after it), which lets an act stand for the verb: “Fine,” he shrugged.
    """
    start = _skip_adverbs(pieces, 0, marks=True)
    verb = verb_at(pieces, start)
    if verb is not None:
        return _inverted(pieces, verb)
    if start < len(pieces) and pieces[start].word in _VOICE_VERBS:
        return _voice_behind_verb(pieces, start)
    voice = voice_phrase(pieces, start)
    if voice is not None:
        return _voice_speaks(pieces, *voice)
    phrase = subject_phrase(pieces, start)
    return _verb_behind_subject(pieces, *phrase, joined=joined) if phrase else None


def cue_before(pieces: Sequence[Piece]) -> Cue | None:
    """The cue that closes the narration in front of a quotation, within the same sentence.

    Finds: the last verb of speech that has a subject: Anna turned to Tom and said quietly, “…”;
    Said Anna: “…”; Tom heard her say: “…”.
    Why it holds: a comma or colon in front of a quotation belongs to the verb of speech.
    Misses: sentences without such a verb (“Anna raised a hand:”), which are beats.
    Example: Then Tom, who had been listening, said: “Let us go.”
    """
    if not pieces or (pieces[-1].is_mark and pieces[-1].word not in LEADING_MARKS):
        return None
    expressive = pieces[-1].is_mark
    for index in range(len(pieces) - 1, -1, -1):
        verb = verb_at(pieces, index, expressive=expressive)
        if verb is None or is_noun(pieces, index) or is_passive(pieces, index):
            continue
        subject = subject_before(pieces, verb)
        if subject is not None:
            return make_cue(pieces, verb, subject)
    return None


def _skip_adverbs(pieces: Sequence[Piece], index: int, *, marks: bool = False) -> int:
    while index < len(pieces) and (
        is_adverb(pieces[index]) or (marks and pieces[index].word in LEADING_MARKS)
    ):
        index += 1
    return index


def _inverted(pieces: Sequence[Piece], verb: CueVerb) -> Cue | None:
    """“said the boy”: the subject right behind the verb."""
    index = _skip_adverbs(pieces, verb.last + 1)
    if index >= len(pieces):
        return None
    if may_be_subject(pieces[index]):
        return make_cue(pieces, verb, Subject(pieces[index].mention))
    voice = voice_phrase(pieces, index)
    subject = voice[0] if voice else stranger_at(pieces, index)
    return make_cue(pieces, verb, subject) if subject else None


def _voice_behind_verb(pieces: Sequence[Piece], index: int) -> Cue | None:
    voice = voice_phrase(pieces, _skip_adverbs(pieces, index + 1))
    if voice is None or (voice[0].mention is None and voice[0].noun not in _BARE_VOICES):
        return None
    return make_cue(pieces, CueVerb(index, index, "speech"), voice[0])


def _voice_speaks(pieces: Sequence[Piece], owner: Subject, behind: int) -> Cue | None:
    """“Anna’s voice came from the loft”, “A deep voice joined in”; “the answer” needs a verb."""
    verb = verb_at(pieces, _skip_adverbs(pieces, behind))
    if verb is None and (owner.mention is not None or owner.noun in _BARE_VOICES):
        verb = CueVerb(behind - 1, behind - 1, "speech")
    return make_cue(pieces, verb, owner) if verb else None


def _verb_behind_subject(
    pieces: Sequence[Piece], subject: Subject, end: int, *, joined: bool
) -> Cue | None:
    index = _skip_to_verb(pieces, end)
    heard = _heard(pieces, index)
    if heard is not None:
        return heard
    verb = verb_at(pieces, index, expressive=joined)
    if verb is None and joined and subject.mention is not None and index < len(pieces):
        acts = is_content(pieces[index]) and not pieces[index].is_mark
        verb = CueVerb(index, index, "expressive") if acts else None
    if verb is None or is_passive(pieces, verb.index):
        return None
    if pieces[verb.index].word in SPEECH_PARTICIPLES and not has_auxiliary(pieces, verb.index):
        return None
    return make_cue(pieces, verb, subject)


def _heard(pieces: Sequence[Piece], index: int) -> Cue | None:
    """“Tom heard Ines murmur”: the one who is heard speaks."""
    if index + 2 >= len(pieces) or pieces[index].word not in PERCEIVING:
        return None
    person = pieces[index + 1].mention
    verb = verb_at(pieces, index + 2)
    return make_cue(pieces, verb, Subject(person)) if person and verb else None


def _skip_to_verb(pieces: Sequence[Piece], index: int) -> int:
    """Over what may stand between subject and verb: adverbs, “in the corner”, “, smiling,”."""
    limit = min(index + REACH, len(pieces))
    while index < limit:
        piece = pieces[index]
        if is_adverb(piece) or piece.word in AUXILIARIES:
            index += 1
        elif piece.word == ",":
            close = next((i for i in range(index + 1, limit) if pieces[i].word == ","), None)
            if close is None:
                return index
            index = close + 1
        elif piece.word in PREPOSITIONS:
            index += 1
            while index < limit and _in_phrase(pieces, index):
                index += 1
        else:
            break
    return index


def _in_phrase(pieces: Sequence[Piece], index: int) -> bool:
    piece = pieces[index]
    return not piece.is_mark and (
        piece.mention is not None
        or piece.word in DETERMINERS
        or (is_content(piece) and verb_at(pieces, index) is None)
    )
