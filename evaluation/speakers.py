"""Who speaks and to whom, end to end on raw novels: no list of characters is given.

    python -m evaluation.speakers --data FOLDER
    python -m evaluation.speakers --data FOLDER --novels TheSunAlsoRises

Each novel of the Project Dialogism Novel Corpus is read from its plain text. A gold quotation is
answered by the predicted quotation that shares most letters with it. A predicted speaker is
taken for the character whose names its mentions use most: names that only one character has,
proper names counting 1 and nouns 0.2. A speaker that is nobody's name, a quotation without a
speaker and a quotation that was not found all count as wrong; `evaluation.errors` shows them. The
corpus is used for measuring only.

Every line that has a candidate is given one here, as `fabula read --guess` does; the accuracy is
that. Beside it stands what a reader gets without asking for guesses, where speakers under
`LEAST_CONFIDENCE` are withheld: for how many quotations there still is one (coverage), and how many
of those are right (precision).
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from evaluation import encoding, pdnc
from evaluation.answering_quotations import AnsweringQuotations
from evaluation.figures import ending_in_one_line, percent
from fabula.labels import Evidence
from fabula.stages.speaking.confidence import LEAST_CONFIDENCE
from fabula.story import Attribution, EntityId, Quotation, Story

TYPES: tuple[pdnc.Attributed, ...] = ("explicit", "anaphoric", "implicit")
FORM_WEIGHTS = {"proper": 1.0, "nominal": 0.2}
"""How much a mention of this form says of whom an entity stands for; a pronoun says nothing."""

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


def answers(novel: pdnc.PdncNovel, story: Story) -> Iterator[Answer]:
    """An answer for every gold quotation, in text order."""
    names = characters(novel, story)
    attributions = {record.quotation_id: record for record in story.attributions}
    answering = AnsweringQuotations(story)
    for gold in novel.quotations:
        quotation = answering.to(gold.parts)
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


def characters(novel: pdnc.PdncNovel, story: Story) -> Mapping[EntityId, str]:
    """The gold character that each entity's names point at; its own name in brackets if none."""
    named: dict[EntityId, str] = {entity.id: f"[{entity.name}]" for entity in story.cast}
    for entity_id, counts in votes(novel, story).items():
        named[entity_id] = max(sorted(counts), key=lambda name: counts[name])
    return named


def votes(novel: pdnc.PdncNovel, story: Story) -> Mapping[EntityId, Mapping[str, float]]:
    """How much the mentions of each entity speak for each gold character, by their names."""
    owners = pdnc.owners(novel)
    counted: dict[EntityId, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    mentions = {mention.id: mention for mention in story.mentions}
    for link in story.links:
        mention = mentions[link.mention_id]
        owner = owners.get(pdnc.folded(story.document[mention.span]), set())
        if len(owner) == 1 and mention.form in FORM_WEIGHTS:
            counted[link.entity_id][next(iter(owner))] += FORM_WEIGHTS[mention.form]
    return counted


def is_withheld(answer: Answer) -> bool:
    """Whether the speaker of this answer is one that is only given as a guess."""
    return answer.attribution is not None and answer.attribution.confidence < LEAST_CONFIDENCE


def report(title: str, found: Sequence[Answer]) -> None:
    """Print the figures of one novel or of all."""
    print(f"\n{title}: {len(found)} quotations, {_share(found):.1f} % right")
    for kind in TYPES:
        typed = [answer for answer in found if answer.gold.type == kind]
        print(f"  {kind:<15}{_share(typed):6.1f} %  of {len(typed)}")
    missed = sum(answer.quotation is None for answer in found)
    said = [answer for answer in found if answer.speaker is not None]
    resolved = [answer for answer in said if not (answer.speaker or "").startswith("[")]
    kept = [answer for answer in said if not is_withheld(answer)]
    print(
        f"  not found {missed}; with a speaker {percent(len(said), len(found)):.1f} %, "
        f"{_share(said):.1f} % of them right; "
        f"a speaker of the list {percent(len(resolved), len(found)):.1f} %"
    )
    print(
        f"  without guesses: coverage {percent(len(kept), len(found)):.1f} %, "
        f"precision {_share(kept):.1f} %"
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


@ending_in_one_line()
def main(arguments: Sequence[str] | None = None) -> None:
    """Read the novels and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    encoding.rules_only_argument(parser)
    parser.add_argument("--novels", nargs="+", default=pdnc.DEVELOPMENT, metavar="NAME")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=options.rules_only)
    everything: list[Answer] = []
    for novel in pdnc.load(options.data, options.novels):
        start = time.perf_counter()
        story = pdnc.read(novel, encoder, until="attributions")
        seconds = time.perf_counter() - start
        found = list(answers(novel, story))
        everything += found
        report(f"{novel.name} ({seconds:.1f} s)", found)
    if len(options.novels) > 1:
        report("All", everything)


if __name__ == "__main__":
    main()
