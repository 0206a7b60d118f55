"""Others whom “he” may mean: somebody unknown who came up since the person was last named."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from fabula.lexicon.pronouns import GENDERED_FORMS
from fabula.lexicon.roles import person_noun
from fabula.stages.being.signs import Sign
from fabula.stages.clauses.narration import DOUBTED, Narration
from fabula.story import EntityId

FAR_BACK = 200
"""So many words back a rival is looked for; longer chains of “he” are mostly right."""

_NEAR = 40
"""So many words back those are looked for to whom somebody is likened; few sentences are longer."""

_ACTS_OR_SUFFERS = frozenset("nsubj nsubjpass dobj".split())
_SUBJECTS = frozenset("nsubj nsubjpass".split())
_SENTENCES = 2
"""In the sentence behind the name, and the next, “he” is mostly still he."""

_PRESENTING = frozenset("it it's there there's that".split())
_SOMEBODY = frozenset({"somebody", "someone"})
_LIKENING = frozenset({"like", "as", "than"})
_VERBS = frozenset({"VERB", "AUX"})
_WHEN = frozenset("when whenever if after before who".split())


def doubting_rivals(told: Narration, signs: Iterable[Sign]) -> Iterator[Sign]:
    """The signs, less sure where “he” may be a stranger who came up after the person was named.

    Finds:
        Words for one person of the same sex, known to nobody, that are subject or object, or
        are brought in by “it was”, between the last name of the person and the pronoun; whoever
        the pronoun's own phrase describes; those to whom he is likened “when” so and so.
    Why it holds:
        A “he” mostly means the last man told of, and strangers are not in the cast.
    Misses:
        Strangers behind a preposition, whom “he” rarely means.

    Example:
        “Tom came round the rock. A man lay there. He was unconscious.”: not surely Tom.
    """
    rivals = _rivals(told)
    named = _namings(told)
    words = _words_of_names(told)
    for sign in signs:
        row = sign.who.row
        gender = GENDERED_FORMS.get(told.words[row].split("'")[0])
        if gender is None or not told.told[row]:
            yield sign
            continue
        mentions = named[sign.who.entity_id]
        last = bisect_left(mentions, row)
        since = max(mentions[last - 1] if last else 0, row - FAR_BACK)
        between = rivals[bisect_left(rivals, since + 1) : bisect_left(rivals, row)]
        doubtful = any(
            person_noun(told.words[each]) in {gender, "any", None}
            and told.words[each] not in words.get(sign.who.entity_id, ())
            for each in (*between, *_nearer(told, sign))
        )
        yield structs.replace(sign, sure=sign.sure * DOUBTED) if doubtful else sign


def doubting_named_since(told: Narration, signs: Iterable[Sign]) -> Iterator[Sign]:
    """The signs, less sure where another of the sex was named as subject since the person was.

    In “Tom hit Ned. Ned fell. It was dark. His wrists were tied.” “his” is not surely Tom's,
    whatever links him to the “he”s between. Of such claims about states three were right and six
    wrong; traits, which are told in the sentence behind the name, are none the worse for it.
    """
    named = _namings(told)
    subjects = sorted(
        row for rows in named.values() for row in rows if told.relations[row] in _SUBJECTS
    )
    pronouns = {entity.id: entity.pronouns for entity in told.story.cast}
    for sign in signs:
        row = sign.who.row
        gender = GENDERED_FORMS.get(told.words[row].split("'")[0])
        own = named[sign.who.entity_id]
        last = bisect_left(own, row)
        far = bool(last) and told.narrated[row] - told.narrated[own[last - 1]] > _SENTENCES
        if gender is None or not told.told[row] or not far:
            yield sign
            continue
        since = max(own[last - 1] + 1, row - FAR_BACK)
        between = subjects[bisect_left(subjects, since) : bisect_left(subjects, row)]
        others = {pronouns.get(told.people[each].entity_id) for each in between}
        doubtful = bool(others & {gender, None})
        yield structs.replace(sign, sure=sign.sure * DOUBTED) if doubtful else sign


def _rivals(told: Narration) -> Sequence[int]:
    """The rows of words for one stranger who acts, suffers or is brought in."""
    return [row for row in sorted(told.beings) if told.told[row] and _is_stranger(told, row)]


def _is_stranger(told: Narration, row: int) -> bool:
    word = told.words[row]
    if row in told.people or not (word in _SOMEBODY or person_noun(word)):
        return False
    if told.relations[row] == "attr":
        subjects = told.hanging(told.heads[row], "nsubj", "expl")
        return any(told.words[each] in _PRESENTING for each in subjects)
    return told.relations[row] in _ACTS_OR_SUFFERS


def _nearer(told: Narration, sign: Sign) -> Iterator[int]:
    """Another in the sentence: “a keeper with his foot up”, “like a boy when he is ill”."""
    above = sign.who.row
    subject = told.relations[above] in _ACTS_OR_SUFFERS
    while not subject and told.heads[above] != above and told.tags[above] not in _VERBS:
        above = told.heads[above]
        named = told.person(above)
        if above in told.beings and (named is None or named.entity_id != sign.who.entity_id):
            yield above
    row = sign.who.row
    for each in range(max(told.sentence(row).low, row - _NEAR), row):
        small = told.words[told.heads[each]]
        likened = told.relations[each] == "pobj" and small in _LIKENING
        if each in told.beings and likened and told.words[each + 1] in _WHEN:
            yield each


def _words_of_names(told: Narration) -> Mapping[EntityId, set[str]]:
    """The words that everybody is called by: “the captain” may be Captain Quayle."""
    return {
        entity.id: {word for name in entity.names for word in name.lower().split()}
        for entity in told.story.cast
    }


def _namings(told: Narration) -> Mapping[EntityId, Sequence[int]]:
    """For everybody the rows at which the narrator calls them by more than a pronoun."""
    rows: defaultdict[EntityId, list[int]] = defaultdict(list)
    for row in sorted(told.people):
        if told.told[row] and told.tags[row] in {"PROPN", "NOUN"}:
            rows[told.people[row].entity_id].append(row)
    return rows
