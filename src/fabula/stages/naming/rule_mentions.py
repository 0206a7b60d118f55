"""Mentions by rules: the words that point at people, places, ships and bodies."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from fabula.labels import EntityType, MentionForm
from fabula.lexicon.common_words import is_common
from fabula.lexicon.kinship import KIN_NAMES
from fabula.lexicon.pronouns import pronoun
from fabula.stages.naming.capitals import FUNCTION_WORDS, Capitals
from fabula.stages.naming.found_mentions import FoundMention
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
from fabula.story import Story
from fabula.text import Span, covering

_BEFORE_NOUNS = FUNCTION_WORDS - {"and", "to", "but"}
"""After one of these “Mother” is a noun with a capital; “and Mother” may be her name."""


def find_by_rules(story: Story) -> list[FoundMention]:
    """The mentions that the rules find, each with what shows that it is one.

    Finds:
        Names, noun phrases for people, personal pronouns, a relative's noun used as a name, and
        the handles of a chat.
    Why it holds:
        See the modules of each kind: capitals for names, lists of nouns and of pronouns.
    Misses:
        Things and places without a name; people called by a noun that is on no list.

    Example:
        In “Captain Brook lent her the ferryman’s boat” “Captain Brook”, “her” and “the ferryman”.
    """
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
    return list(_with_handles(found, words, find_handles(story)))


def _found(
    first: Word, last: Word, head: Word, kind: EntityType, form: MentionForm
) -> FoundMention:
    return FoundMention(
        Span(first.start, last.end), kind, form, Span(head.start, head.end), first.quotation_id
    )


def _names(
    words: Sequence[Word], spans: Iterable[NameSpan], types: NameTypes
) -> Iterator[FoundMention]:
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


def _noun_phrases(words: Sequence[Word], taken: frozenset[int]) -> Iterator[FoundMention]:
    phrases = chain(
        find_noun_phrases(words, taken),
        find_loose_phrases(words, taken),
        find_indefinite_pronouns(words),
    )
    for phrase in phrases:
        head = words[phrase.head]
        yield _found(words[phrase.first], words[phrase.last], head, "PER", "nominal")


def _pronouns(words: Sequence[Word]) -> Iterator[FoundMention]:
    """Personal pronouns; “it” is left out, since it hardly ever points at a person."""
    for word in words:
        found = pronoun(word.text)
        if found is not None and found[0].agreement != "it":
            # “he’s”: the contracted verb lies outside.
            place = Span(word.start, word.start + found[1])
            yield FoundMention(place, "PER", "pronominal", place, word.quotation_id)


def _kin_names(words: Sequence[Word], taken: frozenset[int]) -> Iterator[FoundMention]:
    """“Mother was waiting”: a relative's noun used as a name has a capital and no determiner."""
    for index, word in enumerate(words):
        if not word.capital or word.lower not in KIN_NAMES or index in taken or word.shouted:
            continue
        if index and not word.before and words[index - 1].lower in _BEFORE_NOUNS:
            continue
        yield _found(word, word, word, "PER", "proper")


def _with_handles(
    found: Iterable[FoundMention], words: Sequence[Word], handles: Sequence[Span]
) -> Iterator[FoundMention]:
    """The mentions with those that a chat adds: its handles, and the same names in its messages.

    A handle is a name whatever else its words may be; in a message it may lack its capital.
    """
    if not handles:
        yield from found
        return
    others = [item for item in found if covering(handles, item.span.start) is None]
    yield from others
    for span in handles:
        yield FoundMention(span, "PER", "proper", span, None)
    known = {(word.start, word.end): word.lower for word in words}
    names = {known.get((span.start, span.end), "") for span in handles}
    named = {item.span.start for item in others if item.form == "proper"}
    for word in words:
        alone = word.lower in names and not is_common(word.lower)
        if alone and word.start not in named and covering(handles, word.start) is None:
            yield _found(word, word, word, "PER", "proper")
