"""What a person does in a passage: the subject, its verb, and the little words between.

There is no parser behind this: a subject is a mention that can be one, followed by a verb in
its place. “Marta had never liked the sea, but went” gives two predicates of Marta, `liked` with
the auxiliary `had` and `went`.
"""

from collections.abc import Iterator

from msgspec import Struct

from fabula.lexicon.cue_words import NOT_ADVERBS
from fabula.lexicon.mental_verbs import HEDGING_ADVERBS, HEDGING_VERBS, MENTAL_VERBS
from fabula.lexicon.perception_verbs import LOOKING_VERBS, PERCEPTION_VERBS
from fabula.lexicon.pronouns import PRONOUNS
from fabula.lexicon.verb_forms import IRREGULAR_PAST
from fabula.stages.telling.possession import PLAIN_PREPOSITIONS, is_possessive
from fabula.stages.telling.scene_narration import NarratedPerson, Passage

AUXILIARIES = frozenset(
    """
    am is are was were be been being 'm 're have has had having 've 'd do does did 'll will would
    shall should can could may might must need ought used to 's ca wo sha
    """.split()
)
"""Words that can stand between a subject and its verb and carry its tense."""

_FINITE_AUXILIARIES = AUXILIARIES - {"be", "been", "being", "having", "need", "used", "to", "'s"}

MODALS = frozenset("will would shall should can could may might must 'll ought".split())
"""Auxiliaries after which nothing is said to have happened."""

HAVE_FORMS = frozenset({"have", "has", "had", "'ve", "'d"})
BE_FORMS = frozenset({"am", "is", "are", "was", "were", "be", "been", "'m", "'re", "'s"})
NEGATIONS = frozenset({"not", "n't", "never", "hardly", "scarcely", "barely"})

_PASSIVE = BE_FORMS - {"'m", "'re", "'s"}
"""What makes a participle of an act one of what is suffered; “’s seen” is mostly “has seen”."""

_SKIPPED = NEGATIONS | frozenset(
    """
    also always just only even now then still already once again often sometimes usually soon almost
    nearly quite rather very too so both all each ever yet at last who whom himself herself
    themselves themself myself yourself itself first suddenly
    """.split()
)
"""Words that may stand between subject and verb without changing who acts."""

_HABITUAL = frozenset("never always often usually sometimes normally generally seldom".split())
"""With the present tense these tell what someone is like, not what happens: “he never writes”."""

_NOMINATIVE = frozenset(form for form, pronoun in PRONOUNS.items() if pronoun.role == "subject")

_JOINING = frozenset({"and", "but", "or", "then", ","})
_REACH = 6
"""Words looked at between a subject and its verb; longer gaps are mostly another clause."""

_KNOWN_VERBS = MENTAL_VERBS | PERCEPTION_VERBS | LOOKING_VERBS | HEDGING_VERBS


class Predicate(Struct, frozen=True):
    """A person as the subject of a verb; `verb` is its place in the passage's words."""

    subject: NarratedPerson
    verb: int
    auxiliaries: tuple[str, ...] = ()
    negated: bool = False
    hedged: bool = False
    habitual: bool = False

    @property
    def is_completed_before(self) -> bool:
        """Whether the verb stands in a perfect tense: “had heard”, “has gone”."""
        return any(word in HAVE_FORMS for word in self.auxiliaries)

    @property
    def is_passive(self) -> bool:
        """Whether it is done to the person: “had been seen”; for a verb that is a participle."""
        return bool(self.auxiliaries) and self.auxiliaries[-1] in _PASSIVE

    @property
    def is_supposed(self) -> bool:
        """Whether a modal makes it no fact: “would laugh”, “might have gone”."""
        return any(word in MODALS for word in self.auxiliaries)


def predicates(passage: Passage) -> tuple[Predicate, ...]:
    """The predicates of the people in the passage, in text order."""
    found: list[Predicate] = []
    subjects = [person for person in passage.people if can_be_subject(passage, person)]
    for number, person in enumerate(subjects):
        first = read_predicate(passage, person)
        if first is None:
            continue
        found.append(first)
        following = subjects[number + 1].first if number + 1 < len(subjects) else None
        found.extend(_coordinated(passage, first, following))
    return tuple(found)


def can_be_subject(passage: Passage, person: NarratedPerson) -> bool:
    """Whether the mention may be the subject of a verb, by its case and what stands before it."""
    word = passage.words[person.first]
    if person.form == "pronominal" and person.last == person.first + 1:
        return word in _NOMINATIVE or word == "who"
    if is_possessive(passage, person):
        return False
    return passage.word(person.first - 1) not in PLAIN_PREPOSITIONS


def read_predicate(passage: Passage, person: NarratedPerson) -> Predicate | None:
    """The verb that follows the mention, or None where no verb stands in its place."""
    before = passage.word(person.first - 1)
    inverted = (before,) if before in _FINITE_AUXILIARIES else ()  # “had he been”, “did she know”
    index = _after_joined_names(passage, person)
    if passage.word(index) == "to" and not inverted:
        return None  # “not wanting Ada to hear” tells of no hearing
    near = _read_from(passage, person, index, inverted)
    if near is None and passage.word(index) == ",":
        return _after_insertion(passage, person, index)
    return near


def _after_insertion(passage: Passage, person: NarratedPerson, comma: int) -> Predicate | None:
    """The verb behind what is put in between commas: “Tom, in his best coat, sat down”.

    Another name between the two may be in a list of people, so only what begins with a preposition
    or with another word for the same person is passed over.
    """
    opening = passage.word(comma + 1)
    if opening not in PLAIN_PREPOSITIONS and opening not in _ARTICLES:
        return None
    limit = min(comma + _LONGEST_INSERTION, len(passage.words) - 1)
    for position in range(comma + 2, limit):
        if passage.words[position] == ",":
            verb = passage.words[position + 1]
            if verb in _FINITE_AUXILIARIES or (looks_finite(verb) and verb not in _NOMINATIVE):
                return _read_from(passage, person, position + 1)
            return None
    return None


_LONGEST_INSERTION = 14
_ARTICLES = frozenset({"the", "a", "an"})


def _read_from(
    passage: Passage, person: NarratedPerson, index: int, inverted: tuple[str, ...] = ()
) -> Predicate | None:
    """The verb phrase that starts at `index` or a few words later, with `person` as subject."""
    auxiliaries = list(inverted)
    negated = hedged = habitual = False
    for position in range(index, min(index + _REACH, len(passage.words))):
        word = passage.words[position]
        habitual = habitual or word in _HABITUAL
        if word in NEGATIONS:
            negated = True
        elif word in HEDGING_ADVERBS:
            hedged = True
        elif word in AUXILIARIES:
            auxiliaries.append(word)
        elif not _is_skipped(passage, position, index):
            is_verb = word[0].isalpha() and not _is_named(passage, position)
            if not is_verb or not (auxiliaries or looks_finite(word)):
                return None if not auxiliaries else _bare(person, auxiliaries, position)
            return Predicate(person, position, tuple(auxiliaries), negated, hedged, habitual)
    if auxiliaries and index < len(passage.words):
        return _bare(person, auxiliaries, index)
    return None  # “my name is John” ends with what looks like an inverted subject


def _is_named(passage: Passage, position: int) -> bool:
    """Whether the word opens a title or a name: “had Miss Vane in the vestry” misses nobody."""
    person = passage.person_at(position)
    return person is not None and person.form == "proper"


def looks_finite(word: str) -> bool:
    """Whether the word can be a verb in the past, or one of ours in the present."""
    return (
        word in IRREGULAR_PAST
        or word in _KNOWN_VERBS
        or (word.endswith("ed") and len(word) > 3)
        or (word.endswith("s") and not word.endswith("ss") and len(word) > 3)
        or word in _SHORT_OR_UNCHANGED
    )


_SHORT_OR_UNCHANGED = frozenset("put let set cut hit shut read cast hurt goes does says".split())


def is_adverb(word: str) -> bool:
    """Whether the word looks like an adverb in -ly."""
    return word.endswith("ly") and word not in NOT_ADVERBS


def _bare(person: NarratedPerson, auxiliaries: list[str], position: int) -> Predicate:
    """A verb that is its own auxiliary: “so she had”, “he was.”."""
    return Predicate(person, max(position - 1, person.last), tuple(auxiliaries))


def _is_skipped(passage: Passage, position: int, index: int) -> bool:
    word = passage.words[position]
    if word in _SKIPPED or is_adverb(word):
        return True
    if "longer" in (word, passage.word(position + 1)) and word in {"no", "any", "longer"}:
        return True  # “could no longer feel”
    # “Orla, who had …”: the comma before a relative clause about the subject
    return word == "," and position == index and passage.word(position + 1) == "who"


def _after_joined_names(passage: Passage, person: NarratedPerson) -> int:
    """Where the verb may start: after “and Tom” in “Ida and Tom rowed”."""
    if passage.word(person.last) in {"and", "or"}:
        joined = passage.person_at(person.last + 1)
        if joined is not None:
            return joined.last
    return person.last


def _coordinated(passage: Passage, first: Predicate, following: int | None) -> Iterator[Predicate]:
    """Further verbs of the same subject: “took the letter, weighed it and wondered”."""
    limit = following if following is not None else len(passage.words)
    position = first.verb + 1
    while position < limit - 1:
        joined = passage.words[position] in _JOINING
        position += 1
        if not joined:
            continue
        while position < limit and (
            passage.words[position] in _JOINING or _is_skipped(passage, position, -1)
        ):
            position += 1
        if position < limit and _starts_a_verb_phrase(passage.words[position]):
            further = _read_from(passage, first.subject, position)
            if further is not None and further.verb < limit:
                yield further


def _starts_a_verb_phrase(word: str) -> bool:
    return (
        word in _FINITE_AUXILIARIES
        or (word.endswith("ed") and len(word) > 3)
        or word in IRREGULAR_PAST
        or (word in _KNOWN_VERBS and word.endswith("s"))
    )
