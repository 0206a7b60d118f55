"""What a correction changed: two readings of one text compared."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from fabula.corrections.names import Names
from fabula.story import EntityId, Story

What: TypeAlias = Literal["cast", "speaker", "addressees", "kind"]


class Change(Struct, frozen=True, kw_only=True):
    """One thing that reads otherwise than before.

    `what` is a member of the cast, or what is known of a line. `before` and `after` are names;
    None for nobody, and for a member of the cast who was or is not there. `id`, `place` (line
    and column in the file) and `text` are those of the line.
    """

    what: What
    before: str | None
    after: str | None
    id: str | None = None
    place: str | None = None
    text: str | None = None


def changes(before: Story, after: Story) -> list[Change]:
    """How `after` differs from `before` in its cast and its lines; both are of one text.

    Whoever is only shown by another name, or became part of somebody, is listed once, and not
    again with every line.
    """
    heirs = _heirs(before, after)
    return [*_cast_changes(before, after, heirs), *_line_changes(before, after, heirs)]


def _heirs(before: Story, after: Story) -> dict[EntityId, EntityId]:
    """Who of the cast after bears the name that each was shown by before."""
    names = Names(after.cast)
    bearers = {entity.id: names.bearers(entity.name) for entity in before.cast}
    return {entity_id: found[0].id for entity_id, found in bearers.items() if found}


def _cast_changes(before: Story, after: Story, heirs: dict[EntityId, EntityId]) -> Iterator[Change]:
    shown = {entity.id: entity.name for entity in after.cast}
    for entity in before.cast:
        heir = shown[heirs[entity.id]] if entity.id in heirs else None
        if heir != entity.name:
            yield Change(what="cast", before=entity.name, after=heir)
    inherited = set(heirs.values())
    for entity in after.cast:
        if entity.id not in inherited:
            yield Change(what="cast", before=None, after=entity.name)


def _line_changes(before: Story, after: Story, heirs: dict[EntityId, EntityId]) -> Iterator[Change]:
    old = {entity.id: entity.name for entity in before.cast}
    new = {entity.id: entity.name for entity in after.cast}
    lines = zip(
        before.quotations, before.attributions, after.quotations, after.attributions, strict=True
    )
    for quotation, was, now, became in lines:
        found: list[tuple[What, str | None, str | None]] = []
        if quotation.kind != now.kind:
            found.append(("kind", quotation.kind, now.kind))
        if _inherited(was.speaker_id, heirs) != became.speaker_id:
            found.append(("speaker", _name(was.speaker_id, old), _name(became.speaker_id, new)))
        if {_inherited(each, heirs) for each in was.addressee_ids} != set(became.addressee_ids):
            heard = (_listed(was.addressee_ids, old), _listed(became.addressee_ids, new))
            found.append(("addressees", *heard))
        for what, one, other in found:
            yield Change(
                what=what,
                before=one,
                after=other,
                id=quotation.id,
                place=str(before.document.place(quotation.start)),
                text=" ".join(before.document[part] for part in quotation.parts),
            )


def _inherited(entity_id: EntityId | None, heirs: dict[EntityId, EntityId]) -> EntityId | None:
    """Who somebody of the cast before is in the cast after; whoever is gone is not None."""
    return None if entity_id is None else heirs.get(entity_id, EntityId(f"{entity_id} is gone"))


def _name(entity_id: EntityId | None, names: dict[EntityId, str]) -> str | None:
    return None if entity_id is None else names[entity_id]


def _listed(entity_ids: Iterable[EntityId], names: dict[EntityId, str]) -> str | None:
    return ", ".join(names[each] for each in entity_ids) or None
