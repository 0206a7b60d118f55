"""The English Web Treebank of Universal Dependencies, as running text with its words in place.

`FOLDER/ud/en_ewt-ud-dev.conllu` and `…-test.conllu` (Silveira et al., LREC 2014; CC BY-SA 4.0).
For measuring only: nothing is trained on it.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from evaluation.figures import NotMeasured
from fabula.text import Span

Part = Literal["dev", "test"]

_ID, _FORM, _TAG, _HEAD, _RELATION, _MISC = 0, 1, 3, 6, 7, 9


class Word(Struct, frozen=True):
    """A syntactic word, its place in the running text, and its head.

    `head` is an index into the words of the text, the word's own for the root of a sentence. The
    words of a contraction have places of their own where its letters can be shared out (“did”
    and “n’t”), else all of them have the whole.
    """

    start: int
    end: int
    tag: str
    head: int
    relation: str


class ParsedText(Struct, frozen=True):
    """One text of the treebank: its paragraphs with a blank line between, and its words."""

    id: str
    text: str
    words: tuple[Word, ...]


class _Token(Struct, frozen=True):
    """A surface token: its letters, the rows of its words, whether a space follows."""

    form: str
    rows: tuple[tuple[str, ...], ...]
    spaced: bool


class _Sentence(Struct, frozen=True):
    tokens: tuple[_Token, ...]
    opens_text: str | None
    opens_paragraph: bool


def load(data: Path, part: Part) -> Iterator[ParsedText]:
    """The texts of a part of the treebank, in the order of the file.

    Raises:
        NotMeasured: if the data does not hold it.
    """
    path = data / "ud" / f"en_ewt-ud-{part}.conllu"
    if not path.exists():
        raise NotMeasured(f"expected {path}, found no such file")
    yield from parse(path.read_text(encoding="utf-8"))


def parse(source: str) -> Iterator[ParsedText]:
    """The texts of a file in the CoNLL-U format.

    A text begins at `# newdoc`, a paragraph at `# newpar`. Empty nodes are left out.
    """
    group: list[_Sentence] = []
    name = ""
    for block in source.strip().split("\n\n"):
        sentence = _sentence(block.split("\n"))
        if sentence.opens_text is not None:
            if group:
                yield _running(name, group)
            group, name = [], sentence.opens_text
        group.append(sentence)
    if group:
        yield _running(name, group)


def _sentence(lines: Sequence[str]) -> _Sentence:
    comments = [line[1:].strip() for line in lines if line.startswith("#")]
    opened = (line.partition("=")[2].strip() for line in comments if line.startswith("newdoc"))
    return _Sentence(
        tokens=tuple(_tokens(line.split("\t") for line in lines if not line.startswith("#"))),
        opens_text=next(opened, None),
        opens_paragraph=any(line.startswith("newpar") for line in comments),
    )


def _tokens(rows: Iterable[Sequence[str]]) -> Iterator[_Token]:
    """The surface tokens: a word, or a range such as 4-5 with the words that it covers."""
    held: list[tuple[str, ...]] = []
    last_of_range, form, misc = 0, "", ""
    for row in rows:
        if "." in row[_ID]:
            continue
        if "-" in row[_ID]:
            last_of_range = int(row[_ID].partition("-")[2])
            form, misc, held = row[_FORM], row[_MISC], []
            continue
        if int(row[_ID]) > last_of_range:
            yield _Token(row[_FORM], (tuple(row),), "SpaceAfter=No" not in row[_MISC])
            continue
        held.append(tuple(row))
        if int(row[_ID]) == last_of_range:
            yield _Token(form, tuple(held), "SpaceAfter=No" not in misc)


def _running(name: str, sentences: Sequence[_Sentence]) -> ParsedText:
    pieces: list[str] = []
    words: list[Word] = []
    offset = 0
    for sentence in sentences:
        if pieces and sentence.opens_paragraph:
            gap = "\n\n"
            pieces.append(gap)
            offset += len(gap)
        first_word = len(words)
        for token in sentence.tokens:
            for row, place in zip(token.rows, _places(token, offset), strict=True):
                words.append(_word(row, place, first_word))
            pieces.append(token.form + " " * token.spaced)
            offset += len(pieces[-1])
    return ParsedText(name, "".join(pieces), tuple(words))


def _word(row: Sequence[str], place: Span, first: int) -> Word:
    """The word of a row; row numbers count from 1 in the sentence, 0 is above its root."""
    head = int(row[_HEAD]) or int(row[_ID])
    return Word(place.start, place.end, row[_TAG], first + head - 1, row[_RELATION])


def _places(token: _Token, offset: int) -> Sequence[Span]:
    forms = [row[_FORM] for row in token.rows]
    if "".join(forms) != token.form:
        return [Span(offset, offset + len(token.form))] * len(forms)
    places = []
    for form in forms:
        places.append(Span(offset, offset + len(form)))
        offset += len(form)
    return places
