"""The words of the narration with their grammar, and the people and things that they name."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from itertools import accumulate
from operator import attrgetter

import numpy as np
from msgspec import Struct, structs

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS, Scores
from fabula.labels import Pronouns
from fabula.lexicon.pronouns import GENDERED_FORMS
from fabula.stages.clauses.doubts import Doubt
from fabula.stages.happening.dreams import Rows, Tokens, covered, dreams
from fabula.stages.happening.participants import Participants, grammar_of
from fabula.stages.kept import kept
from fabula.stages.token_rows import token_rows
from fabula.story import Chain, EntityId, Mention, Story
from fabula.text import Span, Spanned

NARRATION_READS = (
    "paratext",
    "chapters",
    "scenes",
    "quotations",
    "mentions",
    "cast",
    "links",
    "speech_links",
    "chains",
)
"""The layers that a narration is made of."""

CHAINED = 0.7
"""How sure a mention's person is where only the encoder joined it to the chain."""

LEAST_SURE = 0.75
"""A mention that is linked with less confidence says nothing about anybody."""

LEAST_LETTER = 500
"""Shorter writing is a message: who “he” is there, another message may have said."""

DOUBTED = 0.6
"""A pronoun behind the mention of somebody else whom it might mean is worth so much less."""

FAR = 0.75
"""A pronoun far from the last mention of its person is worth so much less."""

_THIRD = frozenset("he him his himself she her hers herself they them their".split())
_HERE = frozenset("i me my mine myself you your yours yourself".split())
_BODY_OF = frozenset("poss nmod".split())
_SUBJECTS = frozenset("nsubj nsubjpass".split())
_CLAUSE_MARKS = frozenset({";", ":"})


class Named(Struct, frozen=True):
    """Someone of the cast, named by the token at `row`, and how sure it is that they are meant."""

    entity_id: EntityId
    row: int
    sure: float


class Narration:
    """The tokens of a story with their words, relations, people and things, by row.

    Rows are those of `Scores`. `words` are in small letters with straight apostrophes. Only what
    the narrator tells counts as told: letters are the words of whoever writes them, so they do
    too; speech, thoughts and messages do not.
    """

    def __init__(self, story: Story, scores: Scores) -> None:
        """The narration of a story whose chains are known."""
        self.story = story
        self.rows = token_rows(story)
        self.words = [word.lower().replace("’", "'") for word in self.rows.words()]
        self.tags = [PARTS_OF_SPEECH[tag] for tag in scores.tags.tolist()]
        self.relations = [RELATIONS[relation] for relation in scores.relations.tolist()]
        self.heads: list[int] = scores.heads.tolist()
        self.happens: list[float] = scores.events.tolist()
        self._grammar = grammar_of(story, scores)
        # By relation too: a sentence without end may have thousands of words on one.
        self._hanging: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for row, head in enumerate(self.heads):
            if row != head:
                self._hanging[head][self.relations[row]].append(row)
        self._clause_marks = list(accumulate(word in _CLAUSE_MARKS for word in self.words))
        self.told = self._told()
        self.sentences = self._rows_of(story.document.sentences)
        self.paragraph_rows = frozenset(
            paragraph.low for paragraph in self._rows_of(story.document.paragraphs)
        )
        self.dreams = self._dreams()
        for row in covered(self.dreams):
            self.told[row] = False
        self.asked = self._asked()
        self.narrated = self._narrated_sentences()
        self.chains = _chains_by_mention(story)
        self.people = self._people()
        self.beings = self._beings()
        self.things = self._things()
        self.doubts: dict[int, Doubt | None] = {}  # what `facts.doubt_of` has found, by row

    def in_speech(self) -> "Narration":
        """The same words, but only what people say, think or write in quotations counts as told.

        “I” and “you” are those who speak and are spoken to. Whether it is true is another matter.
        """
        speech = copy(self)
        speech.told, speech.doubts = self._said(), {}
        return speech

    def sentence(self, row: int) -> Rows:
        """The sentence that holds the token."""
        return self.sentences[bisect_right(self.sentences, row, key=attrgetter("low")) - 1]

    def hanging(self, row: int, *relations: str) -> list[int]:
        """The tokens that stand in one of these relations to the token (any, if none is given)."""
        below = self._hanging.get(row)
        if below is None:
            return []
        if len(relations) == 1:
            return list(below.get(relations[0], ()))
        found = [child for each in relations or below if each in below for child in below[each]]
        found.sort()
        return found

    def parted(self, row: int, other: int) -> bool:
        """Whether a semicolon or a colon stands between the two tokens."""
        low, high = min(row, other), max(row, other)
        return self._clause_marks[high] > self._clause_marks[low]

    def behind(self, row: int, *prepositions: str) -> list[int]:
        """The nouns behind these prepositions of a word: “box” of “hid it in the box”."""
        return [
            noun
            for small in self.hanging(row, "prep", "dative", "agent")
            if self.words[small] in prepositions
            for noun in self.hanging(small, "pobj")
        ]

    def right_behind(self, verb: int) -> list[int]:
        """The noun whose owner stands right behind the verb: “wrists” of “bound his wrists”.

        It is the verb's object even where the grammar has made something else of it.
        """
        owner = verb + 1
        if owner >= len(self.words) or self.relations[owner] not in _BODY_OF:
            return []
        return [self.heads[owner]] if self.heads[owner] > owner else []

    def participants(self, row: int) -> Participants:
        """Rows of those who act in this word and those to whom it happens."""
        return self._grammar.participants(row)

    def person(self, row: int) -> Named | None:
        """Who is named by the token at this row: none for things, groups and unknown people."""
        return self.people.get(row)

    def owner(self, row: int) -> Named | None:
        """Whose the thing or part of the body at this row is: “her” of “her wrist”."""
        for child in self.hanging(row, *_BODY_OF):
            if child in self.people:
                return self.people[child]
        return None

    def agent(self, row: int) -> Named | None:
        """The one person who acts; None where there are more, or nobody of the cast."""
        return self._only(self.participants(row).agents)

    def patient(self, row: int) -> Named | None:
        """The one person to whom the word happens."""
        return self._only(self.participants(row).patients)

    def _only(self, rows: Iterable[int]) -> Named | None:
        found = [self.people.get(row) for row in self._once_each(rows)]
        same = len({named.entity_id if named else None for named in found}) == 1
        return found[-1] if same else None

    def _once_each(self, rows: Iterable[int]) -> list[int]:
        """The rows, less the first word of a name that the grammar has taken for two people."""
        given = set(rows)
        return [row for row in sorted(given) if row in self.people or row + 1 not in given]

    def subject(self, row: int) -> Named | None:
        """Of whom a form of “be” or “have” says something; the two may be one word (“he's”)."""
        if row in self.people and "'" in self.words[row]:
            return self.people[row]
        found = self.participants(row)
        who = self._only(found.agents or found.patients)
        if who is None and not (found.agents or found.patients):
            before = row - 1  # “by ten Tom is asleep”: the grammar gives “by” its subject
            return self.people.get(before) if self.relations[before] in _SUBJECTS else None
        return who

    def beside_speech(self, row: int) -> bool:
        """Whether a quotation ends or begins within two words, as beside a verb of speech."""
        low, high = max(row - 2, 0), min(row + 3, len(self.words))
        return not all(self.told[low:high])

    def span(self, rows: Iterable[int]) -> Span:
        """The words from the first of these rows to the last."""
        chosen = sorted(rows)
        return self.rows.span(chosen[0], chosen[-1])

    def text(self, rows: Iterable[int]) -> str:
        """These words in small letters, in text order."""
        return " ".join(self.words[row].removesuffix("'s") for row in sorted(rows))

    def _told(self) -> list[bool]:
        told = self.rows.in_story(self.story)
        for quotation in self.story.quotations:
            if quotation.kind != "writing" or quotation.end - quotation.start < LEAST_LETTER:
                for part in quotation.parts:
                    low, high = np.searchsorted(self.rows.starts, (part.start, part.end))
                    told[low:high] = False
        result: list[bool] = told.tolist()
        return result

    def _said(self) -> list[bool]:
        """Whether the token stands in what somebody says, thinks or writes in a message."""
        said = np.zeros(len(self.words), dtype=np.bool_)
        for quotation in self.story.quotations:
            for part in quotation.parts:
                low, high = np.searchsorted(self.rows.starts, (part.start, part.end))
                said[low:high] = True
        said[list(covered(self.dreams))] = False
        result: list[bool] = (said & ~np.array(self.told, dtype=np.bool_)).tolist()
        return result

    def _rows_of(self, spans: Iterable[Spanned]) -> list[Rows]:
        """The rows of each sentence or paragraph that has a token."""
        places = [(span.start, span.end) for span in spans]
        found = np.searchsorted(self.rows.starts, np.array(places, dtype=np.int64).reshape(-1, 2))
        return [Rows(low, high) for low, high in found.tolist() if low < high]

    def _dreams(self) -> Sequence[Rows]:
        """What somebody dreams, as far as the words say so."""
        return dreams(
            Tokens(
                words=self.words,
                verbs=[tag == "VERB" for tag in self.tags],
                subjects=[relation in _SUBJECTS for relation in self.relations],
                told=self.told,
                sentences=self.sentences,
                scenes=frozenset(scene.low for scene in self._rows_of(self.story.scenes)),
            )
        )

    def _asked(self) -> list[bool]:
        """Whether the token stands in a sentence that ends in a question mark."""
        asked = np.zeros(len(self.words), dtype=np.bool_)
        for sentence in self.story.document.sentences:
            if "?" in self.story.document.text[sentence.end - 2 : sentence.end]:
                low, high = np.searchsorted(self.rows.starts, (sentence.start, sentence.end))
                asked[low:high] = True
        result: list[bool] = asked.tolist()
        return result

    def _people(self) -> Mapping[int, Named]:
        story = self.story
        sure = {link.mention_id: link.confidence for link in (*story.links, *story.speech_links)}
        known = _pronouns(story)
        groups = {entity.id for entity in story.cast if entity.kind == "group"}
        people: dict[int, Named] = {}
        narrowest: dict[int, int] = {}
        heads = self.rows.rows_of([mention.head for mention in story.mentions]).tolist()
        for row, mention in zip(heads, story.mentions, strict=True):
            entity_id = self.chains[mention.id].entity_id
            confidence = sure.get(mention.id, CHAINED)
            width = mention.end - mention.start
            if entity_id is None or entity_id in groups or confidence < LEAST_SURE:
                continue
            if self._disagrees(row, known[entity_id]):
                continue
            # of “Tom and Ines” at the row of “Tom” only the inner mention is Tom
            if width < narrowest.get(row, width + 1):
                people[row], narrowest[row] = Named(entity_id, row, confidence), width
        kept = {row: who for row, who in people.items() if not _owns_itself(self, row, people)}
        return self._doubting_far_pronouns(kept, known)

    def _doubting_far_pronouns(
        self, people: Mapping[int, Named], known: Mapping[EntityId, Pronouns | None]
    ) -> Mapping[int, Named]:
        """Everyone, less surely where “he” is not the last “he” of this or the sentence before.

        On the stories to learn from, claims about such people were right half the time, others
        five times in six.
        """
        last: dict[Pronouns | None, Named] = {}
        sure = dict(people)
        sentences = self.narrated
        for row in sorted(people):
            who, said = people[row], self.words[row].split("'")[0]
            pronoun = known[who.entity_id]
            if said in _THIRD and self.told[row]:
                either = (last[each] for each in {pronoun, None} if each in last)
                before = max(either, key=lambda named: named.row, default=None)
                if before is not None and before.entity_id != who.entity_id:
                    sure[row] = structs.replace(who, sure=who.sure * DOUBTED)
                elif before is not None and sentences[row] - sentences[before.row] > 1:
                    sure[row] = structs.replace(who, sure=who.sure * FAR)
            if said not in _HERE:
                last[pronoun] = who
        return sure

    def _narrated_sentences(self) -> Sequence[int]:
        """For each row how many sentences of narration begin up to there; speech counts none."""
        starts = np.array([sentence.start for sentence in self.story.document.sentences])
        sentences = np.searchsorted(starts, self.rows.starts, side="right")
        told = np.array(self.told, dtype=np.bool_)
        opens = np.zeros(len(told), dtype=np.int64)
        _, first = np.unique(sentences[told], return_index=True)
        opens[np.flatnonzero(told)[first]] = 1
        counted: list[int] = np.cumsum(opens).tolist()
        return counted

    def _disagrees(self, row: int, pronouns: Pronouns | None) -> bool:
        """Whether the word is “he” or “she” and stands for someone who is called the other."""
        said = GENDERED_FORMS.get(self.words[row].split("'")[0])
        return said is not None and pronouns in {"he", "she"} and said != pronouns

    def _beings(self) -> frozenset[int]:
        """The rows of all words for people, known or not: “Ines”, “the girl”, “somebody”."""
        heads = [mention.head for mention in self.story.mentions if mention.type == "PER"]
        return frozenset(self.rows.rows_of(heads).tolist())

    def _things(self) -> Mapping[int, Mention]:
        """Mentions of things by the row of their head."""
        things = [
            mention
            for mention in self.story.mentions
            if self.chains[mention.id].entity_id is None and mention.type == "ITEM"
        ]
        heads = self.rows.rows_of([mention.head for mention in things]).tolist()
        return dict(zip(heads, things, strict=True))


@kept("document", *NARRATION_READS)
def _narration(story: Story, scores: Scores) -> Narration:
    return Narration(story, scores)


def narration_of(story: Story, scores: Scores) -> Narration:
    """The narration of a story whose chains are known; made once for all stages of a reading."""
    told = copy(_narration(story, scores))
    told.story = story
    return told


def _owns_itself(told: Narration, row: int, people: Mapping[int, Named]) -> bool:
    """“your mother” cannot be you, whatever the links say."""
    entity_id = people[row].entity_id
    return any(
        child in people and people[child].entity_id == entity_id
        for child in told.hanging(row, "poss")
    )


_CLEARLY = 3
"""So many times as often “she” as “he” makes a person a she."""


def _pronouns(story: Story) -> Mapping[EntityId, Pronouns | None]:
    """The pronoun of everyone in the cast: as known there, else what their chain mostly has."""
    words = {mention.id: story.document[mention].lower() for mention in story.mentions}
    counts: defaultdict[EntityId, Counter[Pronouns]] = defaultdict(Counter)
    for chain in story.chains:
        if chain.entity_id is not None:
            said = (GENDERED_FORMS.get(words[each]) for each in chain.mention_ids)
            counts[chain.entity_id].update(each for each in said if each is not None)
    found: dict[EntityId, Pronouns | None] = {}
    for entity in story.cast:
        count = counts[entity.id]
        she, he = count["she"], count["he"]
        most: Pronouns | None = (
            "she" if she > _CLEARLY * he else "he" if he > _CLEARLY * she else None
        )
        found[entity.id] = entity.pronouns or most
    return found


def _chains_by_mention(story: Story) -> Mapping[str, Chain]:
    return {mention_id: chain for chain in story.chains for mention_id in chain.mention_ids}
