"""The gold of one story as frozen records, one kind for each layer.

Every passage is a `Span` of the story's text. `since` and `until` are the passages that begin and
end a state of affairs; the interval runs from the first character of `since` up to the first
character of `until`, and None as `until` means that nothing in the story ends it.
"""

from typing import Literal

from msgspec import Struct

from fabula import labels
from fabula.labels import RelationKind
from fabula.text import Span

CastKind = Literal["person", "group", "animal"]
SceneKind = Literal["scene", "summary", "reflection", "document"]
Opening = Literal["start", "heading", "glyphs", "blank", "unmarked"]
Mode = Literal["internal", "omniscient", "external"]
Attribute = Literal[
    "life",
    "consciousness",
    "sleep",
    "injury",
    "liberty",
    "illness",
    "drink",
    "disguise",
    "dress",
    "shape",
    "voice",
    "senses",
    "mood",
]
FrameKind = Literal[
    "dream",
    "flashback",
    "lie",
    "hypothetical",
    "rumour",
    "tale",
    "mistake",
    "figure",
]


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of gold; a key that is not a field is an error, not something to ignore."""


class Member(Record, frozen=True, kw_only=True):
    """Someone in the story. `named` is False for “the ferryman”; `narrator` is whoever says I."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: CastKind = "person"
    pronouns: Literal["he", "she", "they", "it"] | None = None
    named: bool = True
    narrator: bool = False


class Location(Record, frozen=True, kw_only=True):
    """A place with its other names; `inside` is the place that contains it."""

    name: str
    aliases: tuple[str, ...] = ()
    inside: str | None = None


class Item(Record, frozen=True, kw_only=True):
    """A thing that matters to the story, whose custody is followed."""

    name: str
    aliases: tuple[str, ...] = ()


class Trait(Record, frozen=True, kw_only=True):
    """Something lasting that one passage says of someone: eyes, trade, age."""

    who: str
    attribute: labels.Trait
    value: str
    quote: Span


class Scene(Record, frozen=True, kw_only=True):
    """A stretch of the story, up to where the next one begins.

    `viewpoint` is the focalizer, None where the narration is `omniscient` or stays outside every
    mind (`external`). `also` are others whose minds it enters, each with a passage in
    `Gold.minds`. `present` are those who are there at some moment; `unsure` those about whom
    careful readers may differ, such as a voice on the telephone.
    """

    begins: Span
    opened_by: Opening
    person: Literal["first", "second", "third"]
    tense: Literal["past", "present"]
    kind: SceneKind = "scene"
    place: str | None = None
    time: str | None = None
    viewpoint: str | None = None
    mode: Mode = "internal"
    also: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


class Mind(Record, frozen=True, kw_only=True):
    """A passage that enters the mind of someone other than the scene's focalizer."""

    who: str
    quote: Span


class Coming(Record, frozen=True, kw_only=True):
    """An arrival or a departure inside a scene."""

    who: tuple[str, ...]
    move: Literal["arrives", "leaves"]
    quote: Span


class Quotation(Record, frozen=True, kw_only=True):
    """One turn: what one speaker says, thinks in words or writes within a paragraph.

    `begins` are its first words with their opening mark; further quoted parts of the paragraph,
    up to the next quotation of the list, belong to it. `speaker` None: no reader can tell.
    `scare` are words in marks that nobody says: a title, a word held at arm's length.
    """

    begins: Span
    speaker: str | None = None
    to: tuple[str, ...] = ()
    kind: Literal["speech", "thought", "writing", "scare"] = "speech"


class Stay(Record, frozen=True, kw_only=True):
    """Where people are, from one passage to another."""

    who: tuple[str, ...]
    where: str
    since: Span
    until: Span | None = None


class Custody(Record, frozen=True, kw_only=True):
    """Who has an item; `holder` None: nobody, it lies or hangs at `where`.

    `how` says how the custody began: had (from before), took, given, found, bought, stole, wore,
    left, lost, hid, dropped.
    """

    item: str
    holder: str | None = None
    where: str | None = None
    how: Literal[
        "had",
        "took",
        "given",
        "found",
        "bought",
        "stole",
        "wore",
        "made",
        "left",
        "lost",
        "hid",
        "dropped",
        "broke",
    ]
    since: Span
    until: Span | None = None


class State(Record, frozen=True, kw_only=True):
    """A state that someone is in for a time: asleep, hurt, bound, disguised."""

    who: str
    attribute: Attribute
    value: str
    since: Span
    until: Span | None = None


class Relation(Record, frozen=True, kw_only=True):
    """`a` is KIND of `b`; `since` and `until` are there where it changes inside the story."""

    a: str
    kind: RelationKind
    b: str
    quote: Span
    since: Span | None = None
    until: Span | None = None


class Knowledge(Record, frozen=True, kw_only=True):
    """From `since` on these people know of something; `about` names whom and what it concerns."""

    who: tuple[str, ...]
    of: str
    about: tuple[str, ...]
    how: Literal["saw", "heard", "told", "read", "found", "guessed"]
    since: Span


class Secret(Record, frozen=True, kw_only=True):
    """Something that some people know and keep from others, until they learn it."""

    of: str
    about: tuple[str, ...]
    kept_by: tuple[str, ...]
    kept_from: tuple[str, ...]
    since: Span
    until: Span | None = None


class Event(Record, frozen=True, kw_only=True):
    """Something that happens, in the words that say so; `realis` False: it does not, or not yet."""

    quote: Span
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    recipient: str | None = None
    instrument: str | None = None
    place: str | None = None
    realis: bool = True


class Claim(Record, frozen=True, kw_only=True):
    """Something that must not be claimed: who is or has or is at `value` (`of` whom)."""

    layer: Literal["states", "custody", "places", "relations", "events", "knowledge"]
    who: str
    value: str
    of: str | None = None


class Frame(Record, frozen=True, kw_only=True):
    """Text that does not tell what happens now, or at all: dream, flashback, lie, supposition.

    `tale` is something made up, `mistake` something believed, `figure` a manner of speaking.
    `forbids` are claims that a reader who misses the frame would make.
    """

    kind: FrameKind
    begins: Span
    ends: Span
    owner: str | None = None
    forbids: tuple[Claim, ...] = ()


class Gold(Record, frozen=True, kw_only=True):
    """All that a careful reader would agree on about one story, layer by layer."""

    about: str
    cast: tuple[Member, ...]
    locations: tuple[Location, ...] = ()
    items: tuple[Item, ...] = ()
    traits: tuple[Trait, ...] = ()
    scenes: tuple[Scene, ...]
    minds: tuple[Mind, ...] = ()
    comings: tuple[Coming, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    places: tuple[Stay, ...] = ()
    custody: tuple[Custody, ...] = ()
    states: tuple[State, ...] = ()
    relations: tuple[Relation, ...] = ()
    knowledge: tuple[Knowledge, ...] = ()
    secrets: tuple[Secret, ...] = ()
    events: tuple[Event, ...] = ()
    frames: tuple[Frame, ...] = ()


LAYERS = tuple(name for name in Gold.__struct_fields__ if name != "about")
