"""What a gold file can be caught at without reading the story: names, order, overlaps, gaps."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from evaluation.testbed import GoldStory, scene_spans
from evaluation.testbed.records import LAYERS, Gold, Item, Location, Member, Quotation, Record
from fabula.text import Span

SHORTEST, LONGEST = 300, 1200
"""Words a story has; one that is shorter gives a layer too little to find."""

CAST_FIELDS = (
    "who a b speaker to holder viewpoint also present unsure recipient kept_by kept_from owner"
).split()
ANY_FIELDS = ("agents", "patients", "about", "instrument")
PLACE_FIELDS = ("where", "place", "inside")

MARKS = "“\"‘'«—–*"
"""What stands before the first word that is said; asterisks are emphasis."""

# an opening mark, as against an apostrophe, a closing mark or a dash inside a sentence
OPENING_MARK = re.compile(
    r"""[“«]|(?:(?<=\s)|(?<=^))"(?=\S)|(?:(?<=\s)|(?<=^))[‘'](?=[A-Z*])|(?<=\n)[—–] ?(?=\w)"""
)


def problems(story: GoldStory) -> Iterator[str]:
    """Everything about a story's gold that cannot be right, one sentence each."""
    words = len(story.text.split())
    if not SHORTEST <= words <= LONGEST:
        yield f"the story has {words} words, not {SHORTEST} to {LONGEST}"
    if "\r" in story.text or "\ufeff" in story.text:
        yield "the text has a carriage return or a byte order mark"
    for check in (_names, _order, _intervals, _one_holder, _one_place, _presence, _minds, _quoted):
        yield from check(story)


def _names(story: GoldStory) -> Iterator[str]:
    gold = story.gold
    cast = {member.name for member in gold.cast}
    places = {location.name for location in gold.locations}
    items = {item.name for item in gold.items}
    yield from _twice(gold)
    for layer, record in _records(gold):
        for fields, known in (
            (CAST_FIELDS, cast),
            (ANY_FIELDS, cast | places | items),
            (PLACE_FIELDS, places),
            (("item",), items),
        ):
            for name in _values(record, fields):
                if name not in known:
                    yield f"{layer}: “{name}” is not a name of this story"


def _twice(gold: Gold) -> Iterator[str]:
    """One word may not name two: an alias would then be resolved to either."""
    owners: dict[str, str] = {}
    named: tuple[Member | Location | Item, ...] = (*gold.cast, *gold.locations, *gold.items)
    for member in named:
        for name in (member.name, *member.aliases):
            if name in owners:
                yield f"“{name}” names both {owners[name]} and {member.name}"
            owners[name] = member.name


def _order(story: GoldStory) -> Iterator[str]:
    for layer in ("scenes", "quotations"):
        starts = [record.begins.start for record in getattr(story.gold, layer)]
        if starts != sorted(set(starts)):
            yield f"{layer} are not in text order"
    for frame in story.gold.frames:
        if frame.begins.start >= frame.ends.end:
            yield f"frames: {_words(story, frame.begins)} ends before it begins"


def _intervals(story: GoldStory) -> Iterator[str]:
    for layer, record in _records(story.gold):
        since, until = getattr(record, "since", None), getattr(record, "until", None)
        if since and until and since.start >= until.start:
            yield f"{layer}: {_words(story, since)} does not come before its end"


def _one_holder(story: GoldStory) -> Iterator[str]:
    by_item = defaultdict(list)
    for custody in story.gold.custody:
        by_item[custody.item].append((custody.since, custody.until))
    for item, spans in by_item.items():
        if _overlap(spans):
            yield f"custody: {item} is in two hands at once"
    by_state = defaultdict(list)
    for state in story.gold.states:
        by_state[state.who, state.attribute, state.value].append((state.since, state.until))
    for key, spans in by_state.items():
        if _overlap(spans):
            yield f"states: {key} overlaps itself"


def _one_place(story: GoldStory) -> Iterator[str]:
    inside = {location.name: location.inside for location in story.gold.locations}
    stays = defaultdict(list)
    for stay in story.gold.places:
        for who in stay.who:
            stays[who].append(stay)
    for who, theirs in stays.items():
        for one in theirs:
            for other in theirs:
                apart = one is not other and not _nested(one.where, other.where, inside)
                if apart and _overlap([(one.since, one.until), (other.since, other.until)]):
                    yield f"places: {who} is in {one.where} and {other.where} at once"


def _nested(one: str, other: str, inside: dict[str, str | None]) -> bool:
    """Whether one place is the other or lies within it."""

    def ring(name: str | None) -> Iterator[str]:
        while name is not None:
            yield name
            name = inside.get(name)

    return one != other and (one in ring(other) or other in ring(one))


def _overlap(spans: Sequence[tuple[Span, Span | None]]) -> bool:
    ordered = sorted(spans, key=lambda span: span[0])
    return any(one[1] is None or one[1].start > two[0].start for one, two in pairwise(ordered))


def _presence(story: GoldStory) -> Iterator[str]:
    for scene, span in zip(story.gold.scenes, scene_spans(story), strict=True):
        there = {*scene.present, *scene.unsure}
        first = _words(story, scene.begins)
        if set(scene.present) & set(scene.unsure):
            yield f"scenes: someone in {first} is both present and unsure"
        if (scene.viewpoint is None) == (scene.mode == "internal"):
            yield f"scenes: {first} needs a viewpoint, or a mode that has none"
        if scene.kind != "document" and not {scene.viewpoint, *scene.also} <= {None, *there}:
            yield f"scenes: a mind of {first} is not there"
        for quotation in _inside(story.gold.quotations, span):
            if quotation.kind == "speech" and not {quotation.speaker} <= {None, *there}:
                yield f"quotations: {quotation.speaker} speaks in {first} without being there"
        for coming in story.gold.comings:
            if span.start <= coming.quote.start < span.end and not set(coming.who) <= there:
                yield f"comings: {coming.who} are not listed in {first}"


def _minds(story: GoldStory) -> Iterator[str]:
    for scene, span in zip(story.gold.scenes, scene_spans(story), strict=True):
        entered = {
            mind.who for mind in story.gold.minds if span.start <= mind.quote.start < span.end
        }
        if entered != set(scene.also):
            first = _words(story, scene.begins)
            yield f"minds: {first} enters {sorted(entered)}, the scene says {sorted(scene.also)}"


def _quoted(story: GoldStory) -> Iterator[str]:
    for quotation in story.gold.quotations:
        words = _words(story, quotation.begins)
        if quotation.kind == "speech" and words[1] not in MARKS:
            yield f"quotations: {words} is speech without a mark before it"
    starts = [quotation.begins.start for quotation in story.gold.quotations]
    for paragraph in re.finditer(r"\S.*?(?=\n\s*\n|\s*\Z)", story.text, re.DOTALL):
        mark = OPENING_MARK.search(story.text, *paragraph.span())
        if mark and not any(paragraph.start() <= start < paragraph.end() for start in starts):
            line = story.text[mark.start() : mark.start() + 30]
            yield f"quotations: nothing is said of {line!r}"


def _inside(quotations: Iterable[Quotation], span: Span) -> Iterator[Quotation]:
    return (one for one in quotations if span.start <= one.begins.start < span.end)


def _records(gold: Gold) -> Iterator[tuple[str, Record]]:
    for layer in LAYERS:
        for record in getattr(gold, layer):
            yield layer, record


def _values(record: Struct, fields: Iterable[str]) -> Iterator[str]:
    for field in fields:
        value = getattr(record, field, None)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def _words(story: GoldStory, span: Span) -> str:
    return f"“{story.text[span.start : span.end]}”"
