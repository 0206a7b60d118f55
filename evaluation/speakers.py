"""Who speaks and to whom, end to end on raw novels: no list of characters is given.

    python -m evaluation.speakers --data FOLDER
    python -m evaluation.speakers --data FOLDER --novels TheSunAlsoRises --errors 50

Each novel of the Project Dialogism Novel Corpus is read from its plain text. A gold quotation is
answered by the predicted quotation that shares most characters with it. A predicted speaker is
taken for the character whose names its mentions use most: names that only one character has,
proper names counting 1 and nouns 0.2. A speaker that is nobody's name, a quotation without a
speaker and a quotation that was not found all count as wrong. The corpus is used for measuring
only.
"""

import argparse
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from evaluation import pdnc
from fabula import pipeline
from fabula.sources import read_bytes
from fabula.story import Attribution, EntityId, Evidence, Quotation, Story
from fabula.text import Span

TYPES: tuple[pdnc.Attributed, ...] = ("explicit", "anaphoric", "implicit")
FORM_WEIGHTS = {"proper": 1.0, "nominal": 0.2}
EVIDENCE: tuple[Evidence, ...] = (
    "explicit",
    "anaphoric",
    "beat",
    "address",
    "turn",
    "only-candidate",
    "none",
)


class Answer(Struct, frozen=True, kw_only=True):
    """One gold quotation and what was predicted for it; names are those of the gold characters.

    `speaker` is None where nobody was predicted, an entity's own name in brackets where the
    entity is no character of the gold list.
    """

    gold: pdnc.PdncQuotation
    quotation: Quotation | None
    attribution: Attribution | None
    speaker: str | None
    addressees: frozenset[str]

    @property
    def right(self) -> bool:
        """Whether the predicted speaker is the gold one."""
        return self.speaker == self.gold.speaker


def read_novel(novel: pdnc.PdncNovel) -> Story:
    """The whole rule reading of the novel's text."""
    return pipeline.analyse(read_bytes(novel.path.read_bytes(), novel.path.name))


def answers(novel: pdnc.PdncNovel, story: Story) -> Iterator[Answer]:
    """An answer for every gold quotation, in text order."""
    names = characters(novel, story)
    attributions = {record.quotation_id: record for record in story.attributions}
    parts = sorted(
        (part.start, part.end, quotation)
        for quotation in story.quotations
        for part in quotation.parts
        if quotation.within is None
    )
    starts = [part[0] for part in parts]
    for gold in novel.quotations:
        quotation = _best(gold.parts, parts, starts)
        attribution = attributions.get(quotation.id) if quotation else None
        speaker = attribution.speaker_id if attribution else None
        yield Answer(
            gold=gold,
            quotation=quotation,
            attribution=attribution,
            speaker=names[speaker] if speaker else None,
            addressees=frozenset(
                names[person] for person in (attribution.addressee_ids if attribution else ())
            ),
        )


def _best(
    gold: Sequence[Span],
    parts: Sequence[tuple[int, int, Quotation]],
    starts: Sequence[int],
) -> Quotation | None:
    """The predicted quotation that shares most characters with the gold parts."""
    shared: Counter[str] = Counter()
    found: dict[str, Quotation] = {}
    for span in gold:
        index = max(bisect_left(starts, span.start) - 1, 0)
        while index < len(parts) and parts[index][0] < span.end:
            start, end, quotation = parts[index]
            overlap = min(end, span.end) - max(start, span.start)
            if overlap > 0:
                shared[quotation.id] += overlap
                found[quotation.id] = quotation
            index += 1
    if not shared:
        return None
    return found[max(sorted(shared), key=lambda name: shared[name])]


def characters(novel: pdnc.PdncNovel, story: Story) -> Mapping[EntityId, str]:
    """The gold character that each entity's names point at; its own name in brackets if none."""
    owners: dict[str, set[str]] = defaultdict(set)
    for person in novel.characters:
        for alias in (person.name, *person.aliases):
            owners[_folded(alias)].add(person.name)
    votes: dict[EntityId, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    mentions = {mention.id: mention for mention in story.mentions}
    for link in story.links:
        mention = mentions[link.mention_id]
        owner = owners.get(_folded(story.document[mention.span]), set())
        if len(owner) == 1 and mention.form in FORM_WEIGHTS:
            votes[link.entity_id][next(iter(owner))] += FORM_WEIGHTS[mention.form]
    named: dict[EntityId, str] = {entity.id: f"[{entity.name}]" for entity in story.cast}
    for entity_id, counts in votes.items():
        named[entity_id] = max(sorted(counts), key=lambda name: counts[name])
    return named


def _folded(name: str) -> str:
    return " ".join(name.lower().removeprefix("the ").replace("’", "'").split())


def report(title: str, found: Sequence[Answer]) -> None:
    """Print the figures of one novel or of all."""
    print(f"\n{title}: {len(found)} quotations, {_share(found):.1f} % right")
    for kind in TYPES:
        typed = [answer for answer in found if answer.gold.type == kind]
        print(f"  {kind:<15}{_share(typed):6.1f} %  of {len(typed)}")
    missed = sum(answer.quotation is None for answer in found)
    said = [answer for answer in found if answer.speaker is not None]
    resolved = [answer for answer in said if not (answer.speaker or "").startswith("[")]
    print(
        f"  not found {missed}; with a speaker {100 * len(said) / len(found):.1f} %, "
        f"{_share(said):.1f} % of them right; "
        f"a speaker of the list {100 * len(resolved) / len(found):.1f} %"
    )
    for evidence in EVIDENCE:
        chosen = [a for a in found if a.attribution and a.attribution.evidence == evidence]
        if chosen:
            print(
                f"    {evidence:<15}{_share(chosen):6.1f} %  of {len(chosen):<5} {_stated(chosen)}"
            )
    print(f"  addressees: set F1 {100 * _addressee_f1(found):.1f} %")


def _stated(chosen: Sequence[Answer]) -> str:
    """The confidences that were stated, each with the share that was right."""
    groups: dict[float, list[Answer]] = defaultdict(list)
    for answer in chosen:
        groups[answer.attribution.confidence if answer.attribution else 0.0].append(answer)
    return "  ".join(
        f"stated {100 * stated:.0f}: {_share(group):.0f} of {len(group)}"
        for stated, group in sorted(groups.items())
    )


def _share(found: Sequence[Answer]) -> float:
    return 100 * sum(answer.right for answer in found) / len(found) if found else 0.0


def _addressee_f1(found: Sequence[Answer]) -> float:
    """Micro F1 over the addressees of all quotations."""
    shared = sum(len(answer.addressees & set(answer.gold.addressees)) for answer in found)
    predicted = sum(len(answer.addressees) for answer in found)
    gold = sum(len(set(answer.gold.addressees)) for answer in found)
    return 2 * shared / (predicted + gold) if predicted + gold else 0.0


def show_errors(novel: pdnc.PdncNovel, story: Story, wrong: Iterable[Answer]) -> None:
    """Print wrong answers with their passage, candidates and evidence."""
    names = characters(novel, story)
    for answer in wrong:
        first, last = answer.gold.parts[0], answer.gold.parts[-1]
        passage = novel.text[max(first.start - 350, 0) : first.start]
        behind = novel.text[last.end : last.end + 120]
        words = novel.text[first.start : last.end]
        words = words if len(words) < 300 else words[:150] + " [...] " + words[-150:]
        found = answer.attribution
        print(f"\n--- {novel.name} {answer.gold.id} at {first.start}, {answer.gold.type}")
        print(f"{passage}>>>{words}<<<{behind}")
        print(f"gold: {answer.gold.speaker} to {', '.join(answer.gold.addressees)}")
        if found is None:
            print("not found")
            continue
        candidates = ", ".join(names[person] for person in found.candidates)
        print(f"said: {answer.speaker} ({found.evidence}); candidates: {candidates}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the novels and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    parser.add_argument("--novels", nargs="+", default=pdnc.DEVELOPMENT, metavar="NAME")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N wrong lines")
    parser.add_argument("--type", choices=TYPES, help="errors of this kind of quotation only")
    options = parser.parse_args(arguments)
    everything: list[Answer] = []
    for novel in pdnc.load(options.data, options.novels):
        start = time.perf_counter()
        story = read_novel(novel)
        seconds = time.perf_counter() - start
        found = list(answers(novel, story))
        everything += found
        report(f"{novel.name} ({seconds:.1f} s)", found)
        wrong = [
            answer
            for answer in found
            if not answer.right and (not options.type or answer.gold.type == options.type)
        ]
        step = max(len(wrong) // options.errors, 1) if options.errors else 1
        show_errors(novel, story, wrong[::step][: options.errors])
    if len(options.novels) > 1:
        report("All", everything)


if __name__ == "__main__":
    main()
