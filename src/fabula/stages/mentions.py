"""Mentions: the words that point at people, places, ships and bodies."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from fabula.lexicon.common_words import is_common
from fabula.lexicon.kinship import KIN_NAMES
from fabula.lexicon.pronouns import pronoun
from fabula.stages.naming.capitals import FUNCTION_WORDS, Capitals
from fabula.stages.naming.handles import find_handles
from fabula.stages.naming.name_spans import NameSpan, find_names
from fabula.stages.naming.name_types import NameTypes, is_determined, is_plural_name
from fabula.stages.naming.noun_phrases import (
    find_indefinite_pronouns,
    find_loose_phrases,
    find_noun_phrases,
)
from fabula.stages.naming.phrase_edges import modifies_next
from fabula.stages.naming.story_words import Word, story_words
from fabula.story import EntityType, Mention, MentionForm, MentionId, QuotationId, Story
from fabula.text import Span, covering

_BEFORE_NOUNS = FUNCTION_WORDS - {"and", "to", "but"}
"""After one of these “Mother” is a noun with a capital; “and Mother” may be her name."""


class FindMentions:
    """Finds names, noun phrases for people, and personal pronouns.

    “Captain Brook lent her the ferryman’s boat.” has three: “Captain Brook” (PER, proper), “her”
    (PER, pronominal), “the ferryman” (PER, nominal). Spans may lie inside one another (“his
    two sons” and “his”); they are in text order, the longer first.
    """

    requires = ("paratext", "chapters", "scenes", "quotations")
    provides = "mentions"

    def __call__(self, story: Story) -> Sequence[Mention]:
        """The mentions of the story, in text order."""
        words = story_words(story)
        spans = find_names(words, Capitals(words))
        types = NameTypes(words, spans)
        taken = frozenset(index for span in spans for index in range(span.first, span.last + 1))
        found = chain(
            _names(words, spans, types),
            _noun_phrases(words, taken),
            _pronouns(words),
            _kin_names(words, taken),
        )
        return _numbered(_with_handles(found, words, find_handles(story)))


class _Found(Struct, frozen=True, order=True):
    """A mention before it has its id; sorted by place, the longer first."""

    start: int
    negative_end: int
    form: MentionForm
    type: EntityType
    head_start: int
    head_end: int
    quotation_id: QuotationId | None


def _found(first: Word, last: Word, head: Word, kind: EntityType, form: MentionForm) -> _Found:
    return _Found(first.start, -last.end, form, kind, head.start, head.end, first.quotation_id)


def _names(words: Sequence[Word], spans: Iterable[NameSpan], types: NameTypes) -> Iterator[_Found]:
    for span in spans:
        kind = types.type_of(span, words)
        if kind is None:
            continue
        form = types.form_of(span) if kind == "PER" else "proper"
        first, last = span.first, words[span.last]
        if kind == "PER" and is_determined(words, span):
            if modifies_next(words, span.last):
                continue
            # “the Pilot”, “the Brooks”: the determiner is a part of it.
            first -= form == "nominal" or is_plural_name(span)
        yield _found(words[first], last, last, kind, form)


def _noun_phrases(words: Sequence[Word], taken: frozenset[int]) -> Iterator[_Found]:
    phrases = chain(
        find_noun_phrases(words, taken),
        find_loose_phrases(words, taken),
        find_indefinite_pronouns(words),
    )
    for phrase in phrases:
        head = words[phrase.head]
        yield _found(words[phrase.first], words[phrase.last], head, "PER", "nominal")


def _pronouns(words: Sequence[Word]) -> Iterator[_Found]:
    """Personal pronouns; “it” is left out, since it hardly ever points at a person."""
    for word in words:
        found = pronoun(word.text)
        if found is not None and found[0].agreement != "it":
            # “he’s”: the contracted verb lies outside.
            end = word.start + found[1]
            yield _Found(word.start, -end, "pronominal", "PER", word.start, end, word.quotation_id)


def _kin_names(words: Sequence[Word], taken: frozenset[int]) -> Iterator[_Found]:
    """“Mother was waiting”: a relative's noun used as a name has a capital and no determiner."""
    for index, word in enumerate(words):
        if not word.capital or word.lower not in KIN_NAMES or index in taken or word.shouted:
            continue
        if index and not word.before and words[index - 1].lower in _BEFORE_NOUNS:
            continue
        yield _found(word, word, word, "PER", "proper")


def _with_handles(
    found: Iterable[_Found], words: Sequence[Word], handles: Sequence[Span]
) -> Iterator[_Found]:
    """The mentions with those that a chat adds: its handles, and the same names in its messages.

    A handle is a name whatever else its words may be; in a message it may lack its capital.
    """
    if not handles:
        yield from found
        return
    others = [item for item in found if covering(handles, item.start) is None]
    yield from others
    for span in handles:
        yield _Found(span.start, -span.end, "proper", "PER", span.start, span.end, None)
    known = {(word.start, word.end): word.lower for word in words}
    names = {known.get((span.start, span.end), "") for span in handles}
    named = {item.start for item in others if item.form == "proper"}
    for word in words:
        alone = word.lower in names and not is_common(word.lower)
        if alone and word.start not in named and covering(handles, word.start) is None:
            yield _found(word, word, word, "PER", "proper")


def _numbered(found: Iterable[_Found]) -> list[Mention]:
    return [
        Mention(
            id=MentionId(f"m{number}"),
            start=item.start,
            end=-item.negative_end,
            type=item.type,
            form=item.form,
            head=Span(item.head_start, item.head_end),
            quotation_id=item.quotation_id,
        )
        for number, item in enumerate(sorted(set(found), key=_place), start=1)
    ]


def _place(item: _Found) -> tuple[int, int, str]:
    return item.start, item.negative_end, item.form
