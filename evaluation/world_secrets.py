"""Secrets in short stories of our own, end to end on raw text.

    python -m evaluation.world_secrets
    python -m evaluation.world_secrets --half unseen
    python -m evaluation.world_secrets --wrong biscuit

The stories and their gold are in `evaluation/testbed`. An entity stands for the gold person whose
names its mentions use most. A claim is right if a secret of the gold is kept by one whom the claim
has among the keepers, and from one from whom the claim says so (everybody else, where it names
nobody). A secret of the gold is found if some claim is right by it. What it is about is not
compared: gold and claim put it in different words.
"""

import argparse
from collections.abc import Mapping, Sequence
from typing import get_args

from evaluation import encoding, testbed
from evaluation.figures import Figures, Summed, percent
from evaluation.short_stories import people, read_story
from evaluation.testbed import GoldStory, Half
from evaluation.testbed.records import Secret as GoldSecret
from fabula.story import EntityId, Secret, Story


class Scores(Summed):
    """Counts over stories: claims and how many are right; gold secrets and how many are found."""

    right: int = 0
    claimed: int = 0
    found: int = 0
    told: int = 0


def is_right(claim: Secret, gold: GoldSecret, names: Mapping[EntityId, str]) -> bool:
    """Whether the claim says of this secret, rightly, by whom it is kept and from whom."""
    keepers = {names[each] for each in claim.keeper_ids}
    hidden_from = {names[each] for each in claim.from_ids}
    return bool(keepers & set(gold.kept_by)) and (
        not hidden_from or bool(hidden_from & set(gold.kept_from))
    )


def score(gold: GoldStory, story: Story, *, wrong: bool = False) -> Scores:
    """The scores of one story; with `wrong`, print its claims and what is missed."""
    names = people(gold, story)
    secrets = gold.gold.secrets
    right = [any(is_right(claim, each, names) for each in secrets) for claim in story.secrets]
    found = [any(is_right(claim, each, names) for claim in story.secrets) for each in secrets]
    if wrong:
        for claim, holds in zip(story.secrets, right, strict=True):
            by = ", ".join(names[each] for each in claim.keeper_ids)
            whom = ", ".join(names[each] for each in claim.from_ids) or "everybody"
            words = " ".join(story.document[claim.evidence].split())
            print(f"    {'right' if holds else 'WRONG'}: {by} from {whom} | {words}")
        for each, is_found in zip(secrets, found, strict=True):
            if not is_found:
                print(f"    missed: {', '.join(each.kept_by)} from {', '.join(each.kept_from)}")
    return Scores(right=sum(right), claimed=len(right), found=sum(found), told=len(found))


def figures(scores: Scores) -> Figures:
    """Precision and recall in per cent."""
    return {
        "secrets_precision": percent(scores.right, scores.claimed),
        "secrets_recall": percent(scores.found, scores.told),
    }


def _row(name: str, scores: Scores) -> str:
    return (
        f"{name:<28} secrets: {scores.right:>3} of {scores.claimed:<3} right "
        f"({percent(scores.right, scores.claimed):5.1f} %)  {scores.found:>3} of "
        f"{scores.told:<3} found ({percent(scores.found, scores.told):5.1f} %)"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--half", choices=get_args(Half), default="seen")
    parser.add_argument("--wrong", metavar="STORY", help="print what is wrong in a seen story")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=False)
    total = Scores()
    for gold in testbed.load(options.half):
        wrong = options.half == "seen" and options.wrong in {gold.name, "all"}
        scores = score(gold, read_story(gold, encoder), wrong=wrong)
        total.add(scores)
        if options.half == "seen":
            print(_row(gold.name, scores))
    print(_row(f"all {options.half}", total))


if __name__ == "__main__":
    main()
