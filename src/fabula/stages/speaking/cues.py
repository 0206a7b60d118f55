"""Cues: the words of the narration that say who utters a quotation, and to whom.

`cue_after` and `cue_before` read the narration behind and in front of a quotation. They find
“said Anna”, “the boy whispered to Tom”, “came Anna’s voice”, “Tom, who had been listening,
said:”, and tell the speaker from the one spoken to and from those who stand by.
"""

from collections.abc import Sequence

from fabula.lexicon.cue_words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from fabula.lexicon.speech_verbs import (
    EXPRESSIVE_VERBS,
    PHRASAL_PARTICLES,
    SPEECH_PARTICIPLES,
    SPEECH_VERBS,
    THINKING_VERBS,
    VOICE_NOUNS,
)
from fabula.stages.speaking.clauses import Piece, is_adverb, is_content, may_be_subject, subjects
from fabula.stages.speaking.cue_parts import Cue, CueKind, CueVerb, make_cue
from fabula.story import Mention

LEADING_MARKS = frozenset({",", ":", "—", "--", "–", "…", "...", "-"})
"""Marks that lead from a cue into its quotation."""

# Longer stretches between a subject and its verb (“Tom, who …, said”) are rare, and a limit
# keeps the reading linear.
_REACH = 14


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
    verb = _verb_at(pieces, start)
    if verb is not None:
        return _inverted(pieces, verb)
    if start < len(pieces) and pieces[start].word in _VOICE_VERBS:
        return _voice_behind_verb(pieces, start)
    voice = _voice_phrase(pieces, start)
    if voice is not None:
        owner, behind = voice
        verb = _verb_at(pieces, _skip_adverbs(pieces, behind))
        if verb is None and owner is not None:  # “Anna’s voice came from the loft”
            verb = CueVerb(behind - 1, behind - 1, "speech")
        return make_cue(pieces, verb, owner) if verb else None
    end = _subject_phrase_end(pieces, start)
    if end is None:
        return _unknown_name(pieces, start)
    return _verb_behind_subject(pieces, start, end, joined=joined)


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
        verb = _verb_at(pieces, index, expressive=expressive)
        if verb is None or _is_noun(pieces, index) or _is_passive(pieces, index):
            continue
        named, subject = _subject_of(pieces, verb)
        if named:
            return make_cue(pieces, verb, subject)
    return None


def _verb_at(pieces: Sequence[Piece], index: int, *, expressive: bool = False) -> CueVerb | None:
    if index >= len(pieces) or pieces[index].mention is not None:
        return None
    word = pieces[index].word
    following = pieces[index + 1].word if index + 1 < len(pieces) else ""
    if following in PHRASAL_PARTICLES.get(word, ()):
        return CueVerb(index, index + 1, "speech")
    kind: CueKind
    if word in SPEECH_VERBS:
        kind = "speech"
    elif word in THINKING_VERBS:
        kind = "thinking"
    elif expressive and word in EXPRESSIVE_VERBS:
        kind = "expressive"
    else:
        return None
    return CueVerb(index, index, kind)


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
    piece = pieces[index]
    if may_be_subject(piece):
        return make_cue(pieces, verb, piece.mention)
    voice = _voice_phrase(pieces, index)
    if voice is not None:
        return make_cue(pieces, verb, voice[0])
    unknown_name = piece.capital and is_content(piece) and not piece.is_mark
    if piece.mention is None and (piece.word in DETERMINERS or unknown_name):
        return make_cue(pieces, verb, None)  # “said a voice”: someone, and nobody we can name
    if piece.mention is not None and piece.possessive:
        return make_cue(pieces, verb, None)  # “said her companion”, who is no mention
    return None


# Verbs by which a voice arrives: “came Anna’s voice”, “was his reply”.
_VOICE_VERBS = frozenset({"came", "comes", "was", "is", "rose", "rang", "broke", "interrupted"})


def _voice_behind_verb(pieces: Sequence[Piece], index: int) -> Cue | None:
    voice = _voice_phrase(pieces, _skip_adverbs(pieces, index + 1))
    if voice is None or (voice[0] is None and pieces[voice[1] - 1].word not in _BARE_VOICES):
        return None
    return make_cue(pieces, CueVerb(index, index, "speech"), voice[0])


# “came the reply” leaves open who replies, “came a voice” brings in someone unnamed.
_BARE_VOICES = frozenset({"voice", "voices"})


def _voice_phrase(pieces: Sequence[Piece], index: int) -> tuple[Mention | None, int] | None:
    """The owner of the voice named from `index` on and the place behind the phrase.

    “Anna’s low voice” gives Anna; “the voice of the boy” the boy; “a voice” None. No voice: None.
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
                return behind[1].mention, place + 3
            return owner, place + 1
        if not is_content(piece) or piece.is_mark:
            return None
    return None


def _subject_phrase_end(pieces: Sequence[Piece], index: int) -> int | None:
    """The place behind the subject that begins at `index`; None if none begins there."""
    if index >= len(pieces):
        return None
    if may_be_subject(pieces[index]):
        return index + 1
    if pieces[index].mention is not None or pieces[index].word not in DETERMINERS:
        return None
    for place in range(index + 2, min(index + 6, len(pieces))):
        piece = pieces[place]
        if piece.is_mark or piece.word in CONJUNCTIONS:
            return None
        if _verb_at(pieces, place) is not None:
            return place  # “the taller of the two said”: a subject that is no mention
    return None


def _verb_behind_subject(
    pieces: Sequence[Piece], start: int, end: int, *, joined: bool
) -> Cue | None:
    index = _skip_to_verb(pieces, end)
    verb = _verb_at(pieces, index, expressive=joined)
    subject = pieces[start].mention
    if verb is None and joined and subject is not None and index < len(pieces):
        acts = pieces[index].mention is None and is_content(pieces[index])
        verb = CueVerb(index, index, "expressive") if acts and not pieces[index].is_mark else None
    if verb is None or _is_passive(pieces, verb.index):
        return None
    if pieces[verb.index].word in SPEECH_PARTICIPLES and not _has_auxiliary(pieces, verb.index):
        return None
    return make_cue(pieces, verb, subject)


def _unknown_name(pieces: Sequence[Piece], start: int) -> Cue | None:
    """“Zorrin said”: a name that is no mention speaks, and nobody else does."""
    verb = _verb_at(pieces, start + 1)
    if verb is None or not pieces[start].capital or not is_content(pieces[start]):
        return None
    return make_cue(pieces, verb, None)


def _skip_to_verb(pieces: Sequence[Piece], index: int) -> int:
    """Over what may stand between subject and verb: adverbs, “in the corner”, “, smiling,”."""
    limit = min(index + _REACH, len(pieces))
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
        or (is_content(piece) and _verb_at(pieces, index) is None)
    )


def _has_auxiliary(pieces: Sequence[Piece], index: int) -> bool:
    index -= 1
    while index >= 0 and is_adverb(pieces[index]):
        index -= 1
    return index >= 0 and pieces[index].word in AUXILIARIES


def _is_passive(pieces: Sequence[Piece], index: int) -> bool:
    """“was told”, “were asked”: the subject is the one spoken to."""
    before = index - 1
    while before >= 0 and is_adverb(pieces[before]):
        before -= 1
    return (
        before >= 0
        and pieces[before].word in {"was", "were", "been", "being", "is", "are", "be"}
        and pieces[index].word not in SPEECH_PARTICIPLES
    )


def _is_noun(pieces: Sequence[Piece], index: int) -> bool:
    """“a cry”, “her answer”, “in reply”: the form of a verb, and no verb."""
    if index == 0:
        return False
    previous = pieces[index - 1]
    if index > 1 and pieces[index - 2].word in _PERCEIVING:
        return False  # “they heard her say”
    if previous.possessive or previous.word in DETERMINERS:
        return previous.mention is None or previous.possessive
    participle = pieces[index].word in SPEECH_PARTICIPLES
    return previous.word in PREPOSITIONS and previous.word != "to" and not participle


def _subject_of(pieces: Sequence[Piece], verb: CueVerb) -> tuple[bool, Mention | None]:
    """Whether the verb has a subject, and the mention that it is (None: no mention)."""
    acting = list(subjects(pieces[: verb.index]))
    index = verb.index - 1
    while index >= 0 and (is_adverb(pieces[index]) or pieces[index].word in AUXILIARIES):
        index -= 1
    if index < 0:
        behind = _skip_adverbs(pieces, verb.last + 1)
        inverted = behind < len(pieces) and may_be_subject(pieces[behind])
        return inverted, pieces[behind].mention if inverted else None
    index = _over_remark(pieces, index)
    piece = pieces[index]
    if piece.word == "to" and index > 0 and pieces[index - 1].mention is not None:
        return True, pieces[index - 1].mention  # “it moved her son to answer”
    if piece.mention is not None:
        acts = any(place == index for place, _ in acting) or index < verb.index - 1
        heard = index > 0 and pieces[index - 1].word in _PERCEIVING  # “they heard him say”
        return True, piece.mention if acts or heard or not acting else acting[-1][1]
    if is_content(piece) and not piece.is_mark and piece.word not in SPEECH_VERBS:
        return _noun_subject(pieces, index, acting)
    return bool(acting), acting[-1][1] if acting else None


def _over_remark(pieces: Sequence[Piece], index: int) -> int:
    """From the second comma of “Tom, who had been listening, said” to the name before the first."""
    if pieces[index].word != ",":
        return index
    for place in range(index - 1, max(index - _REACH, 0), -1):
        if pieces[place].word == ",":
            before = pieces[place - 1]
            return place - 1 if may_be_subject(before) else index
    return index


_PERCEIVING = frozenset({"heard", "hears", "hear", "made", "makes", "let", "lets", "hearing"})


def _noun_subject(
    pieces: Sequence[Piece], index: int, acting: Sequence[tuple[int, Mention]]
) -> tuple[bool, Mention | None]:
    """The subject whose last word is a plain noun: “her voice said”, “the old hand said”."""
    for place in range(index - 1, max(index - 5, -1), -1):
        piece = pieces[place]
        if piece.possessive:
            return True, piece.mention
        if piece.word in DETERMINERS:
            after_act = place > 0 and not pieces[place - 1].is_mark
            return (bool(acting), acting[-1][1]) if after_act and acting else (True, None)
        if piece.mention is not None or piece.is_mark:
            break
    return bool(acting), acting[-1][1] if acting else None
