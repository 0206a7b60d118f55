"""The narration of each scene: its words outside quotations, and the people they point at.

Presence and viewpoint are read from what the narrator tells, not from what people say, so both
start from here.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct

from fabula.labels import MentionForm
from fabula.leaves import Leaf
from fabula.stages.kept import kept
from fabula.stages.naming.known_to_rules import known_to_rules
from fabula.story import EntityId, Link, Mention, Scene, SceneId, Story
from fabula.text import Document, Sentence, Token, overlapping, within


class NarratedPerson(Struct, frozen=True):
    """A mention of a person in a passage: words `first` up to `last` (half-open) of it.

    `entity_id` is None where nobody is linked, `confidence` that of the link; `start` is the
    mention's offset in the text.
    """

    entity_id: EntityId | None
    confidence: float
    form: MentionForm
    first: int
    last: int
    start: int


class Passage(Struct, frozen=True):
    """A sentence of narration, or what a quotation leaves of it.

    “Oh,” said Lena, and ran. leaves the passage “said Lena, and ran.” `words` are in lower case
    with contractions cut in two (“didn’t” is `did`, `n't`), `starts` their offsets in the text.
    """

    start: int
    end: int
    words: tuple[str, ...]
    starts: tuple[int, ...]
    people: tuple[NarratedPerson, ...]

    @property
    def is_question(self) -> bool:
        """Whether the narrator asks: “How long had he been at it this time?”."""
        return "?" in self.words[-1]

    def word(self, index: int) -> str:
        """The word at `index`, or nothing beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def person_at(self, index: int) -> NarratedPerson | None:
        """The mention that begins with this word, found by search: a sentence may be endless."""
        number = bisect_left(self.people, index, key=attrgetter("first"))
        if number < len(self.people) and self.people[number].first == index:
            return self.people[number]
        return None


class SceneNarration(Struct, frozen=True):
    """One scene and the passages of narration in it, in text order."""

    scene_id: SceneId
    passages: tuple[Passage, ...]

    @property
    def word_count(self) -> int:
        """Words told by the narrator, punctuation included."""
        return sum(len(passage.words) for passage in self.passages)


@kept("document", "paratext", "chapters", "scenes", "quotations", "mentions", "links")
def scene_narrations(story: Story) -> tuple[SceneNarration, ...]:
    """The narration of every scene, in text order.

    Headings, author's notes, speech, thoughts and letters are left out: they are not the
    narrator's own words.
    """
    leaves = [leaf for leaf in story.leaves() if leaf.kind == "narration"]
    people = _people_in_narration(story)
    starts = [mention.start for mention, _ in people]
    return tuple(
        SceneNarration(scene.id, tuple(_passages(story, scene, leaves, people, starts)))
        for scene in story.scenes
    )


def passages_between(document: Document, start: int, end: int) -> Iterator[Passage]:
    """The sentences between two offsets, whoever says them; nobody is looked for in them."""
    for sentence in overlapping(document.sentences, start, end):
        low, high = max(start, sentence.start), min(end, sentence.end)
        passage = _passage(document.text, within(document.tokens, low, high), ())
        if passage is not None:
            yield passage


_People = Sequence[tuple[Mention, Link | None]]


def _people_in_narration(story: Story) -> _People:
    linked: Mapping[str, Link] = {link.mention_id: link for link in story.links}
    return [
        (mention, linked.get(mention.id))
        for mention in known_to_rules(story)
        if mention.quotation_id is None and (mention.type == "PER" or mention.id in linked)
    ]


def _passages(
    story: Story, scene: Scene, leaves: Sequence[Leaf], people: _People, starts: Sequence[int]
) -> Iterator[Passage]:
    document = story.document
    for leaf in overlapping(leaves, scene.start, scene.end):
        for sentence in _sentences(document.sentences, leaf):
            start = max(leaf.start, sentence.start, scene.start)
            end = min(leaf.end, sentence.end, scene.end)
            low, high = bisect_left(starts, start), bisect_left(starts, end)
            passage = _passage(document.text, within(document.tokens, start, end), people[low:high])
            if passage is not None:
                yield passage


def _sentences(sentences: Sequence[Sentence], leaf: Leaf) -> Sequence[Sentence]:
    return overlapping(sentences, leaf.start, leaf.end)


def _passage(text: str, tokens: Sequence[Token], people: _People) -> Passage | None:
    words: list[str] = []
    starts: list[int] = []
    for token in tokens:
        offset = token.start
        for piece in _pieces(text[token.start : token.end]):
            words.append(_plain(piece))
            starts.append(offset)
            offset += len(piece)
    if not any(word[0].isalpha() for word in words):
        return None
    return Passage(
        start=tokens[0].start,
        end=tokens[-1].end,
        words=tuple(words),
        starts=tuple(starts),
        people=tuple(_narrated(mention, link, starts) for mention, link in people),
    )


def _narrated(mention: Mention, link: Link | None, starts: Sequence[int]) -> NarratedPerson:
    first = bisect_left(starts, mention.start)
    return NarratedPerson(
        entity_id=link.entity_id if link else None,
        confidence=link.confidence if link else 0.0,
        form=mention.form,
        first=first,
        last=max(bisect_left(starts, mention.end), first + 1),
        start=mention.start,
    )


_CLITIC = re.compile(r"(?i)(.*[a-z])(n['’]t|['’](?:s|d|m|re|ve|ll)?)\Z")


@lru_cache(maxsize=1 << 16)
def _pieces(word: str) -> tuple[str, ...]:
    """The word, cut before a clitic: “he’d” into “he” and “’d”."""
    match = _CLITIC.match(word)
    return match.groups() if match else (word,)


@lru_cache(maxsize=1 << 16)
def _plain(piece: str) -> str:
    return piece.lower().replace("’", "'")
