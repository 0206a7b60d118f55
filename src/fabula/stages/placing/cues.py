"""Cues: what each place that a story names says of where the story is."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from fabula.lexicon.motion import PARTS
from fabula.lexicon.place_nouns import PLACE_NOUNS, ROOMS
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration
from fabula.stages.placing.routes import (
    Route,
    is_being,
    is_contracted,
    is_perfect,
    route_of,
    whole_place,
)
from fabula.stages.placing.scene_company import SceneCompany
from fabula.story import ChainId, EntityId, Mention
from fabula.text import Span

IS_TOLD = 2.0  # “she sat in the kitchen”, “in the kitchen something dripped”
COMES_TO = 3.0  # “they came to the gate”: from here on the story is there
IS_WITHIN = 1.0  # “found it in the kitchen”
IS_SUBJECT = 1.0  # “The kitchen was far too small”
IS_PART = 1.0  # “the kitchen floor”, “the door to the kitchen”
IS_THERE = 1.5  # “there was a pike on the wall of the hotel”
MAY_BE_HERE = 1.0  # “Tom limped into the mill”, and we follow another
IS_LEFT = 1.0  # “the two of them left the office”, and we stay
STANDS_ALONE = 1.5  # “The kitchen, before dawn.”

SMALL = 0.6
"""What is left to a place that no word for places names: a bench, a bed, a bath."""

OPENING = 350
"""Characters in which a scene mostly says where it is …"""

OPENS = 1.5
"""… and how much more a place counts that is named there."""

MOST_STEPS = 5
"""How far up from a place the verb of its clause is looked for."""

LONE_WORDS = 8
"""A sentence of so many words without a verb may do no more than name a place."""

_WITHIN = frozenset("in inside within aboard at on".split())
_THROUGH = frozenset("through across round around along down up".split())
_NOWHERE = frozenset("world earth sky heaven heavens west east north south way home".split())
"""Where everybody is, or each somewhere else."""

_MOUNTS = frozenset("horse mare pony mule donkey camel ox cart-horse".split())
_COMING = frozenset("come comes came coming enter enters entered arrive arrived arrives".split())
_TOGETHER = frozenset("we us they them everyone everybody all both two three".split())
_SUPPOSED = frozenset("would could should might may will shall 'll 'd".split())
_SOMEONE = frozenset({"he", "she"})
"""Of whom it is not sure who they are; most likely the one whom the story follows."""

_DOORS = PARTS | frozenset("door doors gate gates entrance bars ceiling walls windows".split())
_NOUNS = frozenset({"NOUN", "PROPN"})
_AFAR = frozenset({"away", "abroad"})
"""“Nell was away, in a dormitory.”"""

_VERBAL = frozenset({"VERB", "AUX"})


class Cue(Struct, frozen=True):
    """A sign that the story is in a place; `moves` if it comes there only now."""

    place_id: ChainId
    offset: int
    weight: float
    moves: bool
    evidence: Span


class CueReader:
    """Reads what the places that a story names say of where it is."""

    def __init__(self, told: Narration, same: Mapping[ChainId, ChainId]) -> None:
        """Reads this narration; `same` gives for a chain the first one of the same place."""
        self._told, self._same = told, same
        story = told.story
        people = [mention.head for mention in story.mentions if mention.type == "PER"]
        self._people = frozenset(told.rows.rows_of(people).tolist())
        self._opening = frozenset(told.rows.rows_of(story.document.paragraphs).tolist())

    def cues(self, row: int, mention: Mention, company: SceneCompany, start: int) -> Iterator[Cue]:
        """What the place at this row says of the scene that begins at `start`, if anything.

        Finds:
            Those who are there going to it or being in it; it as the place of something; it as the
            subject of its sentence, or all there is of one; a room whose floor or door is told of.
        Why it holds:
            A narrator names a place where something of the story is there.
        Misses:
            Places that are only seen from afar, if they are subjects (“the mill was on fire”).

        Example:
            “Tom sat in the kitchen” says more for the kitchen than “the kitchen was cold”.
        """
        told = self._told
        word = told.words[row]
        if not told.told[row] or told.asked[row] or word in _NOWHERE or word in _MOUNTS:
            return
        if word == "path" and told.hanging(row, "poss"):
            return  # “stood in his path”
        route, moves, evidence = route_of(told, row), False, Span(mention.start, mention.end)
        if route is None:
            weight = self._by_standing(row)
        else:
            weight, moves = self._by_route(route, company)
            evidence = told.span([route.verb, row])
        if not weight:
            return
        if mention.form == "nominal" and word.split("-")[-1] not in PLACE_NOUNS:
            weight *= SMALL
        if mention.start - start <= OPENING:
            weight *= OPENS
        place_id = told.chains[mention.id].id
        yield Cue(self._same.get(place_id, place_id), evidence.start, weight, moves, evidence)

    def _by_route(self, route: Route, company: SceneCompany) -> tuple[float, bool]:
        """How much a way or a stay says, and whether the story comes there by it."""
        told = self._told
        parts = told.participants(route.verb)
        movers = parts.patients if route.sends else parts.agents or (route.verb,)
        if not is_fact(told, route.verb):
            return 0.0, False
        people = frozenset(named.entity_id for each in movers if (named := told.person(each)))
        together = any(told.words[each] in _TOGETHER for each in movers)
        follows = together or company.leader in people
        if is_perfect(told, route.verb):
            return (IS_TOLD if follows and route.way == "is" else 0.0), False
        if route.way == "arrives" and follows:
            return COMES_TO, True
        present = bool(company.present & people)
        if route.way == "leaves":
            return (IS_LEFT if present and not follows else 0.0), False
        if route.way == "arrives":
            someone = any(told.words[each] in _SOMEONE for each in movers) and not people
            comes = told.words[route.verb] in _COMING or someone
            here = (present or someone) and not route.sends
            return ((IS_TOLD if comes else MAY_BE_HERE) if here else 0.0), False
        return self._by_stay(route, movers, people, present or together)

    def _by_stay(
        self, route: Route, movers: Sequence[int], people: frozenset[EntityId], present: bool
    ) -> tuple[float, bool]:
        """The same for one who is in a place; `present` if they are in the scene."""
        told = self._told
        if any(told.words[each] in _AFAR for each in told.hanging(route.verb)):
            return 0.0, False
        if not present and self._people.intersection(movers):
            acts = not people and not is_being(told.words[route.verb])
            return (IS_WITHIN if acts else 0.0), False
        opens = self._opens(route)
        if route.passes:
            return IS_WITHIN, opens
        first = route.place < min(route.verb, *movers)
        return (IS_TOLD if people or present or first else IS_WITHIN), opens

    def _opens(self, route: Route) -> bool:
        """“In the great hall a king was waiting”: a paragraph that goes elsewhere."""
        small = self._told.heads[whole_place(self._told, route.place)]
        return small in self._opening and small < route.verb

    def _by_standing(self, row: int) -> float:
        """What a place says that no verb brings anyone to."""
        told = self._told
        noun = whole_place(told, row)
        verb = self._verb_above(noun)
        if verb is None:
            alone = told.relations[noun] == "ROOT" and len(told.hanging(noun)) <= LONE_WORDS
            return STANDS_ALONE if alone else 0.0
        if told.relations[noun] == "pobj":
            return self._behind_a_preposition(noun, verb)
        if told.relations[noun] in {"nsubj", "nsubjpass"}:
            return IS_SUBJECT if self._is_definite(noun) and not self._is_supposed(verb) else 0.0
        part = told.relations[noun] in {"compound", "nmod"} and told.words[row] in ROOMS
        return IS_PART if part and is_fact(told, verb) and not is_perfect(told, verb) else 0.0

    def _is_definite(self, noun: int) -> bool:
        told = self._told
        return any(
            told.words[each] not in {"a", "an"} for each in told.hanging(noun, "det", "poss")
        )

    def _is_supposed(self, verb: int) -> bool:
        """“The mill would burn”; what is denied (“the mill was not locked”) will do."""
        told = self._told
        return any(told.words[each] in _SUPPOSED for each in told.hanging(verb, "aux"))

    def _behind_a_preposition(self, noun: int, verb: int) -> float:
        """What “in the kitchen” says that hangs on a noun or on a verb of another kind."""
        told = self._told
        small = told.heads[noun]
        if told.words[small] in {"to", "of"}:
            return IS_PART if self._is_at_a_door(told.heads[small]) else 0.0
        if told.words[small] not in _WITHIN | _THROUGH:
            return 0.0
        if told.words[small] == "at" and told.tags[told.heads[small]] not in _NOUNS:
            return 0.0  # “looked at the mill”; who waits there has a route
        if told.words[verb].startswith("there'") or told.hanging(verb, "expl"):
            return IS_THERE
        past = is_perfect(told, verb) and not told.hanging(verb, "auxpass")
        if told.heads[small] in self._people or past:
            return 0.0
        return IS_WITHIN if is_fact(told, verb) else 0.0

    def _is_at_a_door(self, row: int) -> bool:
        """“The door of” the cell, and “opened the door to” it, where the door is the object."""
        told = self._told
        nouns = [row, *told.hanging(row, "dobj", "nsubj", "nsubjpass")]
        return any(told.words[each] in _DOORS for each in nouns)

    def _verb_above(self, row: int) -> int | None:
        told = self._told
        for _ in range(MOST_STEPS):
            row, below = told.heads[row], row
            if told.tags[row] in _VERBAL or is_contracted(told, row):
                return row
            if row == below:
                return None
        return None
