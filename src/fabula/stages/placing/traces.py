"""Traces: signs that someone is there, in what the narrator tells and in who speaks."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter

from msgspec import Struct

from fabula.labels import Evidence, QuotationKind
from fabula.lexicon.body_words import BODY_NOUNS
from fabula.lexicon.mental_verbs import MENTAL_VERBS
from fabula.lexicon.motion import BRINGING_VERBS, MOTION_VERBS
from fabula.lexicon.perception_verbs import LOOKING_VERBS, PERCEPTION_VERBS
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.placing.presence_weights import (
    AWAY,
    GUESSED_LINE,
    HEARD,
    IS_TOLD_OF,
    LINE,
    NAME_ACTS,
    NOUN_ACTS,
    PRONOUN_ACTS,
)
from fabula.stages.telling.possession import PLAIN_PREPOSITIONS, is_possessive, possessed
from fabula.stages.telling.predicates import (
    AUXILIARIES,
    BE_FORMS,
    Predicate,
    looks_finite,
    predicates,
)
from fabula.stages.telling.scene_narration import NarratedPerson, Passage, scene_narrations
from fabula.story import EntityId, Story

ACTS = 1.0  # “Odo sat down”
SPEAKS = 1.0
IS_SPOKEN_TO = 0.3  # may be far away, or a guess
IS_ACTED_ON = 0.5  # “looked at Odo”, “handed it to Odo”
SHOWS = 1.0  # “Odo's hands”: only who is there has hands to show
IS_SOMETHING = 0.5  # “Odo was tired”, but “Desta is the surest person he knows”
IS_THERE = 1.0  # “Odo was there by ten”
IS_AWAY = -1.0  # “Odo was away at college”
HAD_ACTED = 0.3  # “Odo had sailed to Fano”: told about, perhaps from before the scene
IS_NAMED = 0.2  # any other place in the narration


class Trace(Struct, frozen=True):
    """A sign that someone is there: where it stands and what kind of sign it is, by `weight`.

    `says` is how much it says for their being in the scene, all in all (`presence_weights`): “he”
    acts as much as “Odo” does, but may be another.
    """

    entity_id: EntityId
    start: int
    weight: float
    says: float = 0.0


def traces_of(story: Story) -> list[Trace]:
    """Who acts, speaks or is acted on in the narration and where, in text order."""
    traces = traces_of_talk(story)
    for narration in scene_narrations(story):
        for passage in narration.passages:
            traces += traces_in(passage)
    return sorted(
        (trace for trace in traces if trace.weight >= IS_ACTED_ON),
        key=lambda trace: (trace.start, trace.entity_id),
    )


def traces_of_talk(story: Story, kind: QuotationKind = "speech") -> list[Trace]:
    """Who speaks and who is spoken to, in the whole story, in text order; or who writes."""
    spoken = {
        quotation.id: quotation.start for quotation in story.quotations if quotation.kind == kind
    }
    traces = []
    for attribution in story.attributions:
        start = spoken.get(attribution.quotation_id)
        if start is None:
            continue
        if attribution.speaker_id is not None:
            says = LINE if attribution.evidence in _SAID_TO_SPEAK else GUESSED_LINE
            traces.append(Trace(attribution.speaker_id, start, SPEAKS, says))
        traces.extend(Trace(who, start, IS_SPOKEN_TO, HEARD) for who in attribution.addressee_ids)
    return sorted(traces, key=lambda trace: trace.start)


_SAID_TO_SPEAK = frozenset[Evidence]({"explicit", "address", "correction"})


def traces_in(passage: Passage, teller_id: EntityId | None = None) -> Iterator[Trace]:
    """The signs of presence in one passage of narration; “we” are a sign of its teller.

    Finds: subjects of verbs, objects of verbs and of prepositions of place, owners of hands and
    faces.
    Why it holds: narration tells what happens where the scene is.
    Misses: acts told from another time without “had”; letters and telephones.
    Example: in “Juno thought of Ivo and nodded to the clerk.” Juno and the clerk are there.
    """
    acts = {predicate.subject: predicate for predicate in reversed(predicates(passage))}
    for person in passage.people:
        ours = person.entity_id is None and passage.words[person.first] in _WITH_THE_TELLER
        entity_id = teller_id if ours else person.entity_id
        if entity_id is None:
            continue
        predicate = acts.get(person)
        if _acts_beyond_a_clause(passage, person):
            weight = ACTS
        elif predicate:
            weight = _being(passage, predicate) or _acting(passage, predicate)
        else:
            weight = _acted_on(passage, person)
            if weight > IS_NAMED and _is_of_before(acts.values(), person):
                weight = IS_NAMED
        if weight:
            met = predicate is None and weight == IS_ACTED_ON and _is_met(passage, person)
            yield Trace(entity_id, person.start, weight, _says(passage, person, weight, met))


def _says(passage: Passage, person: NarratedPerson, weight: float, met: bool) -> float:
    """How much a sign of this kind says of the presence of somebody who is called so.

    `met` tells that others look at them, speak to them or touch them.
    """
    if weight < 0:
        return AWAY
    if person.form == "pronominal" and passage.words[person.first] not in _TELLERS:
        sure = person.confidence >= LEAST_SURE
        return PRONOUN_ACTS if weight >= ACTS and sure else 0.0
    if weight >= ACTS:
        return NOUN_ACTS if person.form == "nominal" else NAME_ACTS
    return NOUN_ACTS if met else IS_TOLD_OF


def _is_met(passage: Passage, person: NarratedPerson) -> bool:
    """Whether the verb just before takes two who are together: “looked at Odo”, “kissed Odo”."""
    before = passage.words[max(person.first - MOST_BETWEEN, 0) : person.first]
    return any(word in _MEETING for word in before)


MOST_BETWEEN = 4
"""Words from such a verb to whom it meets: “handed the key to Odo”."""

_MEETING = (
    LOOKING_VERBS
    | PERCEPTION_VERBS
    | MOTION_VERBS
    | SPEECH_VERBS
    | all_forms(
        """
        hand give pass offer show help hold kiss hug embrace touch grab push pull lift carry lead
        hit strike slap pat kick nod wave smile grin bow face meet greet join take catch turn
        """.split()
    )
)


def _acts_beyond_a_clause(passage: Passage, person: NarratedPerson) -> bool:
    """Whether somebody acts whose verb stands behind what is told of them in between.

    “Odo, who had been asleep, sat up”, “Odo from the mill drove us”; “it was Odo who sat up”.
    """
    if is_possessive(passage, person) or person.form == "pronominal":
        return False
    following = passage.word(person.last)
    if following == "who":
        return passage.word(person.first - 1) in _CLEAVING and looks_finite(
            passage.word(person.last + 1)
        )
    if following == "," and passage.word(person.last + 1) in {"who", "whose"}:
        return _verb_after_comma(passage, person.last + 2)
    if following in _FROM_SOMEWHERE and passage.word(person.first - 1) not in PLAIN_PREPOSITIONS:
        near = passage.words[person.last + 1 : person.last + MOST_OF_A_PHRASE]
        verb = next((word for word in near if looks_finite(word) or not word[0].isalpha()), ",")
        return verb[0].isalpha() and not verb.endswith("s")
    return False


def _verb_after_comma(passage: Passage, start: int) -> bool:
    for comma in range(start, min(start + MOST_OF_A_CLAUSE, len(passage.words) - 1)):
        verb = passage.words[comma + 1]
        if passage.words[comma] == "," and looks_finite(verb) and verb not in AUXILIARIES:
            return True
    return False


MOST_OF_A_PHRASE, MOST_OF_A_CLAUSE = 6, 24
"""Words in which “from the mill” and “who had been asleep” end."""

_CLEAVING = frozenset({"was", "is"})
_FROM_SOMEWHERE = frozenset("from at behind beside across opposite".split())

LEAST_SURE = 0.7
"""A pronoun that is linked with less confidence says nothing of who is there."""

_WITH_THE_TELLER = frozenset({"we", "us"})
_TELLERS = frozenset("i me my we us our you your".split())
"""Whoever tells the story, or is told it as their own, is there if anything is told of them."""


def _being(passage: Passage, predicate: Predicate) -> float:
    """What “was there” and “is away” say; 0 for everything else."""
    if predicate.negated or not BE_FORMS & {*predicate.auxiliaries, passage.words[predicate.verb]}:
        return 0.0
    if predicate.is_supposed or predicate.is_completed_before:
        return 0.0
    near = passage.words[predicate.verb : predicate.verb + 2]
    if any(word in _HERE or word in _SEEN or word in _BESIDE for word in near):
        return IS_THERE
    return IS_AWAY if any(word in _ELSEWHERE for word in near) else 0.0


_HERE = frozenset({"there", "here", "back"})
_ELSEWHERE = frozenset({"away", "abroad"})
_BROUGHT = BRINGING_VERBS | all_forms(["show", "catch", "hit", "strike", "throw", "shake"])
_BESIDE = frozenset("beside behind under beneath opposite against between next".split())
"""“Odo was beside her”: who is so near something is seen there."""

_SEEN = frozenset("asleep awake silent pale scarlet barefoot breathless".split())
"""What is seen of somebody, and not only known: “Odo was asleep on a stool”."""


def _is_of_before(acts: Iterable[Predicate], person: NarratedPerson) -> bool:
    """Whether somebody is the object of what was before: “she had been meeting Odo”."""
    told = [each for each in acts if each.verb < person.first]
    return bool(told) and max(told, key=lambda each: each.verb).is_completed_before


def _acting(passage: Passage, predicate: Predicate) -> float:
    verb = passage.words[predicate.verb]
    if "used" in predicate.auxiliaries:
        return IS_NAMED  # “Odo used to say”
    if predicate.is_supposed:
        return IS_ACTED_ON if "could" in predicate.auxiliaries else 0.0
    if predicate.is_completed_before:
        return IS_AWAY if verb in _DYING else HAD_ACTED
    if predicate.habitual and verb.endswith("s"):
        return IS_NAMED  # “Desta never writes”: said of her, wherever she is
    done = verb.endswith(("ing", "ed")) or verb in _BROUGHT  # “was shown in”
    if (BE_FORMS & set(predicate.auxiliaries) and not done) or verb in _OWNING:
        return IS_SOMETHING
    return ACTS


_VOICES = frozenset({"voice", "voices", "tone"})
_NOT_THERE = frozenset("about of without like unlike than as for regarding concerning".split())
"""A person after one of these is a subject of thought or a measure, and may be anywhere."""


_OWNING = all_forms("own owe belong live dwell deserve inherit".split())
"""What is so of somebody wherever they are: “Odo owned the mill”."""

_DYING = frozenset({"died", "drowned", "perished"})
"""“Odo had died in the autumn”; “Odo had been dead since ten” may tell of his body."""


def _acted_on(passage: Passage, person: NarratedPerson) -> float:
    if is_possessive(passage, person):
        part = passage.word(possessed(passage, person, BODY_NOUNS))
        if part in _VOICES:
            return IS_NAMED  # heard through a door or a telephone
        return SHOWS if part in BODY_NOUNS else 0.0
    if is_moved_before(passage, person) or _rests_before(passage, person):
        return ACTS
    before = passage.word(person.first - 1)
    if before in _NOT_THERE or (before in MENTAL_VERBS and before not in PERCEPTION_VERBS):
        return 0.0
    return IS_ACTED_ON if before.isalpha() else IS_NAMED


def is_moved_before(passage: Passage, person: NarratedPerson) -> bool:
    """Whether somebody comes with the verb before the name: “In came Odo”, “then came Odo”."""
    verb, particle = passage.word(person.first - 1), passage.word(person.first - 2)
    return verb in _COMING or (verb in MOTION_VERBS and particle in {"in", "out", "up", "down"})


def _rests_before(passage: Passage, person: NarratedPerson) -> bool:
    """“Under the table sat Odo”: the verb stands before the name, and nobody before the verb."""
    verb = person.first - 1
    if passage.word(verb) not in _RESTING:
        return False
    number = bisect_left(passage.people, person.first, key=attrgetter("first"))
    return number == 0 or passage.people[number - 1].last != verb


_COMING = frozenset({"came", "comes"})
_RESTING = frozenset("sat sits stood stands lay lies knelt kneels crouched crouches".split())
