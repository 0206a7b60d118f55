"""What stands around each quotation in its paragraph: its cue, and who acts beside it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.stages.speaking.clauses import Narration, Piece, acting_subject
from fabula.stages.speaking.cue_parts import Cue, revealed, turned_to
from fabula.stages.speaking.cues import LEADING_MARKS, cue_after, cue_before
from fabula.stages.speaking.shown import named_last, shown_in
from fabula.story import Mention, Quotation
from fabula.text import Document

# A speech over more paragraphs than this is told, and its later cues are part of the tale.
SHORT_SPEECH = 2
# “It was Nat. It would be.” stands at the head of the paragraph behind the words of a voice.
REVEALED_WITHIN = 2
SENTENCE_ENDS = frozenset(".!?…")


class Surroundings(Struct, frozen=True, kw_only=True):
    """The evidence beside one quotation.

    `behind` and `ahead` are the people who act in the sentence right behind it and right in
    front of it; `lead` is who acts in a paragraph before it that ends in a colon, `earlier` and
    `later` in the nearest sentences of paragraphs of narration before and behind it; `turned_to`
    are those whom somebody looks at or turns to right beside it; `revealed` is who has spoken by
    the words after it, where its own cue names nobody; `shown` is who is there in the sentence
    after a cue that gives no name, `shown_later` at the head of the next paragraph; `antecedents`
    are those who act by a name or a noun in the narration before it in its paragraph, the last
    first, `antecedents_earlier` in the paragraph of narration before. `adjoining`:
    only white space lies between this quotation and the one before it in the same paragraph.
    """

    cue: Cue | None = None
    behind: Mention | None = None
    ahead: Mention | None = None
    lead: Mention | None = None
    earlier: Mention | None = None
    later: Mention | None = None
    turned_to: tuple[Mention, ...] = ()
    revealed: Mention | None = None
    shown: Mention | None = None
    shown_later: Mention | None = None
    antecedents: tuple[Mention, ...] = ()
    antecedents_earlier: tuple[Mention, ...] = ()
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
    earlier: Mention | None = None
    later: Mention | None = None
    turned_to: tuple[Mention, ...] = ()
    revealed: Mention | None = None
    shown: Mention | None = None
    shown_later: Mention | None = None
    antecedents: tuple[Mention, ...] = ()
    antecedents_earlier: tuple[Mention, ...] = ()
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
    reader = _Reader(document, quotations, narration)
    for gap in reader.gaps():
        reader.read(gap)
    return [
        Surroundings(
            cue=reading.cue(),
            behind=reading.behind,
            ahead=reading.ahead,
            lead=reading.lead,
            earlier=reading.earlier,
            later=reading.later,
            turned_to=reading.turned_to,
            revealed=reading.revealed,
            shown=reading.shown,
            shown_later=reading.shown_later,
            antecedents=reading.antecedents,
            antecedents_earlier=reading.antecedents_earlier,
            adjoining=reading.adjoining,
        )
        for reading in reader.readings
    ]


class _Reader:
    """Reads gap after gap and keeps what each says of the quotations at its ends."""

    def __init__(
        self, document: Document, quotations: Sequence[Quotation], narration: Narration
    ) -> None:
        self.readings = [_Reading() for _ in quotations]
        self._text = document.text
        self._quotations = quotations
        self._narration = narration
        self._paragraphs = document.paragraphs
        self._starts = [paragraph.start for paragraph in document.paragraphs]
        self._parts = sorted(
            (part.start, part.end, place)
            for place, quotation in enumerate(quotations)
            for part in quotation.parts
        )
        self._with_speech = {self._paragraph(start) for start, _, _ in self._parts}
        self._known: dict[int, list[list[Piece]]] = {}

    def gaps(self) -> Iterator[_Gap]:
        """The narration in front of, between and behind the parts, paragraph by paragraph."""
        for number, (start, end, place) in enumerate(self._parts):
            paragraph = self._paragraph(start)
            previous = self._parts[number - 1] if number else None
            if previous is None or previous[1] <= self._starts[paragraph]:
                yield _Gap(self._starts[paragraph], start, None, place)
            following = self._parts[number + 1] if number + 1 < len(self._parts) else None
            last = self._paragraphs[max(self._paragraph(end - 1), paragraph)]
            if following is not None and following[0] < last.end:
                yield _Gap(end, following[0], place, following[2])
            else:
                yield _Gap(end, max(end, last.end), place, None)

    def read(self, gap: _Gap) -> None:
        """Note what one gap says."""
        sentences = split_sentences(self._narration.pieces(gap.start, gap.end))
        if not sentences:
            self._read_empty(gap)
            return
        cue: Cue | None = None
        if gap.left is not None:
            joined = _runs_on(self._text, self._quotations[gap.left], gap)
            cue = cue_after(sentences[0], joined=joined)
            self._read_behind(gap, sentences[0], cue)
            self._read_revealed(gap, sentences, cue)
            self._read_shown(gap, sentences, cue)
            self._read_shown_later(gap, len(sentences))
        if gap.right is not None and gap.right != gap.left:
            _read_ahead(self.readings[gap.right], sentences, cue)
        elif gap.right is not None and cue is None and self._at_joint(gap):
            reading = self.readings[gap.right]
            reading.between = reading.between or cue_before(sentences[-1])

    def _read_behind(self, gap: _Gap, sentence: Sequence[Piece], cue: Cue | None) -> None:
        assert gap.left is not None
        reading = self.readings[gap.left]
        if gap.left != gap.right:
            reading.after = cue
        elif self._at_joint(gap):
            reading.between = reading.between or cue
        if cue is None and reading.behind is None:
            reading.behind = acting_subject(sentence)
            reading.turned_to += tuple(turned_to(sentence))

    def _read_revealed(
        self, gap: _Gap, sentences: Sequence[Sequence[Piece]], cue: Cue | None
    ) -> None:
        """Who it was that spoke, where the narrator says so after the words.

        Finds: “It was Tom.” behind a cue that names nobody of the cast, and “It was Tom who had
            spoken.” behind no cue, in the rest of the paragraph or at the head of the next.
        Why it holds: a narrator who hides the speaker shows them next.
        Misses: a speaker who steps into the light in other words.
        Example: “Halt!” cried a voice. (new paragraph) It was the sergeant.
        """
        assert gap.left is not None
        if gap.right is not None or (cue is not None and cue.subject is not None):
            return
        following = self._paragraph(gap.start - 1) + 1
        ahead = self._sentences(following) if following < len(self._paragraphs) else []
        opens_with_speech = bool(ahead) and self._is_quoted(self._starts[following])
        near = [*sentences, *([] if opens_with_speech else ahead[:REVEALED_WITHIN])]
        found = (revealed(sentence, spoke=cue is None) for sentence in near)
        reading = self.readings[gap.left]
        reading.revealed = reading.revealed or next(filter(None, found), None)

    def _read_shown(self, gap: _Gap, sentences: Sequence[Sequence[Piece]], cue: Cue | None) -> None:
        """Who is there right after a cue that gives no name.

        Finds: the subject of the next sentence, a name or a noun; at the end of a paragraph also
            that of the first sentence of the next one, if it opens with narration.
        Why it holds: a narrator who has let an unnamed person speak shows them next, and one
            paragraph is one person's.
        Misses: speakers who are shown only by what they do later.
        Example: “Late again,” said her brother. Tom had been waiting for an hour.
        """
        assert gap.left is not None
        if cue is None or (cue.subject is not None and cue.subject.form != "nominal"):
            return
        if len(sentences) > 1:
            reading = self.readings[gap.left]
            reading.shown = reading.shown or shown_in(sentences[1])

    def _read_shown_later(self, gap: _Gap, told: int) -> None:
        """Who is shown at the head of the next paragraph; `told` sentences stand before its end."""
        assert gap.left is not None
        following = self._paragraph(gap.start - 1) + 1
        if gap.right is not None or told > 1 or following >= len(self._paragraphs):
            return
        if not self._is_quoted(self._starts[following]):
            ahead = self._sentences(following)
            self.readings[gap.left].shown_later = shown_in(ahead[0]) if ahead else None

    def _is_quoted(self, offset: int) -> bool:
        place = bisect_right(self._parts, offset, key=lambda part: part[0]) - 1
        return place >= 0 and offset < self._parts[place][1]

    def _at_joint(self, gap: _Gap) -> bool:
        """Whether the gap follows the first part of its quotation or precedes the last.

        A speech has its cue at one of these two, a speech of many paragraphs at the first; what
        looks like one further inside belongs to people whom the speaker quotes.
        """
        assert gap.left is not None
        parts = self._quotations[gap.left].parts
        if gap.start == parts[0].end:
            return True
        paragraphs = self._paragraph(parts[-1].start) - self._paragraph(parts[0].start)
        return gap.end == parts[-1].start and paragraphs <= SHORT_SPEECH

    def _read_empty(self, gap: _Gap) -> None:
        """No narration: look at the quotation in front, or at the paragraph beside."""
        if gap.left is not None:
            self._read_revealed(gap, (), None)
            self._read_shown_later(gap, 0)
        if gap.left is not None and gap.right is not None:
            if gap.left != gap.right:
                self.readings[gap.right].adjoining = True
        elif gap.right is not None:
            self._read_earlier(self.readings[gap.right], self._paragraph(gap.start) - 1)
        elif gap.left is not None:
            index = self._paragraph(gap.start - 1) + 1
            if index < len(self._paragraphs) and index not in self._with_speech:
                sentences = self._sentences(index)
                self.readings[gap.left].later = acting_subject(sentences[0]) if sentences else None

    def _read_earlier(self, reading: _Reading, index: int) -> None:
        """The paragraph in front of one that opens with a quotation.

        Finds: the cue or the acting person in its last sentence if it ends in a colon; else who
        acts in its last sentence, if it is narration only.
        Why it holds: a colon at a paragraph's end announces words; and whoever has just acted is
        as likely as anyone to speak.
        Misses: a comma in the colon's place, which is as often a slip.
        Example: Anna raised her hand: (new paragraph) “Stop!”
        """
        if index < 0:
            return
        before = self._paragraphs[index]
        announces = self._text[before.end - 1] == ":"
        if not announces and index in self._with_speech:
            return
        sentences = self._sentences(index)
        if not sentences:
            return
        if announces:
            reading.before = cue_before(sentences[-1])
            reading.lead = acting_subject(sentences[-1])
        else:
            reading.earlier = acting_subject(sentences[-1])
            reading.antecedents_earlier = named_last(sentences)

    def _sentences(self, index: int) -> list[list[Piece]]:
        """The sentences of a paragraph; the quotations on both sides may look at one."""
        if index not in self._known:
            paragraph = self._paragraphs[index]
            pieces = self._narration.pieces(paragraph.start, paragraph.end)
            self._known[index] = split_sentences(pieces)
        return self._known[index]

    def _paragraph(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)


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
    if reading.before is None:
        reading.turned_to += tuple(turned_to(rest))
    reading.antecedents = named_last(sentences)


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
