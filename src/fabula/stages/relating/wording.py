"""The words of a story by row: their forms, their sentences and the quotations they stand in."""

from bisect import bisect_left
from operator import attrgetter

from fabula.stages.token_rows import TokenRows
from fabula.story import Mention, Quotation, Story
from fabula.text import covering

_TO_SENTENCE_END = 200
_BEFORE = frozenset("“‘\"'«—–-,.!?…\n")
_BEHIND = frozenset(",.!?…—–")
_CONTRACTING = frozenset("i you he she it that this they we who".split())
_BE_ENDINGS = frozenset("m s re".split())


class Wording:
    """What the printed words say of themselves, whoever is meant by them."""

    def __init__(self, story: Story, rows: TokenRows) -> None:
        """The words of this story; `rows` are those of its tokens."""
        self.story, self.rows = story, rows
        self._quotation_of = {part: each for each in story.quotations for part in each.parts}
        inner = {part for part, each in self._quotation_of.items() if each.within is not None}
        self._inner, self._outer = sorted(inner), sorted(self._quotation_of.keys() - inner)

    def word(self, row: int) -> str:
        """The word at this row in lower case, without what it carries: “tom” of “Tom’s”."""
        return self.rows.text(self.rows.span(row, row)).lower()

    def is_possessive(self, row: int) -> bool:
        """Whether the word is an owner's: “Tom’s”."""
        return len(self.rows.span(row, row)) < int(self.rows.ends[row] - self.rows.starts[row])

    def is_contracted_be(self, row: int) -> bool:
        """Whether a pronoun carries its verb: “I’m”, “he’s”, “they’re”."""
        whole = self.story.document.text[int(self.rows.starts[row]) : int(self.rows.ends[row])]
        bare, mark, ending = whole.replace("’", "'").partition("'")
        return bool(mark) and bare.lower() in _CONTRACTING and ending.lower() in _BE_ENDINGS

    def is_contracted_will(self, row: int) -> bool:
        """Whether a pronoun carries “will” or “would”: “I’ll”, “she’d”."""
        whole = self.story.document.text[int(self.rows.starts[row]) : int(self.rows.ends[row])]
        return whole.lower().replace("’", "'").endswith(("'ll", "'d"))

    def is_promised(self, row: int) -> bool:
        """Whether a pronoun carries “will”: “I’ll”, not “she’d”."""
        whole = self.story.document.text[int(self.rows.starts[row]) : int(self.rows.ends[row])]
        return whole.lower().replace("’", "'").endswith("'ll")

    def spoken_in(self, row: int) -> Quotation | None:
        """The quotation in which the word at this row stands; the inner one, if one quotes another.

        Of “No,” said Emma, “not to Bath.” the words “said Emma” are in none.
        """
        return self._quoted_at(int(self.rows.starts[row]))

    def _quoted_at(self, offset: int) -> Quotation | None:
        part = covering(self._inner, offset) or covering(self._outer, offset)
        return None if part is None else self._quotation_of[part]

    def sentence_end(self, row: int) -> int:
        """The row behind the sentence with the word at this row."""
        sentence = covering(self.story.document.sentences, int(self.rows.starts[row]))
        return row + 1 if sentence is None else int(self.rows.row_of(sentence.end - 1)) + 1

    def sentence_before(self, row: int) -> int | None:
        """Where the sentence before that of the word at this row starts."""
        sentences = self.story.document.sentences
        start = int(self.rows.starts[row])
        index = bisect_left(sentences, start + 1, key=attrgetter("start")) - 1
        return sentences[index - 1].start if index > 0 else None

    def is_asked(self, row: int) -> bool:
        """Whether the sentence with the word at this row ends in a question mark."""
        text, offset = self.story.document.text, int(self.rows.ends[row])
        reach = range(offset, min(offset + _TO_SENTENCE_END, len(text)))
        end = next((place for place in reach if text[place] in ".!?\n"), None)
        return end is not None and text[end] == "?"

    def is_signed(self, row: int) -> bool:
        """Whether a letter's signature follows: “Your loving brother,” and below it “Tom”."""
        if row + 2 >= len(self.rows.starts):
            return False
        quotation = self.spoken_in(row)
        between = self.story.document.text[
            int(self.rows.ends[row]) : int(self.rows.starts[row + 2])
        ]
        written = quotation is None or quotation.kind == "writing"
        return written and between.strip() == "," and "\n" in between

    def is_called(self, mention: Mention) -> bool:
        """Whether the words are set off on both sides, as the name of one spoken to is."""
        text = self.story.document.text
        before = text[: mention.start].rstrip(" ")[-1:]
        return before in _BEFORE and text[mention.end : mention.end + 1] in _BEHIND
