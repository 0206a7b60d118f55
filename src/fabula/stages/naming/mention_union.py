"""Mentions by the encoder and by the rules, brought together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from fabula.stages.naming.found_mentions import FoundMention
from fabula.stages.naming.scored_spans import ScoredSpan
from fabula.stages.naming.story_words import QuotedPart
from fabula.stages.token_rows import TokenRows
from fabula.story import MentionForm
from fabula.text import Span, covering

LEAST_PROBABILITY: Mapping[MentionForm, float] = {
    "proper": 0.5,
    "nominal": 0.5,
    "pronominal": 0.5,
}
"""From here on a candidate is a mention, whatever the rules say."""

LEAST_SUPPORTED: Mapping[MentionForm, float] = {
    "proper": 0.2,
    "nominal": 0.3,
    "pronominal": 0.2,
}
"""From here on it is one if the rules have found it too."""

LEAST_USES = 3
"""A name that the encoder never sees is kept if the rules find it so often in the story."""


UNSEEN = 0.05
"""What such a name counts for where it crosses a candidate: less than any other."""


class _Judged(Struct, frozen=True):
    mention: FoundMention
    probability: float


def unite(
    spans: Iterable[ScoredSpan],
    by_rules: Sequence[FoundMention],
    rows: TokenRows,
    parts: Sequence[QuotedPart],
) -> list[FoundMention]:
    """The mentions of a story; spans nest or keep apart, and never cross.

    A span that the encoder holds likely is a mention; one that it holds possible is one if the
    rules have found words with the same head. Of the rules' own finds that the encoder does not
    see, names of people stay whose story uses them again and again.

    `parts` are those of the outer quotations, in text order.
    """
    rule_heads = _by_head(by_rules, rows)
    judged = [
        _Judged(_mention(span, rule_heads.get(span.head, ()), rows, parts), span.probability)
        for span in spans
        if _is_mention(span, rule_heads.get(span.head, ()))
    ]
    judged += _unseen_names(by_rules, judged, rows)
    return [one.mention for one in _without_crossings(judged)]


def _by_head(
    found: Iterable[FoundMention], rows: TokenRows
) -> Mapping[int, Sequence[FoundMention]]:
    heads: defaultdict[int, list[FoundMention]] = defaultdict(list)
    for mention in found:
        heads[rows.row_of(mention.head.start)].append(mention)
    return heads


def _is_mention(span: ScoredSpan, same_head: Sequence[FoundMention]) -> bool:
    if span.probability >= LEAST_PROBABILITY[span.form]:
        return True
    if span.probability < LEAST_SUPPORTED[span.form]:
        return False
    return any(mention.type == span.type for mention in same_head)


def _mention(
    span: ScoredSpan,
    same_head: Sequence[FoundMention],
    rows: TokenRows,
    parts: Sequence[QuotedPart],
) -> FoundMention:
    """The mention; where the rules have found the same words, head and form are theirs."""
    same = next((mention for mention in same_head if mention.span == span.span), None)
    form = span.form
    if same is not None and form != "pronominal":
        form = same.form
    elif form == "nominal" and any(mention.form == "proper" for mention in same_head):
        form = "proper"
    head = same.head if same else _within(rows.span(span.head, span.head), span.span)
    part = covering(parts, span.span.start)
    return FoundMention(span.span, span.type, form, head, part.id if part else None)


def _within(head: Span, span: Span) -> Span:
    return Span(max(head.start, span.start), min(head.end, span.end))


def _unseen_names(
    by_rules: Iterable[FoundMention], judged: Iterable[_Judged], rows: TokenRows
) -> Iterator[_Judged]:
    """Names that the rules find often enough, where no mention has the same head."""
    names = [m for m in by_rules if m.form == "proper" and m.type == "PER"]
    uses = Counter(rows.text(mention.span) for mention in names)
    heads = {one.mention.head.start for one in judged}
    for mention in names:
        if mention.head.start not in heads and uses[rows.text(mention.span)] >= LEAST_USES:
            yield _Judged(mention, UNSEEN)


def _without_crossings(judged: Iterable[_Judged]) -> list[_Judged]:
    """Of two spans that cross, the likelier stays."""
    ordered = sorted(judged, key=lambda one: (one.mention.span.start, -one.mention.span.end))
    gone: set[int] = set()
    open_: list[int] = []
    for number, one in enumerate(ordered):
        span = one.mention.span
        open_ = [other for other in open_ if ordered[other].mention.span.end > span.start]
        crossed = [other for other in open_ if _cross(ordered[other].mention.span, span)]
        if any(ordered[other].probability >= one.probability for other in crossed):
            gone.add(number)
            continue
        gone.update(crossed)
        open_ = [other for other in open_ if other not in gone]
        open_.append(number)
    return [one for number, one in enumerate(ordered) if number not in gone]


def _cross(earlier: Span, later: Span) -> bool:
    return earlier.start < later.start < earlier.end < later.end
