"""Count lower-case words in a folder of public-domain fiction.

    python -m training.word_counts FOLDER [FOLDER …] src/fabula/lexicon/data/common_words.txt.gz

The folders hold books as `.txt.gz`, `.txt`, `.xhtml.gz` or `.xhtml`. The word list that ships with
Fabula was counted in the public-domain texts of Standard Ebooks and Project Gutenberg. It holds
no sentence of them: only words, how often each occurs, and what it stands beside.

One line a word, commonest first: the word; its occurrences; of a thousand of them, how many
follow a subject pronoun (“she nodded”: verbs), how many a determiner (“the carpenter”: nouns and
adjectives), how many stand between a determiner and another word that is often a noun's place
(“the old man”: adjectives). The same books give the same bytes.
"""

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

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


def count(texts: Iterator[str]) -> list[tuple[str, int, int, int, int]]:
    """Each kept word with its occurrences: all, after a subject, after a determiner, inside."""
    total: Counter[str] = Counter()
    after_subject: Counter[str] = Counter()
    after_determiner: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for text in texts:
        _count_text(text, total, after_subject, after_determiner, inside)
    ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    return [(w, n, after_subject[w], after_determiner[w], inside[w]) for w, n in ranked]


def _count_text(
    text: str,
    total: Counter[str],
    after_subject: Counter[str],
    after_determiner: Counter[str],
    inside: Counter[str],
) -> None:
    previous, end = "", 0
    for match in _WORDS.finditer(text):
        word = match.group().replace("’", "'")
        adjacent = match.start() - end == 1
        if word.islower():
            total[word] += 1
            if adjacent and previous.lower() in SUBJECTS:
                after_subject[word] += 1
            if adjacent and previous.lower() in DETERMINERS:
                after_determiner[word] += 1
                following = text[match.end() : match.end() + 2]
                # A space and a letter: the noun phrase may go on; anything else ends it.
                inside[word] += following[:1] == " " and following[1:].isalpha()
        previous, end = word, match.end()


def main(arguments: list[str]) -> None:
    """Count the books of all folders but the last argument, and write the list there."""
    if len(arguments) < 2:
        sys.exit("usage: python -m training.word_counts FOLDER [FOLDER …] OUT.txt.gz")
    rows = count(books([Path(argument) for argument in arguments[:-1]]))
    lines = [f"{w} {n} {1000 * s // n} {1000 * d // n} {1000 * i // n}\n" for w, n, s, d, i in rows]
    # No time stamp in the archive, so that the bytes depend on the books alone.
    Path(arguments[-1]).write_bytes(gzip.compress("".join(lines).encode(), mtime=0))
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main(sys.argv[1:])
