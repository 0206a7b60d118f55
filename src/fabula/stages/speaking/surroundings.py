"""What stands around each quotation in its paragraph: its cue, and who acts beside it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.stages.speaking.clauses import Narration, Piece, acting_subject
from fabula.stages.speaking.cue_parts import Cue
from fabula.stages.speaking.cues import LEADING_MARKS, cue_after, cue_before
from fabula.story import Mention, Quotation
from fabula.text import Document, Span

SENTENCE_ENDS = frozenset(".!?…")


class Surroundings(Struct, frozen=True, kw_only=True):
    """The evidence beside one quotation.

    `behind` and `ahead` are the people who act in the sentence right behind it and right in
    front of it; `lead` is who acts in a paragraph before it that ends in a colon. `adjoining`:
    only white space lies between this quotation and the one before it in the same paragraph.
    """

    cue: Cue | None = None
    behind: Mention | None = None
    ahead: Mention | None = None
    lead: Mention | None = None
    adjoining: bool = False


class _Gap(Struct, frozen=True):
    """Narration in one paragraph, with the places of the quotations at its two ends."""

    start: int
    end: int
    left: int | None
    right: int | None


class _Reading(Struct):
    """What the gaps have given for one quotation so far."""

    between: Cue | None = None
    after: Cue | None = None
    before: Cue | None = None
    behind: Mention | None = None
    ahead: Mention | None = None
    lead: Mention | None = None
    adjoining: bool = False

    def cue(self) -> Cue | None:
        """The best cue: one that names somebody with a verb of speech, else the nearest."""
        found = [cue for cue in (self.between, self.after, self.before) if cue is not None]
        return next((cue for cue in found if cue.kind != "expressive"), None) or next(
            iter(found), None
        )


def surroundings(
    document: Document, quotations: Sequence[Quotation], narration: Narration
) -> list[Surroundings]:
    """The surroundings of each quotation; `quotations` are in text order and not nested."""
    readings = [_Reading() for _ in quotations]
    for gap in _gaps(document, quotations):
        _read_gap(document, gap, quotations, narration, readings)
    return [
        Surroundings(
            cue=reading.cue(),
            behind=reading.behind,
            ahead=reading.ahead,
            lead=reading.lead,
            adjoining=reading.adjoining,
        )
        for reading in readings
    ]


def _gaps(document: Document, quotations: Sequence[Quotation]) -> Iterator[_Gap]:
    """The narration in front of, between and behind the parts, paragraph by paragraph."""
    parts = sorted(
        (part.start, part.end, place)
        for place, quotation in enumerate(quotations)
        for part in quotation.parts
    )
    starts = [paragraph.start for paragraph in document.paragraphs]
    ends = [paragraph.end for paragraph in document.paragraphs]
    for number, (start, end, place) in enumerate(parts):
        paragraph = bisect_right(starts, start) - 1
        if paragraph < 0:
            continue
        previous = parts[number - 1] if number else None
        if previous is None or previous[1] <= starts[paragraph]:
            yield _Gap(starts[paragraph], start, None, place)
        following = parts[number + 1] if number + 1 < len(parts) else None
        last = max(bisect_right(starts, end - 1) - 1, paragraph)
        if following is not None and following[0] < ends[last]:
            yield _Gap(end, following[0], place, following[2])
        elif end < ends[last]:
            yield _Gap(end, ends[last], place, None)


def _read_gap(
    document: Document,
    gap: _Gap,
    quotations: Sequence[Quotation],
    narration: Narration,
    readings: list[_Reading],
) -> None:
    pieces = narration.pieces(gap.start, gap.end)
    sentences = split_sentences(pieces)
    if not sentences:
        if gap.left is not None and gap.right is not None and gap.left != gap.right:
            readings[gap.right].adjoining = True
        elif gap.left is None and gap.right is not None:
            _read_lead(document, gap, narration, readings[gap.right])
        return
    cue: Cue | None = None
    if gap.left is not None:
        joined = _runs_on(document.text, quotations[gap.left], gap)
        cue = cue_after(sentences[0], joined=joined)
        _read_behind(readings[gap.left], gap, sentences[0], cue)
    if gap.right is not None and gap.right != gap.left:
        _read_ahead(readings[gap.right], sentences, cue)
    elif gap.right is not None and cue is None:
        readings[gap.right].between = readings[gap.right].between or cue_before(sentences[-1])


def _read_behind(reading: _Reading, gap: _Gap, sentence: Sequence[Piece], cue: Cue | None) -> None:
    if gap.left == gap.right:
        reading.between = reading.between or cue
    else:
        reading.after = cue
    if cue is None and reading.behind is None:
        reading.behind = acting_subject(sentence)


def _read_ahead(reading: _Reading, sentences: Sequence[Sequence[Piece]], taken: Cue | None) -> None:
    """The sentence in front of a quotation; `taken` is the cue of the quotation before it."""
    last = sentences[-1]
    rest = last
    if taken is not None and len(sentences) == 1:
        rest = [piece for piece in last if piece.start >= taken.span.end]
    reading.before = cue_before(rest)
    leads = last[-1].word in LEADING_MARKS
    if reading.before is None and taken is not None and len(sentences) == 1 and leads:
        reading.before = taken  # said Anna, “…”: the same breath goes on
    reading.ahead = acting_subject(rest) or (acting_subject(last) if taken is None else None)


def _read_lead(document: Document, gap: _Gap, narration: Narration, reading: _Reading) -> None:
    """A paragraph that ends in a colon hands over to the one behind it.

    Finds: the cue or the acting person in the last sentence of the paragraph before.
    Why it holds: a colon at a paragraph's end announces words.
    Misses: a comma in the same place, which is as often a slip.
    Example: Anna raised her hand: (new paragraph) “Stop!”
    """
    index = bisect_right(document.paragraphs, gap.start, key=_start) - 2
    if index < 0:
        return
    before = document.paragraphs[index]
    if document.text[before.end - 1] != ":":
        return
    sentences = split_sentences(narration.pieces(before.start, before.end))
    if sentences:
        reading.before = cue_before(sentences[-1])
        reading.lead = acting_subject(sentences[-1])


def _start(span: Span) -> int:
    return span.start


def _runs_on(text: str, quotation: Quotation, gap: _Gap) -> bool:
    """Whether the quotation runs on into the narration: “Fine,” or a small letter behind it."""
    words = text[max(quotation.start, gap.start - 4) : gap.start].rstrip("”’\"' »")
    following = text[gap.start : gap.end].lstrip(" \n\t\r—-")
    return words.endswith(",") or following[:1].islower()


def split_sentences(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces sentence by sentence; the last one may be unfinished."""
    sentences: list[list[Piece]] = []
    open_sentence = False
    for piece in pieces:
        if not open_sentence:
            if piece.is_mark and sentences and piece.word not in LEADING_MARKS:
                sentences[-1].append(piece)
                continue
            sentences.append([])
            open_sentence = True
        sentences[-1].append(piece)
        if piece.is_mark and piece.word[0] in SENTENCE_ENDS and piece.word not in LEADING_MARKS:
            open_sentence = False
    return sentences
