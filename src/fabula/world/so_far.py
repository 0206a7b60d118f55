"""A story up to a place in its text, as one knows it who has read no further."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

from msgspec import structs

from fabula.corrections.names import holds_name, key_of
from fabula.labels import Pronouns
from fabula.lexicon.pronouns import NARRATOR, PRONOUNS
from fabula.story import (
    Alias,
    Attribution,
    Chain,
    Chapter,
    Custody,
    Entity,
    EntityId,
    Event,
    Knowledge,
    Mention,
    MentionId,
    Presence,
    Quotation,
    Relation,
    Relative,
    Scene,
    Secret,
    State,
    Stay,
    Story,
    Viewpoint,
)
from fabula.text import Document, Span, Spanned
from fabula.world.things import as_called, most_telling

Told = TypeVar("Told", Stay, Custody, State, Relation, Relative, Knowledge, Secret)
Cut = TypeVar("Cut", Chapter, Scene)
S = TypeVar("S", bound=Spanned)


def so_far(story: Story, position: int) -> Story:
    """The story as if its text ended at `position` (code points).

    What is told later is gone: people who have not come up yet, names not yet used, the ends of
    states that still last. A person is shown by the fullest name used so far, or by the words
    used of them. That two people will turn out to be one is the one thing it cannot hide.

    Example:
        Before “I am Captain Reed,” said the stranger, he is shown as “the stranger”.
    """
    if position >= len(story.document.text):
        return story
    position = max(position, 0)
    mentions = _ended(story.mentions, position)
    kept = {mention.id: mention for mention in mentions}
    chains = tuple(_chains_so_far(story.chains, kept))
    cast = tuple(_cast_so_far(story, chains, kept, position))
    known = {entity.id for entity in cast}
    quotations = tuple(
        structs.replace(each, within=None) if each.within and each.end > position else each
        for each in _ended(story.quotations, position)
    )
    told = structs.replace(
        story,
        document=_document_so_far(story.document, position),
        paratext=_ended(story.paratext, position),
        chapters=_begun(story.chapters, position),
        scenes=tuple(_untimed(scene, position) for scene in _begun(story.scenes, position)),
        quotations=quotations,
        mentions=mentions,
        cast=cast,
        links=tuple(each for each in story.links if each.mention_id in kept),
        speech_links=tuple(each for each in story.speech_links if each.mention_id in kept),
        chains=chains,
        attributions=tuple(_attributions(story, quotations, known, position)),
    )
    told = structs.replace(told, events=tuple(_events(story, told, position)))
    return _with_world(story, told, position)


def _with_world(story: Story, told: Story, position: int) -> Story:
    """The layers that point at people, scenes and things, as far as these are there."""
    ids: set[str] = {
        record.id for records in (told.cast, told.chains, told.events) for record in records
    }
    return structs.replace(
        told,
        presence=tuple(_presence(story, told)),
        viewpoints=tuple(_viewpoints(story, told, position)),
        places=_told(story.places, ids, position),
        items=_told(story.items, ids, position),
        states=_told(story.states, ids, position),
        relations=_told(story.relations, ids, position),
        relatives=_told(story.relatives, ids, position),
        knowledge=_told(story.knowledge, ids, position),
        secrets=_told(story.secrets, ids, position),
    )


def _ended(records: Sequence[S], position: int) -> tuple[S, ...]:
    """Those of the records in text order that lie wholly before the position."""
    high = bisect_right(records, position, key=attrgetter("start"))
    return tuple(record for record in records[:high] if record.end <= position)


def _begun(records: Sequence[Cut], position: int) -> tuple[Cut, ...]:
    """The chapters or scenes that have begun, the last one cut off."""
    return tuple(
        structs.replace(record, end=min(record.end, position))
        for record in records
        if record.start < position and not _has_later_heading(record, position)
    )


def _has_later_heading(record: Chapter | Scene, position: int) -> bool:
    inside = record.heading if isinstance(record, Chapter) else record.mark
    return inside is not None and inside.end > position


def _untimed(scene: Scene, position: int) -> Scene:
    later = scene.time is not None and scene.time.end > position
    return structs.replace(scene, time=None) if later else scene


def _document_so_far(document: Document, position: int) -> Document:
    return structs.replace(
        document,
        text=document.text[:position],
        paragraphs=_ended(document.paragraphs, position),
        sentences=_ended(document.sentences, position),
        tokens=_ended(document.tokens, position),
        marks=tuple(mark for mark in document.marks if mark.end <= position),
        anchors=tuple(anchor for anchor in document.anchors if anchor.offset <= position),
    )


def _chains_so_far(chains: Iterable[Chain], kept: Mapping[MentionId, Mention]) -> Iterable[Chain]:
    for chain in chains:
        inside = tuple(each for each in chain.mention_ids if each in kept)
        if inside:
            yield structs.replace(chain, mention_ids=inside)


def _cast_so_far(
    story: Story, chains: Iterable[Chain], kept: Mapping[MentionId, Mention], position: int
) -> Iterable[Entity]:
    """Those who have come up, by names that have been used."""
    mentioned: defaultdict[EntityId, list[Mention]] = defaultdict(list)
    for chain in chains:
        if chain.entity_id is not None:
            mentioned[chain.entity_id] += [kept[each] for each in chain.mention_ids]
    for entity in story.cast:
        if mentioned[entity.id]:
            told = _named_so_far(story.document, entity, mentioned[entity.id])
            members = (each for each in entity.members if each.evidence.end <= position)
            yield structs.replace(
                told, members=tuple(each for each in members if mentioned[each.entity_id])
            )


def _named_so_far(document: Document, entity: Entity, mentions: Sequence[Mention]) -> Entity:
    words = {key_of(document[mention]): document[mention] for mention in mentions}
    used = [name for name in entity.names if key_of(name) in words]
    # “Anna Brook” may be used only as a part of “Miss Anna Brook”.
    used += [
        name
        for name in entity.names
        if name not in used and any(holds_name(said, key_of(name)) for said in words)
    ]
    shown = used[0] if used else _description(document, entity, mentions)
    return structs.replace(
        entity,
        name=" ".join(shown.split()),
        aliases=tuple(
            Alias(name=alias.name, reason=alias.reason)
            for alias in entity.aliases
            if alias.name in used and alias.name != shown
        ),
        pronouns=entity.pronouns if _has_pronoun(words, entity.pronouns) else None,
        named=entity.named and bool(used),
    )


def _description(document: Document, entity: Entity, mentions: Sequence[Mention]) -> str:
    """The words used of somebody without a name: a description, else a pronoun."""
    if entity.narrator:
        return NARRATOR
    told = most_telling(mentions)
    return as_called(document[told], told.form)


def _has_pronoun(words: Iterable[str], pronouns: Pronouns | None) -> bool:
    found = (PRONOUNS.get(word) for word in words)
    return any(each is not None and each.agreement == pronouns for each in found)


def _attributions(
    story: Story, quotations: Iterable[Quotation], known: set[EntityId], position: int
) -> Iterable[Attribution]:
    """Who says what, where the words that tell it have been read."""
    there = {quotation.id for quotation in quotations}
    for each in story.attributions:
        if each.quotation_id not in there:
            continue
        later = each.cue is not None and each.cue.end > position
        if later or (each.speaker_id is not None and each.speaker_id not in known):
            yield Attribution(quotation_id=each.quotation_id)
            continue
        yield structs.replace(
            each,
            addressee_ids=tuple(who for who in each.addressee_ids if who in known),
            candidates=tuple(who for who in each.candidates if who in known),
        )


def _events(story: Story, told: Story, position: int) -> Iterable[Event]:
    """What is told by then, with whoever of those who take part has come up."""
    kept = {mention.id for mention in told.mentions}
    known = {entity.id for entity in told.cast}
    speakers = {each.quotation_id: each.speaker_id for each in told.attributions}
    said = {each.span: speakers.get(each.id) for each in story.quotations}
    for event in _ended(story.events, position):
        frame, time, teller = event.frame, event.time, event.teller_id
        if teller not in known or (frame in said and said[frame] != teller):
            teller = None  # the words that say who speaks come later
        yield structs.replace(
            event,
            agents=tuple(each for each in event.agents if each in kept),
            patients=tuple(each for each in event.patients if each in kept),
            recipients=tuple(each for each in event.recipients if each in kept),
            instrument_id=event.instrument_id if event.instrument_id in kept else None,
            place_id=event.place_id if event.place_id in kept else None,
            time=time if time and time.end <= position else None,
            frame=Span(frame.start, min(frame.end, position)) if frame else None,
            teller_id=teller,
        )


def _presence(story: Story, told: Story) -> Iterable[Presence]:
    """Who is there: in the scene that is cut off, those who have come up in it."""
    scenes = {scene.id: scene for scene in told.scenes}
    known = {entity.id for entity in told.cast}
    last = told.scenes[-1] if told.scenes else None
    begun = last.start if last else 0
    starts = {mention.id: mention.start for mention in told.mentions}
    come_up = {
        chain.entity_id
        for chain in told.chains
        if any(starts[each] >= begun for each in chain.mention_ids)
    }
    for presence in story.presence:
        if presence.scene_id in scenes:
            there = known & come_up if last and presence.scene_id == last.id else known
            kept = [n for n, each in enumerate(presence.entity_ids) if each in there]
            ids = tuple(presence.entity_ids[n] for n in kept)
            stretches = tuple(presence.stretches[n] for n in kept if presence.stretches)
            comings = tuple(
                each
                for each in presence.comings
                if each.who_id in ids and each.evidence.end <= len(told.document.text)
            )
            yield Presence(
                scene_id=presence.scene_id, entity_ids=ids, stretches=stretches, comings=comings
            )


def _viewpoints(story: Story, told: Story, position: int) -> Iterable[Viewpoint]:
    """Through whose eyes: only where a passage that shows it has been read."""
    scenes = {scene.id for scene in told.scenes}
    known = {entity.id for entity in told.cast}
    for each in story.viewpoints:
        if each.scene_id not in scenes:
            continue
        evidence = tuple(span for span in each.evidence if span.end <= position)
        shown = each.focalizer_id in known and (bool(evidence) or not each.evidence)
        yield structs.replace(
            each,
            focalizer_id=each.focalizer_id if shown else None,
            also=tuple(who for who in each.also if who in known and shown),
            evidence=evidence,
        )


def _told(records: Iterable[Told], ids: set[str], position: int) -> tuple[Told, ...]:
    """What has been told of people and things, with no end that comes later."""
    return tuple(
        _open_ended(record, position)
        for record in records
        if record.since < position
        and record.evidence.end <= position
        and all(value in ids for value in _ids(record))
    )


def _ids(
    record: Stay | Custody | State | Relation | Relative | Knowledge | Secret,
) -> Iterable[str]:
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if field.endswith("_ids"):
            yield from value
        elif field.endswith("_id") and value is not None:
            yield value


def _open_ended(record: Told, position: int) -> Told:
    if isinstance(record, Knowledge | Relative) or record.until is None:
        return record
    shows_its_end = isinstance(record, State | Secret)
    ended_by = record.ended_by if isinstance(record, State | Secret) else None
    if record.until > position or (ended_by is not None and ended_by.end > position):
        closing = {"until": None} | ({"ended_by": None} if shows_its_end else {})
        return structs.replace(record, **closing)
    return record
