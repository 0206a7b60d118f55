"""What a story says about its names: their pronouns, and which cannot be one person."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from fabula.lexicon.cue_words import INTERJECTIONS
from fabula.lexicon.pronouns import Agreement
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.stages.naming.learnt_pronouns import learn_pronouns
from fabula.stages.naming.person_names import PersonName, parse_name
from fabula.story import Mention, Story

TOGETHER_SHARE = 0.1
"""Two names of one person meet in one sentence by chance; more often than this, they are two."""

AKIN_SHARE = 0.3
"""Names with a word in common are mostly one person's; they meet more easily: “Miss Brook looked
up. Ada had …”."""

CROWD = 12
"""Names in one sentence: more are a list, whose pairs would be too many."""


class NameUse(Struct, frozen=True):
    """One name of the story with everything counted about it."""

    name: PersonName
    count: int
    first: int
    narrated: int
    called: int
    pronouns: Mapping[Agreement, float]


class NameEvidence(Struct, frozen=True):
    """All names of people, and pairs of names that stand for different people."""

    uses: tuple[NameUse, ...]
    apart: frozenset[frozenset[str]]


def gather(story: Story) -> NameEvidence:
    """Count the story's names and what surrounds them."""
    people = [m for m in story.mentions if m.type == "PER" and m.form == "proper"]
    names = {mention.id: _parsed(story, mention) for mention in people}
    called = {mention.id for mention in people if is_called(story.document.text, mention)}
    pronouns = learn_pronouns(story, people, names)
    grouped: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in people:
        grouped[names[mention.id].key].append(mention)
    uses = [
        NameUse(
            name=_shown(names[mention.id] for mention in mentions),
            count=len(mentions),
            first=mentions[0].start,
            narrated=sum(mention.quotation_id is None for mention in mentions),
            called=sum(mention.id in called for mention in mentions),
            pronouns=pronouns[key],
        )
        for key, mentions in grouped.items()
    ]
    return NameEvidence(tuple(uses), _apart(story, people, names, called, grouped))


def _parsed(story: Story, mention: Mention) -> PersonName:
    text = " ".join(story.document[mention].split())
    if text.isupper() and len(text) > 3:
        text = text.title()
    return parse_name(text)


def _shown(names: Iterable[PersonName]) -> PersonName:
    """The commonest spelling; of equal ones the first."""
    return Counter(names).most_common(1)[0][0]


def is_called(text: str, mention: Mention) -> bool:
    """Whether the name is called out by itself: “Oh, Ines!”, “Ines, come here.”"""
    if mention.quotation_id is None:
        return False
    words = text[max(mention.start - 16, 0) : mention.start].split()
    before = words[-1] if words else ""
    after = text[mention.end : mention.end + 1]
    opens = not before or before[-1] in "“‘\"'«,.!?…—–-¡¿*"
    greeted = before.lower().lstrip("“‘\"'") in INTERJECTIONS
    return (opens or greeted) and after in set(",.!?…—–”\"'")


def _apart(
    story: Story,
    people: Sequence[Mention],
    names: Mapping[str, PersonName],
    called: set[str],
    grouped: Mapping[str, Sequence[Mention]],
) -> frozenset[frozenset[str]]:
    """Pairs of name keys that cannot be one person."""
    parsed = {name.key: name for name in names.values()}
    met: Counter[frozenset[str]] = Counter()
    starts = [sentence.start for sentence in story.document.sentences]
    by_sentence: defaultdict[int, set[str]] = defaultdict(set)
    for mention in people:
        if mention.quotation_id is None:
            by_sentence[bisect_right(starts, mention.start)].add(names[mention.id].key)
    for keys in by_sentence.values():
        met.update(frozenset(pair) for pair in combinations(sorted(keys)[:CROWD], 2))
    met.update(_addressed(story, people, names, called))
    apart = set(_joined(story, people, names))
    for pair, times in met.items():
        one, other = pair
        rarer = min(len(grouped[key]) for key in pair)
        share = AKIN_SHARE if _share_a_word(parsed[one], parsed[other]) else TOGETHER_SHARE
        if times >= 2 and times >= share * rarer:
            apart.add(pair)
    return frozenset(apart)


def _share_a_word(one: PersonName, other: PersonName) -> bool:
    return bool(one.words & other.words)


def _joined(
    story: Story, people: Sequence[Mention], names: Mapping[str, PersonName]
) -> Iterable[frozenset[str]]:
    """“Ines and Tom” are two people."""
    for one, other in zip(people, people[1:], strict=False):
        between = story.document.text[one.end : other.start] if other.start > one.end else ""
        if len(between) < 10 and between.strip() in {"and", "or", "and of", ", and", "&"}:
            pair = frozenset((names[one.id].key, names[other.id].key))
            if len(pair) == 2:
                yield pair


def _addressed(
    story: Story,
    people: Sequence[Mention],
    names: Mapping[str, PersonName],
    called: set[str],
) -> Iterable[frozenset[str]]:
    """“Ines, come here,” said Tom.: who says a name does not bear it."""
    text = story.document.text
    paragraphs = [paragraph.start for paragraph in story.document.paragraphs]
    spoken: defaultdict[int, set[str]] = defaultdict(set)
    speakers: defaultdict[int, set[str]] = defaultdict(set)
    for mention in people:
        paragraph = bisect_right(paragraphs, mention.start)
        if mention.id in called:
            spoken[paragraph].add(names[mention.id].key)
        elif mention.quotation_id is None and _stands_by_speech_verb(text, mention):
            speakers[paragraph].add(names[mention.id].key)
    for paragraph, keys in spoken.items():
        if len(speakers[paragraph]) == 1:
            for key in keys - speakers[paragraph]:
                pair = frozenset((key, *speakers[paragraph]))
                if len(pair) == 2:
                    yield pair


def _stands_by_speech_verb(text: str, mention: Mention) -> bool:
    before = text[max(mention.start - 16, 0) : mention.start].split()
    after = text[mention.end : mention.end + 16].split()
    follows = bool(after) and after[0].strip(",.:;").lower() in SPEECH_VERBS
    return follows or (bool(before) and before[-1].lower() in SPEECH_VERBS)
