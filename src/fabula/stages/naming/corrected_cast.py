"""The reader's word on who is in the cast, applied to people by name and by description alike."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from fabula.corrections.lines import first_use, mention_places, nameable_mentions
from fabula.corrections.names import Names, key_of
from fabula.corrections.records import CORRECTION, CastCorrections, Split
from fabula.lexicon.pronouns import NARRATOR
from fabula.stages.naming.casting import Found
from fabula.story import Alias, Entity, EntityId, Story

_NEW = EntityId("e0")
"""Whoever is new to the cast has this id until all are numbered."""


class CorrectedCast:
    """Applies what a reader says of a cast, twice: to those with a name, and to everyone.

    Whoever has a name is corrected before descriptions and pronouns are read, so that these
    follow; those known by a description are there only afterwards.
    """

    def __init__(self, story: Story, corrections: CastCorrections) -> None:
        self._story = story
        self._corrections = corrections
        self._gone: set[str] = set()
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in _pairs_apart(corrections):
            self._apart[key_of(one)].add(key_of(other))
            self._apart[key_of(other)].add(key_of(one))

    def named(self, everyone: Sequence[Found]) -> list[Found]:
        """Those with a name, corrected."""
        gone = {key_of(omit.name) for omit in self._corrections.omit}
        kept = []
        for found in everyone:
            names = set(map(key_of, found.entity.names))
            if gone.isdisjoint(names):
                kept.append(found)
            else:
                self._gone |= names
        return self._corrected([*kept, *self._taken_out_by_mention(kept)])

    def everyone(self, everyone: Sequence[Found]) -> list[Found]:
        """All of the cast, corrected once more for those known by a description."""
        self._gone |= {key_of(omit.name) for omit in self._corrections.omit}
        kept = [found for found in everyone if key_of(found.entity.name) not in self._gone]
        return self._corrected([*kept, *self._taken_out_by_name(kept)])

    def may_bear(self, entity: Entity, name: str) -> bool:
        """Whether nothing that the reader says keeps this name from that person."""
        return not any(key_of(own) in self._apart[key_of(name)] for own in entity.names)

    def allowed(
        self, aliases: Mapping[EntityId, tuple[Alias, ...]], everyone: Iterable[Found]
    ) -> dict[EntityId, tuple[Alias, ...]]:
        """The aliases found for people, without those that the reader gave to others."""
        return {
            found.entity.id: tuple(
                alias
                for alias in aliases.get(found.entity.id, ())
                if self.may_bear(found.entity, alias.name)
            )
            for found in everyone
        }

    def _corrected(self, everyone: list[Found]) -> list[Found]:
        for rename in self._corrections.rename:
            everyone = _renamed(everyone, rename.name, rename.to)
        for merge in self._corrections.merge:
            everyone = self._united(everyone, merge.names)
        if self._corrections.narrator is not None:
            everyone = _with_narrator(everyone, self._corrections.narrator.name)
        return everyone

    def _united(self, everyone: list[Found], names: Iterable[str]) -> list[Found]:
        known = Names(found.entity for found in everyone)
        meant = [entity for name in names if (entity := known.meant(name)) is not None]
        places = {id(found.entity): index for index, found in enumerate(everyone)}
        together = [everyone[index] for index in dict.fromkeys(places[id(e)] for e in meant)]
        if len(together) < 2 or any(
            not self.may_bear(one.entity, name)
            for one in together
            for other in together
            for name in other.entity.names
            if one is not other
        ):
            return everyone
        return _joined(everyone, together)

    def _taken_out_by_mention(self, everyone: Sequence[Found]) -> Iterator[Found]:
        """Whoever is meant by single mentions of somebody else's name."""
        added: set[str] = set()
        known = Names(found.entity for found in everyone)
        for split in self._corrections.split:
            if split.into is None or known.bearers(split.into) or key_of(split.into) in added:
                continue
            found = self._by_mention(split, split.into)
            if found is not None:
                added.add(key_of(split.into))
                yield found

    def _by_mention(self, split: Split, name: str) -> Found | None:
        nameable = nameable_mentions(self._story)
        places = mention_places(self._story.document, nameable)
        indexes = [places.find(anchor).index for anchor in split.mentions]
        meant = [nameable[index] for index in indexes if index is not None]
        if not meant:
            return None
        named = any(mention.form == "proper" for mention in meant)
        first = min(mention.start for mention in meant)
        return Found(first, Entity(id=_NEW, name=name, named=named))

    def _taken_out_by_name(self, everyone: Sequence[Found]) -> Iterator[Found]:
        """Whoever is meant by a description that was taken for somebody else's."""
        known = Names(found.entity for found in everyone)
        parts = {
            key_of(part): part
            for split in self._corrections.split
            if known.meant(split.name) is not None
            for part in split.parts
        }
        for key, part in parts.items():
            taken = key in self._gone or known.bearers(part)
            first = None if taken else first_use(self._story, part)
            if first is not None:
                yield Found(first, Entity(id=_NEW, name=part, named=False))


def _pairs_apart(corrections: CastCorrections) -> Iterator[tuple[str, str]]:
    for never in corrections.never_merge:
        for index, one in enumerate(never.names):
            yield from ((one, other) for other in never.names[index + 1 :])
    for split in corrections.split:
        yield from ((split.name, part) for part in split.parts)


def _joined(everyone: Sequence[Found], together: Sequence[Found]) -> list[Found]:
    """The cast with these as one, shown as the first of them who has a name."""
    main = next((found for found in together if found.entity.named), together[0])
    others = [found for found in together if found is not main]
    known = set(main.entity.names)
    aliases = {
        name: Alias(name=name, reason=CORRECTION)
        for found in others
        for name in found.entity.names
        if name not in known
    }
    pronouns = [found.entity.pronouns for found in (main, *others)]
    entity = structs.replace(
        main.entity,
        aliases=(*main.entity.aliases, *aliases.values()),
        pronouns=next((each for each in pronouns if each is not None), None),
        narrator=any(found.entity.narrator for found in together),
    )
    one = Found(min(found.first for found in together), entity)
    return [one if found is main else found for found in everyone if found not in others]


def _renamed(everyone: list[Found], name: str, to: str) -> list[Found]:
    known = Names(found.entity for found in everyone)
    entity = known.meant(name)
    if entity is None or any(bearer is not entity for bearer in known.bearers(to)):
        return everyone
    aliases = [alias for alias in entity.aliases if key_of(alias.name) != key_of(to)]
    if key_of(entity.name) != key_of(to):
        aliases.append(Alias(name=entity.name, reason=CORRECTION))
    renamed = structs.replace(entity, name=to, aliases=tuple(aliases))
    return [Found(f.first, renamed) if f.entity is entity else f for f in everyone]


def _with_narrator(everyone: list[Found], name: str) -> list[Found]:
    """The cast with this narrator; the nameless one that stood for them is they."""
    narrator = Names(found.entity for found in everyone).meant(name)
    if narrator is None:
        return everyone
    chosen = next(found for found in everyone if found.entity is narrator)
    nameless = [f for f in everyone if f.entity.name == NARRATOR and f is not chosen]
    kept = [found for found in everyone if found not in nameless]
    first = min(found.first for found in (chosen, *nameless))
    return [
        Found(first, structs.replace(narrator, narrator=True))
        if found is chosen
        else Found(found.first, structs.replace(found.entity, narrator=False))
        for found in kept
    ]
