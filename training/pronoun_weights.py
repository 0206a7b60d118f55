"""Fit the weights by which a pronoun chooses between the people in focus.

    python -m training.pronoun_weights --data FOLDER > src/fabula/stages/linking/pronoun_weights.py

Read from LitBank's coreference layer (CC BY 4.0), the development documents left out: at each
“he” and “she” stand the people in focus with their features (`fabula.stages.linking.scoring`),
and the chain that was meant. The weights are those of a conditional logit, found by gradient
descent from zero with a little shrinkage, so that the same data give the same weights.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import exp
from pathlib import Path

from evaluation import litbank
from fabula import pipeline
from fabula.lexicon.pronouns import GENDERED, Agreement
from fabula.lexicon.roles import person_noun
from fabula.sources import plain
from fabula.stages.linking.focus import Focus, Person
from fabula.stages.linking.known_people import weight_of
from fabula.stages.linking.phrases import own_pronoun
from fabula.stages.linking.scoring import Context, features, may_be_meant
from fabula.stages.linking.surroundings import surroundings_of, talking_paragraphs
from fabula.stages.naming.person_names import parse_name
from fabula.story import Mention, MentionId, Story
from fabula.text import Span

ROUNDS = 200
STEP = 0.5
SHRINKAGE = 0.002
"""Per round and weight: keeps features that were hardly seen near zero."""

Choice = tuple[list[list[str]], int]
"""The features of each candidate, and the index of the one meant."""


def choices(data: Path, names: Sequence[str]) -> Iterator[Choice]:
    """Every third-person pronoun with a choice of people, from these documents."""
    for name in names:
        document = litbank.load_document(data, name)
        yield from _choices(document)


def _choices(gold: litbank.GoldDocument) -> Iterator[Choice]:
    story, chains = _story(gold)
    people = _people(gold)
    focus = Focus()
    context = Context(focus, talking_paragraphs(story))
    for place in sorted(surroundings_of(story), key=lambda place: place.mention.head.start):
        chain = chains[place.mention.id]
        agreement = own_pronoun(place)
        if agreement in {"he", "she"} and agreement is not None:
            found: list[list[str]] = []
            meant = -1
            for candidate in focus.candidates():
                if may_be_meant(place, candidate, agreement, context):
                    if candidate.person.key == chain:
                        meant = len(found)
                    found.append(list(features(place, candidate, len(found), context)))
            if meant >= 0:
                yield found, meant
            if people[chain].pronoun is None:
                people[chain].pronoun = agreement
        focus.note(people[chain], place)


def _story(gold: litbank.GoldDocument) -> tuple[Story, dict[MentionId, str]]:
    """The story up to its quotations, with the gold mentions as its own."""
    stages = pipeline.default_stages()
    last = next(i for i, stage in enumerate(stages) if stage.provides == "quotations")
    story = pipeline.analyse(plain.from_text(gold.text), stages=stages[: last + 1])
    quoted = [
        (part.start, part.end, quotation.id)
        for quotation in story.quotations
        for part in quotation.parts
    ]
    mentions: list[Mention] = []
    chains: dict[MentionId, str] = {}
    for number, item in enumerate(gold.mentions):
        if item.type != "PER":
            continue
        mention_id = MentionId(f"m{number}")
        chains[mention_id] = item.chain
        mentions.append(
            Mention(
                id=mention_id,
                start=item.start,
                end=item.end,
                type="PER",
                form=item.form,
                head=Span(item.start, item.end),
                quotation_id=next(
                    (key for start, end, key in quoted if start <= item.start < end), None
                ),
            )
        )
    return story.with_layer("mentions", mentions), chains


def _people(gold: litbank.GoldDocument) -> dict[str, Person]:
    """The chains as people, their pronouns as the cast would know them."""
    pronouns: defaultdict[str, Counter[Agreement]] = defaultdict(Counter)
    named: Counter[str] = Counter()
    for mention in gold.mentions:
        text = gold.text[mention.start : mention.end]
        if mention.form == "proper":
            named[mention.chain] += mention.type == "PER"
            title = parse_name(text).pronoun
            if title:
                pronouns[mention.chain][title] += 5
        elif mention.form == "nominal":
            noun = person_noun(text.split()[-1].lower())
            if noun in GENDERED:
                pronouns[mention.chain][GENDERED[noun]] += 5
        else:
            word = text.lower().split()[0]
            if word in {"he", "him", "his", "himself"}:
                pronouns[mention.chain]["he"] += 1
            elif word in {"she", "her", "hers", "herself"}:
                pronouns[mention.chain]["she"] += 1
    return {
        mention.chain: Person(
            mention.chain,
            # One or two pronouns would not have been enough for the cast to learn from; those
            # of people without a name are learnt on the way.
            next(
                (
                    p
                    for p, n in pronouns[mention.chain].most_common(1)
                    if n > (2 if named[mention.chain] else 4)
                ),
                None,
            ),
            in_cast=mention.chain in named,
            weight=weight_of(named[mention.chain] / max(sum(named.values()), 1)),
        )
        for mention in gold.mentions
    }


def fit(data: Sequence[Choice]) -> dict[str, float]:
    """The weights under which the people meant are likeliest."""
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    for _ in range(ROUNDS):
        gradient: defaultdict[str, float] = defaultdict(float)
        for candidates, meant in data:
            for index, part in enumerate(probabilities(candidates, weights)):
                difference = (index == meant) - part
                for name in candidates[index]:
                    gradient[name] += difference / len(data)
        for name, raw in gradient.items():
            slope = raw - SHRINKAGE * weights[name]
            squares[name] += slope * slope
            weights[name] += STEP * slope / squares[name] ** 0.5
    return dict(weights)


def probabilities(candidates: Sequence[Sequence[str]], weights: dict[str, float]) -> list[float]:
    """How likely each candidate is meant."""
    scores = [sum(weights.get(name, 0.0) for name in names) for names in candidates]
    highest = max(scores)
    parts = [exp(score - highest) for score in scores]
    return [part / sum(parts) for part in parts]


def accuracy(data: Sequence[Choice], weights: dict[str, float]) -> float:
    """The share of choices in which the one meant has the highest score."""
    right = 0
    for candidates, meant in data:
        parts = probabilities(candidates, weights)
        right += parts.index(max(parts)) == meant
    return right / max(len(data), 1)


def main() -> None:
    """Fit, print the module to stdout and the figures to stderr."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    names = [name for name in litbank.document_names(data) if litbank.has_paragraphs(data, name)]
    held_out = list(choices(data, [name for name in names if name in litbank.DEVELOPMENT]))
    training = list(choices(data, [name for name in names if name not in litbank.DEVELOPMENT]))
    weights = fit(training)
    print(
        f"{len(training)} choices, {100 * accuracy(training, weights):.1f} % right; "
        f"development: {len(held_out)}, {100 * accuracy(held_out, weights):.1f} %",
        file=sys.stderr,
    )
    print(
        '"""Weights of the features in `scoring`, as `training/pronoun_weights.py` printed them."""'
    )
    print("\nfrom collections.abc import Mapping\nfrom types import MappingProxyType\n")
    print("WEIGHTS: Mapping[str, float] = MappingProxyType(\n    {")
    for name, weight in sorted(weights.items()):
        print(f'        "{name}": {weight:.2f},')
    print("    }\n)")


if __name__ == "__main__":
    main()
