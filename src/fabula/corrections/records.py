"""What a reader can correct. The fields are the keys of the file."""

from msgspec import Struct, field

from fabula.labels import QuotationKind

CORRECTION = "correction"
"""The reason of an alias or a link that a reader gave."""


class Anchor(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of the story that can be found again when the text around them is revised.

    `quote` are the words or the first of them; `digest` stands for all of them (see
    `anchors.digest_of`); `before` and `after` are words on either side. Of several places with
    the same words and the same surroundings it is the `nth`, counted from 1, as long as there
    are `of` places.
    """

    quote: str
    digest: str | None = None
    before: str | None = None
    after: str | None = None
    nth: int | None = None
    of: int | None = None


class LineCorrection(Anchor, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who says a line, to whom, or what kind of words it is. What is None stays as read."""

    speaker: str | None = None
    addressees: tuple[str, ...] | None = None
    kind: QuotationKind | None = None
    note: str | None = None


class Merge(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """These names are one person's."""

    names: tuple[str, ...]
    note: str | None = None


class NeverMerge(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """No two of these names are one person's."""

    names: tuple[str, ...]
    note: str | None = None


class Split(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Some names of a person, or single mentions of them, are a person of their own.

    `parts` are the names to take out. `mentions` are places in the text where somebody else is
    meant by the same name; that person is called `into`.
    """

    name: str
    parts: tuple[str, ...] = ()
    mentions: tuple[Anchor, ...] = ()
    into: str | None = None
    note: str | None = None


class Rename(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person is shown by another name; the old one stays an alias."""

    name: str
    to: str
    note: str | None = None


class Omit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nobody in the story is this: a word taken for a name."""

    name: str
    note: str | None = None


class NarratorName(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who tells the story as “I”."""

    name: str
    note: str | None = None


class CastCorrections(Struct, frozen=True, kw_only=True):
    """All corrections of who is in the story."""

    merge: tuple[Merge, ...] = ()
    never_merge: tuple[NeverMerge, ...] = ()
    split: tuple[Split, ...] = ()
    rename: tuple[Rename, ...] = ()
    omit: tuple[Omit, ...] = ()
    narrator: NarratorName | None = None


class Corrections(Struct, frozen=True, kw_only=True):
    """What a reader says of a story: of its cast, and of single lines.

    `source` is the file they come from, for messages. In “Ahoy!” cried Ines, with
    `Corrections(lines=(LineCorrection(quote="Ahoy", speaker="Tom"),))`, it is Tom who cries.
    """

    cast: CastCorrections = field(default_factory=CastCorrections)
    lines: tuple[LineCorrection, ...] = ()
    source: str = "the corrections"

    def __len__(self) -> int:
        cast = self.cast
        lists = (cast.merge, cast.never_merge, cast.split, cast.rename, cast.omit, self.lines)
        return sum(map(len, lists)) + (cast.narrator is not None)


NONE = Corrections()
"""A story as it is read."""
