"""What is wrong in a layer of a LitBank document, each error with its kind.

- mentions: “type” (right words, wrong type), “edges” (one of ours shares the first or the last
  character, or lies around or inside), “missed” and “extra” (neither); by form and type.
- coreference, on the mentions that both sides have: “begins a chain” (ours joins it to an earlier
  mention, but it is the first of its chain), “goes on” (ours leaves it alone, but its chain has
  begun), “other chain” (joined to a mention of another chain); by form. The nearest earlier
  mention in its chain stands for the chain.
- events: “missed” and “extra”; in speech or in narration.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from evaluation import tables
from evaluation.litbank_reading import Reading, chains_of, in_litbank, passage, trimmed
from fabula.labels import HAPPENED
from fabula.story import Mention

Layer = Literal["mentions", "coreference", "events"]
Place: TypeAlias = tuple[int, int]

REACH = 150
"""Characters shown on either side of an error."""

COMMONEST = 15


class LayerError(Struct, frozen=True):
    """One error: what kind, of which group of words, where, and what there should be."""

    document: str
    kind: str
    group: str
    place: Place
    words: str
    context: str
    note: str = ""


def errors_in(reading: Reading, layer: Layer) -> list[LayerError]:
    """The errors of a layer in text order."""
    return sorted(_FINDERS[layer](reading), key=lambda error: error.place)


def _error(reading: Reading, kind: str, group: str, place: Place, note: str = "") -> LayerError:
    text = reading.gold.text
    return LayerError(
        document=reading.gold.id,
        kind=kind,
        group=group,
        place=place,
        words=" ".join(text[place[0] : place[1]].split()),
        context=passage(text, *place, reach=REACH),
        note=note,
    )


def _ours(reading: Reading) -> dict[Place, Mention]:
    text = reading.gold.text
    return {
        trimmed(text, mention): mention for mention in reading.story.mentions if in_litbank(mention)
    }


def _mention_errors(reading: Reading) -> Iterator[LayerError]:
    text = reading.gold.text
    ours = _ours(reading)
    gold = {trimmed(text, mention): mention for mention in reading.gold.mentions}
    missed = sorted(gold.keys() - ours.keys())
    extra = sorted(ours.keys() - gold.keys())
    near = {place: _near(place, extra) for place in missed}
    for place in sorted(gold.keys() & ours.keys()):
        if gold[place].type != ours[place].type:
            group = f"{gold[place].form} {gold[place].type}"
            yield _error(reading, "type", group, place, f"ours is {ours[place].type}")
    for place in missed:
        group, other = f"{gold[place].form} {gold[place].type}", near[place]
        note = f"ours: “{text[other[0] : other[1]]}”" if other else ""
        yield _error(reading, "edges" if other else "missed", group, place, note)
    for place in set(extra) - set(near.values()):
        yield _error(reading, "extra", f"{ours[place].form} {ours[place].type}", place)


def _near(place: Place, others: Sequence[Place]) -> Place | None:
    """The place among others that shares an edge with this one, or overlaps it most."""
    overlapping = [
        (place[0] == other[0] or place[1] == other[1], _shared(place, other), other)
        for other in others
        if _shared(place, other) > 0
    ]
    return max(overlapping)[2] if overlapping else None


def _shared(one: Place, other: Place) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _coreference_errors(reading: Reading) -> Iterator[LayerError]:
    text = reading.gold.text
    ours, mentions = _ours(reading), sorted(reading.gold.mentions, key=lambda each: each.start)
    chain_of = {name: n for n, names in enumerate(chains_of(reading.story)) for name in names}
    gold_chain: dict[Place, str] = {}
    last_of_gold: dict[str, Place] = {}
    last_of_ours: dict[int, Place] = {}
    for mention in mentions:
        place = trimmed(text, mention)
        if place not in ours:
            continue
        chain = chain_of[ours[place].id]
        true, found = last_of_gold.get(mention.chain), last_of_ours.get(chain)
        last_of_gold[mention.chain], last_of_ours[chain] = place, place
        gold_chain[place] = mention.chain
        if found is None and true is None:
            continue
        if found is not None and gold_chain[found] == mention.chain:
            continue
        kind = "begins a chain" if true is None else "goes on" if found is None else "other chain"
        note = f"gold: {_quoted(text, true)}, ours: {_quoted(text, found)}"
        yield _error(reading, kind, mention.form, place, note)


def _quoted(text: str, place: Place | None) -> str:
    return f"“{' '.join(text[place[0] : place[1]].split())}” at {place[0]}" if place else "nothing"


def _event_errors(reading: Reading) -> Iterator[LayerError]:
    text, story = reading.gold.text, reading.story
    gold = {trimmed(text, event) for event in reading.gold.events}
    found = {trimmed(text, event) for event in story.events if event.realis in HAPPENED}
    spoken = sorted(part for quotation in story.quotations for part in quotation.parts)
    for place in gold ^ found:
        before = bisect_right(spoken, place[0], key=lambda part: part.start) - 1
        in_speech = before >= 0 and place[0] < spoken[before].end
        kind = "missed" if place in gold else "extra"
        yield _error(reading, kind, "speech" if in_speech else "narration", place)


_FINDERS: Mapping[Layer, Callable[[Reading], Iterator[LayerError]]] = {
    "mentions": _mention_errors,
    "coreference": _coreference_errors,
    "events": _event_errors,
}


def show(error: LayerError) -> str:
    """One error with its passage."""
    note = f"\n    {error.note}" if error.note else ""
    head = f"--- {error.document} at {error.place[0]:,}: {error.kind}, {error.group}"
    return f"{head}{note}\n    {error.context}"


def report(errors: Sequence[LayerError]) -> str:
    """How many errors there are of each kind and group, and the commonest words of each kind."""
    kinds = list(dict.fromkeys(error.kind for error in errors))
    groups = Counter(error.group for error in errors)
    counts = Counter((error.group, error.kind) for error in errors)
    rows = [
        (group, *(str(counts[group, kind]) for kind in kinds), str(number))
        for group, number in groups.most_common()
    ]
    totals = Counter(error.kind for error in errors)
    rows.append(("all", *(str(totals[kind]) for kind in kinds), str(len(errors))))
    parts = [tables.table(("group", *kinds, "all"), rows)]
    for kind in kinds:
        words = Counter(error.words.lower() for error in errors if error.kind == kind)
        listed = ", ".join(f"{word} {number}" for word, number in words.most_common(COMMONEST))
        parts.append(f"{kind}: {listed}")
    return "\n\n".join(parts)
