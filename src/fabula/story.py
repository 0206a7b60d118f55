"""Story and the records of its layers.

A `Story` is immutable. Each layer is a tuple of frozen records in text order, written by one
stage, joined to the others by ids (`e3` is an entity, `q12` a quotation, `s2` a scene …).
`story.layers` says which layers were computed, so that “none found” and “not looked for” differ.
"""

from collections.abc import Iterable
from typing import Any, NewType

from msgspec import Struct, structs

from fabula.errors import LayerError, StoryError
from fabula.labels import (
    BreakKind,
    CustodyChange,
    EntityKind,
    EntityType,
    Evidence,
    KnowingHow,
    MentionForm,
    Mode,
    Move,
    ParatextRole,
    Person,
    Pronouns,
    QuotationKind,
    QuotationStyle,
    Realis,
    RelationKind,
    SceneKind,
    StateAttribute,
    TellingReason,
    Tense,
)
from fabula.leaves import Leaf, leaves_of
from fabula.text import Document, Span

ChapterId = NewType("ChapterId", str)
SceneId = NewType("SceneId", str)
MentionId = NewType("MentionId", str)
EntityId = NewType("EntityId", str)
QuotationId = NewType("QuotationId", str)
ChainId = NewType("ChainId", str)
EventId = NewType("EventId", str)


class Located(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A record that lies in the text from `start` up to `end` (code points, half-open)."""

    start: int
    end: int

    @property
    def span(self) -> Span:
        """The same place as one value."""
        return Span(self.start, self.end)


class Paratext(Located, frozen=True, kw_only=True, omit_defaults=True):
    """Text in the file that is about the story and not of it, such as an author's note."""

    role: ParatextRole


class Chapter(Located, frozen=True, kw_only=True, omit_defaults=True):
    """A chapter from its heading (or first word) to its last word.

    `heading` is the span of the heading's text, None where a chapter has none.
    """

    id: ChapterId
    title: str | None = None
    heading: Span | None = None


class Scene(Located, frozen=True, kw_only=True, omit_defaults=True):
    """A stretch of story between two breaks, from its first word to its last.

    `opened_by` is what stands before it, “unmarked” where nothing does; `mark` is the span of that
    mark (glyphs) where it has characters. `time` are words near its start that say when it
    happens: “By eight o'clock”.
    """

    id: SceneId
    chapter_id: ChapterId
    opened_by: BreakKind
    mark: Span | None = None
    time: Span | None = None


class Quotation(Located, frozen=True, kw_only=True, omit_defaults=True):
    """Words given as said, thought or written by someone in the story.

    `parts` are the words with their marks, in text order: “No,” said Emma, “not to Bath.” is one
    quotation of two parts. `start` and `end` reach from the first part to the last.
    `closed` is False where the closing mark is missing; `within` names the quotation that
    quotes this one.
    """

    id: QuotationId
    parts: tuple[Span, ...]
    kind: QuotationKind
    style: QuotationStyle
    closed: bool = True
    within: QuotationId | None = None


class Mention(Located, frozen=True, kw_only=True, omit_defaults=True):
    """Words that point at someone or something: “Mrs. Dean”, “the carpenter”, “she”.

    `head` is the word that carries the meaning (“carpenter”); possessive endings lie outside.
    `quotation_id` is set where the words stand inside a quotation. `name_span` is set where the
    bare name differs from the words: “Sadness” in “old Sadness”.
    """

    id: MentionId
    type: EntityType
    form: MentionForm
    head: Span
    quotation_id: QuotationId | None = None
    name_span: Span | None = None


class Alias(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Another name of an entity, and why the two were taken for one."""

    name: str
    reason: str


class GroupMember(Struct, frozen=True, kw_only=True):
    """Somebody who belongs to a group, and the words that say so: “the twins, Ada and Tom”."""

    entity_id: EntityId
    evidence: Span


class Entity(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Someone in the story: a person, or a group that acts as one.

    `pronouns` are those that the text uses; None where it does not say. `named` is False for a
    person known only by a role or description (“the ferryman”). `narrator` is True for whoever
    tells the story or a part of it; `Story.tellings` say which. `members` of a group are those
    whom the text names, in the order in which it does.
    """

    id: EntityId
    name: str
    kind: EntityKind = "person"
    aliases: tuple[Alias, ...] = ()
    pronouns: Pronouns | None = None
    named: bool = True
    narrator: bool = False
    members: tuple[GroupMember, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *(alias.name for alias in self.aliases))


class Telling(Located, frozen=True, kw_only=True, omit_defaults=True):
    """A stretch of the story whose narration is the words of somebody in the cast.

    Under the heading “Ines’s Diary” the narrator is Ines: outside quotations “I” is she.
    `evidence` spans the heading or the signature that says so, None where how people call the
    narrator does, or nothing but that the story is told by an “I”.
    """

    narrator_id: EntityId
    reason: TellingReason
    evidence: Span | None = None
    confidence: float = 0.0


class Link(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A mention and the entity it points at; `reason` is the rule that says so."""

    mention_id: MentionId
    entity_id: EntityId
    reason: str
    confidence: float


class Attribution(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who utters a quotation and to whom, and the words that say so.

    `speaker_id` None: looked for, not found. `cue` spans the words that name the speaker
    (“said Emma”), `manner` is how (“whispered softly”). `candidates` are those who could have
    spoken, likeliest first.
    """

    quotation_id: QuotationId
    speaker_id: EntityId | None = None
    addressee_ids: tuple[EntityId, ...] = ()
    cue: Span | None = None
    manner: str | None = None
    evidence: Evidence = "none"
    confidence: float = 0.0
    candidates: tuple[EntityId, ...] = ()


class Chain(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All the mentions that point at one person, place or thing, in text order.

    In “Ines tied up the boat. It was hers.” Ines and “hers” are one chain, “the boat” and “It”
    another. Every mention is in exactly one chain, if alone. `entity_id` is the member of the
    cast whom the chain points at; None for places and things, and for people outside the cast.
    """

    id: ChainId
    mention_ids: tuple[MentionId, ...]
    type: EntityType
    entity_id: EntityId | None = None


class Event(Located, frozen=True, kw_only=True, omit_defaults=True):
    """A word that says what happens or does not, and the mentions of those who take part in it.

    In “Ines handed Tom the key with tongs in the mill at noon” the word is “handed”. Ines is
    the agent, the key the patient, Tom the recipient; `instrument_id` is the mention of the
    tongs, `place_id` that of the mill, and `time` spans “at noon”. Only what is named with the
    word is there.

    `realis` says whether it happens. `frame` spans the dream, memory, speech or letter that holds
    what is not told as happening now, None where there is no such passage; `teller_id` is whoever
    says or writes it, where that is known. “I sank the boat,” said Tom: reported by Tom.
    """

    id: EventId
    realis: Realis = "actual"
    agents: tuple[MentionId, ...] = ()
    patients: tuple[MentionId, ...] = ()
    recipients: tuple[MentionId, ...] = ()
    instrument_id: MentionId | None = None
    place_id: MentionId | None = None
    time: Span | None = None
    frame: Span | None = None
    teller_id: EntityId | None = None
    confidence: float = 0.0


class Coming(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Someone comes to where the scene is (“Tom came in”), or goes; `evidence` are the words."""

    who_id: EntityId
    move: Move
    evidence: Span


class Presence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who is there in a scene, in order of appearance.

    `stretches` tell for each of them from where to where the scene shows them: from the first sign
    of them to the last. `comings` are the arrivals and departures that are told inside it, in text
    order.
    """

    scene_id: SceneId
    entity_ids: tuple[EntityId, ...]
    stretches: tuple[Span, ...] = ()
    comings: tuple[Coming, ...] = ()


class Viewpoint(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Through whose eyes a scene is told.

    `focalizer_id` None: the narration gives nobody's mind, or the evidence is thin. `also` are
    other people whose minds the scene enters; `evidence` the passages of inner access. `mode` is
    “internal” where it is told through one mind, “omniscient” where it moves among several,
    “external” where it gives none; None where that is open. `kind` says whether it is played
    out, summed up, thought over or written down; see `SceneKind`.
    """

    scene_id: SceneId
    person: Person | None = None
    tense: Tense | None = None
    kind: SceneKind = "scene"
    mode: Mode | None = None
    focalizer_id: EntityId | None = None
    also: tuple[EntityId, ...] = ()
    confidence: float = 0.0
    evidence: tuple[Span, ...] = ()


class Stay(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Someone is in a place, from `since` up to `until` (code points); None while nothing ends it.

    In “Ines waited in the boathouse” the place is the chain of “the boathouse”, and `evidence`
    spans the words that say so.
    """

    who_id: EntityId
    place_id: ChainId
    since: int
    until: int | None = None
    evidence: Span
    confidence: float = 0.0


class Custody(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Someone has a thing, from `since` up to `until`; `holder_id` None: nobody, it lies about.

    In “Tom handed Ines the key” Tom's custody of the key ends and hers begins; `how` is
    “given”, and `evidence` spans the words that say so.
    """

    item_id: ChainId
    holder_id: EntityId | None = None
    how: CustodyChange = "had"
    since: int
    until: int | None = None
    evidence: Span
    confidence: float = 0.0


class State(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Someone is in a state, from `since` up to `until`; None while nothing ends it.

    “Ines broke her wrist” begins a state of `injury`, value “broken wrist”. `ended_by` spans the
    words that end it. A trait (“her grey eyes”) has no end, from its first mention on.
    """

    who_id: EntityId
    attribute: StateAttribute
    value: str = ""
    since: int
    until: int | None = None
    evidence: Span
    ended_by: Span | None = None
    confidence: float = 0.0


class Relation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`a_id` is KIND of `b_id`: “Ines is Tom's mother” makes Ines the `parent` of Tom.

    `since` is where the text first says so, `until` where it says that this is over.
    """

    a_id: EntityId
    b_id: EntityId
    kind: RelationKind
    since: int
    until: int | None = None
    evidence: Span
    confidence: float = 0.0


class Relative(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody outside the cast is KIND of `who_id`, and is called `noun` for it.

    “Ines had her mother's knife” makes Ines the child of a “mother” of whom no more is known.
    """

    who_id: EntityId
    kind: RelationKind
    noun: str
    since: int
    evidence: Span
    confidence: float = 0.0


class Knowledge(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Someone knows of a person, thing or event from `since` on, and how they came to.

    In “Only Ines saw the stranger” Ines knows of the stranger, by having seen him.
    """

    who_id: EntityId
    of_id: EntityId | ChainId | EventId
    how: KnowingHow
    since: int
    evidence: Span
    confidence: float = 0.0


class Secret(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that the keepers know and keep from others, from `since` up to `until`.

    “Ines had never told Tom of the letter”: `keeper_ids` has Ines, `from_ids` Tom (empty: from
    all others), `about_ids` the letter. `ended_by` spans the words with which it comes out.
    """

    keeper_ids: tuple[EntityId, ...]
    from_ids: tuple[EntityId, ...] = ()
    about_ids: tuple[EntityId | ChainId, ...] = ()
    since: int
    until: int | None = None
    evidence: Span
    ended_by: Span | None = None
    confidence: float = 0.0


LAYERS = (
    "paratext",
    "chapters",
    "scenes",
    "quotations",
    "mentions",
    "cast",
    "tellings",
    "links",
    "attributions",
    "speech_links",
    "chains",
    "events",
    "presence",
    "viewpoints",
    "places",
    "items",
    "states",
    "relations",
    "relatives",
    "knowledge",
    "secrets",
)


class Story(Struct, frozen=True, kw_only=True):
    """A document and what was found in it, layer by layer.

    `tellings` say who is “I” where. `links` join mentions to the cast. `speech_links` do so for
    “I”, “you” and “we” inside quotations, which can only be read once the speakers are known.
    `chains` gather all mentions, those outside the cast too, and are the last word on who is meant.
    """

    document: Document
    layers: tuple[str, ...] = ()
    paratext: tuple[Paratext, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    scenes: tuple[Scene, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    cast: tuple[Entity, ...] = ()
    tellings: tuple[Telling, ...] = ()
    links: tuple[Link, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    speech_links: tuple[Link, ...] = ()
    chains: tuple[Chain, ...] = ()
    events: tuple[Event, ...] = ()
    presence: tuple[Presence, ...] = ()
    viewpoints: tuple[Viewpoint, ...] = ()
    places: tuple[Stay, ...] = ()
    items: tuple[Custody, ...] = ()
    states: tuple[State, ...] = ()
    relations: tuple[Relation, ...] = ()
    relatives: tuple[Relative, ...] = ()
    knowledge: tuple[Knowledge, ...] = ()
    secrets: tuple[Secret, ...] = ()

    def with_layer(self, name: str, records: Iterable[Struct]) -> "Story":
        """The same story with one layer more.

        Raises:
            LayerError: if there is no such layer, or it is there already.
        """
        if name not in LAYERS:
            raise LayerError(f"expected one of the layers {', '.join(LAYERS)}, found '{name}'")
        if name in self.layers:
            raise LayerError(f"the layer '{name}' was already written; one layer has one writer")
        changes: dict[str, Any] = {name: tuple(records), "layers": (*self.layers, name)}
        return structs.replace(self, **changes)

    def entity(self, entity_id: EntityId) -> Entity:
        """The member of the cast with this id.

        Raises:
            StoryError: if there is none.
        """
        for entity in self.cast:
            if entity.id == entity_id:
                return entity
        raise StoryError(f"no entity '{entity_id}' in the cast")

    def leaves(self) -> tuple[Leaf, ...]:
        """The text cut into pieces that do not overlap and leave nothing out.

        Joined in order they are `document.text`, character for character. Inside the story a
        leaf is a quotation's part or the narration between; `gap` is the white space between
        paragraphs.
        """
        return leaves_of(self)
