"""The story in sections that may each have a narrator of their own, with the signs of who it is."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from msgspec import Struct

from fabula.lexicon.pronouns import PRONOUNS
from fabula.stages.naming.named_mentions import named_mentions, shown_name
from fabula.stages.naming.person_names import parse_name
from fabula.stages.naming.teller_labels import TellerLabel, teller_labels
from fabula.stages.telling.person import PronounCounts, person_of
from fabula.story import Entity, Story
from fabula.text import Span, Spanned

CHARACTERS_A_WORD = 6
"""With the space behind it: English fiction has five to six."""

LONGEST_SIGNATURE = 40
_SIGNATURE = re.compile(
    r"[*_]*(?:[—–-]+\s?)?(?P<name>[A-Z][\w’'-]*(?:\.?\s[A-Z][\w’'-]*){0,3})\.?[*_]*$"
)


class Section(Struct, frozen=True, kw_only=True):
    """A stretch of story under one label, or from the start of a chapter.

    A label in the title of a book holds for all that has none of its own.

    People go by their places in the cast. `teller` is whom the label names, `signed` whose name
    ends the section. `pronouns` counts those of the narration. `told` counts the uses of names in
    the narration, `calls` has the offsets where people are called by name, `answered` counts
    those calls beside which the narration says “I” (“you”, where it tells of one), `introduced` the
    uses that follow “I’m” or “my name is” in the narration.
    """

    start: int
    end: int
    label: TellerLabel | None
    teller: int | None
    signed: int | None
    signature: Span | None
    pronouns: PronounCounts
    told: Counter[int]
    calls: Mapping[int, Sequence[int]]
    answered: Counter[int]
    introduced: Counter[int]


class Bearers:
    """Who bears a name, if it is one person only."""

    def __init__(self, people: Sequence[Entity]) -> None:
        """Looks names up among these, whose places it gives."""
        self._places: defaultdict[str, set[int]] = defaultdict(set)
        for place, person in enumerate(people):
            if person.named and person.kind == "person":
                for name in person.names:
                    self._places[_key(name)].add(place)

    def whom(self, name: str) -> int | None:
        """The one who bears the name; of “Ada Brook” also who is only known as Ada."""
        bare = [word for word in name.split() if _key(word)]
        parsed = parse_name(shown_name(name))
        shorter = [" ".join(bare[1:])] if parsed.titles or len(bare) > 2 else []
        for each in (name, *shorter, *([] if parsed.titles else bare[:1])):
            places = self._places.get(_key(each), set())
            if len(places) == 1:
                return next(iter(places))
        return None


def _key(name: str) -> str:
    return parse_name(shown_name(name)).key


def read_sections(story: Story, people: Sequence[Entity]) -> list[Section]:
    """The sections of a story, in text order and without gaps."""
    bearers = Bearers(people)
    known = [label for label in teller_labels(story) if bearers.whom(label.name) is not None]
    titles = [part for part in story.paratext if part.role == "title"]
    title = next((label for label in known if _lies_in(label, titles)), None)
    labels = {label.start: label for label in known if label is not title}
    cuts = sorted({0, len(story.document.text), *labels, *_chapter_starts(story, labels)})
    pronouns = _pronouns(story, cuts)
    told_to = person_of(together(pronouns)) == "second"
    signs = _signs(story, cuts, bearers, _YOU if told_to else _NARRATORS)
    sections = []
    for number, (start, end) in enumerate(pairwise(cuts)):
        label = labels.get(start, title)
        signature = _signature(story, start, end)
        sections.append(
            Section(
                start=start,
                end=end,
                label=label,
                teller=bearers.whom(label.name) if label else None,
                signed=bearers.whom(story.document[signature]) if signature else None,
                signature=signature,
                pronouns=pronouns[number],
                told=signs[number].told,
                calls=signs[number].calls,
                answered=signs[number].answered,
                introduced=signs[number].introduced,
            )
        )
    return sections


def _lies_in(label: TellerLabel, parts: Iterable[Spanned]) -> bool:
    return any(part.start <= label.start < part.end for part in parts)


def _chapter_starts(story: Story, labels: Container[int]) -> Iterator[int]:
    """Where chapters begin, but for those whose heading is a label: they begin with it."""
    for chapter in story.chapters:
        heading = range(chapter.start, chapter.heading.end if chapter.heading else chapter.start)
        if not any(offset in labels for offset in heading):
            yield chapter.start


def _pronouns(story: Story, cuts: Sequence[int]) -> list[PronounCounts]:
    """The pronouns of the narration, and about how many words it has, between the cuts."""
    counts: list[Counter[str]] = [Counter() for _ in cuts]
    characters = [end - start for start, end in pairwise(cuts)]
    for mention in story.mentions:
        if mention.form == "pronominal" and mention.quotation_id is None:
            known = PRONOUNS.get(story.document[mention].lower())
            if known is not None:
                counts[bisect_right(cuts, mention.start) - 1][known.agreement] += 1
    for quotation in story.quotations:
        if quotation.within is None:
            for part in quotation.parts:
                characters[bisect_right(cuts, part.start) - 1] -= part.end - part.start
    return [
        PronounCounts(
            words=max(length, 0) // CHARACTERS_A_WORD,
            first=each["I"],
            first_plural=each["we"],
            second=each["you"],
            third=each["he"] + each["she"] + each["they"],
        )
        for each, length in zip(counts, characters, strict=False)
    ]


def together(counts: Collection[PronounCounts]) -> PronounCounts:
    """The pronouns of several stretches as those of one."""
    return PronounCounts(
        words=sum(each.words for each in counts),
        first=sum(each.first for each in counts),
        first_plural=sum(each.first_plural for each in counts),
        second=sum(each.second for each in counts),
        third=sum(each.third for each in counts),
    )


class _Signs(Struct, frozen=True):
    """How people are named between two cuts, as `Section` has it."""

    told: Counter[int]
    calls: defaultdict[int, list[int]]
    answered: Counter[int]
    introduced: Counter[int]


def _signs(
    story: Story, cuts: Sequence[int], bearers: Bearers, narrators: AbstractSet[str]
) -> list[_Signs]:
    found = [_Signs(Counter(), defaultdict(list), Counter(), Counter()) for _ in cuts]
    beside_narrator = _BesideNarrator(story, narrators)
    for item in named_mentions(story):
        person = bearers.whom(item.name.text)
        if person is None:
            continue
        start = item.mention.start
        signs = found[bisect_right(cuts, start) - 1]
        if item.narrated and _introduces(story.document.text, start):
            signs.introduced[person] += 1
        elif item.narrated:
            signs.told[person] += 1
        elif item.called:
            signs.calls[person].append(start)
            signs.answered[person] += start in beside_narrator
    return found


_INTRODUCES = re.compile(
    r"\b(?:I(?:\sam|['’]m)|[Mm]y\sname(?:\sis|\swas|['’]s)|(?:[Cc]all|calls|called|christened)\sme)\s$"
)
_LONGEST_INTRODUCTION = 14


def _introduces(text: str, start: int) -> bool:
    """Whether the name follows “I’m”, “my name is”, “Priya calls me”."""
    return _INTRODUCES.search(text, max(start - _LONGEST_INTRODUCTION, 0), start) is not None


_NARRATORS = frozenset({"i", "me", "myself"})
_YOU = frozenset({"you", "your", "yourself"})


class _BesideNarrator:
    """Whether the narrator has a part in the talk around an offset.

    Finds:
        An “I” or “me” in the narration of the paragraph; in that of the next or the one before, if
        somebody speaks there. “My” is not enough: it may be my brother who is called.
    Why it holds:
        Whoever is called answers: “Come, Ines!” / “Not yet,” I said.
    Misses:
        Talk among others that the narrator overhears and judges in the same paragraph.

    Example:
        “Come, Ines!” he told me. / I went.
    """

    def __init__(self, story: Story, narrators: AbstractSet[str]) -> None:
        self._starts = [paragraph.start for paragraph in story.document.paragraphs]
        self._narrator = {
            self._paragraph(mention.start)
            for mention in story.mentions
            if mention.form == "pronominal"
            and mention.quotation_id is None
            and story.document[mention].lower() in narrators
        }
        self._talking = {
            self._paragraph(part.start)
            for quotation in story.quotations
            if quotation.kind == "speech"
            for part in quotation.parts
        }

    def __contains__(self, offset: int) -> bool:
        paragraph = self._paragraph(offset)
        if paragraph in self._narrator:
            return True
        beside = (paragraph - 1, paragraph + 1)
        return any(near in self._narrator and near in self._talking for near in beside)

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


def _signature(story: Story, start: int, end: int) -> Span | None:
    """The name in the last line of a section: “Ines Brook”."""
    paragraphs = story.document.paragraphs
    last = bisect_left(paragraphs, end, key=lambda paragraph: paragraph.start) - 1
    if last < 0 or paragraphs[last].start <= start:
        return None
    paragraph = paragraphs[last]
    words = story.document[paragraph]
    line = words.rsplit("\n", 1)[-1]
    if len(line) > LONGEST_SIGNATURE or len(words) > 2 * LONGEST_SIGNATURE:
        return None
    match = _SIGNATURE.match(line)
    if match is None:
        return None
    offset = paragraph.end - len(line)
    return Span(offset + match.start("name"), offset + match.end("name"))
