"""Who and what of one draft is who and what of another."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from fabula.corrections.names import key_of
from fabula.story import Entity, EntityId, SceneId, Story
from fabula.text import covering, within

LEAST_SHARED = 0.3
"""Share of the sentences of the shorter scene that two drafts of one scene have in common."""

LEAST_SENTENCES = 0.5
"""Share of the sentences with somebody's name that are left when the name is changed."""

K = TypeVar("K")
L = TypeVar("L")


def people_between(old: Story, new: Story) -> Mapping[EntityId, EntityId]:
    """Everyone of the old draft who is in the new one.

    Finds:
        People shown by the same name, then those who stand in the same sentences under other
        names, then those with a name in common.
    Why it holds:
        A renamed person leaves the sentences around the name as they were.
    Misses:
        People renamed and rewritten at once; two who swap their names.

    Example:
        “Ines rowed home.” and “Inga rowed home.”: Ines is Inga.
    """
    pairs: dict[EntityId, EntityId] = {}
    _pair_by_name(old, new, pairs, _shown)
    left = [entity for entity in old.cast if entity.id not in pairs]
    right = [entity for entity in new.cast if entity.id not in set(pairs.values())]
    if left and right:
        shared = _shared(_surroundings(old, left), _surroundings(new, right))
        pairs |= _best_pairs(shared, LEAST_SENTENCES)
    _pair_by_name(old, new, pairs, _all_names)
    return pairs


def _shown(entity: Entity) -> Iterable[str]:
    return (entity.name,)


def _all_names(entity: Entity) -> Iterable[str]:
    return entity.names


def _pair_by_name(
    old: Story,
    new: Story,
    pairs: dict[EntityId, EntityId],
    names_of: Callable[[Entity], Iterable[str]],
) -> None:
    taken = set(pairs.values())
    bearers: dict[str, EntityId] = {}
    for entity in new.cast:
        if entity.id not in taken:
            for name in names_of(entity):
                bearers.setdefault(key_of(name), entity.id)
    for entity in old.cast:
        if entity.id in pairs:
            continue
        found = (bearers.get(key_of(name)) for name in names_of(entity))
        partner = next((each for each in found if each is not None and each not in taken), None)
        if partner is not None:
            pairs[entity.id] = partner
            taken.add(partner)


def scenes_between(old: Story, new: Story) -> Mapping[SceneId, SceneId]:
    """The scenes of the old draft that are in the new one, by the sentences they share."""
    return _best_pairs(_shared(_sentences(old), _sentences(new)), LEAST_SHARED)


def _sentences(story: Story) -> Mapping[SceneId, Sequence[str]]:
    return {
        scene.id: [
            key
            for sentence in within(story.document.sentences, scene.start, scene.end)
            if (key := _without_names(story.document[sentence]))
        ]
        for scene in story.scenes
    }


def _surroundings(story: Story, people: Sequence[Entity]) -> Mapping[EntityId, Sequence[str]]:
    """The sentences in which each of these people is named."""
    wanted = {entity.id for entity in people}
    owner = {
        mention_id: chain.entity_id
        for chain in story.chains
        if chain.entity_id in wanted
        for mention_id in chain.mention_ids
    }
    found: defaultdict[EntityId, list[str]] = defaultdict(list)
    for mention in story.mentions:
        who = owner.get(mention.id)
        sentence = covering(story.document.sentences, mention.start)
        if who is not None and mention.form == "proper" and sentence is not None:
            key = _without_names(story.document[sentence])
            if key:
                found[who].append(key)
    return found


_WORD = re.compile(r"[\w’']+")


def _without_names(sentence: str) -> str:
    """The words of a sentence in lower case without those that begin with a capital."""
    return " ".join(word for word in _WORD.findall(sentence) if not word[:1].isupper())


def _shared(
    old: Mapping[K, Sequence[str]], new: Mapping[L, Sequence[str]]
) -> Mapping[tuple[K, L], float]:
    """How much of the shorter one any two share that share anything, from 0 to 1."""
    holders: defaultdict[str, list[L]] = defaultdict(list)
    for other, sentences in new.items():
        for sentence in dict.fromkeys(sentences):
            holders[sentence].append(other)
    counts: Counter[tuple[K, L]] = Counter()
    for one, sentences in old.items():
        for sentence in dict.fromkeys(sentences):
            # A sentence that stands everywhere (“he said”) tells nothing and takes long.
            if len(holders[sentence]) <= _MOST_HOLDERS:
                counts.update((one, other) for other in holders[sentence])
    return {
        (one, other): count / max(min(len(set(old[one])), len(set(new[other]))), 1)
        for (one, other), count in counts.items()
    }


_MOST_HOLDERS = 20
"""Scenes, or people, that one sentence may stand beside and still tell them from others."""


def _best_pairs(shared: Mapping[tuple[K, L], float], least: float) -> dict[K, L]:
    """Pairs from the likest down, each of the two in one pair only."""
    pairs: dict[K, L] = {}
    taken = set[L]()
    for (one, other), share in sorted(shared.items(), key=lambda item: -item[1]):
        if share >= least and one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs
