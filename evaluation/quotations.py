"""How well quotations are found, against the Project Dialogism Novel Corpus.

    python -m evaluation.quotations --data FOLDER
    python -m evaluation.quotations --data FOLDER --novels Emma,Persuasion --errors 20

Protocol. End to end from the novel's file. Only letters and digits count, so that marks and white
space make no difference. What is compared are stretches of a paragraph:

- Gold: the corpus's sub-quotations, cut where a paragraph ends. The corpus leaves out what a
  speaker quotes in turn, and some of its files have lost the inner marks; therefore a gold
  stretch is widened to the double marks around it (all of its novels speak in straight ones).
- Found: the parts of quotations that no other surrounds, spoken or thought. Writing (letters,
  signs) is left out, because the corpus annotates what is uttered.

A found and a gold stretch match if the letters that they share are at least 90 % of either. F1
over the letters themselves is printed beside it. “Joined” are the found quotations with several
matched parts, “wrongly” those of them whose parts are several quotations in the corpus.

The corpus leaves out many utterances, those of crowds and of people without a name above all.
They count as errors here: read them with `--errors` before you believe a precision.
"""

import re
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, zip_longest

from msgspec import Struct

from evaluation import encoding, pdnc
from evaluation.figures import ending_in_one_line
from fabula.pipeline import Encoder
from fabula.story import Quotation
from fabula.text import Span, covering

OVERLAP = 0.9
"""Share of the letters of the longer stretch that both must have to be the same one."""

_BLANK_LINE = re.compile(r"\n\s*\n")


class Scores(Struct, frozen=True):
    """Counts of stretches and letters; those of several novels are added up."""

    matched: int = 0
    gold: int = 0
    found: int = 0
    shared_letters: int = 0
    gold_letters: int = 0
    found_letters: int = 0
    joined: int = 0
    wrongly_joined: int = 0

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(*(getattr(self, f) + getattr(other, f) for f in self.__struct_fields__))


class Comparison(Struct, frozen=True):
    """The scores of one novel, and the stretches that have no partner."""

    scores: Scores
    missed: tuple[Span, ...]
    extra: tuple[Span, ...]


def find(novel: pdnc.PdncNovel, encoder: Encoder | None) -> Sequence[Quotation]:
    """Read the novel's file as anyone's story and find its quotations."""
    return pdnc.read(novel, encoder, until="quotations").quotations


def gold_stretches(novel: pdnc.PdncNovel) -> dict[Span, str]:
    """What the corpus says is uttered, as the protocol defines it, each with a quotation's id."""
    marked = list(_between_marks(novel.text))
    stretches: dict[Span, str] = {}
    for quotation in novel.quotations:
        for part in quotation.parts:
            for piece in _paragraphs(novel.text, part.start, part.end):
                around = covering(marked, _first_letter(novel.text, piece))
                widened = around if around and around.end >= piece.end else piece
                if any(map(str.isalnum, novel.text[widened.start : widened.end])):
                    stretches.setdefault(widened, quotation.id)
    return dict(sorted(stretches.items()))


def _first_letter(text: str, span: Span) -> int:
    """Where the words begin: a paragraph inside a span starts with a mark of its own."""
    letters = (place for place in range(span.start, span.end) if text[place].isalnum())
    return next(letters, span.start)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """The pieces of `text[start:end]` between blank lines."""
    position = start
    for blank in _BLANK_LINE.finditer(text, start, end):
        if blank.start() > position:
            yield Span(position, blank.start())
        position = blank.end()
    if position < end:
        yield Span(position, end)


def _between_marks(text: str) -> Iterator[Span]:
    """Every stretch between an opening and a closing double mark, by counting.

    The last mark of a paragraph may be missing where the next one goes on with a mark; any other
    paragraph with an odd number of marks is left alone, so that its gold keeps the end it has.
    """
    paragraphs = list(_paragraphs(text, 0, len(text)))
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        marks = re.finditer('"', text[paragraph.start : paragraph.end])
        edges = [paragraph.start + mark.start() for mark in marks]
        if len(edges) % 2:
            if following is None or text[following.start] != '"':
                continue
            edges.append(paragraph.end)
        for low, high in zip(edges[::2], edges[1::2], strict=True):
            if low + 1 < high:
                yield Span(low + 1, high)


def compare(novel: pdnc.PdncNovel, quotations: Iterable[Quotation]) -> Comparison:
    """Score what was found in one novel."""
    gold = gold_stretches(novel)
    owners = {
        part: quotation.id
        for quotation in quotations
        if quotation.within is None and quotation.kind != "writing"
        for part in quotation.parts
    }
    counts = [0, *accumulate(map(str.isalnum, novel.text))]
    found = sorted(part for part in owners if counts[part.end] > counts[part.start])
    pairs = list(_matches(list(gold), found, counts))
    partners: dict[str, list[str]] = defaultdict(list)
    for gold_span, found_span in pairs:
        partners[owners[found_span]].append(gold[gold_span])
    several = [names for names in partners.values() if len(names) > 1]
    scores = Scores(
        matched=len(pairs),
        gold=len(gold),
        found=len(found),
        shared_letters=_shared_letters(gold, found, novel.text),
        gold_letters=sum(counts[span.end] - counts[span.start] for span in gold),
        found_letters=sum(counts[span.end] - counts[span.start] for span in found),
        joined=len(several),
        wrongly_joined=sum(1 for names in several if len(set(names)) > 1),
    )
    with_gold = {gold_span for gold_span, _ in pairs}
    with_found = {found_span for _, found_span in pairs}
    return Comparison(
        scores,
        missed=tuple(span for span in gold if span not in with_gold),
        extra=tuple(span for span in found if span not in with_found),
    )


def _matches(
    gold: Sequence[Span], found: Sequence[Span], counts: Sequence[int]
) -> Iterator[tuple[Span, Span]]:
    """Pairs that share enough letters; both are in text order, and neither overlaps itself."""
    place = 0
    for span in gold:
        while place < len(found) and found[place].end <= span.start:
            place += 1
        near = place
        while near < len(found) and found[near].start < span.end:
            if _alike(span, found[near], counts):
                yield span, found[near]
                break
            near += 1


def _alike(first: Span, second: Span, counts: Sequence[int]) -> bool:
    low, high = max(first.start, second.start), min(first.end, second.end)
    longest = max(counts[span.end] - counts[span.start] for span in (first, second))
    return low < high and counts[high] - counts[low] >= OVERLAP * longest


def _shared_letters(gold: Iterable[Span], found: Iterable[Span], text: str) -> int:
    inside = bytearray(len(text))
    for span in gold:
        inside[span.start : span.end] = b"\1" * len(span)
    return sum(
        1
        for span in found
        for offset in range(span.start, span.end)
        if inside[offset] and text[offset].isalnum()
    )


def _f1(shared: int, gold: int, found: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent."""
    precision = 100 * shared / found if found else 0.0
    recall = 100 * shared / gold if gold else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def _row(name: str, scores: Scores) -> str:
    precision, recall, f1 = _f1(scores.matched, scores.gold, scores.found)
    letters = _f1(scores.shared_letters, scores.gold_letters, scores.found_letters)[2]
    return (
        f"{name:28} {scores.gold:6} {scores.found:6} {precision:7.2f} {recall:7.2f} {f1:7.2f}"
        f" {letters:8.2f} {scores.joined:7} {scores.wrongly_joined:8}"
    )


_HEAD = (
    f"{'novel':28} {'gold':>6} {'found':>6} {'P':>7} {'R':>7} {'F1':>7}"
    f" {'letters':>8} {'joined':>7} {'wrongly':>8}"
)


def _show(novel: pdnc.PdncNovel, comparison: Comparison, number: int) -> None:
    """Print the first errors in text order: - was missed, + is extra."""
    errors = [(span, "-") for span in comparison.missed]
    errors += [(span, "+") for span in comparison.extra]
    for span, sign in sorted(errors)[:number]:
        before = novel.text[max(0, span.start - 60) : span.start]
        inside, after = novel.text[span.start : span.end], novel.text[span.end : span.end + 40]
        if len(inside) > 140:
            inside = f"{inside[:90]} ... {inside[-40:]}"
        print("  ", sign, repr(f"{before}[[{inside}]]{after}"))


@ending_in_one_line()
def main(arguments: Sequence[str] | None = None) -> None:
    """Print one row for each novel and one for all of them."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    pdnc.data_argument(parser)
    encoding.rules_only_argument(parser)
    parser.add_argument("--novels", help="names with commas between, or 'all'")
    parser.add_argument("--errors", type=int, default=0, help="how many to print for each novel")
    options = parser.parse_args(arguments)
    names: Sequence[str] = pdnc.DEVELOPMENT
    if options.novels:
        names = options.novels.split(",")
    if options.novels == "all":
        names = pdnc.novel_names(options.data)
    encoder = encoding.announced(rules_only=options.rules_only)
    total = Scores()
    print(_HEAD)
    for novel in pdnc.load(options.data, names):
        comparison = compare(novel, find(novel, encoder))
        print(_row(novel.name, comparison.scores))
        _show(novel, comparison, options.errors)
        total += comparison.scores
    print(_row("all", total))


if __name__ == "__main__":
    main()
