"""Which pronouns a story uses of whom, where the cast does not say."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from fabula.labels import Pronouns
from fabula.lexicon.given_names import UsualPronoun, pronoun_by_ending, usual_pronoun
from fabula.lexicon.kinship import KIN
from fabula.lexicon.pronouns import GENDERED_FORMS
from fabula.story import Entity, EntityId, Story

LEAST_PRONOUNS = 3
"""Fewer pronouns than this may all be slips of who is meant."""

LEAST_SHARE = 0.8
"""How many of them have to be the same: some are always put down to the wrong person."""


def pronouns_told(story: Story) -> Mapping[EntityId, Pronouns | None]:
    """“he” or “she” for everybody of whom the cast, a word of kin, pronouns or a name say so.

    Somebody of whom a story tells “He ran. It was his hat.” is “he” from the third such word on,
    if four in five agree.
    """
    counted: defaultdict[EntityId, Counter[str]] = defaultdict(Counter)
    mentions = {mention.id: mention for mention in story.mentions}
    for chain in story.chains:
        if chain.entity_id is None:
            continue
        for mention_id in chain.mention_ids:
            mention = mentions[mention_id]
            if mention.form == "pronominal" and mention.quotation_id is None:
                pronoun = GENDERED_FORMS.get(story.document[mention].lower())
                if pronoun is not None:
                    counted[chain.entity_id][pronoun] += 1
    return {
        entity.id: _of_kin(entity) or entity.pronouns or _told(entity, counted[entity.id])
        for entity in story.cast
    }


def _of_kin(entity: Entity) -> Pronouns | None:
    """“he” of somebody who is only called Dad."""
    pronoun = KIN.get(entity.name.split(maxsplit=1)[0].lower())
    return None if pronoun == "any" else pronoun


def _told(entity: Entity, counts: Counter[str]) -> Pronouns | None:
    """What most pronouns say, if the name does not speak against it; else what the name says."""
    name = entity.name.split(maxsplit=1)[0]
    listed = _plain(usual_pronoun(name)) if entity.named else None
    usual = listed or (_plain(pronoun_by_ending(name)) if entity.named else None)
    total = counts.total()
    for pronoun in _BOTH:
        if total >= LEAST_PRONOUNS and counts[pronoun] >= LEAST_SHARE * total:
            return pronoun if usual in {None, pronoun} else None
    return listed


def _plain(pronoun: UsualPronoun | None) -> Pronouns | None:
    return None if pronoun == "any" else pronoun


_BOTH: tuple[Pronouns, Pronouns] = ("he", "she")
