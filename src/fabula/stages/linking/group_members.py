"""Who belongs to a group: “the twins, Ada and Tom,” and the Brooks."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from fabula.stages.linking.name_index import NameIndex
from fabula.stages.linking.phrases import Phrase, read_phrase
from fabula.stages.linking.surroundings import Surroundings, surroundings_of
from fabula.stages.naming.name_types import singulars
from fabula.stages.naming.person_names import PersonName, parse_name
from fabula.story import Entity, EntityId, GroupMember, Story
from fabula.text import Span

_COUNTS = {"two": 2, "twins": 2, "couple": 2, "pair": 2, "three": 3, "triplets": 3, "four": 4}
MOST_NAMES = 8
"""Names in a list at most; longer ones are no group that acts as one."""

_BEFORE_LIST = re.compile(
    r"(?:,?\s+(?:called|named|namely)|\s+(?:are|were)(?:\s+(?:called|named))?|,|\s*[:—–(])?\s*"
)
"""Between a group and the names: “the twins, Ada and Tom”, “the twins were called Ada and Tom”."""

_AFTER_LIST = re.compile(r"(?:,|\s*[—–(]|\s+(?:are|were))\s*")
"""Between the names and the group: “Ada and Tom, the twins,”, “Ada and Tom were the twins”."""

_JOINS = re.compile(r",\s+(?!and\b)|\s+(?P<and>and|&)\s+")
_ENDS = re.compile(r"\s*[,.;:!?—–)”]")


def find_members(story: Story, cast: Sequence[Entity]) -> Mapping[EntityId, Sequence[GroupMember]]:
    """The members of the groups in the cast, as far as the text names them.

    Finds:
        Names in a list beside the group, set off from the rest of the sentence or joined to it by
        a form of “to be” or “called”; as many as the group has, where it is counted. Of a family
        those who bear its name.
    Why it holds:
        A list in apposition explains the noun, and a family is whoever has its name.
    Misses:
        “the twins” whose names stand sentences apart; members without a name.

    Example:
        In “The twins, Ada and Tom, laughed.” Ada and Tom are the twins.
    """
    groups = [entity for entity in cast if entity.kind == "group"]
    if not groups:
        return {}
    members: defaultdict[EntityId, dict[EntityId, GroupMember]] = defaultdict(dict)
    finder = _Finder(story, cast, groups)
    for group, name, evidence in (*finder.listed(), *finder.families()):
        members[group].setdefault(name, GroupMember(entity_id=name, evidence=evidence))
    return {group: tuple(each.values()) for group, each in members.items()}


class _Finder:
    def __init__(self, story: Story, cast: Sequence[Entity], groups: Sequence[Entity]) -> None:
        self._text = story.document.text
        self._cast, self._groups = cast, groups
        self._index = NameIndex(cast)
        self._places = sorted(surroundings_of(story), key=lambda place: place.mention.start)
        self._by_noun: defaultdict[str, list[EntityId]] = defaultdict(list)
        for group in groups:
            self._by_noun[group.name.split()[-1].lower()].append(group.id)

    def listed(self) -> Iterator[tuple[EntityId, EntityId, Span]]:
        """Group, member and evidence, by the lists beside the groups."""
        for number, place in enumerate(self._places):
            if place.mention.form != "nominal":
                continue
            phrase = read_phrase(place)
            group = self._group(phrase)
            if group is None:
                continue
            for names in (self._after(number), self._before(number)):
                if len(names) > 1 and _as_many(phrase, names):
                    start = min(place.mention.start, names[0].mention.start)
                    end = max(place.mention.end, names[-1].mention.end)
                    for name in names:
                        yield group, self._index.bearers(name.text)[0].id, Span(start, end)

    def families(self) -> Iterator[tuple[EntityId, EntityId, Span]]:
        """Those who bear the name of a family, from where the family is first told of."""
        families = {group.id: parse_name(group.name) for group in self._groups if group.named}
        first: dict[EntityId, Span] = {}
        for place in self._places if families else ():
            for bearer in self._index.bearers(place.text):
                first.setdefault(bearer.id, place.mention.span)
        for group, family in families.items():
            if not family.family_only or group not in first:
                continue
            for entity in self._cast:
                if entity.kind == "person" and _is_of(entity, family):
                    yield group, entity.id, first[group]

    def _group(self, phrase: Phrase) -> EntityId | None:
        """The only group of the cast with this noun."""
        found = self._by_noun.get(phrase.noun, []) if phrase.plural else []
        return found[0] if len(found) == 1 else None

    def _after(self, number: int) -> list[Surroundings]:
        """The names of a list behind a group."""
        end = self._places[number].mention.end
        opening = _BEFORE_LIST.match(self._text, end)
        names = self._names_from(number + 1, opening.end() if opening else end)
        closes = names and _ENDS.match(self._text, names[-1].mention.end)
        return names if closes else []

    def _before(self, number: int) -> list[Surroundings]:
        """The names of a list before a group that is set off by a comma or a dash."""
        mention = self._places[number].mention
        if not _ENDS.match(self._text, mention.end):
            return []
        for first in range(max(number - MOST_NAMES, 0), number):
            names = self._names_from(first, self._places[first].mention.start)
            between = names and _AFTER_LIST.fullmatch(
                self._text, names[-1].mention.end, mention.start
            )
            if between:
                return names
        return []

    def _names_from(self, first: int, start: int) -> list[Surroundings]:
        """The names of a list that begins there: commas, and one “and” before the last.

        None of “Ada, and Tom”, where a comma may set the group beside a list of others.
        """
        names: list[Surroundings] = []
        joined = False
        for place in self._places[first : first + MOST_NAMES]:
            one = len(self._index.bearers(place.text)) == 1
            if place.mention.start != start or place.mention.form != "proper" or not one:
                return []
            names.append(place)
            following = None if joined else _JOINS.match(self._text, place.mention.end)
            if following is None:
                return names if joined else []
            joined, start = following["and"] is not None, following.end()
        return []


def _as_many(phrase: Phrase, names: Sequence[Surroundings]) -> bool:
    """Whether there are as many names as the group is said to have; one that is not counted."""
    counted = [_COUNTS[word] for word in (*phrase.modifiers, phrase.noun) if word in _COUNTS]
    return not counted or counted[0] == len(names)


def _is_of(entity: Entity, family: PersonName) -> bool:
    """Whether somebody bears the family's name, and its title: the Misses Brook are no Mr."""
    forms = {family.last_word, *singulars(family.last_word)}
    names = [parse_name(name) for name in entity.names]
    titles = [title.key for title in family.titles]
    if titles and not any(name.has_title(*titles) for name in names):
        return False
    return any(
        name.family in forms or (name.single in forms and name.has_title("mr", "mrs", "miss"))
        for name in names
    )
