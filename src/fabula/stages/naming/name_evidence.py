"""What a story says about its names: how they are used, and which cannot be one person."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from msgspec import Struct

from fabula.lexicon.pronouns import Agreement
from fabula.stages.naming.learnt_pronouns import learn_pronouns
from fabula.stages.naming.named_mentions import NamedMention, named_mentions
from fabula.stages.naming.person_names import PersonName
from fabula.story import Story

TOGETHER_SHARE = 0.1
"""Two names of one person meet in one sentence by chance; more often than this, they are two."""

AKIN_SHARE = 0.3
"""Names with a word in common are mostly one person's; they meet more easily: “Miss Brook looked
up. Ada had …”."""

CROWD = 12
"""Names in one sentence: more are a list, whose pairs would be too many."""

_JOINS = frozenset({"and", "or", "and of", ", and", "&"})

Pair = frozenset[str]
"""The keys of two names that stand for different people."""


class NameUse(Struct, frozen=True):
    """One name of the story with everything counted about it.

    `narrated` are its uses by the narrator, `called` those by which someone is addressed,
    `inner` those inside a sentence; `called_over` are the characters from the first call to the
    last. `pronouns` says how often each pronoun was read as meaning it.
    """

    name: PersonName
    count: int
    first: int
    narrated: int
    called: int
    inner: int
    called_over: int
    pronouns: Mapping[Agreement, float]


class NameEvidence(Struct, frozen=True):
    """All names of people, and the pairs of names that stand for different people.

    `met` is how often two names stand in one sentence of the narration, or one is called by the
    other.
    """

    uses: tuple[NameUse, ...]
    apart: frozenset[Pair]
    met: Mapping[Pair, int] = {}


def gather(story: Story) -> NameEvidence:
    """Count the story's names and what surrounds them."""
    people = named_mentions(story)
    grouped: defaultdict[str, list[NamedMention]] = defaultdict(list)
    for item in people:
        grouped[item.key].append(item)
    pronouns = learn_pronouns(story, people)
    uses = tuple(_use(items, pronouns[key]) for key, items in grouped.items())
    met = Counter(_meetings(story, people))
    met.update(_addressed(story, people))
    return NameEvidence(uses, _apart(story, people, grouped, met), met)


def _use(items: Sequence[NamedMention], pronouns: Mapping[Agreement, float]) -> NameUse:
    calls = [item.mention.start for item in items if item.called]
    # The commonest spelling is shown; of equal ones the first.
    shown = Counter(item.name for item in items).most_common(1)[0][0]
    return NameUse(
        name=shown,
        count=len(items),
        first=items[0].mention.start,
        narrated=sum(item.narrated for item in items),
        called=sum(item.called for item in items),
        inner=sum(item.inner for item in items),
        called_over=max(calls, default=0) - min(calls, default=0),
        pronouns=pronouns,
    )


def _apart(
    story: Story,
    people: Sequence[NamedMention],
    grouped: Mapping[str, Sequence[NamedMention]],
    met: Mapping[Pair, int],
) -> frozenset[Pair]:
    """Pairs of names that cannot be one person's.

    Finds:
        “Ines and Tom”; names that often meet in one sentence of the narration; names of which
        one is called by the other (“Ines, come here,” said Tom).
    Why it holds:
        Nobody is told of by two names at once, and who says a name does not bear it.
    Misses:
        Two names of one person in a sentence about how the one came from the other.

    Example:
        After “Tom and Mr. Brook rowed” Tom is not Mr. Brook.
    """
    apart = {
        frozenset((one.key, other.key))
        for one, other in pairwise(people)
        if one.key != other.key and _are_joined(story, one, other)
    }
    for pair, times in met.items():
        one, other = (grouped[key] for key in pair)
        akin = one[0].name.words & other[0].name.words
        share = AKIN_SHARE if akin else TOGETHER_SHARE
        if times >= 2 and times >= share * min(len(one), len(other)):
            apart.add(pair)
    return frozenset(apart)


def _meetings(story: Story, people: Sequence[NamedMention]) -> Iterator[Pair]:
    """Names in one sentence of the narration."""
    starts = [sentence.start for sentence in story.document.sentences]
    by_sentence: defaultdict[int, set[str]] = defaultdict(set)
    for item in people:
        if item.narrated:
            by_sentence[bisect_right(starts, item.mention.start)].add(item.key)
    for keys in by_sentence.values():
        yield from map(frozenset, combinations(sorted(keys)[:CROWD], 2))


def _are_joined(story: Story, one: NamedMention, other: NamedMention) -> bool:
    """Whether “and” stands between the two."""
    gap = other.mention.start - one.mention.end
    between = story.document.text[one.mention.end : other.mention.start] if 0 < gap < 10 else ""
    return between.strip() in _JOINS


def _addressed(story: Story, people: Sequence[NamedMention]) -> Iterator[Pair]:
    """Who is called in a paragraph, with the one who speaks in it."""
    paragraphs = [paragraph.start for paragraph in story.document.paragraphs]
    called: defaultdict[int, set[str]] = defaultdict(set)
    speakers: defaultdict[int, set[str]] = defaultdict(set)
    for item in people:
        paragraph = bisect_right(paragraphs, item.mention.start)
        if item.called:
            called[paragraph].add(item.key)
        elif item.speaks:
            speakers[paragraph].add(item.key)
    for paragraph, keys in called.items():
        # With two speakers in one paragraph, nobody knows who calls whom.
        if len(speakers[paragraph]) == 1:
            (speaker,) = speakers[paragraph]
            yield from (frozenset((key, speaker)) for key in keys if key != speaker)
