"""Parts of speech and grammatical arcs against the English Web Treebank, end to end on raw text.

    python -m evaluation.parsing --data FOLDER
    python -m evaluation.parsing --data FOLDER --part test

Each text of the treebank is read as plain text. Fabula’s tokens are larger than the treebank’s
words (“didn’t”, “well-known”); a token stands for that one of its words whose head lies outside
the token, the first of several, and the others cannot be scored.

Parts of speech: the share of scored words whose token has the gold tag, the universal parts of
speech (Nivre et al., LREC 2020).

Arcs: Fabula’s relations are those of ClearNLP, where the verb “be” and prepositions are heads;
the treebank’s are not. Three relations mean the same in both and are compared: nsubj, obj (our
dobj), nsubj:pass (our nsubjpass). An arc is right if relation, dependent and head agree, in
tokens. Left out on both sides: arcs inside one token, and arcs to a form of “be”; and on the gold
side those to a predicate with a copula, whose subject hangs on “be” in ours. What else the two
schemes treat differently (the object of “want him to go”) counts as wrong.

Baseline: in each sentence the noun, name or pronoun nearest before a verb is its subject (passive
after a form of “be”, unless the verb ends in -ing), the nearest one after it and before the next
verb its object. The baseline is given the gold parts of speech and sentences, Fabula is not.
"""

from argparse import ArgumentParser
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import TypeAlias, get_args

from msgspec import Struct

from evaluation import pdnc
from evaluation.encoding import scores_of
from evaluation.figures import (
    Counts,
    Figures,
    counts_of,
    ending_in_one_line,
    percent,
    total,
)
from evaluation.universal_dependencies import ParsedText, Part, load
from fabula import segmentation
from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS, Scores
from fabula.sources import plain
from fabula.text import Document

ALIKE: Mapping[str, str] = {"nsubj": "nsubj", "dobj": "obj", "nsubjpass": "nsubj:pass"}
"""Our relations that mean the same in the treebank, with its names."""

FORMS_OF_BE = frozenset(
    "be am is are was were been being ’s 's ’re 're ’m 'm isn’t isn't aren’t aren't wasn’t wasn't "
    "weren’t weren't it’s it's that’s that's he’s he's she’s she's there’s there's i’m i'm "
    "you’re you're we’re we're they’re they're what’s what's".split()
)
"""As words of the treebank or as tokens of ours."""

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})

Arc: TypeAlias = tuple[int, int, str]
"""Dependent token, head token, relation in the treebank’s name."""


class Compared(Struct, frozen=True):
    """The counts of one text; `found` and `baseline` by relation."""

    name: str
    words: int
    scored: int
    tags_right: int
    arcs: Mapping[str, Counts]
    baseline: Mapping[str, Counts]


class Aligned(Struct, frozen=True):
    """A text of the treebank and Fabula’s tokens of it.

    `token_of` has the token of each word; `word_of` the word that each token stands for.
    """

    gold: ParsedText
    document: Document
    token_of: Sequence[int]
    word_of: Mapping[int, int]


def align(gold: ParsedText) -> Aligned:
    """Read a text and find the token of each word.

    Raises:
        ValueError: if the reader changed the text, so that offsets do not fit.
    """
    document = segmentation.segment(plain.from_text(gold.text, f"{gold.id}.txt"))
    if document.text != gold.text:
        raise ValueError(f"{gold.id}: the text was read differently from the treebank's")
    tokens = document.tokens
    token_of = [
        max(bisect_right(tokens, word.start, key=attrgetter("start")) - 1, 0) for word in gold.words
    ]
    word_of: dict[int, int] = {}
    for row, word in enumerate(gold.words):
        outside = word.head == row or token_of[word.head] != token_of[row]
        if outside:
            word_of.setdefault(token_of[row], row)
    return Aligned(gold, document, token_of, word_of)


def compare(gold: ParsedText) -> Compared:
    """The counts of one text.

    Raises:
        NotMeasured: if the encoder's weights are not there.
    """
    aligned = align(gold)
    return compare_scores(aligned, scores_of(aligned.document))


def compare_scores(aligned: Aligned, scores: Scores) -> Compared:
    """The counts of one text, given what the encoder says."""
    words = aligned.gold.words
    right = sum(
        PARTS_OF_SPEECH[scores.tags[token]] == words[row].tag
        for token, row in aligned.word_of.items()
    )
    gold = list(gold_arcs(aligned))
    return Compared(
        name=aligned.gold.id,
        words=len(words),
        scored=len(aligned.word_of),
        tags_right=right,
        arcs=_by_relation(list(our_arcs(aligned.document, scores)), gold),
        baseline=_by_relation(list(baseline_arcs(aligned)), gold),
    )


def _by_relation(found: Sequence[Arc], gold: Sequence[Arc]) -> Mapping[str, Counts]:
    return {
        relation: counts_of(
            (arc for arc in found if arc[2] == relation),
            (arc for arc in gold if arc[2] == relation),
        )
        for relation in ALIKE.values()
    }


def gold_arcs(aligned: Aligned) -> Iterator[Arc]:
    """The arcs of the treebank that are compared, in tokens."""
    words = aligned.gold.words
    with_copula = {word.head for word in words if word.relation == "cop"}
    for row, word in enumerate(words):
        head = words[word.head]
        if word.relation not in ALIKE.values() or word.head in with_copula:
            continue
        if aligned.gold.text[head.start : head.end].lower() in FORMS_OF_BE:
            continue
        if aligned.token_of[row] != aligned.token_of[word.head]:
            yield aligned.token_of[row], aligned.token_of[word.head], word.relation


def our_arcs(document: Document, scores: Scores) -> Iterator[Arc]:
    """The arcs of the encoder that are compared."""
    for token, (head, number) in enumerate(zip(scores.heads, scores.relations, strict=True)):
        relation = RELATIONS[number]
        if relation not in ALIKE or head == token:
            continue
        if document[document.tokens[head]].lower() not in FORMS_OF_BE:
            yield token, int(head), ALIKE[relation]


def baseline_arcs(aligned: Aligned) -> Iterator[Arc]:
    """The arcs of the nearest nouns, in tokens, from gold parts of speech and sentences."""
    words = aligned.gold.words
    for first, end in _sentences(aligned.gold):
        verbs = [row for row in range(first, end) if words[row].tag == "VERB"]
        nouns = [row for row in range(first, end) if words[row].tag in _NOUNS]
        for verb, next_verb in zip(verbs, [*verbs[1:], end], strict=False):
            before = bisect_right(nouns, verb) - 1
            if before >= 0:
                relation = "nsubj:pass" if _after_be(aligned.gold, verb) else "nsubj"
                yield aligned.token_of[nouns[before]], aligned.token_of[verb], relation
            if before + 1 < len(nouns) and nouns[before + 1] < next_verb:
                yield aligned.token_of[nouns[before + 1]], aligned.token_of[verb], "obj"


def _sentences(gold: ParsedText) -> Iterator[tuple[int, int]]:
    """First word and the one after the last, of each sentence; sentences have one root."""
    trees: list[int] = []
    roots: list[int] = []
    for row in range(len(gold.words)):
        root = row
        while gold.words[root].head != root:
            root = gold.words[root].head
        if not roots or roots[-1] != root:
            trees.append(row)
            roots.append(root)
    yield from zip(trees, [*trees[1:], len(gold.words)], strict=True)


def _after_be(gold: ParsedText, verb: int) -> bool:
    """“was seen”, “had been often seen”: a form of “be” among the two words before."""
    form = gold.text[gold.words[verb].start : gold.words[verb].end].lower()
    before = gold.words[max(verb - 2, 0) : verb]
    return not form.endswith("ing") and any(
        gold.text[word.start : word.end].lower() in FORMS_OF_BE for word in before
    )


def measure(data: Path, part: Part = "dev") -> list[Compared]:
    """Read the texts of a part and compare each."""
    return [compare(gold) for gold in load(data, part)]


def figures(compared: Sequence[Compared]) -> Figures:
    """Accuracy of tags, F1 of each relation and of all three, with the baseline's, in per cent."""
    values = {
        "tags_accuracy": percent(
            sum(each.tags_right for each in compared), sum(each.scored for each in compared)
        )
    }
    for field in ("arcs", "baseline"):
        counts = _summed([getattr(each, field) for each in compared])
        values |= {f"{field}_{relation}_f1": each.f1 for relation, each in counts.items()}
        values[f"{field}_f1"] = total(counts.values()).f1
    return values


def _summed(tables: Sequence[Mapping[str, Counts]]) -> Mapping[str, Counts]:
    return {relation: total(table[relation] for table in tables) for relation in ALIKE.values()}


def _tag_accuracy(compared: Compared) -> float:
    return percent(compared.tags_right, compared.scored)


@ending_in_one_line()
def main(given: Sequence[str] | None = None) -> None:
    """Print the figures of one part of the treebank."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    parser.add_argument("--part", choices=get_args(Part), default="dev")
    options = parser.parse_args(given)
    compared = measure(options.data, options.part)
    print(
        "Protocol: raw text, end to end; tags of alignable words; arcs that mean the same in both"
    )
    print(f"Split: English Web Treebank, {options.part}, {len(compared)} texts")
    words, scored = (sum(getattr(each, name) for each in compared) for name in ("words", "scored"))
    print(f"Tags: {figures(compared)['tags_accuracy']:.1f} % right of {scored} of {words} words")
    for title, field in (("Fabula", "arcs"), ("Nearest noun, gold tags", "baseline")):
        print(title)
        for relation, counts in _summed([getattr(each, field) for each in compared]).items():
            print(f"  {relation:<12}{counts}")
    worst = sorted((each for each in compared if each.scored >= 50), key=_tag_accuracy)[:3]
    listed = ", ".join(f"{each.name} ({_tag_accuracy(each):.1f})" for each in worst)
    print(f"Worst texts of 50 words and more by tags: {listed}")


if __name__ == "__main__":
    main()
