"""How a person stands to a place, against the labels of Soni et al. (ACL 2023).

    python -m evaluation.mobility --data FOLDER

`mobility_data` has passages of novels with one person and one place marked, and what annotators
said: INVALID where the words are no person and place of the story, else where the person is: IN,
NEAR, TO, FROM, THRU, or NO REL. The passage is read as a plain file; the two places are given, as
they are to the published models.

Two figures, each with the baseline that always says the commonest label of the training labels:

- on the valid pairs, the spatial relation, six labels: accuracy and macro F1;
- on all pairs, whether a relation holds at all (one of the five, not NO REL, not INVALID). The
  encoder does not tell INVALID from NO REL, so that validity itself is not scored.
"""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct

from evaluation import pdnc
from evaluation.encoding import scores_of
from evaluation.figures import Figures, ending_in_one_line, macro_f1, percent
from evaluation.mobility_data import Pair, load
from fabula import segmentation
from fabula.encoder.pair_features import mention_table, place_features
from fabula.encoder.pairs import score_places
from fabula.encoder.scores import PLACE_RELATIONS
from fabula.encoder.vectors import mention_vectors
from fabula.lexicon.pronouns import pronoun
from fabula.sources import plain
from fabula.story import EntityType, Mention, MentionForm, MentionId, Story
from fabula.text import Span


def story_of(each: Pair) -> Story:
    """The passage as a story whose only mentions are the person and the place.

    Raises:
        ValueError: if the reader changed the text, so that offsets do not fit.
    """
    document = segmentation.segment(plain.from_text(each.text, f"{each.id}.txt"))
    if document.text != each.text:
        raise ValueError(f"{each.id}: the text was read differently from the corpus's")
    given: list[tuple[Span, EntityType]] = [(each.person, "PER"), (each.place, "LOC")]
    mentions = [
        Mention(
            id=MentionId(f"m{number}"),
            start=span.start,
            end=span.end,
            type=kind,
            form=form_of(document[span]),
            head=span,
        )
        for number, (span, kind) in enumerate(sorted(given), start=1)
    ]
    return Story(document=document, mentions=tuple(mentions))


def form_of(words: str) -> MentionForm:
    """A pronoun by its word, a name by its capital, else a noun."""
    if pronoun(words) is not None:
        return "pronominal"
    return "proper" if words[:1].isupper() else "nominal"


def predict(each: Pair) -> str:
    """The likeliest relation of the pair, one of `PLACE_RELATIONS`.

    Raises:
        NotMeasured: if the encoder's weights are not there.
    """
    story = story_of(each)
    scores = scores_of(story.document)
    table = mention_table(story)
    people_first = story.mentions[0].type == "PER"
    person, place = (0, 1) if people_first else (1, 0)
    left, right = np.array([person]), np.array([place])
    vectors = mention_vectors(scores, table.first, table.last)
    logits = score_places(vectors, left, right, place_features(table, left, right))
    return PLACE_RELATIONS[int(logits[0].argmax())]


class Answers(Struct, frozen=True):
    """The pairs, what was predicted for each, and the commonest labels of the training part."""

    pairs: Sequence[Pair]
    predicted: Sequence[str]
    commonest: str
    commonest_related: bool


def measure(data: Path) -> Answers:
    """Predict every pair of the development part."""
    pairs = load(data)
    training = load(data, "train")
    relations = Counter(each.relation for each in training if each.valid)
    related = Counter(_related(each.relation) for each in training)
    return Answers(
        pairs=pairs,
        predicted=[predict(each) for each in pairs],
        commonest=relations.most_common(1)[0][0],
        commonest_related=related.most_common(1)[0][0],
    )


def _related(relation: str) -> bool:
    return relation != PLACE_RELATIONS[0]


def figures(answers: Answers) -> Figures:
    """Accuracy and macro F1 of both tasks, with the baseline's, in per cent."""
    valid = [
        (each.relation, found)
        for each, found in zip(answers.pairs, answers.predicted, strict=True)
        if each.valid
    ]
    gold = [relation for relation, _ in valid]
    related = [str(_related(each.relation)) for each in answers.pairs]
    found_related = [str(_related(found)) for found in answers.predicted]
    tasks = {
        "relation": (gold, [found for _, found in valid], answers.commonest),
        "related": (related, found_related, str(answers.commonest_related)),
    }
    values = {}
    for name, (truth, found, commonest) in tasks.items():
        values[f"{name}_accuracy"] = _accuracy(truth, found)
        values[f"{name}_macro_f1"] = macro_f1(truth, found)
        values[f"{name}_baseline_accuracy"] = _accuracy(truth, [commonest] * len(truth))
        values[f"{name}_baseline_macro_f1"] = macro_f1(truth, [commonest] * len(truth))
    return values


def _accuracy(gold: Sequence[str], found: Sequence[str]) -> float:
    return percent(sum(map(str.__eq__, gold, found)), len(gold))


@ending_in_one_line()
def main(given: Sequence[str] | None = None) -> None:
    """Print the figures and what is confused with what."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors")
    options = parser.parse_args(given)
    answers = measure(options.data)
    valid = sum(each.valid for each in answers.pairs)
    print("Protocol: running text put together from tokens; person and place given")
    print(f"Split: mobility, dev, {len(answers.pairs)} pairs, {valid} of them valid")
    for name, value in figures(answers).items():
        print(f"  {name:<30}{value:5.1f}")
    confused = Counter(
        (each.relation, found)
        for each, found in zip(answers.pairs, answers.predicted, strict=True)
        if each.valid and each.relation != found
    )
    for (relation, found), number in confused.most_common(5):
        print(f"  {relation} taken for {found}: {number}")
    wrong = [
        (each, found)
        for each, found in zip(answers.pairs, answers.predicted, strict=True)
        if each.relation != found
    ]
    for each, found in wrong[: options.errors]:
        words = (each.text[span.start : span.end] for span in (each.person, each.place))
        print(f"{each.id}: {' / '.join(words)}: {each.relation}, not {found}")


if __name__ == "__main__":
    main()
