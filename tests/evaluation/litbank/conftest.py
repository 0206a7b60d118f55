"""A document of our own in the corpus's five files."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

TOKENS = """CHAPTER I Ada Hart , a baker , rowed to the ferry .
“ Wait , ” said her brother , “ do n't go ! ”
He was wet .
"""
ROWS = """MENTION\tT1\t0\t2\t0\t6\tAda Hart , a baker\tPER\tPROP
MENTION\tT2\t0\t5\t0\t6\ta baker\tPER\tNOM
MENTION\tT3\t0\t10\t0\t11\tthe ferry\tVEH\tNOM
MENTION\tT4\t1\t5\t1\t5\ther\tPER\tPRON
MENTION\tT5\t1\t5\t1\t6\ther brother\tPER\tNOM
MENTION\tT6\t2\t0\t2\t0\tHe\tPER\tPRON
COREF\tT1\tAda_Hart-0
COREF\tT3\tthe_ferry-1
COREF\tT4\tAda_Hart-0
COREF\tT5\ther_brother-2
COREF\tT6\ther_brother-2
APPOS\tT2\tT1
"""
SPEECH = """QUOTE\tQ1\t1\t0\t1\t3\t“ Wait , ”
QUOTE\tQ2\t1\t8\t1\t13\t“ do n't go ! ”
ATTRIB\tQ1\ther_brother-2
ATTRIB\tQ2\ther_brother-2
"""
ENTITIES = {2: ("B-PER",), 3: ("I-PER",), 5: ("B-PER",), 6: ("I-PER",), 10: ("B-VEH",)}
ENTITIES |= {11: ("I-VEH",), 18: ("B-PER", "B-PER"), 19: ("I-PER", "O")}
EVENTS = {8: ("EVENT",)}


def _table(tags: Mapping[int, tuple[str, ...]], columns: int) -> str:
    rows, index = [], 0
    for sentence in TOKENS.splitlines():
        for token in sentence.split(" "):
            found = tags.get(index, ())
            rows.append("\t".join((token, *found, *["O"] * (columns - len(found)))))
            index += 1
        rows.append("")
    return "\n".join(rows)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A data folder with one document, number 7, and no book."""
    files = {
        "coref/7_the_ferry.txt": TOKENS,
        "coref/7_the_ferry.ann": ROWS,
        "quotations/7_the_ferry.ann": SPEECH,
        "entities/7_the_ferry.tsv": _table(ENTITIES, 5),
        "events/7_the_ferry.tsv": _table(EVENTS, 1),
    }
    for name, content in files.items():
        path = tmp_path / "litbank" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path


@pytest.fixture
def change(corpus: Path) -> Callable[[str, str, str], None]:
    """`change(file, old, new)`: a mistake or a peculiarity put into one file."""

    def changed(name: str, old: str, new: str) -> None:
        path = corpus / "litbank" / name
        content = path.read_text(encoding="utf-8")
        assert old in content
        path.write_text(content.replace(old, new), encoding="utf-8")

    return changed
