"""Whom names and mentions mean: by the rules that joined them, by their chains, by their titles."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import attrgetter

from msgspec import Struct

from fabula.lexicon.kinship import KIN
from fabula.lexicon.titles import TITLES
from fabula.lexicon.trades import RANKS, TRADES
from fabula.stages.relating.genders import pronouns_told
from fabula.stages.relating.kinds import KIND_OF_NOUN
from fabula.stages.relating.wording import Wording
from fabula.stages.token_rows import TokenRows
from fabula.story import Chain, Entity, EntityId, Mention, MentionId, Story
from fabula.text import Span

CHAINED = 0.6
"""Trust in a mention that only its chain says something of; the rules left it open."""

NAMED = 0.95
ONE_SPOKEN_TO = 0.6
"""Less trust in “you” than its link has: who is spoken to is itself a guess, and a claim has to be
right nine times in ten. Two passages that agree make up for it."""

ONE_SO_MANY = 0.8
"""“his two sons”, where the story has one group of two."""

WRITTEN_TO = 0.75
"""“you” in a letter, which opens with whom it is to."""

SECOND = frozenset("you your yours yourself".split())
_BOTH = frozenset({"he", "she"})
_OF_GRANDPARENTS = frozenset({"grandparent", "grandchild"})
_EXPLAINING = frozenset({"apposition", "copula"})


class Meant(Struct, frozen=True):
    """A member of the cast, and how sure it is that a word means them."""

    entity_id: EntityId
    confidence: float


class Members(Wording):
    """The cast as names and mentions point at it, whoever speaks."""

    def __init__(self, story: Story, rows: TokenRows) -> None:
        """The members of this story's cast; `rows` are those of its tokens."""
        super().__init__(story, rows)
        self.cast: Mapping[EntityId, Entity] = {entity.id: entity for entity in story.cast}
        self.pronouns = pronouns_told(story)
        self._pets = {
            state.who_id
            for state in story.states
            if state.attribute == "species" and KIND_OF_NOUN.get(state.value) == "owned"
        }
        self._chains: Mapping[MentionId, Chain] = {
            mention_id: chain for chain in story.chains for mention_id in chain.mention_ids
        }
        self._links = {link.mention_id: link for link in (*story.links, *story.speech_links)}
        self._by_row: defaultdict[int, list[Mention]] = defaultdict(list)
        heads = rows.rows_of([mention.head for mention in story.mentions]).tolist()
        for row, mention in zip(heads, story.mentions, strict=True):
            self._by_row[row].append(mention)
        self._first_named = _first_named(story, self._chains)
        self._bearers: defaultdict[str, list[EntityId]] = defaultdict(list)
        for entity in story.cast:
            for name in dict.fromkeys(entity.names) if entity.named else ():
                self._bearers[name].append(entity.id)
        self._first_names = {
            name.lower().split(maxsplit=1)[0]
            for entity in story.cast
            for name in entity.names
            if entity.named and _has_surname(name)
        }
        self._explained = {
            (link.entity_id, story.document[mention.head].lower())
            for mention in story.mentions
            if (link := self._links.get(mention.id)) is not None
            and link.reason in _EXPLAINING
            # “He was the colonel's nephew” does not say that he was a colonel.
            and not story.document.text.startswith(("'s", "’s"), mention.head.end)
        }
        self._known_as: defaultdict[str, set[EntityId]] = defaultdict(set)
        for entity_id, said in self._explained:
            self._known_as[said].add(entity_id)
        self._tells_of_grandparents = any(
            KIND_OF_NOUN.get(word) in _OF_GRANDPARENTS for word in rows.words()
        )
        self._titled = {
            (entity.id, name.lower().split(maxsplit=1)[0])
            for entity in story.cast
            for name in entity.names
            if entity.named and _has_surname(name)
        }

    def mentions_at(self, row: int) -> list[Mention]:
        """The mentions with their head at this row, in text order."""
        return self._by_row.get(row, [])

    def mentions_of(self, entity_id: EntityId) -> Sequence[Mention]:
        """The mentions whose chain is that of somebody, in text order."""
        return [each for each in self.story.mentions if self.chained_to(each) == entity_id]

    def mentions_before(self, offset: int, reach: int) -> Sequence[Mention]:
        """The mentions of people that start in the `reach` characters before an offset."""
        if offset == 0:
            return ()
        found = begun_in(self.story.mentions, Span(max(offset - reach, 0), offset))
        return [mention for mention in found if mention.type == "PER"]

    def first_named(self, entity_id: EntityId) -> int:
        """Where somebody's name stands first; the end of the text for those without a name."""
        return self._first_named.get(entity_id, len(self.story.document.text))

    def reason(self, mention: Mention) -> str | None:
        """The rule by which the mention was linked, if one did."""
        link = self._links.get(mention.id)
        return link.reason if link else None

    def linked(self, mention: Mention) -> EntityId | None:
        """Whom a rule joined the mention to."""
        link = self._links.get(mention.id)
        return link.entity_id if link else None

    def meant(self, mention: Mention) -> Meant | None:
        """Whom a mention means by its chain; where a rule says somebody else, nobody."""
        entity_id = self._chains[mention.id].entity_id
        link = self._links.get(mention.id)
        if entity_id is None:
            return None if link is None else Meant(link.entity_id, link.confidence * CHAINED)
        if link is None:
            return Meant(entity_id, NAMED if mention.form == "proper" else self._chained(mention))
        if link.entity_id != entity_id:
            return None
        doubt = ONE_SPOKEN_TO if link.reason == "the one spoken to" else 1.0
        return Meant(entity_id, doubt * link.confidence)

    def _chained(self, mention: Mention) -> float:
        if self.story.document[mention].lower() not in SECOND:
            return CHAINED
        quotation = self._quoted_at(mention.start)
        written = quotation is not None and quotation.kind == "writing"
        return WRITTEN_TO if written else CHAINED

    def chained_to(self, mention: Mention) -> EntityId | None:
        """Who in the cast the chain of the mention is about, whatever the rules say."""
        return self._chains[mention.id].entity_id

    def is_in_italics(self, entity_id: EntityId) -> bool:
        """Whether a name is always set in italics, as those of ships are: “the *Heron*”."""
        named = [each.head for each in self.mentions_of(entity_id) if each.form == "proper"]
        marks = self.story.document.marks_of("emphasis")
        return bool(named) and all(
            any(mark.start <= each.start and each.end <= mark.end for mark in marks)
            for each in named
        )

    def is_introduced_by(self, mention: Mention) -> bool:
        """Whether the chain of the mention begins with it: “her nephew” before any name."""
        return self._chains[mention.id].mention_ids[0] == mention.id

    def may_be(self, entity_id: EntityId, pronoun: str | None) -> bool:
        """Whether somebody may be “he” or “she”: nobody may whom the text calls the other."""
        known = self.pronouns[entity_id]
        return pronoun not in _BOTH or known not in _BOTH or pronoun == known

    def is_human(self, entity_id: EntityId) -> bool:
        """Whether somebody is one person, and no cat or dog of whom the story says what it is."""
        return self.cast[entity_id].kind == "person" and entity_id not in self._pets

    def named_at(self, row: int) -> Meant | None:
        """Whom the name that ends at this row means, by its chain, else by the name alone."""
        for mention in self.mentions_at(row):
            if mention.form == "proper" and mention.type == "PER":
                meant = self.meant(mention)
                if meant is not None:
                    return meant
        bearers = self._bearers.get(self.rows.text(self.rows.span(row, row)), [])
        return Meant(bearers[0], NAMED) if len(bearers) == 1 else None

    def group_called(self, words: str) -> Meant | None:
        """The group of the cast with this name: “the two carters”."""
        for entity in self.story.cast:
            if entity.kind == "group" and words in {name.lower() for name in entity.names}:
                return Meant(entity.id, NAMED)
        return None

    def group_of(self, count: str) -> Meant | None:
        """The one group of the cast that has so many: “the two carters”, “the twins” of “two”."""
        counting = {count, "twins"} if count == "two" else {count}
        groups = [
            entity.id
            for entity in self.story.cast
            if entity.kind == "group" and not counting.isdisjoint(entity.name.lower().split())
        ]
        return Meant(groups[0], ONE_SO_MANY) if len(groups) == 1 else None

    def is_called_a(self, kind: str, gender: str) -> bool:
        """Whether somebody in the cast has a word of kin for a name, such as Mum or Aunt Jo."""
        return any(
            KIND_OF_NOUN.get(name.lower().split(maxsplit=1)[0]) == kind
            and gender in {"any", KIN.get(name.lower().split(maxsplit=1)[0], "any")}
            for entity in self.story.cast
            for name in entity.names
            if name.strip()
        )

    def is_known_as(self, entity_id: EntityId, noun: str) -> bool:
        """Whether the noun explains a name elsewhere, “the groom's mother, Ada Fell”, and no other.

        Where a story has several mothers the noun says nothing of which is meant.
        """
        return self._known_as.get(noun) == {entity_id}

    def is_first_name(self, word: str) -> bool:
        """Whether a word in small letters is a first name: “nan” of Nan Prentice.

        A Nan is somebody's grandmother only where the story speaks of grandmothers.
        """
        given_too = word == "nan" and not self._tells_of_grandparents
        return given_too or word in self._first_names

    def sole_bearer(self, noun: str) -> EntityId | None:
        """The one in the cast who has this title or is explained by this noun.

        “Sergeant Bello” for “sergeant”, “Imre, the engineer” for “engineer”.
        """
        if noun not in TRADES | RANKS and noun not in TITLES:
            return None  # a boss is hers whose boss he is, a sergeant everybody's
        told = {entity_id for entity_id, said in self._explained | self._titled if said == noun}
        return next(iter(told)) if len(told) == 1 else None


def _first_named(story: Story, chains: Mapping[MentionId, Chain]) -> Mapping[EntityId, int]:
    """Where the name of each stands first."""
    found: dict[EntityId, int] = {}
    for mention in story.mentions:
        entity_id = chains[mention.id].entity_id
        if mention.form == "proper" and entity_id is not None:
            found.setdefault(entity_id, mention.start)
    return found


def _has_surname(name: str) -> bool:
    """Whether another word of letters follows; of “Mama I” the pronoun got into the name."""
    _, *others = name.split()
    return any(len(word) > 1 for word in others)


def begun_in(mentions: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """The mentions that start in a span."""
    low = bisect_left(mentions, span.start, key=attrgetter("start"))
    high = bisect_left(mentions, span.end, key=attrgetter("start"))
    return mentions[low:high]
