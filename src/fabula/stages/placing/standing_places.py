"""Places that no verb brings anyone to, and what they say of where the story is."""

from collections.abc import Set

from fabula.lexicon.mental_verbs import MENTAL_VERBS
from fabula.lexicon.motion import AIMING_VERBS, MOTION_VERBS
from fabula.lexicon.place_nouns import BUILDINGS, PLACE_NOUNS, ROOMS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration
from fabula.stages.placing.cue_weights import (
    IS_PART,
    IS_SUBJECT,
    IS_THERE,
    IS_WHAT_IT_IS,
    IS_WITHIN,
    STANDS_ALONE,
    WITH_SOMEONE,
)
from fabula.stages.placing.routes import (
    DOORS,
    is_away_from_them,
    is_contracted,
    is_perfect,
    whole_place,
)

MOST_STEPS = 5
"""How far up from a place the verb of its clause is looked for."""

LONE_WORDS = 8
"""A sentence of so many words without a verb may do no more than name a place."""

_WITHIN = frozenset("in inside within aboard at on under beneath".split())
_THROUGH = frozenset("through across round around along down up".split())
_ALL_ROUND = frozenset("round around about".split())
_SUPPOSED = frozenset("would could should might may will shall 'll 'd".split())
_HAVING = MENTAL_VERBS | all_forms("have picture visualise".split()) | {"'d", "'ve"}
_IT = frozenset("it it's this that that's".split())
_WATERS = frozenset("river stream brook pond lake sea ocean waterfall canal ford creek".split())
"""“It was a black river” tells what somebody looks at; few are in it."""

_NOBODY = frozenset("nobody nothing none".split())
_ANYBODY = frozenset("nobody everybody everyone somebody someone anybody anyone".split())
_AROUND_ONE = frozenset("ceiling wall walls floor window windows".split())
"""Who is told to see these of a room is in it: “she smiled at the ceiling of the mill”."""

_HEARING = all_forms(["hear", "overhear"])
_REFUSING = frozenset("would could did do does".split())
_VERBAL = frozenset({"VERB", "AUX"})


class StandingPlaces:
    """Reads the places of a narration that nobody is said to go to or to be in."""

    def __init__(self, told: Narration, people: Set[int]) -> None:
        """Reads this narration, in which people are named at these rows."""
        self._told, self._people = told, people

    def weight(self, row: int) -> float:
        """How much the place at this row says, if anything.

        Finds:
            It as the place of what happens or of somebody who acts; as the subject of its sentence,
            or all there is of one; a room whose floor or door is told of.
        Why it holds:
            What is told of a place by itself is told by one who is there.
        Misses:
            What is only seen from afar (“the mill was on fire”).

        Example:
            “The tower door was locked”, “said the nun on the pier”.
        """
        told = self._told
        noun = whole_place(told, row)
        verb = self._verb_above(noun)
        if verb is None:
            alone = told.relations[noun] == "ROOT" and len(told.hanging(noun)) <= LONE_WORDS
            return STANDS_ALONE if alone else 0.0
        if told.relations[noun] in {"nsubj", "nsubjpass"}:
            return self._as_subject(noun, verb)
        if told.relations[noun] == "attr":
            named = any(told.words[each] in _IT for each in told.hanging(verb, "nsubj"))
            named = named and told.words[noun] not in _WATERS
            return IS_WHAT_IT_IS if named and is_fact(told, verb) else 0.0
        behind = told.relations[noun] == "pobj" and self._behind_a_preposition(noun, verb)
        return behind or self._as_part(row, verb)

    def _as_subject(self, noun: int, verb: int) -> float:
        """“The kitchen was cold”; “the road went on” may be seen from afar."""
        told = self._told
        gone = self._is_supposed(verb) or is_perfect(told, verb)
        way = told.words[noun] not in ROOMS | BUILDINGS
        goes = way and told.words[verb] in MOTION_VERBS
        afar = told.words[told.heads[verb]] in _HEARING  # “she heard the mill creak”
        return IS_SUBJECT if self._is_definite(noun) and not (gone or goes or afar) else 0.0

    def _as_part(self, row: int, verb: int) -> float:
        """What “kitchen” says in “the kitchen floor”, “the kitchen door”."""
        told = self._told
        whole = told.words[told.heads[row]]
        part = told.relations[row] in {"compound", "nmod"} and (
            (told.words[row] in ROOMS and whole not in PLACE_NOUNS)
            or (told.words[row] in BUILDINGS and whole in DOORS)
        )
        return IS_PART if part and is_fact(told, verb) and not is_perfect(told, verb) else 0.0

    def is_empty(self, verb: int) -> bool:
        """“There was nobody on the street”: one looks at it; “nobody else” would be there."""
        told = self._told
        told_of = [verb, *told.hanging(verb, "attr", "nsubj")]
        none = any(told.words[each] in _NOBODY for each in told_of)
        return none and not any(
            told.words[each] in {"else", "but"} for row in told_of for each in told.hanging(row)
        )

    def _is_definite(self, noun: int) -> bool:
        told = self._told
        small = told.hanging(noun, "det", "poss")
        named = told.tags[noun] == "PROPN"
        return named or any(told.words[each] not in {"a", "an"} for each in small)

    def _is_supposed(self, verb: int) -> bool:
        """“The mill would burn”; what is denied (“the mill was not locked”) will do."""
        told = self._told
        return any(told.words[each] in _SUPPOSED for each in told.hanging(verb, "aux"))

    def _behind_a_preposition(self, noun: int, verb: int) -> float:
        """What “in the kitchen” says that hangs on a noun or on a verb of another kind."""
        told = self._told
        small, owner = told.heads[noun], told.heads[told.heads[noun]]
        if told.words[small] in {"to", "of"}:
            seen = told.words[small] == "of" and told.words[owner] in _AROUND_ONE
            return IS_PART if seen or self._is_at_a_door(owner) else 0.0
        aimed_at = told.words[small] == "at" and told.words[owner] in AIMING_VERBS
        if any(told.words[each] in _ALL_ROUND for each in told.hanging(owner)):
            aimed_at = False  # “he looked round at the shop”
        seen = told.words[small] == "across" and told.words[owner] in AIMING_VERBS
        outside = told.words[small] not in _WITHIN | _THROUGH or aimed_at or seen
        if outside or told.hanging(small, "neg"):
            return 0.0
        if told.words[owner] in _ANYBODY and owner < verb:
            return WITH_SOMEONE  # “nobody in the kitchen could look at her”
        if told.words[verb].startswith("there'") or told.hanging(verb, "expl"):
            return 0.0 if self.is_empty(verb) else IS_THERE
        if not self._happens(verb):
            return 0.0
        return self._with_someone(owner, verb) if owner in self._people else IS_WITHIN

    def _happens(self, verb: int) -> bool:
        """Whether a verb tells of now; “a freighter, registered at Osker” does not."""
        told = self._told
        past = is_perfect(told, verb) and not told.hanging(verb, "auxpass")
        past = past or is_away_from_them(told, verb)
        described = told.relations[verb] == "acl" and told.heads[verb] not in self._people
        return (is_fact(told, verb) or self._is_refused(verb)) and not past and not described

    def _is_refused(self, verb: int) -> bool:
        """“The clerk in the shop would not sell it”: what does not happen does not happen there."""
        told = self._told
        helping = {told.words[each] for each in told.hanging(verb, "aux")}
        plain = helping <= _REFUSING and told.told[verb] and not told.asked[verb]
        return plain and bool(told.hanging(verb, "neg"))

    def _with_someone(self, owner: int, verb: int) -> float:
        """“Said the nun on the pier”: who does it or has it done to her; not whom one pictures."""
        parts = self._told.participants(verb)
        met = parts.patients if self._told.words[verb] not in _HAVING else ()
        return WITH_SOMEONE if owner in (*parts.agents, *met) else 0.0

    def _is_at_a_door(self, row: int) -> bool:
        """“The door of” the cell, and “opened the door to” it, where the door is the object."""
        told = self._told
        nouns = [row, *told.hanging(row, "dobj", "nsubj", "nsubjpass")]
        return any(told.words[each] in DOORS for each in nouns)

    def _verb_above(self, row: int) -> int | None:
        told = self._told
        for _ in range(MOST_STEPS):
            row, below = told.heads[row], row
            if told.tags[row] in _VERBAL or is_contracted(told, row):
                return row
            if row == below:
                return None
        return None
