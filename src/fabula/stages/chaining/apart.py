"""Whom a mention cannot mean, whatever the pair scores say: her brother is not she."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from fabula.encoder.pair_features import MentionTable
from fabula.lexicon.roles import person_noun
from fabula.stages.naming.grown_ups import CHILDREN, is_grown_up
from fabula.story import Mention, Story

_INDEFINITE = frozenset("a an another".split())
_NOBODY: frozenset[int] = frozenset()


class Apart(Struct, frozen=True):
    """What keeps mentions apart, by row.

    `members` has the rows of the cast that a mention cannot mean, `rows` the other mention that
    it cannot share a chain with. The rows `introduced` are of people whom the story brings in
    there: “a woman” is nobody of the cast who was told of before.
    """

    members: Mapping[int, frozenset[int]] = {}
    rows: Mapping[int, int] = {}
    introduced: frozenset[int] = frozenset()


def kept_apart(story: Story, table: MentionTable) -> Apart:
    """What the words of the descriptions themselves rule out.

    Finds:
        Nouns for men and for women, with members of the cast who are of the other sex; nouns for
        children with those who have an adult's title; and “her brother”, “Ada's aunt” with the
        one whose they are.
    Why it holds:
        The nouns mean it, and nobody is their own brother.
    Misses:
        Disguises: “the lad” who is Mirela in her brother's coat.

    Example:
        In “Ines ran. Her brother laughed.” the brother is not Ines.
    """
    sexes: defaultdict[str, set[int]] = defaultdict(set)
    grown_up: set[int] = set()
    for number, entity in enumerate(story.cast):
        if entity.kind != "person":
            continue
        sexes[entity.pronouns or ""].add(number)
        if is_grown_up(entity):
            grown_up.add(number)
    barred = {"he": frozenset(sexes["she"]), "she": frozenset(sexes["he"])}
    barred_children = {key: frozenset(each | grown_up) for key, each in barred.items()}
    members: dict[int, frozenset[int]] = {}
    rows: dict[int, int] = {}
    for row, mention in enumerate(story.mentions):
        if mention.type != "PER" or mention.form != "nominal":
            continue
        noun = story.document[mention.head].lower()
        sex = person_noun(noun) or ""
        child = noun in CHILDREN
        found = (barred_children if child else barred).get(sex, grown_up if child else _NOBODY)
        owner = _owner(story.mentions, row)
        if owner is not None:
            rows[row], rows[owner] = owner, row
            linked = int(table.entity[owner])
            found = found | {linked} if linked >= 0 else found
        if found:
            members[row] = frozenset(found)
    return Apart(members, rows, _introduced(story))


def _introduced(story: Story) -> frozenset[int]:
    """The rows of mentions that bring somebody in: “a woman”, “another sailor”."""
    return frozenset(
        row
        for row, mention in enumerate(story.mentions)
        if mention.type == "PER"
        and mention.form == "nominal"
        and story.document[mention].partition(" ")[0].lower() in _INDEFINITE
    )


def _owner(mentions: Sequence[Mention], row: int) -> int | None:
    """The mention that opens this one: “her” of “her brother”; None if it goes on behind the noun.

    A name in apposition, as in “Doctor Brook”, opens no description.
    """
    mention = mentions[row]
    for inner in range(row + 1, min(row + 3, len(mentions))):
        other = mentions[inner]
        if other.start != mention.start:
            return None
        if other.end < mention.head.start:
            return inner if other.type == "PER" else None
    return None
