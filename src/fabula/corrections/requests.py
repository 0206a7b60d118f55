"""From what a person asks for to a correction that can be written down.

Names are looked up in the story as it reads now, and lines in its text; what cannot be found is
refused before anything is written.
"""

import re
from collections.abc import Sequence

from fabula.corrections.lines import mention_places, nameable_mentions, quotation_places
from fabula.corrections.names import Names, key_of, listed
from fabula.corrections.records import LineCorrection, Merge, Omit, Rename, Split
from fabula.errors import CorrectionsError
from fabula.labels import QuotationKind
from fabula.story import Entity, Quotation, Story

_QUOTATION_ID = re.compile(r"q\d+")
_LISTED = 8
"""Lines offered where the words fit several."""

_LISTED_WORDS = 8
"""Words of each."""


def merge(story: Story, names: Sequence[str], note: str | None = None) -> Merge:
    """These names as one person's.

    Raises:
        CorrectionsError: if a name is nobody's, or they are one person's already.
    """
    people = [_known(story, name) for name in names]
    if len({entity.id for entity in people}) < 2:
        raise CorrectionsError(
            f"expected names of two people or more, found that {listed(names)} are one already"
        )
    return Merge(names=tuple(entity.name for entity in people), note=note)


def split(
    story: Story, name: str, part: str, places: Sequence[str] = (), note: str | None = None
) -> Split:
    """A name taken out of a person, or the mentions at some places, as a person called `part`.

    `places` are given as `fabula show mentions` prints them: line and column.

    Raises:
        CorrectionsError: if the name is nobody's, the part is none of their names, or no mention
            stands at a place.
    """
    entity = _known(story, name)
    if places:
        return _split_mentions(story, entity, part, places, note)
    if key_of(part) not in map(key_of, entity.names):
        raise CorrectionsError(
            f"expected one of the names of '{entity.name}' ({listed(entity.names)}) to take out, "
            f"found '{part}'; to take out single mentions, give their places with --at"
        )
    rest = next((own for own in entity.names if key_of(own) != key_of(part)), None)
    if rest is None:
        raise CorrectionsError(
            f"expected a person with several names, found that '{entity.name}' has only this one; "
            "to take out single mentions, give their places with --at"
        )
    return Split(name=rest, parts=(part,), note=note)


def rename(story: Story, name: str, to: str, note: str | None = None) -> Rename:
    """Another name to show somebody by.

    Raises:
        CorrectionsError: if the name is nobody's, or the new one somebody else's.
    """
    entity = _known(story, name)
    other = Names(each for each in story.cast if each is not entity).bearers(to)
    if other:
        raise CorrectionsError(
            f"expected a name that nobody else has, found that '{to}' is '{other[0].name}'; "
            "to make them one person, use merge"
        )
    return Rename(name=entity.name, to=_words(to), note=note)


def omit(story: Story, name: str, note: str | None = None) -> Omit:
    """Somebody who is nobody.

    Raises:
        CorrectionsError: if nobody in the cast has the name.
    """
    return Omit(name=_known(story, name).name, note=note)


def line(
    story: Story,
    quote: str,
    *,
    speaker: str | None = None,
    to: Sequence[str] = (),
    kind: QuotationKind | None = None,
    note: str | None = None,
) -> LineCorrection:
    """Who says a line and to whom; `quote` is its id (“q12”) or words that no other line has.

    Raises:
        CorrectionsError: if no line or several have the words, or a name is nobody's.
    """
    if speaker is None and not to and kind is None:
        raise CorrectionsError(
            "expected what to correct, found nothing; give --speaker, --to or --kind"
        )
    index = _index_of(story, quote)
    anchor = quotation_places(story.document, story.quotations).anchor(index)
    return LineCorrection(
        quote=anchor.quote,
        digest=anchor.digest,
        before=anchor.before,
        after=anchor.after,
        nth=anchor.nth,
        of=anchor.of,
        speaker=None if speaker is None else _known(story, speaker).name,
        addressees=tuple(_known(story, name).name for name in to) or None,
        kind=kind,
        note=note,
    )


def _known(story: Story, name: str) -> Entity:
    names = Names(story.cast)
    entity = names.meant(name)
    if entity is None:
        raise CorrectionsError(
            f"expected a name of somebody in the cast, found that {names.problem(name)}"
        )
    return entity


def _words(name: str) -> str:
    words = " ".join(name.split())
    if not words:
        raise CorrectionsError("expected a name, found nothing")
    return words


def _split_mentions(
    story: Story, entity: Entity, part: str, places: Sequence[str], note: str | None
) -> Split:
    nameable = nameable_mentions(story)
    linked = {link.mention_id for link in story.links if link.entity_id == entity.id}
    known = {
        str(story.document.place(mention.start)): index
        for index, mention in enumerate(nameable)
        if mention.id in linked
    }
    for place in places:
        if place not in known:
            raise CorrectionsError(
                f"expected the line and column of a mention of '{entity.name}' by name, found "
                f"'{place}'; 'fabula show mentions' has them"
            )
    anchors = mention_places(story.document, nameable)
    return Split(
        name=entity.name,
        mentions=tuple(anchors.anchor(known[place]) for place in places),
        into=_words(part),
        note=note,
    )


def _index_of(story: Story, quote: str) -> int:
    """The quotation that an id or some of its words mean."""
    if _QUOTATION_ID.fullmatch(quote):
        for index, quotation in enumerate(story.quotations):
            if quotation.id == quote:
                return index
        raise CorrectionsError(
            f"expected a line of this story, found '{quote}', and it has "
            f"{len(story.quotations):,}; 'fabula show quotations' has their ids"
        )
    found = quotation_places(story.document, story.quotations).containing(quote)
    if len(found) == 1:
        return found[0]
    if not found:
        raise CorrectionsError(
            f"expected words of a line in this story, found '{quote:.80}', which none has; "
            "'fabula show quotations' has them all"
        )
    shown = ", ".join(_candidate(story, story.quotations[index]) for index in found[:_LISTED])
    more = f" and {len(found) - _LISTED:,} more" if len(found) > _LISTED else ""
    raise CorrectionsError(
        f"expected words of one line, found them in {len(found):,}: {shown}{more}; "
        "give more words, or the id"
    )


def _candidate(story: Story, quotation: Quotation) -> str:
    text = " ".join(story.document[part] for part in quotation.parts).split()
    shown = " ".join(text[:_LISTED_WORDS]) + ("…" if len(text) > _LISTED_WORDS else "")
    return f"{quotation.id} ({story.document.place(quotation.start)}) {shown}"
