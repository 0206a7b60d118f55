"""Sightings: who is where at which word, before they are joined to stays."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from msgspec import Struct

from fabula.encoder.scores import Scores
from fabula.lexicon.conditions import NIGHTCLOTHES
from fabula.lexicon.motion import AWAY, PARTS, SETTING_OUT
from fabula.lexicon.place_nouns import FIXTURES, PLACE_NOUNS
from fabula.lexicon.transfer import GARMENTS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration, narration_of
from fabula.stages.placing.earlier import is_of_before, scenes_in_the_present
from fabula.stages.placing.routes import Route, Way, has_object, is_being, route_of, surrounds
from fabula.stages.placing.traces import Trace
from fabula.story import ChainId, EntityId, Mention, Presence, Story
from fabula.text import Span, covering

PLACE_TYPES = frozenset({"FAC", "GPE", "LOC", "VEH"})

TOGETHER = 400
"""Characters before “they” in which those are told of whom it means."""

MOST_EVIDENCE = 200
"""Characters of a passage that somebody will look at."""

_WITH = ("with", "beside", "alongside", "behind", "after")
"""“walked in with Tom”: he is there too."""

_SEVERAL = frozenset({"they", "them"})
_WITH_ME = frozenset({"we", "us"})


_OPENINGS = frozenset("window door hatch".split())
_WITHIN_CLAUSES = frozenset("ccomp advcl xcomp".split())

_NOWHERE = frozenset(
    """
    way ways abyss depths world earth heaven sky rain snow sleet hail wind storm fog mist sun
    sunshine sunlight moonlight light dark darkness gloom night cold heat air
    """.split()
)
"""“In her straightforward way”, “stood in the rain”, “thrust deeper into the abyss of gloom”."""

_WORN = GARMENTS | NIGHTCLOTHES
"""“He stood there in his nightshirt”: the encoder takes it for a place now and then."""

_LIVING = all_forms("live lodge dwell board".split())
_STOREYS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth top ground upper".split()
)


class Sighting(Struct, frozen=True):
    """Someone comes to, is in, or leaves a place; `place_id` None: away, and nobody says where.

    `sure` is how sure it is that this person is meant. `until` is where it ends by itself: who
    walks along a passage is not said to stay there after that paragraph.
    """

    who_id: EntityId
    way: Way
    place_id: ChainId | None
    evidence: Span
    sure: float
    until: int | None = None


def departures(sightings: Iterable[Sighting]) -> Mapping[EntityId, Sequence[int]]:
    """Where each person goes away or leaves a place, in text order."""
    away: defaultdict[EntityId, list[int]] = defaultdict(list)
    for sighting in sightings:
        if sighting.way == "leaves":
            away[sighting.who_id].append(sighting.evidence.start)
    return away


def with_leavings(sightings: Iterable[Sighting], presence: Iterable[Presence]) -> list[Sighting]:
    """The sightings, with those who leave a scene and are not said to go anywhere in the sentence.

    “Tom went.” is told of in `presence`, but has no place; “Tom went to the mill” is a sighting.
    """
    found = list(sightings)
    known: defaultdict[EntityId, list[int]] = defaultdict(list)
    for sighting in found:
        known[sighting.who_id].append(sighting.evidence.start)
    for coming in (coming for each in presence for coming in each.comings):
        who, words = coming.who_id, coming.evidence
        index = bisect_left(known[who], words.start)
        placed = index < len(known[who]) and known[who][index] < words.end
        if coming.move == "leaves" and not placed:
            end = Span(words.end - 1, words.end)
            found.append(Sighting(who, "leaves", None, end, sure=1.0))
    return sorted(found, key=lambda each: (each.evidence, each.who_id))


class Sightings:
    """Reads the sightings of a story from its mentions and the grammar around them."""

    def __init__(self, story: Story, scores: Scores, actions: Sequence[Trace]) -> None:
        """Reads this story by these scores; `actions` tell who “they” are.

        `told` is its narration, `places` are the places named there by the row of their head.
        """
        self.told = narration_of(story, scores)
        self._actions = actions
        self._acting = [action.start for action in actions]
        self._tellings = story.tellings
        self.places = _places_by_head(story, self.told)

    def __iter__(self) -> Iterator[Sighting]:
        """The sightings, in text order."""
        found = [*self._at_places(), *self._going_away()]
        return iter(sorted(found, key=lambda each: (each.evidence, each.who_id)))

    def _at_places(self) -> Iterator[Sighting]:
        for row, mention in self.places.items():
            around = surrounds(self.told, self.places, row)
            route = None if around else route_of(self.told, row)
            if route is not None and is_fact(self.told, route.verb) and not self._is_of_then(route):
                place_id = self.told.chains[mention.id].id
                yield from self._sightings(self._people(route), route.way, place_id, route)

    def _is_of_then(self, route: Route) -> bool:
        """“When she lived in India”, “she was no longer in the house”: she is not there now."""
        told = self.told
        aside = told.relations[route.verb] in {"relcl", "acl", "advcl", "ccomp"}
        lived = aside and told.words[route.verb] in _LIVING
        return lived or any(told.words[each] == "longer" for each in told.hanging(route.verb))

    def _going_away(self) -> Iterator[Sighting]:
        """“he went out”, “she walked off with the lamp”: away, and nobody says where to."""
        told = self.told
        for row, word in enumerate(told.words):
            if word not in AWAY | {"back"} or told.relations[row] not in {"prt", "advmod"}:
                continue
            verb = told.heads[row]
            if told.words[verb] not in SETTING_OUT or not is_fact(told, verb):
                continue
            if self._leads_on(row) or self._leads_to_a_place(verb) or has_object(told, verb):
                continue  # “she got her blazer back” says nothing of where she is
            whom = told.participants(verb).agents
            yield from self._sightings(whom, "leaves", None, Route(row, verb, "leaves"))

    def _leads_on(self, row: int) -> bool:
        """“Out of the mill” names a place, “out of the window” only the way."""
        told = self.told
        ways = {each for small in told.hanging(row, "prep") for each in told.hanging(small, "pobj")}
        through = ways and all(told.words[each] in _OPENINGS for each in ways)
        return not through and bool(told.hanging(row, "prep", "pobj", "pcomp"))

    def _leads_to_a_place(self, verb: int) -> bool:
        """“He went out by the yard” tells of a place, “with a lamp” does not."""
        told = self.told
        small = told.hanging(verb, "prep")
        return any(each in self.places for prep in small for each in told.hanging(prep, "pobj"))

    def _sightings(
        self, whom: Iterable[int], way: Way, place_id: ChainId | None, route: Route
    ) -> Iterator[Sighting]:
        short = self.told.span([route.verb, route.place])
        for who in whom:
            whole = self.told.span([who, route.verb, route.place])
            evidence = whole if len(whole) <= MOST_EVIDENCE else short
            until = self._paragraph_end(evidence.start) if route.passes else None
            for entity_id, sure in self._meant(who):
                yield Sighting(entity_id, way, place_id, evidence, sure, until)

    def _paragraph_end(self, offset: int) -> int | None:
        paragraph = covering(self.told.story.document.paragraphs, offset)
        return None if paragraph is None else paragraph.end

    def _people(self, route: Route) -> list[int]:
        """The rows of those of whom the route tells."""
        parts = self.told.participants(route.verb)
        movers = () if route.sends else parts.agents
        moved = parts.patients if route.sends or route.brings or not parts.agents else ()
        if not parts.agents and not parts.patients and is_being(self.told.words[route.verb]):
            movers = (route.verb,)  # “he's in the mill” is one word for both
        return [*movers, *moved, *self.told.behind(route.verb, *_WITH)]

    def _meant(self, row: int) -> list[tuple[EntityId, float]]:
        """The members of the cast that a word stands for: one, or those who are together."""
        if self.told.words[row] in _WITH_ME:
            telling = covering(self._tellings, self.told.span([row]).start)
            return [] if telling is None else [(telling.narrator_id, AS_WE)]
        if self.told.words[row] in _SEVERAL:
            others = self._others(row)
            together = self._together(self.told.span([row]).start)
            return [each for each in together if each[0] not in others]
        named = self.told.person(row)
        if named is None or named.sure < LEAST_SURE:
            return []
        return [(named.entity_id, named.sure)]

    def _others(self, row: int) -> Set[EntityId]:
        """Who is beside “them” in the same words, and so none of them: “he watched them go”."""
        told = self.told
        verb = told.heads[row]
        above = told.heads[verb] if told.relations[verb] in _WITHIN_CLAUSES else verb
        agents = (*told.participants(verb).agents, *told.participants(above).agents)
        named = (told.person(each) for each in agents if each != row)
        return {each.entity_id for each in named if each is not None}

    def _together(self, offset: int) -> list[tuple[EntityId, float]]:
        """Who acts or speaks in the paragraph or so before this offset, if several do."""
        scene = covering(self.told.story.scenes, offset)
        since = offset - TOGETHER if scene is None else max(offset - TOGETHER, scene.start)
        low = bisect_left(self._acting, since)
        recent = self._actions[low : bisect_left(self._acting, offset)]
        people = dict.fromkeys(action.entity_id for action in recent)
        return [(each, AS_THEY) for each in people] if len(people) > 1 else []


LEAST_SURE = 0.5
"""A “he” who is as likely another puts nobody anywhere."""

AS_WE, AS_THEY = 0.9, 0.7
"""How sure it is that the narrator is among “us”, and that “they” are those just told of."""


def _places_by_head(story: Story, told: Narration) -> Mapping[int, Mention]:
    """The places that are named, outermost mention first, by the row of their head.

    A window or a corner is no place of its own; whose it is has a row too.
    """
    places = [
        mention
        for mention in story.mentions
        if mention.type in PLACE_TYPES and mention.form != "pronominal"
    ]
    heads = told.rows.rows_of([mention.head for mention in places]).tolist()
    present = scenes_in_the_present(story)
    by_head: dict[int, Mention] = {}
    for row, mention in zip(heads, places, strict=True):
        worn = told.words[row] in _WORN and mention.form == "nominal"
        nowhere = told.words[row] in _NOWHERE and not _is_outdoors(told, row)
        if nowhere or worn or is_of_before(told, row, present):
            continue
        part = told.words[row] in (PARTS | FIXTURES) - PLACE_NOUNS
        storey = any(told.words[each] in _STOREYS for each in told.hanging(row))
        if not part or (told.words[row] == "floor" and storey):
            by_head.setdefault(row, mention)  # the longer of two comes first
    return by_head


def _is_outdoors(told: Narration, row: int) -> bool:
    """“He stumbled out into the darkness”: out of doors, and no more is said of it."""
    small = told.heads[row]
    return told.relations[row] == "pobj" and told.words[max(small - 1, 0) : small + 1] == [
        "out",
        "into",
    ]
