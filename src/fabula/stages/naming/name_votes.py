"""One name, one type: what a story calls Ferrow is a town every time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from fabula.labels import EntityType
from fabula.stages.naming.found_mentions import FoundMention


def with_one_type(judged: Sequence[tuple[FoundMention, float]], text: str) -> list[FoundMention]:
    """The mentions, each name with the type that its uses in the story speak for most.

    `judged` are mentions with their probabilities.

    Finds:
        For each name as written the type with the greatest sum of probabilities.
    Why it holds:
        A writer gives one name to one person or place; the words around a single use may mislead.
    Misses:
        A ship or an inn named after a person; the rarer of the two takes the other's type.

    Example:
        Of “Ferrow” (GPE 0.9), “Ferrow” (GPE 0.8) and “Ferrow” (PER 0.6) all are GPE.
    """
    named = [(mention, weight) for mention, weight in judged if mention.form == "proper"]
    types = _types(named, text)
    return [
        structs.replace(mention, type=types[_shown(mention, text)])
        if mention.form == "proper"
        else mention
        for mention, _ in judged
    ]


def _types(named: Iterable[tuple[FoundMention, float]], text: str) -> Mapping[str, EntityType]:
    weights: defaultdict[tuple[str, EntityType], float] = defaultdict(float)
    for mention, weight in named:
        weights[_shown(mention, text), mention.type] += weight
    best: dict[str, EntityType] = {}
    for (name, kind), weight in weights.items():
        if name not in best or weight > weights[name, best[name]]:
            best[name] = kind
    return best


def _shown(mention: FoundMention, text: str) -> str:
    return " ".join(text[mention.span.start : mention.span.end].split())
