"""Finds the scenes of each chapter: what stands between two breaks."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.encoder.scores import Scores
from fabula.labels import BreakKind
from fabula.stages.quoting.chats import find_chats
from fabula.stages.structure.breaks import is_break_line, recurring_rows
from fabula.stages.structure.headers import read_header
from fabula.stages.structure.layout import Block, blocks_of, lines_of
from fabula.stages.structure.mail_heads import is_mail_head
from fabula.stages.structure.outline import Outline, read_outline
from fabula.stages.structure.remaining import StoryText
from fabula.stages.structure.scene_labels import (
    is_clock_line,
    is_date_line,
    is_place_and_date,
    is_year_line,
    scene_labels,
)
from fabula.stages.structure.spacing import (
    Passage,
    break_gap,
    is_greeting,
    without_insets,
    without_preface,
)
from fabula.stages.structure.times import time_of, time_opening, time_opening_a_sentence
from fabula.stages.structure.titled_scenes import chat_heads, titled_scenes
from fabula.stages.structure.unmarked import UnmarkedStarts
from fabula.story import Chapter, Scene, SceneId, Story
from fabula.text import Span

MIN_INDENT = 2
MAX_VERSE_LINE = 55
"""Lines of prose are wrapped at 65 characters or more."""

MAX_HEADING_WORDS = 12
TIMED = 3
"""Passages in which a scene may say when it happens."""
_LAST_LINE = re.compile(r"[^*_~#\s][^*_~#\n]*(?=[*_~#\s]*\Z)")
"""The words of the last line of a heading, without what adorns them."""

_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b")
"""Of a message."""

_FOOTNOTE = re.compile(r"\[(?:footnote\b|\d{1,3}\]|\*\])", re.IGNORECASE)


class FindScenes:
    """Writes the layer `scenes`.

    Finds: rows of glyphs and rules, numbers and lines such as “Mara's POV” inside a chapter,
        “Three days later…” by itself, and empty lines where they are clearly rarer than the
        ordinary space of this text; with scores also changes that nothing marks, where the first
        words leap in time or place.
    Why it holds: writers mark a change of place, time or eyes by something that they do nowhere
        else.
    Misses: changes of scene in the middle of a paragraph; wide space in texts that space
        irregularly.
    Example: two paragraphs, `* * *`, one paragraph: two scenes, the second opened by “glyphs”.

    A scene reaches from its first story word to its last; glyphs, headings and notes belong to
    none. The first scene of a text is opened by “start”, that of a later chapter by “chapter”.
    """

    requires = ("paratext", "chapters")
    provides = "scenes"

    def __init__(self, scores: Scores | None = None) -> None:
        """A stage that reads these scores of the story's document; None for breaks alone."""
        self._scores = scores

    def __call__(self, story: Story) -> tuple[Scene, ...]:
        """The scenes of a story, in text order."""
        scenes: list[Scene] = []
        unmarked = UnmarkedStarts(story.document, self._scores) if self._scores else None
        for chapter, passages in zip(story.chapters, marked_passages(story), strict=True):
            told = unmarked.opened(passages) if unmarked is not None else passages
            for group in _groups(told):
                first, last = group[0], group[-1]
                heading = chapter.heading if first is told[0] else None
                time = _time(story.document.text, group, heading)
                scenes.append(
                    Scene(
                        id=SceneId(f"s{len(scenes) + 1}"),
                        chapter_id=chapter.id,
                        start=first.start,
                        end=last.end,
                        opened_by=_opening(first, len(scenes)),
                        mark=first.mark,
                        time=time,
                    )
                )
        return tuple(scenes)


def marked_passages(story: Story) -> Iterator[Sequence[Passage]]:
    """The passages of each chapter of a story, with the breaks that the text marks."""
    layout = _Layout(story)
    before = 0
    for number, chapter in enumerate(story.chapters):
        passages = layout.passages(chapter, chapter.heading.end if chapter.heading else before)
        yield passages if number else without_preface(passages)
        before = chapter.end


def _time(text: str, group: Sequence[Passage], heading: Span | None) -> Span | None:
    """The words above a scene or near its start that say when it happens.

    `heading` is that of the chapter, where the scene is its first.
    """
    for above in (group[0].mark, heading):
        date = _date_in(text, above) if above is not None else None
        if date is not None:
            return date
    for passage in group[:TIMED]:
        look = time_of if passage is group[0] else time_opening
        time = look(text, passage.start, passage.end)
        if time is not None and time.leap not in {"waking", "soon"}:
            return time.span
    if any(passage.chat for passage in group[:2]):
        hour = _HOUR.search(text, group[0].start, group[0].end)
        return Span(*hour.span()) if hour else None
    return time_opening_a_sentence(text, group[0].start, group[0].end)


def _date_in(text: str, above: Span) -> Span | None:
    """The date or hour on the last line above a scene: alone, or behind a place."""
    last = _LAST_LINE.search(text, above.start, above.end)
    if last is None:
        return None
    if any(says(last.group()) for says in (is_date_line, is_clock_line, is_year_line)):
        return Span(*last.span())
    if not is_place_and_date(last.group()):
        return None
    date = last.group().rpartition(",")[2].strip()
    return Span(last.end() - len(date), last.end())


def _opening(first: Passage, number: int) -> BreakKind:
    if first.opened_by is None or first.opened_by == "chapter":
        return "chapter" if number else "start"
    return first.opened_by


def _groups(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """The passages, cut before each that is opened by a break."""
    first = 0
    for number, passage in enumerate(passages):
        if number and passage.opened_by is not None:
            yield passages[first:number]
            first = number
    if passages:
        yield passages[first:]


class _Break(Struct):
    """The break that the next passage will be opened by."""

    kind: BreakKind | None = None
    mark: Span | None = None

    def add(self, kind: BreakKind, mark: Span | None = None) -> None:
        """One thing more that divides: the first kind stays, marks become one span."""
        self.kind = self.kind or kind
        if mark is not None:
            self.mark = Span(self.mark.start if self.mark else mark.start, mark.end)


class _Layout:
    """The blocks of a story, what is story in them, and what divides them."""

    def __init__(self, story: Story) -> None:
        self._blocks = blocks_of(story.document)
        self._starts = [block.start for block in self._blocks]
        self._remaining = StoryText(story.document, story.paratext)
        self._skipped = self._remaining.skipped(self._blocks)
        self._rows = recurring_rows(self._blocks)
        outline = read_outline(self._blocks, self._skipped)
        self._sections = {division.first: division for division in outline.sections}
        gaps = self._gaps(outline)
        self._gap = break_gap(gaps)
        self._ordinary = Counter(gaps).most_common(1)[0][0] if gaps else 0
        told = frozenset(each.index for each in self._blocks if each.index not in self._skipped)
        self._labels = scene_labels(self._blocks, told, self._gap)
        self._labels |= titled_scenes(self._blocks, sorted(told))
        self._labels |= chat_heads(self._blocks, sorted(told))
        spans = [Span(block.start, block.end) for block in self._blocks if block.index in told]
        self._messages = [message.start for message in find_chats(story.document.text, spans)]
        indents = Counter(block.indent for block in self._blocks)
        self._indent = indents.most_common(1)[0][0] if indents else 0

    def _gaps(self, outline: Outline) -> list[int]:
        """The empty lines between paragraphs of story, headings and breaks left out."""
        apart = set(self._skipped) | {
            number
            for division in (*outline.chapters, *outline.sections)
            for number in range(division.first, division.last + 1)
        }
        apart |= {block.index for block in self._blocks if is_break_line(block, self._rows)}
        return [
            block.gap
            for block in self._blocks[1:]
            if block.index not in apart and block.index - 1 not in apart and not block.rules
        ]

    def passages(self, chapter: Chapter, body: int) -> Sequence[Passage]:
        """The story of a chapter from offset `body` on, by block, with the breaks before them."""
        first = max(bisect_right(self._starts, body) - 1, 0)
        found: list[Passage] = []
        pending = _Break()
        last = bisect_left(self._starts, chapter.end)
        for block in self._blocks[first:last]:
            if block.end > body:
                self._read(block, body, found, pending)
        return without_insets(found)

    def _read(self, block: Block, body: int, found: list[Passage], pending: _Break) -> None:
        for rule in block.rules:
            pending.add("rule", Span(rule.start, rule.end) if rule.start < rule.end else None)
        section = self._sections.get(block.index)
        if section is not None and section.start >= body:
            pending.add("heading", Span(section.start, section.end))
            body = section.body
        elif is_break_line(block, self._rows) and block.index not in self._skipped:
            kind: BreakKind = "rule" if "rule" in block.looks else "glyphs"
            pending.add(kind, Span(block.start, block.end))
            return
        spans = self._remaining.of(block, body)
        if block.index in self._skipped:
            pending.mark = None  # marks on two sides of a note are not one
        elif spans:
            self._passage(block, spans, found, pending)

    def _passage(
        self, block: Block, spans: Sequence[Span], found: list[Passage], pending: _Break
    ) -> None:
        wide = self._is_wide(block)
        apart = wide or pending.kind is not None or not found
        said = self._heads_inset(block) or self._is_message(block)
        header = None if said else read_header(block, apart=apart)
        if header == "label" or block.index in self._labels:
            pending.add("heading", Span(block.start, block.end))
            return
        if header == "time" or is_mail_head(self._blocks, block.index):
            pending.add("heading")
        elif wide:
            pending.add("blank")
        found.append(
            Passage(
                start=spans[0].start,
                end=spans[-1].end,
                words=block.words,
                inset=self._is_inset(block),
                greets=is_greeting(block.text),
                headed=header is not None,
                goes_on=block.bare[:1].islower(),
                announces=block.text.rstrip('-–—"”')[-1:] in ":,",
                stops=block.text.rstrip("-–—*_\"'”’ ")[-1:] in ".!?…",
                opened_by=pending.kind if found else None,
                mark=pending.mark,
                chat=self._is_message(block),
            )
        )
        pending.kind = pending.mark = None

    def _is_message(self, block: Block) -> bool:
        """Whether a message of a chat begins in a block."""
        return bisect_left(self._messages, block.start) < bisect_left(self._messages, block.end)

    def _is_wide(self, block: Block) -> bool:
        """Whether more empty lines stand before a block than between two paragraphs.

        Beside a picture or a note space means nothing.
        """
        return (
            self._gap is not None
            and block.gap >= self._gap
            and block.index - 1 not in self._skipped
        )

    def _heads_inset(self, block: Block) -> bool:
        """Whether a short line belongs to a letter, a sign or a verse: it greets or heads it."""
        if is_greeting(block.text) or block.text.endswith(("--", "—", "–")):
            return True
        if "centred" in block.looks or block.words > MAX_HEADING_WORDS:
            return False
        following = self._blocks[block.index + 1 : block.index + 2]
        return any(map(self._is_inset, (*following, block)))

    def _is_inset(self, block: Block) -> bool:
        """Whether a block is moved in, or set in short lines like verse."""
        if block.indent >= self._indent + MIN_INDENT or "blockquote" in block.looks:
            return True
        if _FOOTNOTE.match(block.text):
            return True
        lines = lines_of(block)
        if len(lines) > 1:
            return max(len(line.text) for line in lines) <= MAX_VERSE_LINE
        following = self._blocks[block.index + 1 : block.index + 2]
        close = [block, *following] if block.index else following
        tight = any(other.gap < self._ordinary for other in close)
        return tight and len(block.text) <= MAX_VERSE_LINE
