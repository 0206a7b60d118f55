"""Count lower-case words in a folder of public-domain fiction.

    python -m training.word_counts FOLDER [FOLDER …] src/fabula/lexicon/data/common_words.txt.gz

The folders hold books as `.txt.gz`, `.txt`, `.xhtml.gz` or `.xhtml`. The word list that ships with
Fabula was counted in the public-domain texts of Standard Ebooks and Project Gutenberg. It holds
no sentence of them: only words, how often each occurs, and what it stands beside.

One line a word, commonest first: the word; its occurrences; of a thousand of them, how many
follow a subject pronoun (“she nodded”: verbs), how many a determiner (“the carpenter”: nouns and
adjectives), how many stand between a determiner and a noun (“the old man”: adjectives). The same
books give the same bytes.
"""

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

NOUN_SHARE = 150
"""Of a thousand uses after a determiner, from which on a word counts as a noun here."""

KEPT = 20_000
"""Enough to hold every word that opens a sentence in an ordinary novel; 150 KB compressed."""

SUBJECTS = frozenset(("he", "she", "they", "who", "i", "we"))
DETERMINERS = frozenset(
    ("a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "our", "their", "no")
)
_TAGS = re.compile(r"<[^>]*>")
_WORDS = re.compile(r"[^\W\d_]+(?:['’\u2060-][^\W\d_]+)*")


def books(folders: list[Path]) -> Iterator[str]:
    """The text of each book, in the order of the file names."""
    for folder in folders:
        for path in sorted(folder.iterdir()):
            name = path.name.removesuffix(".gz")
            if not name.endswith((".txt", ".xhtml")):
                continue
            data = gzip.decompress(path.read_bytes()) if name != path.name else path.read_bytes()
            text = data.decode("utf-8", "replace")
            yield _TAGS.sub("\n", text) if name.endswith(".xhtml") else text


class Tally:
    """Occurrences of lower-case words: all, after a subject, after a determiner, as a modifier."""

    def __init__(self) -> None:
        self.total: Counter[str] = Counter()
        self.after_subject: Counter[str] = Counter()
        self.after_determiner: Counter[str] = Counter()
        self.modifying: Counter[str] = Counter()

    def add(self, text: str) -> None:
        """Count one book, all but the modifiers."""
        for previous, word, _ in _neighbours(text):
            self.total[word] += 1
            self.after_subject[word] += previous in SUBJECTS
            self.after_determiner[word] += previous in DETERMINERS

    def add_modifiers(self, text: str) -> None:
        """Count what stands between a determiner and a noun, once the nouns are known."""
        for previous, word, following in _neighbours(text):
            if previous in DETERMINERS and self._is_noun_like(following):
                self.modifying[word] += 1

    def _is_noun_like(self, word: str) -> bool:
        return 1000 * self.after_determiner[word] > NOUN_SHARE * self.total[word] > 0

    def rows(self) -> list[tuple[str, int, int, int, int]]:
        """The kept words, commonest first, with their counts."""
        ranked = sorted(self.total.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
        return [
            (word, n, self.after_subject[word], self.after_determiner[word], self.modifying[word])
            for word, n in ranked
        ]


def _neighbours(text: str) -> Iterator[tuple[str, str, str]]:
    """Each lower-case word with the words beside it, empty where more than a space parts them."""
    matches = list(_WORDS.finditer(text))
    for index, match in enumerate(matches):
        word = match.group().replace("’", "'")
        if not word.islower():
            continue
        before = matches[index - 1] if index else None
        after = matches[index + 1] if index + 1 < len(matches) else None
        previous = before.group().lower() if before and match.start() - before.end() == 1 else ""
        following = after.group() if after and after.start() - match.end() == 1 else ""
        yield previous, word, following


def main(arguments: list[str]) -> None:
    """Count the books of all folders but the last argument, and write the list there."""
    if len(arguments) < 2:
        sys.exit("usage: python -m training.word_counts FOLDER [FOLDER …] OUT.txt.gz")
    folders = [Path(argument) for argument in arguments[:-1]]
    tally = Tally()
    for text in books(folders):
        tally.add(text)
    for text in books(folders):
        tally.add_modifiers(text)
    rows = tally.rows()
    lines = [f"{w} {n} {1000 * s // n} {1000 * d // n} {1000 * m // n}\n" for w, n, s, d, m in rows]
    # No time stamp in the archive, so that the bytes depend on the books alone.
    Path(arguments[-1]).write_bytes(gzip.compress("".join(lines).encode(), mtime=0))
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main(sys.argv[1:])
