"""Prints what was taken for paratext, chapters and scenes in every story of a folder.

    python -m evaluation.structure FOLDER [--details]

A bad cut shows itself at once in the counts: a book of forty chapters read as one, a story with
more breaks than paragraphs. `FOLDER/INDEX.tsv`, where it exists, gives the true number of
chapters and of scene breaks (columns `file`, `chapters`, `hr_breaks`) to compare with.
"""

import argparse
import csv
import gzip
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from fabula import sources
from fabula.stages.chapters import FindChapters
from fabula.stages.paratext import FindParatext
from fabula.stages.scenes import FindScenes
from fabula.story import Story
from fabula.text import Document


def main() -> None:
    """Read the folder named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--details", action="store_true", help="print every record")
    options = parser.parse_args()
    truth = dict(_truth(options.folder / "INDEX.tsv"))
    right: Counter[str] = Counter()
    for path in sorted(options.folder.rglob("*")):
        if path.is_file() and path.suffix in {".txt", ".gz", ".epub", ".html", ".docx", ".md"}:
            started = time.perf_counter()
            story = read_structure(_read(path))
            seconds = time.perf_counter() - started
            print(_line(path, story, seconds), *_compare(path, story, truth, right))
            if options.details:
                _print_details(story)
    if truth:
        print(f"of {len(truth)}: " + ", ".join(f"{key} {count}" for key, count in right.items()))


def read_structure(document: Document) -> Story:
    """The story with the three layers of its structure."""
    story = Story(document=document)
    for stage in (FindParatext(), FindChapters(), FindScenes()):
        story = story.with_layer(stage.provides, stage(story))
    return story


def _read(path: Path) -> Document:
    if path.suffix == ".gz":
        return sources.read_bytes(gzip.decompress(path.read_bytes()), path.stem)
    return sources.read_file(path)


def _truth(path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                yield row["file"], (int(row["chapters"]), int(row["hr_breaks"]))


def _line(path: Path, story: Story, seconds: float) -> str:
    roles = Counter(note.role for note in story.paratext)
    breaks = Counter(scene.opened_by for scene in story.scenes)
    name = path.parent.name if path.stem == "novel_text" else path.name.split(".")[0]
    return (
        f"{name[:40]:40} {len(story.chapters):4} chapters {len(story.scenes):4} scenes "
        f"{seconds:5.2f} s  {dict(breaks)} {dict(roles)}"
    )


def _compare(
    path: Path, story: Story, truth: dict[str, tuple[int, int]], right: Counter[str]
) -> Iterator[str]:
    if path.name not in truth:
        return
    chapters, rules = truth[path.name]
    found = sum(scene.opened_by == "rule" for scene in story.scenes)
    right["chapters agree"] += len(story.chapters) == chapters
    right["breaks agree"] += found == rules
    if len(story.chapters) != chapters:
        yield f"(chapters: {chapters} expected)"
    if found != rules:
        yield f"(rules: {rules} expected, {found} found)"


def _print_details(story: Story) -> None:
    text = story.document.text
    for note in story.paratext:
        print(f"    {note.role:12} {text[note.start : note.end]!r:.100}")
    for chapter in story.chapters:
        print(f"    {chapter.id:12} {chapter.title!r:.100}")
        for scene in story.scenes:
            if scene.chapter_id == chapter.id:
                mark = text[scene.mark.start : scene.mark.end] if scene.mark else ""
                opening = text[scene.start : scene.start + 60]
                print(f"        {scene.id:6} {scene.opened_by:8} {mark!r:.50} {opening!r}")


if __name__ == "__main__":
    main()
