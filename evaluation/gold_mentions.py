"""A reading that is told where the mentions are, to measure coreference apart from them."""

from collections.abc import Iterator, Sequence

from evaluation.litbank import GoldDocument, GoldMention
from fabula import pipeline, segmentation, sources
from fabula.stages import Stage
from fabula.story import Mention, MentionId, Quotation, QuotationId, Story
from fabula.text import Span, within

_AFTER_HEAD = frozenset(
    "of in on at with from to by for who whom whose which that as into under over near "
    "upon whence where , ; — -- -".split()
)
"""Words after which a noun phrase has only what describes its head: “the man in the boat”."""


class GoldMentions:
    """Gives the annotated mentions in place of found ones; cast and links are made as usual.

    Type and form are the gold's. The head is that of our own mention of the same words where the
    replaced stage finds it, else the last word before a preposition, a relative or a comma: in
    “the man in the boat” it is “man”.
    """

    provides = "mentions"

    def __init__(self, gold: GoldDocument, replaced: Stage) -> None:
        self._gold = gold
        self._replaced = replaced
        self.requires = replaced.requires

    def __call__(self, story: Story) -> Sequence[Mention]:
        """The gold mentions as records of the layer, in text order, the longer first."""
        heads = {
            (mention.start, mention.end): mention.head
            for mention in self._replaced(story)
            if isinstance(mention, Mention)
        }
        ordered = sorted(self._gold.mentions, key=lambda each: (each.start, -each.end))
        speech = list(_innermost(ordered, story.quotations))
        return [
            Mention(
                id=MentionId(f"m{number}"),
                start=gold.start,
                end=gold.end,
                type=gold.type,
                form=gold.form,
                head=heads.get((gold.start, gold.end)) or head_of(story, gold),
                quotation_id=quotation_id,
            )
            for number, (gold, quotation_id) in enumerate(
                zip(ordered, speech, strict=True), start=1
            )
        ]


def head_of(story: Story, mention: GoldMention) -> Span:
    """The word of a mention that carries its meaning, by the rule of `GoldMentions`."""
    document = story.document
    head = None
    for token in within(document.tokens, mention.start, mention.end):
        words = document[token].lower()
        if head is not None and words in _AFTER_HEAD:
            break
        if any(map(str.isalnum, words)):
            head = Span(token.start, token.end)
    return head or Span(mention.start, mention.end)


def _innermost(
    mentions: Sequence[GoldMention], quotations: Sequence[Quotation]
) -> Iterator[QuotationId | None]:
    """The quotation in whose part each mention begins, the inner one where two do."""
    parts = [(part, quotation.id) for quotation in quotations for part in quotation.parts]
    for mention in mentions:
        around = [
            (len(part), name) for part, name in parts if part.start <= mention.start < part.end
        ]
        yield min(around)[1] if around else None


def read_with_gold(gold: GoldDocument, encoder: pipeline.Encoder | None) -> Story:
    """The whole reading of the text, the gold mentions in place of found ones."""
    document = segmentation.segment(sources.read_bytes(gold.text.encode(), f"{gold.id}.txt"))
    scores = encoder(document) if encoder is not None else None
    stages = [
        GoldMentions(gold, stage) if stage.provides == "mentions" else stage
        for stage in pipeline.default_stages(scores, guess=True)
    ]
    return pipeline.analyse(document, stages=stages)
