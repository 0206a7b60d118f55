"""Where a sentence of prose ends, with dialogue in it."""

from collections.abc import Iterator, Sequence

from fabula.lexicon.abbreviations import FINAL_ABBREVIATIONS, SENTENCE_STARTERS
from fabula.lexicon.speech_verbs import SPEECH_VERBS, THINKING_VERBS
from fabula.text import Sentence, Token

OPENERS = frozenset("“‘„‚«‹「『([{")
CLOSERS = frozenset("”’»›」』)]}")
EITHER = frozenset("\"'*_~`´")
QUOTING = frozenset("“”‘’„‚«»‹›「」『』\"'")

# “No!” Mrs. Ada Dean of the mill said: the verb of a cue stands near the quotation.
CUE_REACH = 6
# “(*“—‘: more marks than that before a word are decoration.
MARKS_BEFORE_WORD = 8


def split_sentences(text: str, tokens: Sequence[Token]) -> Iterator[Sentence]:
    """The sentences of one paragraph, from its tokens.

    They hold all of the tokens, in order. A sentence keeps its closing quotation marks and
    brackets, and the cue of the speech that it ends with: “What?” she said. “Go!” He ran. has
    three.
    """
    words = [text[token.start : token.end] for token in tokens]
    first = position = 0
    while position < len(tokens):
        following = position + 1
        if _ends(words[position]):
            following = _after_closers(tokens, words, position + 1)
            if _is_boundary(tokens, words, position, following):
                yield Sentence(tokens[first].start, tokens[following - 1].end)
                first = following
        position = following
    if first < len(tokens):
        yield Sentence(tokens[first].start, tokens[-1].end)


def _ends(word: str) -> bool:
    """Whether a sentence may end with this token."""
    return word[-1] in ".!?…‽⁇⁈⁉" or word[0] in "—–-"


def _after_closers(tokens: Sequence[Token], words: Sequence[str], position: int) -> int:
    """The index after the closing marks that stand right behind the token before `position`."""
    while position < len(tokens) and tokens[position].start == tokens[position - 1].end:
        mark = words[position]
        if mark not in CLOSERS and mark[0] not in EITHER:
            break
        if mark[0] in EITHER and _glued(tokens, position) and words[position + 1][0].isalnum():
            break  # an opening mark without the space before it
        position += 1
    return position


def _glued(tokens: Sequence[Token], position: int) -> bool:
    """Whether the token after `position` stands without space."""
    return position + 1 < len(tokens) and tokens[position + 1].start == tokens[position].end


def _is_boundary(tokens: Sequence[Token], words: Sequence[str], position: int, after: int) -> bool:
    """Whether a sentence ends with the mark at `position` and the closing marks up to `after`."""
    if after == len(tokens):
        return True
    if tokens[after].start == tokens[after - 1].end:
        return _splits_without_space(words, position, after)
    following = _first_word(words, after)
    if following == len(words):
        return True
    if words[following][0].islower():
        # A cue (“What?” she said), an aside (“Oh! how late”), or an author without capitals.
        return False
    quoted = any(mark in QUOTING for mark in words[position + 1 : after])
    opening = words[after][0] in QUOTING
    if quoted and not opening:
        return not _is_cue(words, following)
    return _ends_before(words[position], words[following], opening, quoted)


def _ends_before(final: str, word: str, opening: bool, quoted: bool) -> bool:
    """Whether `final`, a stop or a word that ends in one, ends a sentence before a capital."""
    if final[0] in "—–-":
        return quoted
    if len(final) > 1 and final[0].isalpha():
        return _abbreviation_ends(final, word, opening)
    if final[0] == "…" or (final[0] == "." and len(final) > 1):
        return opening or not _is_first_person(word)
    return True


def _splits_without_space(words: Sequence[str], position: int, after: int) -> bool:
    """“It rained.He ran.”: a full stop with the space forgotten, never an ellipsis or a dash."""
    if words[position] not in {".", "!", "?"} or position == 0:
        return False
    if words[after] in OPENERS:
        return True
    before, word = words[position - 1], words[after]
    return len(before) > 1 and before.islower() and word[0].isupper() and len(word) > 1


def _first_word(words: Sequence[str], position: int) -> int:
    """The index of the first token from here on that is no quotation mark, bracket or dash.

    `len(words)` if there is none near: a line of glyphs must not be searched again and again.
    """
    for place in range(position, min(position + MARKS_BEFORE_WORD, len(words))):
        if words[place][0].isalnum() or words[place][-1].isalnum():
            return place
    return len(words)


def _is_first_person(word: str) -> bool:
    """“I”, “I’m”, “I’ll”: a capital that says nothing about a new sentence."""
    return word == "I" or word[:2] in {"I'", "I’"}


def _is_cue(words: Sequence[str], position: int) -> bool:
    """Whether the words after a quotation name its speaker: Emma said, the old man asked.

    A capital pronoun other than “I” starts a new sentence: “Go!” He said no more.
    """
    word = words[position]
    if word.lower() in SENTENCE_STARTERS and not _is_first_person(word):
        return False
    for step in range(position, min(position + CUE_REACH, len(words))):
        word = words[step].lower()
        if word in SPEECH_VERBS or word in THINKING_VERBS:
            return step > position
        if not word[0].isalnum():
            return False
    return False


def _abbreviation_ends(abbreviation: str, word: str, opening: bool) -> bool:
    """Whether a sentence ends with an abbreviation, seeing what follows it."""
    stem = abbreviation[:-1]
    may_end = stem in FINAL_ABBREVIATIONS or "." in stem
    return may_end and (opening or word.lower() in SENTENCE_STARTERS)
