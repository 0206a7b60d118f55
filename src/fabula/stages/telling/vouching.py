"""Which signs of a mind the narrator vouches for, and which are only somebody's words or belief.

“Ada said that she was afraid” opens no mind: everyone in the room has heard it. Nor does “Ada
knew that Tom was afraid” open Tom's, or “Tom ran as if he were afraid” anybody's.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from fabula.lexicon.speech_verbs import SPEECH_VERBS, THINKING_VERBS
from fabula.stages.telling.predicates import Predicate
from fabula.stages.telling.scene_narration import Passage
from fabula.stages.telling.signs import CLEAR, Sign

_CLAUSE_MARKS = frozenset({",", ";", ":", "—", "–", "--", ".", "!", "?"})


def vouched_for(
    passage: Passage, found: tuple[Predicate, ...], signs: Iterable[Sign]
) -> Iterator[Sign]:
    """The signs that are the narrator's own, in text order; `found` are the predicates."""
    spans = (*_reports(passage, found), *_tagged(passage, found), *_likenesses(passage))
    told = {position for low, high in spans for position in range(low, high)}
    own = (sign for sign in signs if bisect_left(passage.starts, sign.start) not in told)
    return without_beliefs(passage, own)


def without_beliefs(passage: Passage, signs: Iterable[Sign]) -> Iterator[Sign]:
    """The signs, less those about another that are only somebody's belief.

    In “Ines knew he wanted the jar” the wanting is what Ines believes; in “Ines knew, and Bram
    hoped” a clause mark parts the two.
    """
    believer: Sign | None = None
    for sign in signs:
        believed = (
            believer is not None
            and sign.entity_id != believer.entity_id
            and not _parted(passage, believer.start, sign.start)
        )
        if believed:
            continue
        if sign.weight >= CLEAR:
            believer = sign
        yield sign


def _parted(passage: Passage, start: int, end: int) -> bool:
    """Whether a clause ends between two people, or the second is joined by “and”."""
    low, high = bisect_right(passage.starts, start), bisect_left(passage.starts, end)
    between = passage.words[low:high]
    return between[-1:] == ("and",) or any(word in _CLAUSE_MARKS for word in between)


def _reports(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[tuple[int, int]]:
    """The words, first and last (half-open), that somebody says in other than quotation marks.

    “He told her that his name was Ben, and that he liked eels; she laughed.” has a report up to
    the semicolon. What somebody tells themselves is no report.
    """
    end = 0
    for predicate in found:
        if predicate.verb < end or passage.words[predicate.verb] not in _SAYING:
            continue
        opens = _opening(passage, predicate.verb)
        if opens is not None:
            end = _end_of_report(passage, opens)
            yield opens, end


def _tagged(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[tuple[int, int]]:
    """The words, first and last (half-open), around a tag put in without quotation marks.

    “He could see very well, he said, and he only wanted air; Ines doubted it.” up to the
    semicolon.
    """
    for predicate in found:
        before, after = predicate.subject.first - 1, predicate.verb + 1
        if passage.words[predicate.verb] not in _SAYING or passage.word(before) != ",":
            continue
        if passage.word(after)[:1].isalpha():
            continue
        opens = next((each for each in range(before, -1, -1) if passage.words[each] in _STOPS), -1)
        last = len(passage.words)
        ends = (each for each in range(after, last) if passage.words[each] in _STOPS)
        yield opens + 1, next(ends, last)


_SAYING = SPEECH_VERBS - THINKING_VERBS
_REPORTING = frozenset("that how why if whether what".split())
_HEARERS = 4
"""Words between a verb of saying and what is said: “told the old man that”."""

_SELVES = frozenset("himself herself themselves themself itself".split())
_NAMING_SUBJECTS = frozenset("he she they it there".split())


def _opening(passage: Passage, verb: int) -> int | None:
    """Where what is said begins: behind “told him that”, “said” + “she”."""
    if passage.word(verb + 1) in _NAMING_SUBJECTS:
        return verb + 1
    for position in range(verb + 1, min(verb + 1 + _HEARERS, len(passage.words))):
        word = passage.words[position]
        if word in _SELVES or word in _CLAUSE_MARKS or word == "and":
            return None
        if word in _REPORTING:
            return position
    return None


def _end_of_report(passage: Passage, opens: int) -> int:
    """Up to a semicolon, or to an “and” or “but” of the narrator's, which has no “that” behind."""
    for position in range(opens + 1, len(passage.words)):
        word, following = passage.words[position], passage.word(position + 1)
        if word in _STOPS:
            return position
        if word == "," and following in {"and", "but"}:
            after = passage.word(position + 2)
            if after not in _REPORTING and _begins_anew(passage, position + 2):
                return position
    return len(passage.words)


_STOPS = _CLAUSE_MARKS - {",", "--"}


def _begins_anew(passage: Passage, position: int) -> bool:
    """Whether a clause with a person or a verb of its own begins here: “, and then she …”."""
    if passage.word(position) in {"then", "now", "when", "as", "while", "so"}:
        return True
    return passage.person_at(position) is not None


def _likenesses(passage: Passage) -> Iterator[tuple[int, int]]:
    """The words behind “as if” and “as though”, up to the end of the clause."""
    end = 0
    for number, pair in enumerate(pairwise(passage.words)):
        if pair in _AS_IF and number >= end:
            marks = range(number + 2, len(passage.words))
            last = len(passage.words)
            end = next((each for each in marks if passage.words[each] in _CLAUSE_MARKS), last)
            yield number, end


_AS_IF = frozenset({("as", "if"), ("as", "though")})
