"""Cues: what each place that a story names says of where the story is."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from fabula.labels import Pronouns
from fabula.lexicon.body_words import BODY_NOUNS
from fabula.lexicon.motion import PARTS
from fabula.lexicon.perception_verbs import LOOKING_VERBS, PERCEPTION_VERBS
from fabula.lexicon.place_nouns import CONVEYANCES, PLACE_NOUNS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration
from fabula.stages.placing.cue_weights import (
    COMES_TO,
    IS_TOLD,
    IS_WHAT_IT_IS,
    IS_WITHIN,
    MAY_BE_HERE,
)
from fabula.stages.placing.routes import (
    DOORS,
    Route,
    is_away_from_them,
    is_being,
    is_perfect,
    route_of,
    surrounds,
    whole_place,
)
from fabula.stages.placing.scene_company import SceneCompany
from fabula.stages.placing.standing_places import StandingPlaces
from fabula.story import ChainId, Mention
from fabula.text import Span, covering

SMALL = 0.6
"""What is left to a place that no word for places names: a bench, a bed, a bath; to what moves or
opens, if it is told of by itself (“the bus pulled out”, “the gate squeaked”); to one of many."""

OPENING = 350
"""Characters in which a scene mostly says where it is …"""

OPENS = 1.5
"""… and how much more a place counts that is named there."""

_NOWHERE = frozenset("world earth sky heaven heavens west east north south way home".split())
"""Where everybody is, or each somewhere else."""

_MASSES = frozenset("stream river sea ocean lake flood forest island mountain maze hive".split())
"""Of something that is no place, these are much of it."""

_COURSES = frozenset("path track tracks trail".split())
"""Somebody's, they are where that one is going or has gone."""

_MOUNTS = frozenset("horse mare pony mule donkey camel ox cart-horse".split())
_COMING = frozenset("come comes came coming enter enters entered arrive arrived arrives".split())
_TOGETHER = frozenset("we us they them everyone everybody all both two three".split())
_LIVING = all_forms("live lodge dwell board".split())
_CALLED: Mapping[Pronouns, frozenset[str]] = MappingProxyType(
    {
        "he": frozenset("he he's him".split()),
        "she": frozenset("she she's her".split()),
        "they": frozenset(),
        "it": frozenset(),
    }
)
_SOMEONE = _CALLED["he"] | _CALLED["she"]
"""Of whom it is not sure who they are; most likely the one whom the story follows."""

_AFAR = frozenset({"away", "abroad"})
"""“Nell was away, in a dormitory.”"""


_ONE_OF_MANY = ("a ", "an ", "another ", "every ", "each ", "some ", "any ")


class Cue(Struct, frozen=True):
    """A sign that the story is in a place; `moves` if it comes there only now.

    `apart` if it tells of one whom the story does not follow, and so is no proof alone.
    """

    place_id: ChainId
    offset: int
    weight: float
    moves: bool
    evidence: Span
    apart: bool = False


class _Movers(Struct, frozen=True):
    """Those of whom a route tells, by their rows, and what is known of them.

    `known` if any is of the cast, `present` if one is in the scene, `follows` if the story follows
    one; `someone` if all that is said is “he” or “she”, `leads` if that may be the one whom the
    story follows; `persons` if they are people at all.
    """

    rows: Sequence[int]
    known: bool
    present: bool
    follows: bool
    someone: bool
    leads: bool
    persons: bool


class CueReader:
    """Reads what the places that a story names say of where it is."""

    def __init__(
        self, told: Narration, places: Mapping[int, Mention], same: Mapping[ChainId, ChainId]
    ) -> None:
        """Reads this narration, in which places are named at these rows.

        `same` gives for a chain the first one of the same place.
        """
        self._told, self._places, self._same = told, places, same
        story = told.story
        people = [mention.head for mention in story.mentions if mention.type == "PER"]
        self._people = frozenset(told.rows.rows_of(people).tolist())
        self._standing = StandingPlaces(told, self._people)
        self._pronouns = {entity.id: entity.pronouns for entity in story.cast}
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
        if word in _NOWHERE or word in _MOUNTS:
            return
        place_id = told.chains[mention.id].id
        place_id = self._same.get(place_id, place_id)
        opens = OPENS if mention.start - start <= OPENING else 1.0
        if not told.told[row] or told.asked[row] or self._is_no_place(row) or self._is_past(row):
            return
        route, moves, evidence = route_of(told, row), False, Span(mention.start, mention.end)
        offset = mention.start
        if route is None:
            town = mention.type == "GPE"  # “his third year in London”
            weight = 0.0 if town else self._standing.weight(row)
        else:
            weight, moves = self._by_route(route, company)
            evidence = told.span([route.verb, row])
            offset = told.span([*told.participants(route.verb).agents, route.verb, row]).start
        if not weight:
            return
        apart = weight == MAY_BE_HERE and route is not None and route.way == "arrives"
        if weight != IS_WHAT_IT_IS:
            weight *= self._size(row, mention, told_of_someone=route is not None)
        yield Cue(place_id, offset, weight * opens, moves, evidence, apart)

    def _is_past(self, row: int) -> bool:
        """“Two days ago at Osker a mast broke”: the story is there no more."""
        told = self._told
        return "ago" in told.words[told.sentence(row).low : row]

    def _size(self, row: int, mention: Mention, *, told_of_someone: bool) -> float:
        word = self._told.words[row].split("-")[-1]
        if mention.form == "proper" or told_of_someone:
            return 1.0 if mention.form == "proper" or word in PLACE_NOUNS else SMALL
        by_itself = self._told.relations[row] not in {"pobj", "compound", "nmod"}
        small = word not in PLACE_NOUNS or (by_itself and word in CONVEYANCES | DOORS)
        indefinite = self._told.story.document[mention].lower().startswith(_ONE_OF_MANY)
        return SMALL if small or indefinite else 1.0

    def _is_no_place(self, row: int) -> bool:
        """Parts of a room, what is a place of the body only, and what lies around another place."""
        told = self._told
        word = told.words[row]
        whole = any(each in self._places for each in told.behind(row, "of"))
        if word in PARTS and (whole or word not in PLACE_NOUNS):
            return True  # “on the floor”, “in the doorway”, “on the deck of the bridge”
        of = told.behind(row, "of")
        if any(told.words[each] in BODY_NOUNS for each in of):
            return True  # “the bridge of her nose”
        if word in _COURSES and told.hanging(row, "poss"):
            return True  # “stood in his path”
        if word in _MASSES and any(told.tags[each] == "NOUN" for each in of):
            return True  # “this stream of conversation”
        return surrounds(told, self._places, row)

    def _by_route(self, route: Route, company: SceneCompany) -> tuple[float, bool]:
        """How much a way or a stay says, and whether the story comes there by it."""
        told = self._told
        nobody = self._is_likeness(route.verb) or self._standing.is_empty(route.verb)
        if nobody or not is_fact(told, route.verb):
            return 0.0, False
        movers = self._movers(route, company)
        if is_perfect(told, route.verb):
            there = movers.present if route.sends else movers.follows and route.way == "is"
            return (IS_TOLD if there or (route.sends and movers.someone) else 0.0), False
        if route.way == "leaves":
            return 0.0, False
        return (
            self._by_way(route, movers) if route.way == "arrives" else self._by_stay(route, movers)
        )

    def _is_likeness(self, verb: int) -> bool:
        """“Like a man counting money in a shop” is in no shop."""
        told = self._told
        if told.relations[verb] not in {"acl", "relcl"}:
            return False
        return told.words[told.heads[told.heads[verb]]] in {"like", "as", "than"}

    def _movers(self, route: Route, company: SceneCompany) -> _Movers:
        told = self._told
        parts = told.participants(route.verb)
        rows = parts.patients if route.sends else parts.agents or (route.verb,)
        people = frozenset(named.entity_id for each in rows if (named := told.person(each)))
        several = any(told.words[each] in _TOGETHER for each in rows)
        together = several and not self._is_of_others(route)
        return _Movers(
            rows=rows,
            known=bool(people),
            present=together or bool(company.present & people),
            follows=together or company.leader in people,
            someone=not people and any(told.words[each] in _SOMEONE for each in rows),
            leads=not people and any(self._may_lead(each, company) for each in rows),
            persons=bool(self._people.intersection(rows)),
        )

    def _may_lead(self, row: int, company: SceneCompany) -> bool:
        """Whether a “he” or “she” who is not surely known may be the one the story follows."""
        telling = covering(self._told.story.tellings, self._told.span([row]).start)
        if telling is not None and telling.narrator_id == company.leader:
            return False  # the narrator is “I”
        called = self._pronouns.get(company.leader) if company.leader is not None else None
        return self._told.words[row] in (_SOMEONE if called is None else _CALLED[called])

    def _is_of_others(self, route: Route) -> bool:
        """Whether “they” leave those whom the story follows: “he watched them go to the mill”."""
        told = self._told
        content = told.relations[route.verb] in {"ccomp", "advcl", "xcomp"}
        watched = content and told.words[told.heads[route.verb]] in PERCEPTION_VERBS | LOOKING_VERBS
        return watched or (route.brings and bool(told.participants(route.verb).patients))

    def _by_way(self, route: Route, movers: _Movers) -> tuple[float, bool]:
        """“Tom limped into the mill”: we go along if he is the one whom the story follows."""
        if movers.follows:
            return COMES_TO, True
        if (movers.present or movers.leads) and not route.sends:
            comes = self._told.words[route.verb] in _COMING or movers.leads
            return (IS_TOLD if comes else MAY_BE_HERE), movers.leads
        return (MAY_BE_HERE if movers.persons and not movers.known else 0.0), False

    def _by_stay(self, route: Route, movers: _Movers) -> tuple[float, bool]:
        """“Tom was in the mill”; if he is not in the scene it is told of elsewhere."""
        told = self._told
        verb = told.words[route.verb]
        afar = any(told.words[each] in _AFAR for each in told.hanging(route.verb))
        afar = afar or is_away_from_them(told, route.verb)
        if any(each in self._places for each in movers.rows):  # “the boathouse was on the landing”
            drives = any(told.words[each] in CONVEYANCES for each in movers.rows)
            return (IS_WITHIN if drives and is_being(verb) else 0.0), False
        town = self._places[route.place].type == "GPE"
        if afar or (town and is_being(verb) and not movers.follows):
            return 0.0, False  # “his wife was in Majorca”
        if verb in _LIVING:
            return 0.0, False  # “the doctor lived at Osker”
        if not movers.present and movers.persons:
            told_here = movers.someone or (not movers.known and not is_being(verb))
            return (IS_WITHIN if told_here else 0.0), False
        opens = self._opens(route)
        if route.passes or movers.follows:
            return (IS_WITHIN, opens) if route.passes else (IS_TOLD, True)
        first = route.place < min((route.verb, *movers.rows))
        return (IS_TOLD if movers.present or first else IS_WITHIN), opens

    def _opens(self, route: Route) -> bool:
        """“In the great hall a king was waiting”: a paragraph that goes elsewhere."""
        small = self._told.heads[whole_place(self._told, route.place)]
        return small in self._opening and small < route.verb
