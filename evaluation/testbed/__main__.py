"""`python -m evaluation.testbed --check`: is the gold in order, and how much of it is there?"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import get_args

from evaluation.testbed import GoldError, GoldStory, Half, load_story, paths
from evaluation.testbed.checks import problems
from evaluation.testbed.records import LAYERS


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the counts of every layer; with `--check` also what is wrong, and return 1 if any."""
    parser = ArgumentParser(
        prog="python -m evaluation.testbed", description=(__doc__ or "").split("\n", maxsplit=1)[0]
    )
    parser.add_argument("--check", action="store_true", help="look for mistakes in the gold")
    options = parser.parse_args(arguments)
    stories, mistakes = [], []
    for path in paths():
        try:
            stories.append(load_story(path))
        except GoldError as error:
            mistakes.append(str(error))
    print(table(stories))
    if options.check:
        mistakes += [f"{story.name}: {line}" for story in stories for line in problems(story)]
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
    return int(bool(mistakes))


def table(stories: Sequence[GoldStory]) -> str:
    """The number of stories, words and records of each layer, half beside half."""
    halves = [[story for story in stories if story.half == half] for half in get_args(Half)]
    rows = [("", *get_args(Half), "both"), ("stories", *map(len, halves), len(stories))]
    words = [sum(len(story.text.split()) for story in half) for half in halves]
    rows.append(("words", *words, sum(words)))
    for layer in LAYERS:
        counts = [sum(len(getattr(story.gold, layer)) for story in half) for half in halves]
        rows.append((layer, *counts, sum(counts)))
    return "\n".join(f"{name:<12}" + "".join(f"{n:>9}" for n in rest) for name, *rest in rows)


if __name__ == "__main__":
    sys.exit(main())
