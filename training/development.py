"""How well a network in training does on the development documents.

The figures steer a run; they are not the published ones, which `evaluation` takes from what a
reader gets. Here spans are compared by tokens, and coreference is scored on the gold mentions,
each joined to its best antecedent.
"""

from collections.abc import Sequence, Set

import torch
from evaluation.coreference_metrics import CoreferenceScore, score
from msgspec import Struct
from torch import Tensor

from fabula.encoder.scores import ENTITY_TYPES
from training.examples import ITEM, Example
from training.losses import WIDEST
from training.network import Network, span_states
from training.passages import Passage, document
from training.reading import read_together, token_rows
from training.token_rows import TokenRows


class Figures(Struct, frozen=True):
    """F1 in per cent, and for grammar the share that is right."""

    events: float
    entities: float
    """Names and nouns of the entity layer, without pronouns."""
    mentions: float
    """All of the coreference layer, pronouns too; span and type."""
    coreference: float
    """CoNLL average on gold mentions, singletons counted."""
    tags: float
    heads: float
    relations: float


def measure(network: Network, development: Sequence[tuple[Passage, Example]]) -> Figures:
    """The figures of a network over the development documents."""
    counts = {"events": Counts(), "entities": Counts(), "mentions": Counts()}
    grammar = {name: [0, 0] for name in ("tag", "head", "relation")}
    total = CoreferenceScore()
    with torch.no_grad():
        for passage, one in development:
            (scores,) = read_together(network, [one])
            count_events(counts["events"], scores, one)
            count_spans(counts["entities"], counts["mentions"], scores, passage, one)
            _count_grammar(grammar, scores, one)
            total += coreference(network, scores, passage, one)
    shares = {name: 100 * right / max(all_, 1) for name, (right, all_) in grammar.items()}
    return Figures(
        events=counts["events"].f1,
        entities=counts["entities"].f1,
        mentions=counts["mentions"].f1,
        coreference=round(total.conll, 2),
        tags=round(shares["tag"], 2),
        heads=round(shares["head"], 2),
        relations=round(shares["relation"], 2),
    )


class Counts:
    """Hits, and how many there are on both sides; `f1` in per cent."""

    def __init__(self) -> None:
        self.hits = self.gold = self.found = 0

    def add(self, gold: Set[tuple[int, ...]], found: Set[tuple[int, ...]]) -> None:
        """Count one document."""
        self.hits += len(gold & found)
        self.gold += len(gold)
        self.found += len(found)

    @property
    def f1(self) -> float:
        """F1 in per cent, 0 where there is nothing."""
        return round(200 * self.hits / max(self.gold + self.found, 1), 2)


def count_events(counts: Counts, scores: dict[str, Tensor], one: Example) -> None:
    """Add the events of a document: tokens of cores whose score is above 0."""
    found = (scores["event"] > 0).numpy() & one.labels.in_core
    gold = one.labels.event == 1
    counts.add(set(zip(*gold.nonzero(), strict=True)), set(zip(*found.nonzero(), strict=True)))


def found_spans(
    scores: dict[str, Tensor], one: Example, least: float = 0.0
) -> set[tuple[int, ...]]:
    """Spans as first token, last token and type, counted in the passage."""
    logits = scores["span"].float()
    found: set[tuple[int, ...]] = set()
    for row, window in enumerate(one.batch.windows):
        inside = window.core_inside
        paragraph = one.labels.paragraph[row]
        for kind, first, last in (logits[row] > least).nonzero().tolist():
            # Of longer spans, and of those over paragraphs, nothing is learnt, so nothing is asked.
            fits = first <= last < first + WIDEST and paragraph[first] == paragraph[last]
            if inside.start <= first < inside.stop and last < window.tokens and fits:
                shift = window.seen.start
                found.add((first + shift, last + shift, kind))
    return {span for span in found if span[2] != ITEM}


def count_spans(
    entities: Counts, mentions: Counts, scores: dict[str, Tensor], passage: Passage, one: Example
) -> None:
    """Add the spans of a document, with and without pronouns."""
    rows = TokenRows(document(passage))
    found = found_spans(scores, one)
    gold = {
        (*rows.of(mention.start, mention.end), ENTITY_TYPES.index(mention.type))
        for mention in passage.mentions or ()
    }
    mentions.add(gold, found)
    named = {
        (*rows.of(entity.start, entity.end), ENTITY_TYPES.index(entity.type))
        for entity in passage.entities or ()
    }
    pronouns = {
        rows.of(mention.start, mention.end)
        for mention in passage.mentions or ()
        if mention.form == "pronominal"
    }
    entities.add(named, {span for span in found if span[:2] not in pronouns})


def _count_grammar(grammar: dict[str, list[int]], scores: dict[str, Tensor], one: Example) -> None:
    padding = torch.as_tensor(one.labels.paragraph < 0)
    arcs = scores["arc"].float().masked_fill(padding[:, None, :], -1e4)
    answers = {"tag": scores["tag"], "head": arcs, "relation": scores["relation"]}
    for name, logits in answers.items():
        gold = torch.as_tensor(getattr(one.labels, name))
        known = gold >= 0
        grammar[name][0] += int((logits.argmax(-1)[known] == gold[known]).sum())
        grammar[name][1] += int(known.sum())


def coreference(
    network: Network, scores: dict[str, Tensor], passage: Passage, one: Example
) -> CoreferenceScore:
    """Gold mentions, each joined to the antecedent with the highest score above 0."""
    pairs = one.pairs.coreference
    if pairs is None or passage.mentions is None:
        return CoreferenceScore()
    spans = torch.as_tensor(one.pairs.mentions)
    states, salience = token_rows(one, scores["states"]), token_rows(one, scores["salience"])
    vectors = network.mentions(*span_states(states, salience, spans[:, 0], spans[:, 1]))
    left, right = torch.as_tensor(pairs.left), torch.as_tensor(pairs.right)
    features = torch.as_tensor(pairs.features)
    answers = network.coreference(vectors, vectors, left, right, features).squeeze(-1)
    best: dict[int, tuple[float, int]] = {}
    for value, one_, other in zip(answers.tolist(), left.tolist(), right.tolist(), strict=True):
        if value > 0:
            best[other] = max(best.get(other, (0.0, -1)), (value, one_))
    cluster = list(range(len(spans)))
    for row in range(len(cluster)):
        if row in best:
            cluster[row] = cluster[best[row][1]]
    ordered = sorted(passage.mentions, key=lambda mention: (mention.start, -mention.end))
    return score(_partition([mention.chain for mention in ordered]), _partition(cluster))


def _partition(names: Sequence[object]) -> list[frozenset[int]]:
    groups: dict[object, set[int]] = {}
    for row, name in enumerate(names):
        groups.setdefault(name, set()).add(row)
    return [frozenset(group) for group in groups.values()]
