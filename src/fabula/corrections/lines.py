"""Which quotations and mentions the corrections of a reader mean in this text."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from fabula.corrections.anchors import Found, Place, Places
from fabula.corrections.names import Names, key_of
from fabula.corrections.records import CORRECTION, LineCorrection, Split
from fabula.labels import QuotationKind
from fabula.story import Entity, EntityId, Mention, MentionId, Quotation, QuotationId, Story
from fabula.text import Document


class FixedLine(Struct, frozen=True):
    """What a reader says of a quotation; None for what stays as read."""

    speaker: EntityId | None
    addressees: tuple[EntityId, ...] | None


def quotation_places(document: Document, quotations: Sequence[Quotation]) -> Places:
    """The quotations of a text, to be found by their words."""
    return Places(document.text, [Place(quotation.parts) for quotation in quotations])


def mention_places(document: Document, mentions: Sequence[Mention]) -> Places:
    """Mentions in a text, to be found by their words."""
    return Places(document.text, [Place((mention.span,)) for mention in mentions])


def found_lines(
    document: Document, quotations: Sequence[Quotation], lines: Sequence[LineCorrection]
) -> list[Found]:
    """For each correction the quotation that it means, by its index."""
    if not lines:
        return []
    places = quotation_places(document, quotations)
    return [places.find(line) for line in lines]


def corrected_kinds(
    document: Document, quotations: Sequence[Quotation], lines: Sequence[LineCorrection]
) -> Mapping[QuotationId, QuotationKind]:
    """The quotations whose kind a reader gives; the last word on one counts."""
    return {
        quotations[found.index].id: line.kind
        for line, found in zip(lines, found_lines(document, quotations, lines), strict=True)
        if found.index is not None and line.kind is not None
    }


def fixed_lines(story: Story, lines: Sequence[LineCorrection]) -> Mapping[QuotationId, FixedLine]:
    """The quotations whose speaker or addressees a reader gives; the last word on each counts.

    A correction with a name that nobody in the cast has fixes nothing.
    """
    names = Names(story.cast)
    fixed: dict[QuotationId, FixedLine] = {}
    all_found = found_lines(story.document, story.quotations, lines)
    for line, found in zip(lines, all_found, strict=True):
        people = named_people(line, names)
        if found.index is None or people is None:
            continue
        quotation_id = story.quotations[found.index].id
        before = fixed.get(quotation_id, FixedLine(None, None))
        fixed[quotation_id] = FixedLine(
            people.speaker or before.speaker,
            before.addressees if people.addressees is None else people.addressees,
        )
    return fixed


def named_people(line: LineCorrection, names: Names) -> FixedLine | None:
    """The members of the cast whom a correction names; None if one of the names is nobody's."""
    speaker = names.meant(line.speaker) if line.speaker is not None else None
    heard = [names.meant(name) for name in line.addressees or ()]
    if (speaker is None) != (line.speaker is None) or None in heard:
        return None
    addressees = tuple(entity.id for entity in heard if entity is not None)
    return FixedLine(
        speaker.id if speaker else None,
        None if line.addressees is None else addressees,
    )


def pinned_mentions(
    story: Story, cast: Sequence[Entity], splits: Sequence[Split]
) -> Mapping[MentionId, EntityId]:
    """The mentions of which a reader says whom they mean.

    These are the places of a split, and every use of a description that the reader gave to
    somebody: with “the boy” merged into Wilkin, each “the boy” is he.
    """
    pinned = _described(story, cast)
    if not any(split.mentions for split in splits):
        return pinned
    names = Names(cast)
    nameable = nameable_mentions(story)
    places = mention_places(story.document, nameable)
    for split in splits:
        meant = names.meant(split.into) if split.into is not None else None
        found = [places.find(anchor).index for anchor in split.mentions]
        if meant is not None:
            pinned |= {nameable[index].id: meant.id for index in found if index is not None}
    return pinned


def _described(story: Story, cast: Sequence[Entity]) -> dict[MentionId, EntityId]:
    given = {
        key_of(alias.name): entity.id
        for entity in cast
        for alias in entity.aliases
        if alias.reason == CORRECTION
    }
    if not given:
        return {}
    nominal = (mention for mention in story.mentions if mention.form == "nominal")
    keys = {mention.id: key_of(story.document[mention]) for mention in nominal}
    return {mention_id: given[key] for mention_id, key in keys.items() if key in given}


def nameable_mentions(story: Story) -> list[Mention]:
    """The mentions of people by a name or a description: those that a split can take out."""
    return [m for m in story.mentions if m.type == "PER" and m.form != "pronominal"]


def first_use(story: Story, name: str) -> int | None:
    """Where the words of a name or description first mean somebody; None if they never do."""
    key = key_of(name)
    for mention in story.mentions:
        if mention.form != "pronominal" and key_of(story.document[mention]) == key:
            return mention.start
    return None
