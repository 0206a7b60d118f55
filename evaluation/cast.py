"""Who is who: the names of whole novels gathered into people, with no list given.

    python -m evaluation.cast --data FOLDER
    python -m evaluation.cast --data FOLDER --novels TheSunAlsoRises --errors

The Project Dialogism Novel Corpus lists the characters of each novel with their aliases. Only
aliases that the text uses as names count, and only those that belong to one character. A
character with `--least` uses or more is *found* if an entity bears one of its aliases, *split* if
several do, and *merged* if its entity bears another such character's alias too. The pairs of
aliases that share an entity are compared with the pairs that share a character: precision and
recall. Entities with a name that is no character's, and as many uses, are *others*: junk, or
people outside every dialogue, whom the corpus does not list. The corpus is used for measuring
only.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from evaluation import encoding, pdnc
from evaluation.figures import ending_in_one_line, percent
from fabula.story import Entity, EntityId, Story

LEAST_USES = 5


class Bearing(Struct, frozen=True):
    """A name of the gold list: whose it is, which entity bears it here, how often it is used."""

    name: str
    character: str
    entity_id: EntityId | None
    uses: int


class CastScore(Struct, frozen=True, kw_only=True):
    """The figures of one novel; the tuples name those whom they count."""

    characters: int
    found: int
    missed: tuple[str, ...]
    split: tuple[str, ...]
    merged: tuple[str, ...]
    shared_pairs: int
    predicted_pairs: int
    gold_pairs: int
    others: tuple[str, ...]


def bearings(novel: pdnc.PdncNovel, story: Story) -> list[Bearing]:
    """The gold names that the text uses as names, with the entity that most uses are linked to."""
    owners = pdnc.owners(novel)
    entities: dict[str, Counter[EntityId]] = defaultdict(Counter)
    uses: Counter[str] = Counter()
    linked = {link.mention_id: link.entity_id for link in story.links}
    for mention in story.mentions:
        name = pdnc.folded(story.document[mention])
        if mention.form == "proper" and len(owners.get(name, ())) == 1:
            uses[name] += 1
            if mention.id in linked:
                entities[name][linked[mention.id]] += 1
    return [
        Bearing(
            name=name,
            character=next(iter(owners[name])),
            entity_id=entities[name].most_common(1)[0][0] if entities[name] else None,
            uses=count,
        )
        for name, count in sorted(uses.items())
    ]


def score(novel: pdnc.PdncNovel, story: Story, least: int = LEAST_USES) -> CastScore:
    """Compare the cast with the novel's character list."""
    borne = bearings(novel, story)
    by_character: dict[str, list[Bearing]] = defaultdict(list)
    for bearing in borne:
        by_character[bearing.character].append(bearing)
    counted = {
        character: names
        for character, names in by_character.items()
        if sum(name.uses for name in names) >= least
    }
    entities = {name: {b.entity_id for b in borne} - {None} for name, borne in counted.items()}
    holders: Counter[EntityId] = Counter(e for ids in entities.values() for e in ids if e)
    return CastScore(
        characters=len(counted),
        found=sum(bool(ids) for ids in entities.values()),
        missed=tuple(name for name, ids in entities.items() if not ids),
        split=tuple(name for name, ids in entities.items() if len(ids) > 1),
        merged=tuple(
            name for name, ids in entities.items() if any(e and holders[e] > 1 for e in ids)
        ),
        others=_others(story, {b.entity_id for b in borne if b.entity_id}, least),
        **_pairs(borne),
    )


def _pairs(borne: Sequence[Bearing]) -> Mapping[str, int]:
    counts = {"shared_pairs": 0, "predicted_pairs": 0, "gold_pairs": 0}
    for one, other in combinations(borne, 2):
        predicted = one.entity_id is not None and one.entity_id == other.entity_id
        gold = one.character == other.character
        counts["predicted_pairs"] += predicted
        counts["gold_pairs"] += gold
        counts["shared_pairs"] += predicted and gold
    return counts


def _others(story: Story, known: set[EntityId], least: int) -> tuple[str, ...]:
    uses = Counter(link.entity_id for link in story.links)
    return tuple(
        f"{entity.name} ({uses[entity.id]})"
        for entity in story.cast
        if entity.named and entity.id not in known and uses[entity.id] >= least
    )


def report(title: str, figures: CastScore, *, errors: bool) -> None:
    """Print one novel's figures, with names if errors are asked for."""
    precision = percent(figures.shared_pairs, figures.predicted_pairs)
    recall = percent(figures.shared_pairs, figures.gold_pairs)
    print(
        f"{title:<24} found {figures.found}/{figures.characters}, split {len(figures.split)}, "
        f"merged {len(figures.merged)}, alias pairs P {precision:.1f} R {recall:.1f}, "
        f"others {len(figures.others)}"
    )
    if errors:
        for kind in ("missed", "split", "merged", "others"):
            print(f"    {kind}: {'; '.join(getattr(figures, kind))}")


def show_entities(story: Story, names: Sequence[Bearing]) -> None:
    """Print how the gold names lie in the cast."""
    by_entity: dict[EntityId | None, list[Bearing]] = defaultdict(list)
    for bearing in names:
        by_entity[bearing.entity_id].append(bearing)
    cast: dict[EntityId | None, Entity] = {entity.id: entity for entity in story.cast}
    for entity_id, borne in by_entity.items():
        shown = cast[entity_id].name if entity_id in cast else "nobody"
        print(f"      {shown}: {'; '.join(f'{b.name} {b.uses} = {b.character}' for b in borne)}")


@ending_in_one_line()
def main(arguments: Sequence[str] | None = None) -> None:
    """Read the novels and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    encoding.rules_only_argument(parser)
    parser.add_argument("--novels", nargs="+", default=pdnc.DEVELOPMENT, metavar="NAME")
    parser.add_argument("--least", type=int, default=LEAST_USES, metavar="N")
    parser.add_argument("--errors", action="store_true", help="name the characters")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=options.rules_only)
    totals: Counter[str] = Counter()
    for novel in pdnc.load(options.data, options.novels):
        story = pdnc.read(novel, encoder, until="links")
        figures = score(novel, story, options.least)
        report(novel.name, figures, errors=options.errors)
        if options.errors:
            show_entities(story, bearings(novel, story))
        for field in figures.__struct_fields__:
            value = getattr(figures, field)
            totals[field] += value if isinstance(value, int) else len(value)
    print(
        f"All: found {totals['found']}/{totals['characters']}, split {totals['split']}, "
        f"merged {totals['merged']}, others {totals['others']}, alias pairs "
        f"P {percent(totals['shared_pairs'], totals['predicted_pairs']):.1f} "
        f"R {percent(totals['shared_pairs'], totals['gold_pairs']):.1f}"
    )


if __name__ == "__main__":
    main()
