"""Who is meant by the words of a story, by the row of each word."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from fabula.stages.token_rows import TokenRows
from fabula.story import (
    Attribution,
    Chain,
    Entity,
    EntityId,
    Mention,
    MentionId,
    Quotation,
    Story,
)
from fabula.text import covering

CHAINED = 0.6
"""Trust in a mention that only its chain says something of; the rules left it open."""

NAMED = 0.95
ONE_SPOKEN_TO = 0.6
"""Less trust in “you” than its link has: who is spoken to is itself a guess, and a claim has to be
right nine times in ten. Two passages that agree make up for it."""

FIRST = frozenset("i me my mine myself we us our ours".split())

_BOTH = frozenset({"he", "she"})
_GENDERED = {
    **dict.fromkeys("he him his himself".split(), "he"),
    **dict.fromkeys("she her hers herself".split(), "she"),
}


class Meant(Struct, frozen=True):
    """A member of the cast, and how sure it is that a word means them."""

    entity_id: EntityId
    confidence: float


class People:
    """The cast as the words of a story point at it."""

    def __init__(self, story: Story, rows: TokenRows) -> None:
        self.story, self.rows = story, rows
        self.cast: Mapping[EntityId, Entity] = {entity.id: entity for entity in story.cast}
        self._chains: Mapping[MentionId, Chain] = {
            mention_id: chain for chain in story.chains for mention_id in chain.mention_ids
        }
        self._links = {link.mention_id: link for link in (*story.links, *story.speech_links)}
        self._by_row: defaultdict[int, list[Mention]] = defaultdict(list)
        heads = rows.rows_of([mention.head for mention in story.mentions]).tolist()
        for row, mention in zip(heads, story.mentions, strict=True):
            self._by_row[row].append(mention)
        outer = [(p, q) for q in story.quotations if q.within is None for p in q.parts]
        self._quotation_of = dict(outer)
        self._parts = tuple(sorted(self._quotation_of))
        self._attributions = {each.quotation_id: each for each in story.attributions}
        self._eyes = {each.scene_id: each for each in story.viewpoints}
        self._bearers: defaultdict[str, list[EntityId]] = defaultdict(list)
        for entity in story.cast:
            for name in dict.fromkeys(entity.names) if entity.named else ():
                self._bearers[name].append(entity.id)
        narrators = [entity.id for entity in story.cast if entity.narrator]
        self._narrator = narrators[0] if len(narrators) == 1 else None

    def mentions_at(self, row: int) -> list[Mention]:
        """The mentions with their head at this row, in text order."""
        return self._by_row.get(row, [])

    def reason(self, mention: Mention) -> str | None:
        """The rule by which the mention was linked, if one did."""
        link = self._links.get(mention.id)
        return link.reason if link else None

    def meant(self, mention: Mention) -> Meant | None:
        """Whom a mention means by its chain; where a rule says somebody else, nobody."""
        entity_id = self._chains[mention.id].entity_id
        link = self._links.get(mention.id)
        if entity_id is None:
            return None if link is None else Meant(link.entity_id, link.confidence * CHAINED)
        if link is None:
            return Meant(entity_id, NAMED if mention.form == "proper" else CHAINED)
        if link.entity_id != entity_id:
            return None
        doubt = ONE_SPOKEN_TO if link.reason == "the one spoken to" else 1.0
        return Meant(entity_id, doubt * link.confidence)

    def is_introduced_by(self, mention: Mention) -> bool:
        """Whether the chain of the mention begins with it: “her nephew” before any name."""
        return self._chains[mention.id].mention_ids[0] == mention.id

    def at(self, row: int) -> Meant | None:
        """Whom the word at this row means; of mentions with one head the shortest counts."""
        found = sorted(self.mentions_at(row), key=lambda mention: mention.end - mention.start)
        for mention in found:
            meant = self.meant(mention)
            if meant is not None and self.may_be(meant.entity_id, _GENDERED.get(self.word(row))):
                return meant
        return self.voice(row) if self.word(row) in FIRST else None

    def may_be(self, entity_id: EntityId, pronoun: str | None) -> bool:
        """Whether somebody may be “he” or “she”: nobody may whom the text calls the other."""
        known = self.cast[entity_id].pronouns
        return pronoun not in _BOTH or known not in _BOTH or pronoun == known

    def named_at(self, row: int) -> Meant | None:
        """Whom the name that ends at this row means, by its chain, else by the name alone."""
        for mention in self.mentions_at(row):
            if mention.form == "proper" and mention.type == "PER":
                meant = self.meant(mention)
                if meant is not None:
                    return meant
        bearers = self._bearers.get(self.rows.text(self.rows.span(row, row)), [])
        return Meant(bearers[0], NAMED) if len(bearers) == 1 else None

    def is_possessive(self, row: int) -> bool:
        """Whether the word is an owner's: “Tom’s”."""
        return len(self.rows.span(row, row)) < int(self.rows.ends[row] - self.rows.starts[row])

    def word(self, row: int) -> str:
        """The word at this row in lower case, without what it carries: “tom” of “Tom’s”."""
        return self.rows.text(self.rows.span(row, row)).lower()

    def spoken_in(self, row: int) -> Quotation | None:
        """The quotation in which the word at this row stands; an outer one, if one quotes another.

        Of “No,” said Emma, “not to Bath.” the words “said Emma” are in none.
        """
        part = covering(self._parts, int(self.rows.starts[row]))
        return None if part is None else self._quotation_of[part]

    def attribution(self, quotation: Quotation) -> Attribution | None:
        """Who says a quotation, and to whom."""
        return self._attributions.get(quotation.id)

    def voice(self, row: int) -> Meant | None:
        """Whose words these are: the speaker's or writer's, else the narrator's."""
        quotation = self.spoken_in(row)
        if quotation is None:
            return None if self._narrator is None else Meant(self._narrator, NAMED)
        said = self.attribution(quotation)
        if said is None or said.speaker_id is None:
            return None
        return Meant(said.speaker_id, said.confidence)

    def mind(self, row: int) -> Meant | None:
        """By whose mind people are called here: the speaker's, the narrator's, the focalizer's."""
        voice = self.voice(row)
        if voice is not None or self.spoken_in(row) is not None:
            return voice
        scene = covering(self.story.scenes, int(self.rows.starts[row]))
        seen = self._eyes.get(scene.id) if scene else None
        if seen is None or seen.focalizer_id is None:
            return None
        return Meant(seen.focalizer_id, seen.confidence)
