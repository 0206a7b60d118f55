"""Pairs of spans with what is true of them: coreference, and who speaks to whom."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from msgspec import Struct, structs
from numpy.typing import NDArray

from fabula import pipeline
from fabula.encoder.pair_features import (
    MentionTable,
    coreference_features,
    mention_table,
    quotation_table,
    speech_features,
)
from fabula.story import Mention, MentionId, Story
from fabula.text import Span, covering
from training.passages import Passage, PassageMention
from training.token_rows import TokenRows

Array: TypeAlias = NDArray[np.int64]

ANTECEDENTS = 80
"""How many mentions before a mention are compared with it in training."""

SPEECH_REACH = 30
"""How many mentions before and after the start of a quotation may point at its speaker."""

UNKNOWN = -1


class PairLabels(Struct, frozen=True, eq=False):
    """Pairs of rows, what is known of them, and what is true of them."""

    left: Array  # [p]: rows of mentions, or of quotations
    right: Array  # [p]: rows of mentions
    features: Array  # [p, f]
    target: Array  # [p], for speech [p, 2]; `UNKNOWN` where nobody knows


class PassagePairs(Struct, frozen=True, eq=False):
    """The pairs of a passage; None where a passage has no label of the kind."""

    mentions: Array  # [mentions, 2]: first and last token
    quotations: Array  # [quotations, 2]: first and last token
    coreference: PairLabels | None = None
    speech: PairLabels | None = None


class GivenMentions:
    """A stage that puts known mentions in place of found ones."""

    requires = ("quotations",)
    provides = "mentions"

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions

    def __call__(self, story: Story) -> list[Mention]:
        """The known mentions, each with the quotation that it stands in."""
        parts = {
            Span(part.start, part.end): quotation.id
            for quotation in story.quotations
            if quotation.within is None
            for part in quotation.parts
        }
        spans = sorted(parts)
        found = []
        for mention in self._mentions:
            part = covering(spans, mention.start)
            name = parts[part] if part is not None else None
            found.append(structs.replace(mention, quotation_id=name))
        return found


def pair_labels(passage: Passage, rows: TokenRows) -> PassagePairs:
    """The pairs of a passage with all that it knows of them."""
    empty = np.empty((0, 2), dtype=np.int64)
    known = _known_mentions(passage)
    if not known:
        return PassagePairs(mentions=empty, quotations=empty)
    mentions = [_mention(number, one, passage, rows) for number, one in enumerate(known, start=1)]
    story = _story(passage, mentions, rows)
    table = mention_table(story)
    quotations = quotation_table(story)
    return PassagePairs(
        mentions=np.stack([table.first, table.last], axis=1),
        quotations=np.stack([quotations.first, quotations.last], axis=1),
        coreference=_coreference(known, table) if passage.source == "litbank" else None,
        speech=_speech(passage, story, table) if passage.speeches else None,
    )


def _known_mentions(passage: Passage) -> list[PassageMention]:
    """The mentions of a passage in text order, the longer first."""
    known = passage.mentions or passage.people or ()
    return sorted(known, key=lambda mention: (mention.start, -mention.end))


def _mention(number: int, known: PassageMention, passage: Passage, rows: TokenRows) -> Mention:
    return Mention(
        id=MentionId(f"m{number}"),
        start=known.start,
        end=known.end,
        type=known.type,
        form=known.form,
        head=_head(known, passage, rows),
    )


def _head(known: PassageMention, passage: Passage, rows: TokenRows) -> Span:
    """The token whose own head lies outside the span; the last one where there is no parse."""
    first, last = rows.of(known.start, known.end)
    row = last
    if passage.parse is not None:
        heads = passage.parse.heads
        row = next((r for r in range(first, last + 1) if not first <= heads[r] <= last), last)
    token = rows.document.tokens[row]
    return Span(max(token.start, known.start), min(token.end, known.end))


def _story(passage: Passage, mentions: Sequence[Mention], rows: TokenRows) -> Story:
    """The passage as the rules read it, with the known mentions in place of found ones.

    The cast and its links are asked for in LitBank alone, where they are evidence.
    """
    last = "speech_links" if passage.source == "litbank" else "mentions"
    story = Story(document=rows.document)
    for stage in pipeline.default_stages(None):
        chosen = GivenMentions(mentions) if stage.provides == "mentions" else stage
        story = story.with_layer(chosen.provides, chosen(story))
        if chosen.provides == last:
            break
    return story


def _coreference(known: Sequence[PassageMention], table: MentionTable) -> PairLabels:
    """Each mention with those before it, and whether the two are of one chain."""
    numbers: dict[str, int] = {}
    chains = np.array([numbers.setdefault(one.chain, len(numbers)) for one in known])
    right = np.repeat(np.arange(len(known)), ANTECEDENTS)
    left = right - np.tile(np.arange(ANTECEDENTS, 0, -1), len(known))
    left, right = left[left >= 0], right[left >= 0]
    return PairLabels(
        left=left,
        right=right,
        features=coreference_features(table, left, right),
        target=(chains[left] == chains[right]).astype(np.int64),
    )


def _speech(passage: Passage, story: Story, table: MentionTable) -> PairLabels | None:
    """Each labelled quotation with the mentions near it: which point at speaker and addressee."""
    quotations = {quotation.start: row for row, quotation in enumerate(story.quotations)}
    starts = np.array([mention.start for mention in story.mentions])
    spans = {Span(one.start, one.end): row for row, one in enumerate(story.mentions)}
    left, right, target = [], [], []
    for speech in passage.speeches or ():
        if speech.start not in quotations:
            continue
        middle = int(np.searchsorted(starts, speech.start))
        near = np.arange(max(middle - SPEECH_REACH, 0), min(middle + SPEECH_REACH, len(starts)))
        left.append(np.full(len(near), quotations[speech.start]))
        right.append(near)
        known = (speech.speaker, speech.addressee)
        target.append(np.stack([_pointing(near, spans, places) for places in known], axis=1))
    if not left:
        return None
    lefts, rights = np.concatenate(left), np.concatenate(right)
    return PairLabels(
        left=lefts,
        right=rights,
        features=speech_features(quotation_table(story), table, lefts, rights),
        target=np.concatenate(target),
    )


def _pointing(near: Array, spans: dict[Span, int], places: Sequence[Span]) -> Array:
    """1 where the mention is one of the places, else 0; `UNKNOWN` if none of them is near."""
    rows = [spans[place] for place in places if place in spans]
    found = np.isin(near, rows)
    return found.astype(np.int64) if found.any() else np.full(len(near), UNKNOWN)
