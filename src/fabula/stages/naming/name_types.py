"""Whether a name is a person's, a place's, a body's or a ship's: the story's own evidence."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from fabula.labels import EntityType, MentionForm
from fabula.lexicon.common_words import is_verb_like
from fabula.lexicon.cue_words import AUXILIARIES, SUBJECT_PARTS
from fabula.lexicon.given_names import is_given_name, pronoun_by_ending
from fabula.lexicon.kinship import KIN
from fabula.lexicon.not_people import MONTHS_THAT_ARE_NAMES
from fabula.lexicon.places import (
    PLACE_BEGINNINGS,
    PLACE_ENDINGS,
    SURNAME_ENDINGS,
    VESSELS,
    known_place,
)
from fabula.lexicon.roles import person_noun
from fabula.lexicon.speech_verbs import SPEECH_VERBS, THINKING_VERBS
from fabula.lexicon.titles import TITLES
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.naming.name_spans import NameSpan
from fabula.stages.naming.story_words import Word

PERSON_THRESHOLD = 1.0
"""One clear act (“Ines nodded”) or two faint signs make a person."""

SHAPE = 6.0
"""Mill Street and Mount Ida are places until someone of that name has acted a few times."""

DOUBTFUL_SHAPE = 1.0
"""Ferrow Brook is a person as soon as one of the name acts once."""

USUAL = 1.5
"""A usual given name is a person's before anyone acts."""

LIKE_USUAL = 0.6
"""A name that ends like given names needs little more: “Morwenna had …”."""

KNOWN_PLACE = 3.0
"""Dallas is a city until someone of that name has acted a few times."""

_PLACE_PREPOSITIONS: Mapping[str, float] = {
    "in": 2.0,
    "into": 1.0,
    "at": 0.6,
    "through": 1.0,
    "throughout": 1.5,
    "across": 1.0,
    "near": 0.6,
    "from": 0.5,
    "to": 0.3,
    "around": 0.5,
    "outside": 1.0,
    "inside": 1.0,
    "aboard": 2.0,
    "leave": 0.3,
    "left": 0.3,
    "reached": 0.5,
    "visit": 0.5,
}
_PERSON_PREPOSITIONS: Mapping[str, float] = {
    "with": 0.5,
    "beside": 0.7,
    "behind": 0.4,
    "for": 0.2,
    "by": 0.3,
    "told": 1.0,
    "asked": 1.0,
    "and": 0.1,
    "poor": 1.5,
    "dear": 1.5,
    "young": 1.5,
    "little": 0.8,
    "old": 0.7,
    "named": 1.0,
    "called": 0.5,
    "that": 0.2,
    "if": 0.2,
    "when": 0.3,
}
_LOOKING = all_forms("look glance stare smile grin gaze laugh nod frown scowl shout wink".split())
_GIVING = all_forms("give hand nod turn listen introduce belong bow write".split())
_STATIVE = AUXILIARIES | frozenset("seemed looked lay stood became remained".split())
_CALLED_AFTER = frozenset(",.!?…")


class NameTypes:
    """The type of every name of a story."""

    def __init__(self, words: Sequence[Word], spans: Sequence[NameSpan]) -> None:
        self._person: defaultdict[str, float] = defaultdict(float)
        self._place: defaultdict[str, float] = defaultdict(float)
        self._vessel: defaultdict[str, float] = defaultdict(float)
        self._uses: Counter[str] = Counter()
        self._determined: Counter[str] = Counter()
        for span in spans:
            person, place, vessel = _evidence(words, span)
            self._uses[span.key] += 1
            self._determined[span.key] += is_determined(words, span)
            for key in _keys(span):
                self._person[key] += person
                self._place[key] += place
                self._vessel[key] += vessel

    def type_of(self, span: NameSpan, words: Sequence[Word]) -> EntityType | None:
        """What this name is; None where nothing shows that it names anything.

        Finds:
            People by titles, by what they do (verbs after them, speech verbs before), by being
            called; places by prepositions, by their last word (Street, River) and by the gazetteer.
        Why it holds:
            People act and are spoken to; places are gone to and stood in.
        Misses:
            A dog whose name is only ever called once; a house that is spoken of like a person.

        Example:
            “in Ferrow” makes Ferrow a place, “Ferrow nodded” a person; the greater sum wins.
        """
        if any(title.key != "saint" for title in span.titles):
            return "PER"
        determined = is_determined(words, span)
        if determined and (person_noun(span.core[-1].lower()) or self._is_family(span)):
            return "PER"
        known = known_place(span.key)
        person = self._person[span.key] + _usual_person(span)
        place = self._place[span.key] + (KNOWN_PLACE if known else 0.0)
        shaped = _shape(span, words)
        doubtful = span.core[-1].lower() in SURNAME_ENDINGS
        if shaped is not None and person < 2 * place + (DOUBTFUL_SHAPE if doubtful else SHAPE):
            return shaped
        if self._vessel[span.key] > max(person / 4, place):
            return "VEH"
        if person >= PERSON_THRESHOLD and person > place:
            return "PER"
        fallback: EntityType | None = None
        if place > PERSON_THRESHOLD:
            fallback = "LOC" if determined else "GPE"
        return known or fallback

    def form_of(self, span: NameSpan) -> MentionForm:
        """What a person's name is: “the Pilot” describes, “the Brooks” and “Brook” name.

        “the Brook I knew” is still a name, since the story has it mostly without “the”; and
        “Pilot!” is still a description, since it has it mostly with “the”.
        """
        if span.titles or is_plural_name(span):
            return "proper"
        return "nominal" if self._determined[span.key] * 2 >= self._uses[span.key] else "proper"

    def _is_family(self, span: NameSpan) -> bool:
        """“the Brooks”, “the Marches”: the plural of a person's name."""
        return any(
            self._person[singular] > max(self._place[singular], PERSON_THRESHOLD)
            for singular in singulars(span.core[-1])
        )


def is_determined(words: Sequence[Word], span: NameSpan) -> bool:
    """Whether a determiner stands right before the name: “the Pilot”, “a Brook”."""
    return (
        span.first > 0
        and not words[span.first].before
        and words[span.first - 1].lower in {"the", "a", "an"}
        and words[span.first - 1].quotation_id == words[span.first].quotation_id
    )


def is_plural_name(span: NameSpan) -> bool:
    """Whether the name looks like a family's: “the Brooks”, not “the Boss”."""
    last = span.core[-1]
    return bool(singulars(last)) and not last.endswith("ss") and not person_noun(last.lower())


def singulars(name: str) -> tuple[str, ...]:
    """What a family's plural may be the plural of: Brook of “Brooks”, Finch of “Finches”."""
    if not name.endswith("s") or len(name) < 4:
        return ()
    return (name[:-1], name[:-2]) if name.endswith("es") else (name[:-1],)


def _keys(span: NameSpan) -> set[str]:
    """What the evidence of one occurrence counts for: the whole name, and each of its parts."""
    return {span.key, *span.core} if len(span.core) < 4 else {span.key}


def _shape(span: NameSpan, words: Sequence[Word]) -> EntityType | None:
    """The type that a name of several words shows by itself."""
    if len(span.core) < 2:
        return None
    ending = PLACE_ENDINGS.get(span.core[-1].lower())
    surname = span.core[-1].lower() in SURNAME_ENDINGS and is_given_name(span.core[0])
    if ending is not None and not surname:
        return ending
    beginning = PLACE_BEGINNINGS.get(span.core[0].lower())
    # “St. John said” may be a person: such names need a place's preposition.
    if beginning is not None and span.first and words[span.first - 1].lower in _PLACE_PREPOSITIONS:
        return beginning
    return None


def _evidence(words: Sequence[Word], span: NameSpan) -> tuple[float, float, float]:
    person, place = (5.0 if span.titles else 0.0), 0.0
    before = words[span.first - 1] if span.first else None
    after = words[span.last + 1] if span.last + 1 < len(words) else None
    last = words[span.last]
    if before is not None and not words[span.first].before:
        person += _person_before(before)
        if not words[span.last].possessive:
            # “in Ferrow”, not “in Ferrow’s time”.
            place += _PLACE_PREPOSITIONS.get(before.lower, 0.0)
        person += _addressed(words, span)
        if before.lower in {"the", "this", "a", "an"}:
            person -= 0.3
            place += 0.5
            if span.first > 1 and not before.before:
                # “said the Voice”
                person += 2.3 if words[span.first - 2].lower in SPEECH_VERBS else 0.0
    if after is not None and not last.after:
        person += _person_after(after, last)
    person += _called(words, span)
    vessel = _vessel(words, span)
    return person, place, vessel


def _usual_person(span: NameSpan) -> float:
    """What the name alone says for a person, once for the whole story."""
    first = span.core[0].lower()
    if is_given_name(first):
        return 0.0 if first in MONTHS_THAT_ARE_NAMES else USUAL
    return 0.0 if pronoun_by_ending(first) is None else LIKE_USUAL


def _addressed(words: Sequence[Word], span: NameSpan) -> float:
    """“looked at Ines”, “said to Ines”: people are looked at and spoken to."""
    if span.first < 2 or words[span.first - 1].before:
        return 0.0
    verb, preposition = words[span.first - 2].lower, words[span.first - 1].lower
    if preposition == "at" and verb in _LOOKING:
        return 1.0
    return 1.0 if preposition == "to" and verb in SPEECH_VERBS | _GIVING else 0.0


def _person_before(before: Word) -> float:
    lower = before.lower
    if lower in SPEECH_VERBS:
        return 2.0 if lower.endswith(("ed", "d", "t", "s")) else 0.5
    if lower in KIN or (lower in TITLES and TITLES[lower].kind != "epithet"):
        return 1.5
    if person_noun(lower):
        return 1.0
    return _PERSON_PREPOSITIONS.get(lower, 0.0)


def _person_after(after: Word, last: Word) -> float:
    lower = after.lower
    if last.possessive:
        return 1.5 if lower in SUBJECT_PARTS or lower in KIN else 0.3
    if lower in SPEECH_VERBS or lower in THINKING_VERBS:
        return 2.0
    if lower == "who":
        return 2.0
    if lower in _STATIVE:
        return 0.4
    return 1.2 if is_verb_like(lower) and not after.capital else 0.0


def _called(words: Sequence[Word], span: NameSpan) -> float:
    """“Oh, Ines!”, “Ines, come here”: a name by itself between marks inside a quotation."""
    first, last = words[span.first], words[span.last]
    if first.quotation_id is None or last.possessive or last.after[:1] not in _CALLED_AFTER:
        return 0.0
    if not last.after:
        return 0.0
    return 1.0 if first.opens or first.before.endswith((",", "…", "—", "–")) else 0.0


def _vessel(words: Sequence[Word], span: NameSpan) -> float:
    own = words[span.first]
    near = words[max(span.first - 3, 0) : span.first]
    # “Mind the boat,” said Ivarr. and She tied up the boat. Ivarr sang.: neither names him.
    before = [
        word.lower
        for word in near
        if word.quotation_id == own.quotation_id and word.sentence == own.sentence
    ]
    if before[-1:] == ["aboard"] or before[-2:] == ["aboard", "the"]:
        return 3.0
    if before[-1:] and before[-1] in VESSELS:
        return 2.0
    named = before[-1:] and before[-1] in {"called", "named", "the"}
    return 2.0 if named and before[-2:-1] and before[-2] in VESSELS else 0.0
