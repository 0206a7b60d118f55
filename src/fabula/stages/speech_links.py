"""Who “I”, “you” and “we” are inside quotations, once it is known who speaks to whom."""

from collections.abc import Iterator, Sequence

from fabula.stages.speaking.people import FIRST_PERSON, PLURAL_FIRST_PERSON, SECOND_PERSON
from fabula.story import Attribution, EntityId, Link, Mention, Quotation, QuotationId, Story

# Of 2,568 “you” and “your” that were linked in the five development novels of the Project
# Dialogism Novel Corpus this share points at the person whom its annotators name.
TRUST_IN_YOU = 0.78


class LinkSpeech:
    """Links the pronouns of conversation to the people who hold it.

    In “I saw you, Tom,” said Ines, “I” is Ines and “you” is Tom. “we” is linked only where a
    group speaks as one; a “we” of several people points at no single member of the cast.
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


def _links(
    story: Story,
    mentions: Sequence[Mention],
    attributions: dict[QuotationId, Attribution],
    quotations: dict[QuotationId, Quotation],
    groups: set[EntityId],
) -> Iterator[Link]:
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
            yield from _to_addressee(mention, attribution)


def _to_speaker(mention: Mention, attribution: Attribution) -> Iterator[Link]:
    if attribution.speaker_id is not None:
        yield Link(
            mention_id=mention.id,
            entity_id=attribution.speaker_id,
            reason="the speaker of the quotation",
            confidence=attribution.confidence,
        )


def _to_addressee(mention: Mention, attribution: Attribution) -> Iterator[Link]:
    if len(attribution.addressee_ids) == 1:
        yield Link(
            mention_id=mention.id,
            entity_id=attribution.addressee_ids[0],
            reason="the one spoken to",
            confidence=TRUST_IN_YOU,
        )
