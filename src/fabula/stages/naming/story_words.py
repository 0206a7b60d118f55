"""The words of the story proper, each with what stands around it.

Paratext and headings are left out. Punctuation is not a word here: it shows as the marks before
and after one, which is what tells a name that is called (“Oh, Ines!”) from one that is told.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import repeat

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from fabula.encoder.scores import Ints
from fabula.lexicon.pronouns import pronoun
from fabula.story import QuotationId, Story
from fabula.text import Spanned

_APOSTROPHES = frozenset("'’ʼ")
_STUTTER = re.compile(r"^(\w)[-‐‑](?=\1)", re.IGNORECASE)
_CARRIED = re.compile(r"(?<=\w\w)['’](?:ll|d|ve|re)$")
"""The verb that a name carries: “Barnaby’ll see to it”."""

_HYPHENS = frozenset("-‐‑")
JOINERS = "\u00ad\u2060\u200c\u200d"
"""Soft hyphens and joiners, which nobody sees; some books put one before each dash."""

NO_JOINERS = {ord(joiner): None for joiner in JOINERS}
_OPENING_MARKS = frozenset('“‘«„"([{:;…')
"""After one of these a capital letter may have nothing to do with a name."""


class Word(Struct, frozen=True, gc=False):
    """One word of the story.

    `text` leaves a possessive ending (Anna’s), a verb (Anna’ll) and a stutter (A-Anna) out; so
    do `start` and `end`. `lower` is the text in lower case with a plain apostrophe; `capital`
    says whether it begins with a capital letter. `before` and `after` are the punctuation marks
    between this word and its neighbours. `opens` is True where a capital is due anyhow: at the
    start of a sentence or a quotation.
    """

    text: str
    lower: str
    capital: bool
    start: int
    end: int
    before: str
    after: str
    opens: bool
    possessive: bool
    sentence: int
    paragraph: int
    quotation_id: QuotationId | None

    @property
    def shouted(self) -> bool:
        """Whether all of it is capitals, as in INES; a single letter is not."""
        return len(self.text) > 1 and self.text.isupper()


def story_words(story: Story) -> list[Word]:
    """Every word of the story's narration and quotations, in text order."""
    raw = list(_raw_words(story))
    text = story.document.text
    return list(map(_word, repeat(text), raw, [*raw[1:], None], [None, *raw]))


class _Raw(Struct, frozen=True, gc=False):
    start: int
    end: int
    before: str
    sentence: int
    paragraph: int
    opens: bool
    quotation_id: QuotationId | None


def _word(text: str, item: _Raw, following: _Raw | None, previous: _Raw | None) -> Word:
    form = text[item.start : item.end]
    start, end, possessive = item.start, item.end, False
    if form[-2:-1] in _APOSTROPHES and form[-1] in "sS" and len(form) > 2 and pronoun(form) is None:
        end, possessive = end - 2, True
    elif form[0].isupper() and pronoun(form) is None and (carried := _CARRIED.search(form)):
        end = start + carried.start()
    stutter = _STUTTER.match(form) if form[1:2] in _HYPHENS else None
    if stutter:
        start += stutter.end()
    while text[end - 1] in JOINERS and end - start > 1:
        end -= 1
    same = following is not None and following.paragraph == item.paragraph
    after = following.before if following is not None and same else "¶"
    if not possessive and after[:1] in {"'", "’"} and form[-1:] in "sS":
        # The dogs’ dinner: a bare apostrophe; a closing quotation mark stands where one closes.
        possessive = item.quotation_id is None or (
            following is not None and following.quotation_id == item.quotation_id
        )
    begins = previous is None or previous.sentence != item.sentence
    quoted = previous is not None and previous.quotation_id != item.quotation_id
    opens = begins or quoted or not _OPENING_MARKS.isdisjoint(item.before)
    shown = text[start:end]
    if not shown.isascii():
        shown = shown.translate(NO_JOINERS)
    return Word(
        text=shown,
        lower=shown.lower().replace("’", "'"),
        capital=shown[0].isupper(),
        start=start,
        end=end,
        before=item.before,
        after=after,
        opens=opens,
        possessive=possessive,
        sentence=item.sentence,
        paragraph=item.paragraph,
        quotation_id=item.quotation_id,
    )


def _raw_words(story: Story) -> Iterator[_Raw]:
    """Tokens with letters, and the marks between them gathered before the next."""
    document = story.document
    tokens, text = document.tokens, document.text
    starts = np.fromiter((token.start for token in tokens), np.int64, len(tokens))
    parts = quotation_parts(story)
    skipped = _inside(left_out(story), starts)[1].tolist()
    quoted, inside = (found.tolist() for found in _inside(parts, starts))
    sentences = _inside(document.sentences, starts)[0].tolist()
    paragraphs = _inside(document.paragraphs, starts)[0].tolist()
    before: list[str] = []
    last_paragraph = -1
    for row, token in enumerate(tokens):
        if skipped[row]:
            before.clear()
            continue
        form = text[token.start : token.end]
        if not (form.isalnum() or any(map(str.isalnum, form))):
            before.append(form)
            continue
        if paragraphs[row] != last_paragraph:
            # Marks at the end of the paragraph before say nothing about this word.
            before = [mark for mark in before if mark in _OPENING_MARKS]
            last_paragraph = paragraphs[row]
        yield _Raw(
            start=token.start,
            end=token.end,
            before="".join(before),
            sentence=sentences[row],
            paragraph=paragraphs[row],
            opens=False,
            quotation_id=parts[quoted[row]].id if inside[row] else None,
        )
        before.clear()


class QuotedPart(Struct, frozen=True, gc=False):
    """A part of an outer quotation."""

    start: int
    end: int
    id: QuotationId


def quotation_parts(story: Story) -> list[QuotedPart]:
    """The parts of the outer quotations; a quotation inside one belongs to it here."""
    return sorted(
        (
            QuotedPart(part.start, part.end, quotation.id)
            for quotation in story.quotations
            if quotation.within is None
            for part in quotation.parts
        ),
        key=lambda part: part.start,
    )


def left_out(story: Story) -> list[Spanned]:
    """What is no telling: paratext, headings and the marks between scenes, in text order."""
    spans: list[Spanned] = list(story.paratext)
    spans += [chapter.heading for chapter in story.chapters if chapter.heading]
    spans += [scene.mark for scene in story.scenes if scene.mark]
    return sorted(spans, key=lambda span: span.start)


def _inside(spans: Sequence[Spanned], offsets: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """[offsets]: the first span that ends behind each, and whether that one holds it.

    `spans` are sorted by their starts; one may lie inside another.
    """
    starts = np.fromiter((span.start for span in spans), np.int64, len(spans))
    ends = np.fromiter((span.end for span in spans), np.int64, len(spans))
    first = np.searchsorted(np.maximum.accumulate(ends), offsets, side="right")
    inside = np.zeros(len(offsets), dtype=np.bool_)
    there = first < len(spans)
    inside[there] = starts[first[there]] <= offsets[there]
    return first, inside
