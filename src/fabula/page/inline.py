"""What runs inside paragraphs: quotations, mentions of people, emphasis."""

import heapq
import re
from bisect import bisect_right
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from fabula.page.markup import attributes, text_node
from fabula.page.people import PersonOnPage, people_by_mention
from fabula.story import Attribution, EntityId, Mention, Quotation, Story
from fabula.text import Mark, Paragraph, Span, overlapping

UNSURE = 0.6
"""A line whose speaker is less sure than this is hatched; the script settles lines below it too
(`SETTLED` in `web/src/words.ts`)."""

_QUOTATION, _EMPHASIS, _SIGN, _MENTION = range(4)
"""Which of two spans with the same ends is the outer one."""

_SIGNS = re.compile(r"^[*_]+|[*_]+$")


class Inline(Struct, frozen=True):
    """An element inside a paragraph.

    `again` are the attributes of a further piece, where the element had to be cut in two because
    another begins in it and ends behind it.
    """

    start: int
    end: int
    order: int
    tag: str
    first: str
    again: str


class Inlines:
    """All that runs inside the paragraphs of a story."""

    def __init__(self, story: Story, people: Sequence[PersonOnPage]) -> None:
        self._text = story.document.text
        self._inside: dict[int, list[Inline]] = {}
        paragraphs = story.document.paragraphs
        starts = [paragraph.start for paragraph in paragraphs]
        found = (
            *_quotations(story, {person.id: person for person in people}),
            *_emphasis(story.document.marks, self._text),
            *_mentions(story),
        )
        for inline in found:
            for paragraph in overlapping(paragraphs, inline.start, inline.end):
                index = bisect_right(starts, paragraph.start) - 1
                self._inside.setdefault(index, []).append(inline)

    def written(self, index: int, paragraph: Paragraph) -> str:
        """The paragraph with this index as HTML; without its tags it is the text exactly."""
        return "".join(
            _nested(self._text, paragraph.start, paragraph.end, self._inside.get(index, ()))
        )


def _nested(text: str, start: int, end: int, inlines: Iterable[Inline]) -> Iterator[str]:
    """The text with its elements properly nested: what crosses an outer end is cut there."""
    waiting = [
        (max(each.start, start), -min(each.end, end), each.order, number, each.start < start, each)
        for number, each in enumerate(inlines)
    ]
    heapq.heapify(waiting)
    position = start
    open_: list[tuple[int, str]] = []
    while waiting:
        begin, negative_end, order, number, cut, inline = heapq.heappop(waiting)
        while open_ and open_[-1][0] <= begin:
            position = yield from _closed(text, position, open_.pop())
        close = -negative_end
        if open_ and open_[-1][0] < close:
            outer = open_[-1][0]
            heapq.heappush(waiting, (outer, -close, order, number, True, inline))
            close = outer
        yield text_node(text[position:begin])
        yield f"<{inline.tag}{inline.again if cut else inline.first}>"
        position = begin
        open_.append((close, inline.tag))
    while open_:
        position = yield from _closed(text, position, open_.pop())
    yield text_node(text[position:end])


def _closed(text: str, position: int, opened: tuple[int, str]) -> Generator[str, None, int]:
    """Writes an element up to its end and gives back where that is."""
    end, tag = opened
    yield text_node(text[position:end])
    yield f"</{tag}>"
    return end


def _quotations(story: Story, people: Mapping[EntityId, PersonOnPage]) -> Iterator[Inline]:
    attributions = {each.quotation_id: each for each in story.attributions}
    starts = frozenset(paragraph.start for paragraph in story.document.paragraphs)
    for quotation in story.quotations:
        known = attributions.get(quotation.id, Attribution(quotation_id=quotation.id))
        speaker = people.get(known.speaker_id) if known.speaker_id else None
        for number, part in enumerate(quotation.parts):
            is_first = number == 0
            is_marked = is_first or part.start in starts
            yield _part(quotation, part, known, speaker, is_first=is_first, is_marked=is_marked)


def _part(
    quotation: Quotation,
    part: Span,
    known: Attribution,
    speaker: PersonOnPage | None,
    *,
    is_first: bool,
    is_marked: bool,
) -> Inline:
    """A part of a quotation; the first has its id, and each that begins a paragraph the mark."""
    told = max(quotation.end, known.cue.end if known.cue else 0)
    unsure = " unsure" if speaker is None or known.confidence < UNSURE else ""
    kind = "" if quotation.kind == "speech" else f" {quotation.kind}"
    class_ = f"q k{speaker.colour if speaker else 0}{unsure}{kind}"
    mark = None
    if is_marked:
        mark = speaker.initials_at(told) if speaker else "?"
    return Inline(
        start=part.start,
        end=part.end,
        order=_QUOTATION,
        tag="span",
        first=attributes(
            class_=class_,
            id=quotation.id if is_first else None,
            data_q=None if is_first else quotation.id,
            data_i=mark,
        ),
        again=attributes(class_=class_, data_q=quotation.id),
    )


def _emphasis(marks: Iterable[Mark], text: str) -> Iterator[Inline]:
    tags = {"emphasis": "em", "strong": "strong"}
    for mark in marks:
        if mark.kind not in tags or mark.start >= mark.end:
            continue
        yield Inline(mark.start, mark.end, _EMPHASIS, tags[mark.kind], "", "")
        for sign in _SIGNS.finditer(text[mark.start : mark.end]):
            class_ = attributes(class_="sign")
            start, end = mark.start + sign.start(), mark.start + sign.end()
            yield Inline(start, end, _SIGN, "span", class_, class_)


def _mentions(story: Story) -> Iterator[Inline]:
    who = people_by_mention(story)
    found = [mention for mention in story.mentions if mention.id in who]
    for mention, start, end in _apart(found):
        entity_id = who[mention.id]
        if any(sign.isalnum() for sign in story.document.text[start:end]):
            class_ = "m pro" if mention.form == "pronominal" else "m"
            link = attributes(class_=class_, href=f"#who-{entity_id}")
            yield Inline(start, end, _MENTION, "a", link, link)


def _apart(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, int, int]]:
    """The mentions in pieces that do not overlap, each sign given to the innermost.

    A link cannot hold a link: in “the captain's wife” the captain is one, and what is left of
    the wife's another.
    """
    around: list[Mention] = []
    position = 0
    for mention in sorted(mentions, key=lambda each: (each.start, -each.end)):
        while around and around[-1].end <= mention.start:
            outer = around.pop()
            if position < outer.end:
                yield outer, position, outer.end
            position = max(position, outer.end)
        if around and mention.end > around[-1].end:
            continue  # two that cross cannot both be right; the first is kept
        if around and position < mention.start:
            yield around[-1], position, mention.start
        position = mention.start
        around.append(mention)
    for outer in reversed(around):
        if position < outer.end:
            yield outer, position, outer.end
            position = outer.end
