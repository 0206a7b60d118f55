"""Mentions: the words that point at people, places, ships and bodies."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from fabula.lexicon.kinship import KIN_NAMES
from fabula.lexicon.common_words import is_modifier_like
from fabula.lexicon.pronouns import pronoun
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.stages.naming.capitals import FUNCTION_WORDS, Capitals
from fabula.stages.naming.name_spans import NameSpan, find_names
from fabula.stages.naming.name_types import NameTypes, is_determined, is_plural_name
from fabula.stages.naming.noun_phrases import (
    find_indefinite_pronouns,
    find_loose_phrases,
    find_noun_phrases,
    modifies_next,
)
from fabula.stages.naming.story_words import Word, story_words
from fabula.story import EntityType, Mention, MentionForm, MentionId, Story
from fabula.text import Span

LEAST_SPEAKING = 2
"""“said the caterpillar”: a noun that speaks twice is a person in this story."""


class FindMentions:
    """Finds names, noun phrases for people, and personal pronouns.

    “Captain Brook lent her the ferryman's boat.” has four: “Captain Brook” (PER, proper), “her”
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
        found = list(_names(words, spans, types))
        taken = frozenset(index for span in spans for index in range(span.first, span.last + 1))
        found.extend(_noun_phrases(words, taken))
        found.extend(_pronouns(words))
        found.extend(_kin_names(words, taken))
        return _numbered(found)


class _Found(tuple[int, int, int, int, EntityType, MentionForm, str | None]):
    """start, end, head start, head end, type, form, quotation."""


def _found(
    words: Sequence[Word], first: int, last: int, head: int, kind: EntityType, form: MentionForm
) -> _Found:
    return _Found(
        (
            words[first].start,
            words[last].end,
            words[head].start,
            words[head].end,
            kind,
            form,
            words[first].quotation_id,
        )
    )


def _names(words: Sequence[Word], spans: Iterable[NameSpan], types: NameTypes) -> Iterator[_Found]:
    for span in spans:
        kind = types.type_of(span, words)
        if kind is None:
            continue
        form = types.form_of(span) if kind == "PER" else "proper"
        if kind != "PER" or not is_determined(words, span):
            yield _found(words, span.first, span.last, span.last, kind, form)
        elif not modifies_next(words, span.last):
            first = span.first - (form == "nominal" or is_plural_name(span))
            yield _found(words, first, span.last, span.last, kind, form)


def _noun_phrases(words: Sequence[Word], taken: frozenset[int]) -> Iterator[_Found]:
    for phrase in find_noun_phrases(words, taken, _learned_nouns(words)):
        yield _found(words, phrase.first, phrase.last, phrase.head, "PER", "nominal")
    for first, last in find_loose_phrases(words, taken):
        yield _found(words, first, last, last, "PER", "nominal")
    for index in find_indefinite_pronouns(words):
        yield _found(words, index, index, index, "PER", "nominal")


def _learned_nouns(words: Sequence[Word]) -> frozenset[str]:
    """Nouns that speak in this story, whatever they are in English.

    Finds:
        “said the caterpillar”, “the caterpillar said”, twice or more.
    Why it holds:
        Who speaks is a person, be it an insect, a robot or a Slayer.
    Misses:
        Those who never speak beside their noun.
    Example:
        “the mirror said”, “asked the mirror”: in this tale the mirror is somebody.
    """
    speaking: Counter[str] = Counter()
    for index in range(1, len(words) - 1):
        word = words[index]
        if words[index - 1].lower != "the" or word.before or word.quotation_id is not None:
            continue
        if is_modifier_like(word.lower):
            continue
        says = words[index + 1].lower in SPEECH_VERBS and not word.after
        said = index > 1 and words[index - 2].lower in SPEECH_VERBS and not words[index - 1].before
        if (says or said) and word.lower not in FUNCTION_WORDS and word.lower not in _NOT_SPEAKERS:
            speaking[word.lower] += 1
    return frozenset(noun for noun, times in speaking.items() if times >= LEAST_SPEAKING)


_NOT_SPEAKERS = frozenset(
    """
    voice words word letter note message story truth way thing time question answer matter reply
    same rest day morning night end first last second lips eyes name moment door subject
    """.split()
)


def _pronouns(words: Sequence[Word]) -> Iterator[_Found]:
    for word in words:
        found = pronoun(word.text)
        if found is None or found[0].agreement == "it":
            continue
        end = word.start + found[1]
        yield _Found((word.start, end, word.start, end, "PER", "pronominal", word.quotation_id))


def _kin_names(words: Sequence[Word], taken: frozenset[int]) -> Iterator[_Found]:
    """“Mother was waiting”: a relative's noun used as a name has a capital and no determiner."""
    for index, word in enumerate(words):
        if word.capital and not word.shouted and word.lower in KIN_NAMES and index not in taken:
            previous = words[index - 1] if index and not word.before else None
            if previous is not None and previous.lower in FUNCTION_WORDS - {"and", "to", "but"}:
                if previous.lower in {"my", "your", "his", "her", "the", "a", "our", "their"}:
                    continue
            yield _found(words, index, index, index, "PER", "proper")


def _numbered(found: Iterable[_Found]) -> list[Mention]:
    ordered = sorted(set(found), key=lambda item: (item[0], -item[1], item[5]))
    return [
        Mention(
            id=MentionId(f"m{number}"),
            start=start,
            end=end,
            type=kind,
            form=form,
            head=Span(head_start, head_end),
            quotation_id=quotation_id,
        )
        for number, (start, end, head_start, head_end, kind, form, quotation_id) in enumerate(
            ordered, start=1
        )
    ]
