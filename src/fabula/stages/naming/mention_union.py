"""Mentions by the encoder and by the rules, brought together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct, structs

from fabula.labels import EntityType, MentionForm
from fabula.lexicon.pronouns import PRONOUNS
from fabula.stages.naming.bare_names import bare_name, has_capitals, is_uncommon
from fabula.stages.naming.found_mentions import FoundMention
from fabula.stages.naming.name_votes import with_one_type
from fabula.stages.naming.rule_finds import RuleFinds
from fabula.stages.naming.scored_spans import ScoredSpan
from fabula.stages.naming.story_words import QuotedPart
from fabula.stages.token_rows import TokenRows
from fabula.text import Span, covering

Support: TypeAlias = Literal["same", "none"]
"""Whether the rules have found a mention of the same words and type."""

LEAST_PROBABILITY: Mapping[tuple[MentionForm, Support], float] = {
    ("proper", "same"): 0.2,
    ("proper", "none"): 0.5,
    ("nominal", "same"): 0.35,
    ("nominal", "none"): 0.5,
    ("pronominal", "same"): 0.4,
    ("pronominal", "none"): 0.5,
}
"""From here on a candidate is a mention. Chosen on LitBank's development documents."""

LEAST_BY_TYPE: Mapping[tuple[MentionForm, EntityType], float] = {
    ("proper", "PER"): 0.6,
    ("proper", "GPE"): 0.4,
    ("proper", "FAC"): 0.4,
    ("proper", "LOC"): 0.4,
    ("nominal", "PER"): 0.55,
    ("nominal", "FAC"): 0.4,
    ("nominal", "GPE"): 0.4,
    ("nominal", "VEH"): 0.4,
}
"""The same where the rules have found nothing: they know people better than places."""

LEAST_INTRODUCED = 0.3
"""“Another figure”, where the rules find a person: whoever is not seen coming in is missed in all
that follows."""

_INTRODUCING = frozenset("a an another".split())

LEAST_USES = 3
"""A name with common words in it stays if the rules alone find it so often in the story."""

UNSEEN = 0.05
"""What the rules' own finds count for where they cross a candidate: less than any other."""

_STANDING_ALONE = frozenset("mine ours yours theirs".split())
"""Pronouns for a thing and its owner at once, which are as often mentions as not."""

_HEARD_OTHERWISE = frozenset("ze zie sie".split())
"""Rare pronouns that are also foreign or dialect words: “ze man”."""

_JOINED = re.compile(r"\s*(?:&|and\b|an['’]|or\b)")


class _Judged(Struct, frozen=True):
    """A mention, how likely it is, and the row of its head."""

    mention: FoundMention
    probability: float
    head: int


def unite(
    spans: Iterable[ScoredSpan],
    by_rules: Sequence[FoundMention],
    rows: TokenRows,
    parts: Sequence[QuotedPart],
    text: str,
) -> list[FoundMention]:
    """The mentions of a story; spans nest or keep apart, and never cross.

    A span that the encoder holds likely is a mention; one that it holds possible is one if the
    rules have found the same words. Of several with one head the likeliest stays. Of the rules'
    own finds that the encoder does not see, personal pronouns and clear names of people stay.
    All uses of a name have one type.

    `parts` are those of the outer quotations, in text order; `text` is the document's.
    """
    finds = RuleFinds(by_rules, rows)
    shaping = _Shaping(finds, rows, parts, text)
    judged = [
        _Judged(shaping.mention(span), span.probability, span.head)
        for span in spans
        if _is_mention(span, finds, rows)
    ]
    judged = list(_one_for_each_head(judged, text))
    judged += _unseen(finds, judged, rows)
    kept = [(one.mention, one.probability) for one in _without_crossings(judged)]
    return with_one_type(kept, text)


def _is_mention(span: ScoredSpan, finds: RuleFinds, rows: TokenRows) -> bool:
    same = finds.same(span)
    supported = same is not None and same.type == span.type
    if supported and span.form == "pronominal" and _stays(rows.text(span.span)):
        return True
    least = LEAST_PROBABILITY[span.form, "same" if supported else "none"]
    if not supported:
        least = LEAST_BY_TYPE.get((span.form, span.type), least)
    elif span.form == "nominal" and rows.text(span.span).partition(" ")[0] in _INTRODUCING:
        least = LEAST_INTRODUCED
    return span.probability >= least


def _stays(word: str) -> bool:
    """Whether this personal pronoun is a mention whatever the encoder holds of it.

    “They” and “them” are not: they may stand for things, which only the encoder can tell.
    """
    lower = word.lower()
    agreement = PRONOUNS[lower].agreement
    return agreement not in {"they", "it"} and lower not in _STANDING_ALONE


class _Shaping:
    """Gives a candidate the head, form and bare name that the rules know."""

    def __init__(
        self, finds: RuleFinds, rows: TokenRows, parts: Sequence[QuotedPart], text: str
    ) -> None:
        self._finds, self._rows, self._parts, self._text = finds, rows, parts, text
        self._capitals = has_capitals(rows)

    def mention(self, span: ScoredSpan) -> FoundMention:
        """The mention; where the rules have found the same words, head and form are theirs."""
        place = span.span
        head = self._rows.span(span.head, span.head)
        head = Span(max(head.start, place.start), min(head.end, place.end))
        part = covering(self._parts, place.start)
        found = FoundMention(place, span.type, span.form, head, part.id if part else None)
        if span.form == "pronominal":
            return found
        same = self._finds.same(span)
        if same is not None:
            return structs.replace(found, form=same.form, head=same.head)
        return self._named(found, span.head)

    def _named(self, found: FoundMention, row: int) -> FoundMention:
        """The mention with its bare name; what has none is a description."""
        name = self._finds.name_at(row)
        if name is not None:
            inside = found.span.start <= name.head.start and name.head.end <= found.span.end
            found = structs.replace(found, form="proper", head=name.head if inside else found.head)
        if found.form != "proper" or found.type != "PER" or _is_joined(found, self._text):
            return found
        if name is not None:
            return structs.replace(found, name_span=name.span)
        bare = bare_name(self._text, found.span, found.head, capitals=self._capitals)
        if bare is None:
            return structs.replace(found, form="nominal")
        return structs.replace(found, name_span=bare if bare != found.span else None)


def _is_joined(mention: FoundMention, text: str) -> bool:
    """Whether the head is the first of several: “Tom and Ines”."""
    head, span = mention.head, mention.span
    return head.end < span.end and _JOINED.match(text, head.end, span.end) is not None


def _one_for_each_head(judged: Iterable[_Judged], text: str) -> Iterator[_Judged]:
    """Of mentions with one head the likeliest; “Tom and Ines” is not that of “Tom”."""
    taken: set[tuple[int, bool]] = set()
    for one in sorted(judged, key=lambda one: -one.probability):
        joined = _is_joined(one.mention, text)
        if (one.head, joined) not in taken:
            taken.add((one.head, joined))
            yield one


def _unseen(finds: RuleFinds, judged: Iterable[_Judged], rows: TokenRows) -> Iterator[_Judged]:
    """What the rules are sure of, where no mention has the same head."""
    names = Counter(rows.text(name.span) for name in finds.names)
    # “Marsh” alone is likely a name where there is a “Captain Marsh”.
    parts = {word for name in names if " " in name for word in name.split()}
    heads = {one.mention.head.start for one in judged}
    for mention in finds.all:
        if mention.head.start in heads or mention.type != "PER":
            continue
        words = rows.text(mention.span)
        sure = mention.form == "proper" and (
            names[words] >= LEAST_USES or words in parts or is_uncommon(words.split())
        )
        sure |= (
            mention.form == "pronominal" and _stays(words) and words.lower() not in _HEARD_OTHERWISE
        )
        if sure:
            yield _Judged(mention, UNSEEN, rows.row_of(mention.head.start))


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
