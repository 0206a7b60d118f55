"""Who “I”, “you” and “we” are inside quotations, once it is known who speaks to whom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from fabula.stages.speaking.people import FIRST_PERSON, PLURAL_FIRST_PERSON, SECOND_PERSON
from fabula.story import Attribution, EntityId, Link, Mention, Quotation, QuotationId, Story

# Of 2,568 “you” and “your” that were linked in the five development novels of the Project
# Dialogism Novel Corpus this share points at the person whom its annotators name.
TRUST_IN_YOU = 0.78


TRUST_IN_FIRST = 0.55
"""Where several are spoken to, the first of them, whom the conversation turns to, was among the
listeners in 82 of 100 such cases, and the only one in 26."""


class LinkSpeech:
    """Links the pronouns of conversation to the people who hold it.

    In “I saw you, Tom,” said Ines, “I” is Ines and “you” is Tom. “we” is linked only where a
    group speaks as one; a “we” of several people points at no single member of the cast. Of several
    who are spoken to “you” is the first, unless the words call more than one of them.
    """

    requires = (
        "paratext",
        "chapters",
        "scenes",
        "quotations",
        "mentions",
        "cast",
        "links",
        "attributions",
    )
    provides = "speech_links"

    def __call__(self, story: Story) -> Sequence[Link]:
        """The links, in the order of the mentions."""
        attributions = {record.quotation_id: record for record in story.attributions}
        kinds = {quotation.id: quotation for quotation in story.quotations}
        groups = {entity.id for entity in story.cast if entity.kind == "group"}
        linked = {link.mention_id for link in story.links}
        return list(
            _links(
                story,
                [mention for mention in story.mentions if mention.id not in linked],
                attributions,
                kinds,
                groups,
            )
        )


def _named_in(story: Story) -> Mapping[QuotationId, set[EntityId]]:
    """Who is named in each quotation."""
    linked = {link.mention_id: link.entity_id for link in story.links}
    named: defaultdict[QuotationId, set[EntityId]] = defaultdict(set)
    for mention in story.mentions:
        if mention.quotation_id is not None and mention.form == "proper" and mention.id in linked:
            named[mention.quotation_id].add(linked[mention.id])
    return named


def _links(
    story: Story,
    mentions: Sequence[Mention],
    attributions: dict[QuotationId, Attribution],
    quotations: dict[QuotationId, Quotation],
    groups: set[EntityId],
) -> Iterator[Link]:
    named = _named_in(story)
    for mention in mentions:
        if mention.quotation_id is None or mention.form != "pronominal":
            continue
        attribution = attributions[mention.quotation_id]
        word = story.document.text[mention.start : mention.end].lower()
        if word in FIRST_PERSON or (
            word in PLURAL_FIRST_PERSON and attribution.speaker_id in groups
        ):
            yield from _to_speaker(mention, attribution)
        elif word in SECOND_PERSON and quotations[mention.quotation_id].kind == "speech":
            yield from _to_addressee(mention, attribution, named.get(mention.quotation_id, set()))


def _to_speaker(mention: Mention, attribution: Attribution) -> Iterator[Link]:
    if attribution.speaker_id is not None:
        yield Link(
            mention_id=mention.id,
            entity_id=attribution.speaker_id,
            reason="the speaker of the quotation",
            confidence=attribution.confidence,
        )


def _to_addressee(
    mention: Mention, attribution: Attribution, named: set[EntityId]
) -> Iterator[Link]:
    """“you” is the one spoken to, or the first of several; `named` are those the words name."""
    heard = attribution.addressee_ids
    if not heard or len(named.intersection(heard)) > 1:
        return
    yield Link(
        mention_id=mention.id,
        entity_id=heard[0],
        reason="the one spoken to" if len(heard) == 1 else "the first of those spoken to",
        confidence=TRUST_IN_YOU if len(heard) == 1 else TRUST_IN_FIRST,
    )
