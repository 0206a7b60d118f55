"""People without a name who matter: the ferryman, a woman in a doorway, the twins."""

from collections import defaultdict
from collections.abc import Iterator

from fabula.lexicon.roles import person_noun, plural_person_noun
from fabula.story import Entity, EntityId, Mention, Pronouns, Story

LEAST_TOLD = 3
"""“the porter” three times in the narration is somebody; once or twice he opens a door."""

ANAPHORIC = frozenset(
    """
    man woman girl boy lady gentleman fellow person child one lad youth chap guy figure other
    friend companion people men women girls boys ladies gentlemen children friends creature
    stranger others fellows human humans male female males females kid kids dear darling
    husband wife father mother brother sister son daughter parents brothers sisters sons cousin
    uncle aunt daughters couple family company party crowd
    """.split()
)
"""Nouns that mostly point back at someone with a name: no role of their own."""


def find_unnamed(story: Story) -> Iterator[tuple[int, Entity]]:
    """Roles that the narration comes back to, with the offset of the first mention."""
    told: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in story.mentions:
        if mention.form != "nominal" or mention.quotation_id is not None:
            continue
        phrase = " ".join(story.document[mention].lower().split())
        noun = story.document[mention.head].lower()
        if phrase.startswith("the ") and noun not in ANAPHORIC:
            told[noun].append(mention)
    for noun, mentions in told.items():
        if len(mentions) >= LEAST_TOLD:
            yield mentions[0].start, _entity(noun)


def _entity(noun: str) -> Entity:
    single = person_noun(noun)
    plural = single is None and plural_person_noun(noun) is not None
    pronouns: Pronouns | None = "they" if plural else None
    if single == "he" or single == "she":
        pronouns = single
    return Entity(
        id=EntityId("e0"),
        name=f"the {noun}",
        kind="group" if plural else "person",
        pronouns=pronouns,
        named=False,
    )
