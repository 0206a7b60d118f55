"""Who says “I” in the narration, or is “you” to it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import structs

from fabula.lexicon.pronouns import PRONOUNS, YOU, Agreement
from fabula.stages.naming.casting import Found
from fabula.stages.naming.name_evidence import NameEvidence, NameUse
from fabula.stages.naming.person_names import parse_name
from fabula.stages.telling.person import PronounCounts, person_of
from fabula.story import Entity, EntityId, Person, Story

NARRATOR = "the narrator"

LEAST_CALLED = 3
"""A name by which others call the narrator is called at least this often …"""

CALLED_SHARE = 0.06
"""… and this part of all that anyone is called by name: three calls are few in a whole novel, …"""

CALLED_OVER = 0.1
"""… over this part of the story at least: who is called in one scene only is somebody in it; …"""

NARRATED_SHARE = 0.25
"""… and hardly stands in the narration, where it is “I”: at most this part of its uses."""


def narration_person(story: Story) -> Person | None:
    """The grammatical person of the narration: first, second, third; None for too little of it.

    Only what is told counts; inside quotations everyone says “I”.
    """
    counts: Counter[str] = Counter()
    for mention in story.mentions:
        if mention.form == "pronominal" and mention.quotation_id is None:
            known = PRONOUNS.get(story.document[mention].lower())
            if known is not None:
                counts[known.agreement] += 1
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


def find_narrator(story: Story, evidence: NameEvidence, everyone: Sequence[Found]) -> list[Found]:
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
        return [Found(_first_pronoun(story, "you"), you), *everyone]
    if person != "first":
        return list(everyone)
    uses = {use.name.key: use for use in evidence.uses}
    reach = CALLED_OVER * len(story.document.text)
    scores = [_narrator_score(found.entity, uses, reach) for found in everyone]
    calls = sum(use.called for use in evidence.uses)
    best = max(range(len(everyone)), key=lambda index: scores[index], default=-1)
    if best >= 0 and scores[best] >= max(LEAST_CALLED, CALLED_SHARE * calls):
        first, entity = everyone[best].first, everyone[best].entity
        chosen = Found(first, structs.replace(entity, narrator=True))
        return [*everyone[:best], chosen, *everyone[best + 1 :]]
    narrator = Entity(id=EntityId("e0"), name=NARRATOR, named=False, narrator=True)
    return [Found(_first_pronoun(story, "I"), narrator), *everyone]


def _narrator_score(entity: Entity, uses: Mapping[str, NameUse], reach: float) -> int:
    """How often the entity is called by name; 0 for one who cannot be the narrator."""
    if not entity.named or entity.kind != "person":
        return 0
    keys = {parse_name(name).key for name in (entity.name, *(a.name for a in entity.aliases))}
    own = [uses[key] for key in keys if key in uses]
    calls, tells = sum(use.called for use in own), sum(use.narrated for use in own)
    if max((use.called_over for use in own), default=0) < reach:
        return 0
    return calls if tells <= NARRATED_SHARE * (calls + tells) else 0


def _first_pronoun(story: Story, agreement: Agreement) -> int:
    narrated = (
        mention
        for mention in story.mentions
        if mention.form == "pronominal" and mention.quotation_id is None
    )
    for mention in narrated:
        known = PRONOUNS.get(story.document[mention].lower())
        if known is not None and known.agreement == agreement:
            return mention.start
    return 0
