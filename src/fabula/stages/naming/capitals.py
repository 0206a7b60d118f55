"""How a story capitalises its words: which capitals are names.

No dictionary of names could hold Durrek or Melisande; the story itself tells them from words that
merely open a sentence, by writing them with a capital where no capital is due.
"""

from collections import Counter
from collections.abc import Sequence

from fabula.lexicon.common_words import is_common, is_verb_like, word_use
from fabula.lexicon.cue_words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from fabula.lexicon.given_names import is_given_name
from fabula.lexicon.not_people import never_a_name
from fabula.lexicon.pronouns import pronoun
from fabula.stages.naming.story_words import Word

FUNCTION_WORDS = (
    AUXILIARIES
    | CONJUNCTIONS
    | DETERMINERS
    | PREPOSITIONS
    | frozenset(
        """
        not if or as how why what when where who whom whose which whether there here very more most
        much well now then too also just only even still again ever never always perhaps maybe
        such same own all am isn't wasn't don't didn't won't can't couldn't wouldn't shouldn't
        that's it's what's there's he's she's i'm i've i'll you're they're we're let's ain't
        am'n't thou shall cannot
        """.split()
    )
)
"""Words that are never a name by themselves, however they are capitalised."""

LEAST_INNER_SHARE = 0.02
"""“The” has a capital inside a sentence now and then (titles, after a dash): not a name."""

OPENING_SHARE = 0.5
"""At the start of a sentence “Rose” is a name where the story means the name half of the time."""


class Capitals:
    """What a story's own use of capitals says about each word."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._inner: Counter[str] = Counter()
        self._opening: Counter[str] = Counter()
        self._lower: Counter[str] = Counter()
        for word in words:
            if not word.capital:
                self._lower[word.text] += 1
            elif word.shouted:
                continue
            elif word.opens:
                self._opening[word.text] += 1
            else:
                self._inner[word.text] += 1

    def is_name(self, word: Word, following: Word | None) -> bool:
        """Whether this capitalised word is (part of) a name.

        Finds:
            Words with a capital inside a sentence; at its start, words that the story nowhere
            uses in lower case and English neither, or that are mostly names in this story.
        Why it holds:
            English capitalises names everywhere, and other words only where a sentence opens.
        Misses:
            A name that is also a word and only ever opens sentences (“Faith. That was her name”).

        Example:
            In “Rose rose.” the first is a name, since other sentences have “to Rose”.
        """
        if not word.capital or not word.text[0].isalpha():
            return False
        form = word.text.title() if word.shouted else word.text
        lower = form.lower().replace("’", "'")
        if pronoun(lower) is not None or never_a_name(lower):
            return False
        if lower in FUNCTION_WORDS and not is_given_name(lower):
            return False
        if word.shouted and not self._is_written_as_name(form):
            return False
        if not word.opens and not word.shouted:
            return self._inner_share(form) >= LEAST_INNER_SHARE
        return self._opens_as_name(form, following)

    def _is_written_as_name(self, form: str) -> bool:
        return self._inner[form] > 0 and self._inner_share(form) >= OPENING_SHARE

    def _inner_share(self, form: str) -> float:
        inner = self._inner[form]
        return inner / (inner + self._lower[form.lower()]) if inner else 0.0

    def _opens_as_name(self, form: str, following: Word | None) -> bool:
        lower = form.lower()
        if self._inner[form] == 0:
            unknown = not is_common(lower) and self._lower[lower] == 0
            return unknown and _is_pronounceable(lower)
        if self._inner_share(form) >= OPENING_SHARE:
            # A common word needs more than a stray capital: “Nothing”, “Sunset”.
            use = word_use(lower)
            return use is None or self._inner[form] * 4 >= self._opening[form]
        return (
            self._inner[form] > 1
            and following is not None
            and not following.before
            and not following.capital
            and is_verb_like(following.lower)
        )


def _is_pronounceable(lower: str) -> bool:
    """Cries and noises are no names: “Shhhh”, “Aaargh”, “Brrr”; “d’you” is a contraction."""
    if "'" in lower[1:] and not lower.startswith(("o'", "d'")):
        return False
    if len(lower) < 3 or not any(vowel in lower for vowel in "aeiouyáéíóúäöü"):
        return False
    return not any(letter * 3 in lower for letter in "aeiouhmrsz")
