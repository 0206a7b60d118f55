"""The head of a text or chapter: title page, labelled lines, notes before the story begins."""

import re
from collections.abc import Sequence

from msgspec import Struct

from fabula.labels import ParatextRole
from fabula.stages.structure.breaks import is_break_line
from fabula.stages.structure.bylines import is_byline, is_lone_by, is_name, split_title
from fabula.stages.structure.headers import read_header
from fabula.stages.structure.headings import caption
from fabula.stages.structure.labelled_lines import is_story_marker
from fabula.stages.structure.layout import Block, fold
from fabula.stages.structure.notes import note_end
from fabula.stages.structure.pieces import Piece, pieces_of
from fabula.story import Paratext
from fabula.text import Metadata

MAX_FRONT_BLOCKS = 80
MAX_TITLE_WORDS = 16
MAX_TITLE_LINES = 4
MAX_DEDICATION_WORDS = 25
MAX_EPIGRAPH_WORDS = 150
MAX_CREDIT_WORDS = 60
MAX_VERSE_LINE = 70


class Region(Struct, frozen=True):
    """The blocks of a chapter, or those before the first heading.

    `opens` is True at the start of the text, `headed` where a heading follows directly, so that
    everything in it stands before the story. `begun` is True where story stands in the block of
    the heading already, `announced` where the heading calls the chapter a note. `ordinary` is
    the usual space between paragraphs.
    """

    blocks: Sequence[Block]
    ordinary: int
    opens: bool = False
    headed: bool = False
    begun: bool = False
    announced: bool = False


class Front(Struct, frozen=True):
    """What stands before the story: its records, and how many blocks they take up."""

    records: tuple[Paratext, ...]
    taken: int


_CREDITS = re.compile(
    r"[\s*_~\[(]*(?:produced|prepared|transcribed|e-?text\s+prepared|scanned"
    r"|proof(?:ed|read)|digiti[sz]ed"
    r"|converted|translated|illustrated|edited|published|reprinted|first\s+published|printed)\s+"
    r"(?:by|from|for|in|at|and)\b"
    r"|[\s*_~\[(]*(?:transcriber|translator|editor)['’]?s?['’]?\s+notes?\b"
    r"|[\s*_~\[(]*(?:the|this)\s+(?:present\s+)?(?:text|edition|e-?book|version)\s+(?:is|was|has|follows)\b"
    r"|[\s*_~\[(]*(?:with\s+)?(?:\d+\s+)?illustrations\s+by\b",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"[^\n]{0,80}(?:\bcopyright\b\W{0,4}(?:c\b|by\b|\d{4})|©|\(c\)\s*\d{4}|\ball rights reserved\b"
    r"|\bisbn\b|\bcreative commons\b)",
    re.IGNORECASE,
)
_DEDICATED = re.compile(
    r"[\s*_~]*(?:(?:this\s+(?:book|story|one|novel|fic|chapter)\s+is\s+)?dedicated\s+to|"
    r"this\s+(?:book|story|one|novel|fic)\s*(?:is|['’]s)\s+for|"
    r"in\s+(?:loving\s+)?memory\s+of|inscribed\s+to)(?![a-z])",
    re.IGNORECASE,
)
_TO_SOMEONE = re.compile(r"[\s*_~]*(?:to|for)[\s*_~]+(?:my\b|the\b|all\b|[A-Z])", re.IGNORECASE)
_LONE_TO = re.compile(r"[\s*_~]*(?:to|for)[\s*_~]*", re.IGNORECASE)
_WORKS = re.compile(r"[\s*_~(\[]*authors?\s+of\s+[\"“‘'_*]", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:\d{1,2}[:.]\d\d|\d{1,2}(?:st|nd|rd|th)|1[5-9]\d\d|20\d\d|p\.?o\.?v\b"
    r"|january|february|march|april|june|july|august|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\W*(?:1[5-9]|20)\d\d\W*")
_ATTRIBUTION = re.compile(r"[\s*_~(]*(?:--+|[—–―]|-\s)\s*[*_~\"“]*[A-Z][^\n]{1,80}")


def read_front(region: Region, metadata: Metadata) -> Front:
    """What stands before the story in a region.

    Finds: a title page (title, “by”, name, dedication, epigraph, who translated it), labelled
        lines under one another, an author's note with its label, all in any order.
    Why it holds: it stops at the first block that is none of these; at the start of a text a
        short line in title case or above a byline is the title.
    Misses: a title that reads like a sentence and has no byline.
    Example: The Ferry / by Emily Ash / Rating: G / A/N: Enjoy! / *** / It was raining.
    """
    reader = _Reader(region, metadata)
    reader.read()
    return Front(tuple(reader.records), reader.taken)


class _Reader:
    """Walks over the pieces of a front, one rule after another."""

    def __init__(self, region: Region, metadata: Metadata) -> None:
        self.region = region
        self.blocks = region.blocks[:MAX_FRONT_BLOCKS]
        self.pieces = list(pieces_of(self.blocks))
        self.order = {block.index: number for number, block in enumerate(self.blocks)}
        self.at = 0
        self.taken = 0
        self.records: list[Paratext] = []
        self.title = fold(metadata.title) if metadata.title else ""
        self.marker = next(
            (n for n, piece in enumerate(self.pieces) if is_story_marker(piece.text)), None
        )

    def read(self) -> None:
        """Apply the rules until none fits."""
        if self.region.opens:
            self._title_page()
        rules = (
            self._marker,
            self._label,
            self._byline,
            self._licence_or_credits,
            self._epigraph,
            self._dedication,
            self._subtitle,
            self._page_line,
        )
        while self.at < len(self.pieces):
            if is_break_line(self.pieces[self.at].block):
                self.at += 1
            elif not any(rule(self.pieces[self.at]) for rule in rules):
                break

    def _take(self, role: ParatextRole, count: int = 1) -> bool:
        """Record the next `count` pieces under a role."""
        first, last = self.pieces[self.at], self.pieces[self.at + count - 1]
        self._record(role, first.start, last.end)
        self.at += count
        return True

    def _record(self, role: ParatextRole, start: int, end: int) -> None:
        self.records.append(Paratext(start=start, end=end, role=role))
        block = next(
            (
                number
                for number, block in enumerate(self.blocks[self.taken :], self.taken)
                if block.end >= end
            ),
            self.taken,
        )
        self.taken = block + (self.blocks[block].end == end)

    def _has(self, role: ParatextRole) -> bool:
        return any(record.role == role for record in self.records)

    def _following(self, number: int) -> Piece | None:
        return self.pieces[number] if number < len(self.pieces) else None

    def _title_page(self) -> None:
        """The title at the very start of a text, and the byline on its line or below."""
        while self.at < len(self.pieces) and is_break_line(self.pieces[self.at].block):
            self.at += 1
        if self.at == len(self.pieces):
            return
        lines = self._lines_above_byline()
        piece = self.pieces[self.at]
        cut = split_title(piece.text) if piece.label is None and not lines else None
        if cut is not None:
            self._record("title", piece.start, piece.start + cut[0])
            self._record("author", piece.start + cut[1], piece.end)
            self.at += 1
        elif lines or (piece.label is None and self._is_title(piece)):
            self.title = self.title or fold(piece.text)
            self._take("title", max(lines, 1))

    def _lines_above_byline(self) -> int:
        """How many short lines stand between here and a byline; 0 where there is no byline."""
        for number in range(self.at, min(self.at + MAX_TITLE_LINES + 1, len(self.pieces))):
            text = self.pieces[number].text
            below = self._following(number + 1)
            if is_byline(text) or (is_lone_by(text) and below and is_name(below.text)):
                return number - self.at
            if len(text.split()) > MAX_TITLE_WORDS or self.pieces[number].label is not None:
                return 0
        return 0

    def _is_title(self, piece: Piece) -> bool:
        text = piece.text.strip("*_#~ ")
        if self.title and self.title == fold(text):
            return True
        below = self._following(self.at + 1)
        looks = caption(" ".join(text.split()))
        if looks is None or len(text.split()) > MAX_TITLE_WORDS:
            return False
        if below is None:
            return self.region.headed
        if not self.region.headed and self._heads_scene(piece):
            return False
        if below.label is not None and (below.label.strong or below.label.plain):
            return True
        apart = below.block.gap > self.region.ordinary or bool(below.block.rules)
        marked = piece.block.level is not None or piece.block.styled
        return looks != "phrase" or marked or (apart and self.region.headed)

    def _heads_scene(self, piece: Piece) -> bool:
        """Whether a first line says when, where or through whose eyes: “London, 1923”."""
        if _DATE.search(piece.text) or read_header(piece.block, apart=False) == "time":
            return True
        again = fold(piece.text)
        return any(
            block.words <= MAX_TITLE_WORDS and fold(block.text) == again
            for block in self.region.blocks[1:]
        )

    def _marker(self, piece: Piece) -> bool:
        return is_story_marker(piece.text) and self._take("navigation")

    def _label(self, piece: Piece) -> bool:
        """A labelled line with its value, a labelled note with its paragraphs."""
        label = piece.label
        if label is None or not self._is_believed(piece):
            return False
        last_of_block = piece.end == piece.block.end
        if label.role in {"author_note", "review_reply"} and last_of_block:
            first = self.order[piece.block.index]
            last = note_end(self.blocks, first, self.region.ordinary, label)
            self._record(label.role, piece.start, self.blocks[last].end)
            while self.at < len(self.pieces) and self.pieces[self.at].end <= self.blocks[last].end:
                self.at += 1
            return True
        value = self._following(self.at + 1)
        has_value = label.alone and value and value.label is None
        return self._take(label.role, 2 if has_value else 1)

    def _is_believed(self, piece: Piece) -> bool:
        label = piece.label
        assert label is not None
        if label.strong or label.plain or self.marker is not None:
            return True
        neighbours = [self._following(self.at + 1), self._following(self.at + 2)]
        beside = any(other and other.label and other.label.plain for other in neighbours)
        return beside or any(record.role in _HEAD_ROLES for record in self.records)

    def _byline(self, piece: Piece) -> bool:
        below = self._following(self.at + 1)
        if is_lone_by(piece.text) and below and is_name(below.text) and self._has("title"):
            return self._take("author", 2)
        named = is_byline(piece.text) and (self.region.opens or "by" in piece.text.split()[:2])
        return named and self._take("author")

    def _licence_or_credits(self, piece: Piece) -> bool:
        if len(piece.text.split()) > MAX_CREDIT_WORDS or not self.region.opens:
            return False
        if _LICENCE.match(piece.text):
            return self._take("licence")
        return _CREDITS.match(piece.text) is not None and self._take("credits")

    def _dedication(self, piece: Piece) -> bool:
        """“To Emily”, “This book is for …”, and the verses below it on a title page."""
        if not self.region.opens or not self.records:
            return False
        if self.records[-1].role == "dedication" and self.region.headed:
            close = piece.block.gap < self.region.ordinary and piece.label is None
            if close or (_is_verse(piece.text) and piece.text[0] not in _QUOTES):
                return self._take("dedication")
        short = len(piece.text.split()) <= MAX_DEDICATION_WORDS
        below = self._following(self.at + 1)
        if self.region.headed and below and _LONE_TO.fullmatch(piece.text):
            return is_name(below.text) and self._take("dedication", 2)
        apart = self.region.headed or below is None or below.block.gap > self.region.ordinary
        if short and _DEDICATED.match(piece.text):
            return self._take("dedication")
        open_end = piece.text.rstrip("*_ ")[-1] not in '.!?…,;:”"'
        to_someone = _TO_SOMEONE.match(piece.text) is not None
        return short and to_someone and open_end and apart and self._take("dedication")

    def _epigraph(self, piece: Piece) -> bool:
        """Words of somebody else before the story, with their name below."""
        if self.region.opens and not (self.records or self.region.headed):
            return False
        if len(piece.text.split()) > MAX_EPIGRAPH_WORDS:
            return False
        lines = piece.text.splitlines()
        quoted = piece.text[0] in _QUOTES
        if len(lines) > 1 and _is_attribution(lines[-1], quoted):
            return self._take("epigraph")
        below = self._following(self.at + 1)
        set_off = quoted or piece.text[0] in "*_" or piece.block.styled or _is_verse(piece.text)
        named = below is not None and _is_attribution(below.text, quoted)
        return set_off and named and self._take("epigraph", 2)

    def _subtitle(self, piece: Piece) -> bool:
        """Short lines on a title page for which no other rule accounts.

        Above the writer's name they belong to the title, below it they name the publisher.
        """
        if not (self.region.headed and self._has("title")):
            return False
        if _YEAR.fullmatch(piece.text) or _WORKS.match(piece.text):
            return self._take("credits")
        text = piece.text.strip("*_#~()[] ")
        short = 0 < len(text.split()) <= MAX_TITLE_WORDS
        if not short or caption(" ".join(text.split())) not in _TITLES:
            return False
        return self._take(
            "credits" if self._has("author") and fold(text) != self.title else "title"
        )

    def _page_line(self, piece: Piece) -> bool:
        """On a copied web page everything before “Chapter Text”: tags, title, name."""
        if self.marker is None or self.at > self.marker:
            return False
        if self._has("tags") and not self._has("title"):
            return self._take("title")
        named = self._has("title") and not self._has("author") and is_name(piece.text)
        last = self.records[-1].role if self.records else "tags"
        return self._take("author" if named else last)


_TITLES = frozenset({"capitals", "title"})
_QUOTES = "\"“‘'«"
_HEAD_ROLES = frozenset({"title", "author", "tags", "summary", "disclaimer", "author_note"})


def _is_attribution(line: str, quoted: bool) -> bool:
    """“--Shakespeare”, “— Emily Ash, Letters”, not a speech that a dash opens.

    Below words in quotation marks (`quoted`) “—Old song” will do.
    """
    if not _ATTRIBUTION.fullmatch(line):
        return False
    words = line.strip(' \t*_~()–—―-"“').split()
    if len(words) > 12 or line.rstrip("*_) ")[-1] in '!?,;:”"':
        return False
    second = len(words) > 1 and words[1].strip('*_"“').lstrip()[:1].isupper()
    looks = caption(" ".join(words))
    return second or looks in _TITLES or (quoted and looks is not None and len(words) <= 4)


def _is_verse(text: str) -> bool:
    """Whether each line begins anew with a capital, and none is as long as those of prose."""
    lines = [line.strip("*_ \t") for line in text.splitlines()]
    capitals = sum(line[:1].isupper() or line[:1] in "\"“‘'" for line in lines)
    return capitals >= 0.9 * len(lines) and max(map(len, lines)) <= MAX_VERSE_LINE
