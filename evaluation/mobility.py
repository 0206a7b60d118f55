"""Whether the reading puts people in the places that annotators relate them to.

    python -m evaluation.mobility --data FOLDER

`mobility_data` has passages of novels with one person and one place marked, and what annotators
said (Soni et al., ACL 2023): that the words are no person and place of the story, or that the two
have nothing to do with each other, or how the person stands to the place: in it, near it, on the
way to, from or through it. Each passage, some 200 words of a novel, is read end to end as a plain
file; nothing of the pair is given.

The reading says that the two are related if the layer `places` has a stay of that person in that
place, at any time: of someone whom a mention with its head inside the marked person points at, in
the chain of a mention with its head inside the marked place. Precision and recall are over all
pairs. Beside them stands the answer that always says “related”, whose recall is 100.

A stay is more than most relations ask for: whoever is only near a place, or plans to go there, has
none. So recall is low by design, and the figure to watch is precision.
"""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from msgspec import Struct

import fabula
from evaluation import encoding, pdnc
from evaluation.figures import Counts, Figures, NotMeasured, ending_in_one_line
from evaluation.mobility_data import UNRELATED, Pair, Part, load
from fabula.story import Chain, Story
from fabula.text import Span


class Answer(Struct, frozen=True):
    """A pair, and whether the reading has a stay of the person in the place."""

    pair: Pair
    stays: bool

    @property
    def related(self) -> bool:
        """Whether annotators relate the two."""
        return self.pair.relation != UNRELATED


def read_pair(pair: Pair) -> Story:
    """The passage as a plain text file, read with all stages.

    Raises:
        ValueError: if the reader changed the text, so that offsets do not fit.
    """
    story = fabula.read_bytes(pair.text.encode(), f"{pair.id}.txt")
    if story.document.text != pair.text:
        raise ValueError(f"{pair.id}: the text was read differently from the corpus's")
    return story


def stays(story: Story, person: Span, place: Span) -> bool:
    """Whether somebody named in `person` has a stay in a place named in `place`.

    In “Ines waited in the boathouse” the spans of “Ines” and “the boathouse” do, and so do those
    of “she” and “there” in what follows.
    """
    people = {chain.entity_id for chain in _named(story, person)}
    places = {chain.id for chain in _named(story, place)}
    return any(stay.who_id in people and stay.place_id in places for stay in story.places)


def _named(story: Story, span: Span) -> list[Chain]:
    """The chains of the mentions whose head lies in the span.

    “Ada” lies within “Ada's mill”, but the head of the mill is outside of “Ada”.
    """
    inside = {
        mention.id
        for mention in story.mentions
        if span.start <= mention.head.start and mention.head.end <= span.end
    }
    return [chain for chain in story.chains if not inside.isdisjoint(chain.mention_ids)]


def measure(data: Path, part: Part = "dev") -> list[Answer]:
    """Read the passages of a part and look for the stay of each pair.

    Raises:
        NotMeasured: if the data does not hold them, or the encoder's weights are not there, without
            which there is no layer of places.
    """
    pairs = load(data, part)
    if encoding.encoder_here() is None:
        raise NotMeasured("where people are is not looked for without the encoder's weights")
    return [Answer(pair, stays(read_pair(pair), pair.person, pair.place)) for pair in pairs]


def counts(answers: Sequence[Answer]) -> Counts:
    """Pairs that a stay joins, pairs that are related, and pairs that are both."""
    return Counts(
        right=sum(each.stays and each.related for each in answers),
        found=sum(each.stays for each in answers),
        gold=sum(each.related for each in answers),
    )


def always(answers: Sequence[Answer]) -> Counts:
    """The same for the answer that every pair is related."""
    related = sum(each.related for each in answers)
    return Counts(right=related, found=len(answers), gold=related)


def figures(answers: Sequence[Answer]) -> Figures:
    """Precision and recall of “related” in per cent, and the baseline's precision."""
    found = counts(answers)
    return {
        "related_pairs": len(answers),
        "related_found": found.found,
        "related_precision": found.precision,
        "related_recall": found.recall,
        "related_baseline_precision": always(answers).precision,
    }


@ending_in_one_line()
def main(given: Sequence[str] | None = None) -> None:
    """Print the figures, and pairs that a stay joins though annotators do not."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    parser.add_argument("--split", choices=get_args(Part), default="dev")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors")
    options = parser.parse_args(given)
    answers = measure(options.data, options.split)
    print("Protocol: passages of a few sentences, end to end; related: a stay joins the two")
    print(f"Split: mobility, {options.split}, {len(answers)} pairs")
    print(f"  a stay joins the two   {counts(answers)}")
    print(f"  always “related”       {always(answers)}")
    wrong = [each.pair for each in answers if each.stays != each.related]
    for pair in wrong[: options.errors]:
        words = (pair.text[span.start : span.end] for span in (pair.person, pair.place))
        print(f"{pair.id}: {' / '.join(words)}: {pair.relation}")


if __name__ == "__main__":
    main()
