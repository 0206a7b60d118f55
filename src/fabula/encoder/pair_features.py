"""What is known of two mentions beside their words: distance, form, repetition, speech, names.

A pair of rows is described by a handful of small integers. Each feature has a range of its own in
one common table, so that a model adds up one learned vector for each of them.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate

import numpy as np
from msgspec import Struct, structs
from numpy.typing import NDArray

from fabula.encoder.scores import ENTITY_TYPES, Ints
from fabula.labels import MentionForm
from fabula.story import Mention, Story
from fabula.text import Spanned

FORMS: tuple[MentionForm, ...] = ("proper", "nominal", "pronominal")

_PRONOUN_CLASSES = (
    "i me my mine myself",
    "you your yours yourself yourselves thou thee thy thine",
    "he him his himself",
    "she her hers herself",
    "it its itself",
    "they them their theirs themselves themself",
    "we us our ours ourselves",
    "who whom whose which that",
)
_PRONOUN_CLASS = {
    word: number for number, words in enumerate(_PRONOUN_CLASSES, start=1) for word in words.split()
}
PRONOUN_CLASSES = len(_PRONOUN_CLASSES) + 2
"""0 is no pronoun, the last any other pronoun (neopronouns, “everyone”)."""

_DETERMINERS = frozenset("a an the this that these those my your his her its our their".split())

_TOKENS_APART = np.array((1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024))
_MENTIONS_APART = np.array((2, 3, 5, 9, 17, 33, 65, 129, 257))
_SENTENCES_APART = np.array((1, 2, 3, 5, 9, 17))
_SPEECH_APART = np.array((-128, -64, -32, -16, -8, -4, -2, 0, 1, 2, 4, 8, 16, 32, 64, 128))


class MentionTable(Struct, frozen=True, eq=False):
    """The mentions of a story as columns; rows are in text order, all lengths [mentions]."""

    first: Ints
    """Index of the first token."""
    last: Ints
    """Index of the last token, included."""
    words: Ints
    """The same number for mentions of the same words, less a determiner; “the Inn” and “an inn”."""
    head: Ints
    """The same number for mentions with the same head word."""
    form: Ints
    """Index into `FORMS`."""
    kind: Ints
    """Index into `ENTITY_TYPES`."""
    pronoun: Ints
    """Class of the pronoun, 0 for names and nouns."""
    quotation: Ints
    """Number of the quotation that the mention stands in, -1 in narration."""
    speaker: Ints
    """Number of the cast member who utters that quotation, -1 where nobody is known."""
    sentence: Ints
    """Number of the sentence."""
    paragraph: Ints
    """Number of the paragraph."""
    entity: Ints
    """Number of the cast member that the rules link the mention to, -1 for none."""


def mention_table(story: Story) -> MentionTable:
    """The mentions of a story whose quotations, mentions, cast and links are known.

    Who speaks is read from the attributions where they are there already.
    """
    return linked_table(unlinked_table(story), story)


def unlinked_table(story: Story) -> MentionTable:
    """The mentions of a story with nothing known of the cast: no speaker, no entity."""
    mentions, text = story.mentions, story.document.text
    quotations = {quotation.id: row for row, quotation in enumerate(story.quotations)}
    within = [
        -1 if mention.quotation_id is None else quotations[mention.quotation_id]
        for mention in mentions
    ]
    starts = _starts(mentions)
    tokens = _starts(story.document.tokens)
    words = [text[mention.start : mention.end].lower() for mention in mentions]
    return MentionTable(
        first=_row_at(tokens, starts),
        last=_row_at(tokens, np.array([mention.end - 1 for mention in mentions], dtype=np.int64)),
        words=_numbers(_without_determiner(phrase) for phrase in words),
        head=_numbers(text[mention.head.start : mention.head.end].lower() for mention in mentions),
        form=_column(FORMS.index(mention.form) for mention in mentions),
        kind=_column(ENTITY_TYPES.index(mention.type) for mention in mentions),
        pronoun=_column(map(_pronoun_class, mentions, words)),
        quotation=_column(within),
        speaker=np.full(len(mentions), -1, dtype=np.int64),
        sentence=_row_at(_starts(story.document.sentences), starts),
        paragraph=_row_at(_starts(story.document.paragraphs), starts),
        entity=np.full(len(mentions), -1, dtype=np.int64),
    )


def linked_table(table: MentionTable, story: Story) -> MentionTable:
    """The table of a story's mentions with what its cast, links and attributions say of them."""
    entities = {entity.id: row for row, entity in enumerate(story.cast)}
    linked = {
        link.mention_id: entities[link.entity_id] for link in (*story.links, *story.speech_links)
    }
    speakers = {
        item.quotation_id: entities[item.speaker_id]
        for item in story.attributions
        if item.speaker_id is not None
    }
    # The last row is for mentions in narration, whose quotation is -1.
    spoken = _column([*(speakers.get(each.id, -1) for each in story.quotations), -1])
    return structs.replace(
        table,
        speaker=spoken[table.quotation],
        entity=_column(linked.get(mention.id, -1) for mention in story.mentions),
    )


def _column(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _starts(spans: Sequence[Spanned]) -> Ints:
    return np.array([span.start for span in spans], dtype=np.int64)


def _row_at(starts: Ints, offsets: Ints) -> Ints:
    """The row of the span that holds each offset, or of the last one that begins before it."""
    return np.maximum(np.searchsorted(starts, offsets, side="right") - 1, 0)


def _numbers(values: Iterable[str]) -> Ints:
    known: dict[str, int] = {}
    return _column(known.setdefault(value, len(known)) for value in values)


def _without_determiner(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return rest if rest and first in _DETERMINERS else phrase


def _pronoun_class(mention: Mention, words: str) -> int:
    return 0 if mention.form != "pronominal" else pronoun_class(words)


def pronoun_class(word: str) -> int:
    """The number of a pronoun in `MentionTable.pronoun`: “him” and “himself” have that of “he”."""
    return _PRONOUN_CLASS.get(word, PRONOUN_CLASSES - 1)


def _offsets(sizes: Sequence[int]) -> Ints:
    return np.array([0, *accumulate(sizes)][:-1], dtype=np.int64)


COREFERENCE_SIZES = (12, 10, 7, 9, 9, 7, 5, PRONOUN_CLASSES**2, 2, 2)
"""How many values each feature of a pair of mentions has."""


def coreference_features(table: MentionTable, left: Ints, right: Ints) -> NDArray[np.int64]:
    """[pairs, 10]: what is known of each pair of mentions; `left` stands before `right`.

    Distance in tokens, in mentions and in sentences; the two forms; whether the words or the head
    repeat; how the pair stands to quotations; whether the rules link the two to one cast member;
    the two pronouns; whether the types agree; whether one lies inside the other.
    """
    forms, pronouns = table.form, table.pronoun
    columns = (
        np.searchsorted(_TOKENS_APART, table.first[right] - table.first[left], side="right"),
        np.searchsorted(_MENTIONS_APART, right - left, side="right"),
        np.searchsorted(
            _SENTENCES_APART, table.sentence[right] - table.sentence[left], side="right"
        ),
        forms[left] * 3 + forms[right],
        _repetition(table, left, right) * 3 + forms[right],
        _speech(table, left, right),
        _names(table, left, right),
        pronouns[left] * PRONOUN_CLASSES + pronouns[right],
        (table.kind[left] == table.kind[right]).astype(np.int64),
        (table.last[left] >= table.first[right]).astype(np.int64),
    )
    return np.stack(columns, axis=1) + _offsets(COREFERENCE_SIZES)


def _repetition(table: MentionTable, left: Ints, right: Ints) -> Ints:
    """2 for the same words, 1 for the same head, 0 for neither."""
    same_words = table.words[left] == table.words[right]
    same_head = table.head[left] == table.head[right]
    return np.where(same_words, 2, same_head.astype(np.int64))


def _speech(table: MentionTable, left: Ints, right: Ints) -> Ints:
    """0 both told; 1 and 2 from speech to telling and back; 3 one quotation; 4 to 6 two.

    Of two quotations 4 are of one speaker, 5 of different ones, 6 of nobody known.
    """
    one, other = table.quotation[left], table.quotation[right]
    speakers = table.speaker[left], table.speaker[right]
    known = (speakers[0] >= 0) & (speakers[1] >= 0)
    two = np.where(known, np.where(speakers[0] == speakers[1], 4, 5), 6)
    both = np.where(one == other, 3, two)
    mixed = np.where(one >= 0, 1, 2)
    return np.where((one < 0) & (other < 0), 0, np.where((one >= 0) & (other >= 0), both, mixed))


def _names(table: MentionTable, left: Ints, right: Ints) -> Ints:
    """0 neither linked to the cast, 1 and 2 one of them, 3 to different members, 4 to the same."""
    one, other = table.entity[left], table.entity[right]
    both = np.where(one == other, 4, 3)
    either = np.where(one >= 0, 1, np.where(other >= 0, 2, 0))
    return np.where((one >= 0) & (other >= 0), both, either)


SPEECH_SIZES = (17, 3, PRONOUN_CLASSES, 7, 3, 3)
"""How many values each feature of a quotation and a mention has."""


class QuotationTable(Struct, frozen=True, eq=False):
    """The quotations of a story as columns, in text order, all lengths [quotations]."""

    number: Ints
    """As in `MentionTable.quotation`."""
    first: Ints
    """Index of the first token of the first part."""
    last: Ints
    """Index of the last token of the last part, included."""
    paragraph: Ints
    """Number of the paragraph that it begins in."""


def quotation_table(story: Story) -> QuotationTable:
    """The quotations of a story."""
    starts, tokens = _starts(story.quotations), _starts(story.document.tokens)
    ends = _column(quotation.end - 1 for quotation in story.quotations)
    return QuotationTable(
        number=np.arange(len(starts)),
        first=_row_at(tokens, starts),
        last=_row_at(tokens, ends),
        paragraph=_row_at(_starts(story.document.paragraphs), starts),
    )


def speech_features(
    quotations: QuotationTable, mentions: MentionTable, left: Ints, right: Ints
) -> NDArray[np.int64]:
    """[pairs, 6]: what is known of a quotation (`left`) and a mention near it (`right`).

    Tokens between them, the mention before (negative) or after the quotation; the mention's form
    and pronoun; paragraphs between; where the mention stands (told, in this quotation, in
    another); its type as person, group-like body or other.
    """
    first, last = mentions.first[right], mentions.last[right]
    before = np.minimum(last - quotations.first[left], 0)
    after = np.maximum(first - quotations.last[left], 0)
    where = np.where(
        mentions.quotation[right] < 0,
        0,
        np.where(mentions.quotation[right] == quotations.number[left], 1, 2),
    )
    kind = mentions.kind[right]
    columns = (
        np.searchsorted(_SPEECH_APART, before + after, side="right"),
        mentions.form[right],
        mentions.pronoun[right],
        np.clip(mentions.paragraph[right] - quotations.paragraph[left], -3, 3) + 3,
        where,
        np.where(kind == 0, 0, np.where(kind == ENTITY_TYPES.index("ORG"), 1, 2)),
    )
    return np.stack(columns, axis=1) + _offsets(SPEECH_SIZES)
