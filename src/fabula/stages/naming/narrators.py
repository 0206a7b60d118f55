"""Who says “I” in the narration, or is “you” to it."""

from collections import Counter
from collections.abc import Sequence

from msgspec import structs

from fabula.lexicon.pronouns import PRONOUNS, YOU, Agreement
from fabula.stages.naming.name_evidence import NameEvidence
from fabula.stages.naming.person_names import parse_name
from fabula.stages.telling.person import PronounCounts, person_of
from fabula.story import Entity, EntityId, Person, Story

NARRATOR = "the narrator"

LEAST_CALLED = 3
"""A name by which others call the narrator is called at least this often …"""

CALLED_SHARE = 0.03
"""… and this part of all that anyone is called by name: three calls are few in a whole novel, …"""

NARRATED_SHARE = 0.25
"""… and hardly stands in the narration, where it is “I”: at most this part of its uses."""


def narration_person(story: Story) -> Person | None:
    """The grammatical person of the narration: first, second, third; None for too little of it.

    Only what is told counts; inside quotations everyone says “I”.
    """
    counts: Counter[str] = Counter()
    for mention in story.mentions:
        if mention.form == "pronominal" and mention.quotation_id is None:
            form = story.document[mention].lower()
            counts[PRONOUNS[form].agreement] += 1
    quoted = sum(part.end - part.start for q in story.quotations for part in q.parts)
    words = max(len(story.document.text) - quoted, 0) // 6
    return person_of(
        PronounCounts(
            words=words,
            first=counts["I"],
            first_plural=counts["we"],
            second=counts["you"],
            third=counts["he"] + counts["she"] + counts["they"],
        )
    )


def find_narrator(
    story: Story, evidence: NameEvidence, found: Sequence[tuple[int, Entity]]
) -> list[tuple[int, Entity]]:
    """The cast with its narrator, or with the “you” of whom the story tells.

    Finds:
        In first-person stories, the name by which people call someone whom the narration hardly
        ever names. In second-person stories, an unnamed “you”, who does not narrate.
    Why it holds:
        A narrator is “I” to themselves and has a name only in the mouths of others.
    Misses:
        Narrators who change by chapter; one who is never called by name stays unnamed.

    Example:
        “Come, Brook!” three times, and never “Brook ran”: Brook tells the story.
    """
    person = narration_person(story)
    if person == "second":
        you = Entity(id=EntityId("e0"), name=YOU, named=False)
        return [(_first_pronoun(story, "you"), you), *found]
    if person != "first":
        return list(found)
    called: Counter[str] = Counter()
    narrated: Counter[str] = Counter()
    for use in evidence.uses:
        called[use.name.key] += use.called
        narrated[use.name.key] += use.narrated
    scores = [_narrator_score(entity, called, narrated) for _, entity in found]
    best = max(range(len(found)), key=lambda index: scores[index], default=-1)
    if best >= 0 and scores[best] >= max(LEAST_CALLED, CALLED_SHARE * called.total()):
        first, entity = found[best]
        chosen = (first, structs.replace(entity, narrator=True))
        return [*found[:best], chosen, *found[best + 1 :]]
    narrator = Entity(id=EntityId("e0"), name=NARRATOR, named=False, narrator=True)
    return [(_first_pronoun(story, "I"), narrator), *found]


def _narrator_score(entity: Entity, called: Counter[str], narrated: Counter[str]) -> int:
    if not entity.named or entity.kind != "person":
        return 0
    names = [entity.name, *(alias.name for alias in entity.aliases)]
    keys = {parse_name(name).key for name in names}
    calls, tells = sum(called[key] for key in keys), sum(narrated[key] for key in keys)
    return calls if tells <= NARRATED_SHARE * (calls + tells) else 0


def _first_pronoun(story: Story, agreement: Agreement) -> int:
    narrated = (
        mention
        for mention in story.mentions
        if mention.form == "pronominal" and mention.quotation_id is None
    )
    return next(
        (m.start for m in narrated if PRONOUNS[story.document[m].lower()].agreement == agreement),
        0,
    )
