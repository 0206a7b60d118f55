"""Who says what to whom: one attribution for every quotation."""

from collections.abc import Iterator, Sequence

from fabula.stages.speaking.candidates import Appearance, candidates
from fabula.stages.speaking.clauses import Narration
from fabula.stages.speaking.conversations import Solved, solve
from fabula.stages.speaking.evidence import CONFIDENCE, evidence_of
from fabula.stages.speaking.people import People
from fabula.stages.speaking.surroundings import Surroundings, surroundings
from fabula.stages.speaking.thinkers import Owner, Readings
from fabula.stages.speaking.turns import Turn, TurnReader
from fabula.stages.speaking.vocatives import Address, address
from fabula.story import Attribution, EntityId, Quotation, QuotationId, Story

# Candidates that a reader is shown: more would hide the likely ones.
SHOWN = 4

# How much a mention brings its person to mind. A narrator's “I” is there whoever speaks.
NARRATED, POINTED_AT, NARRATOR, CALLED, TALKED_OF = 1.0, 0.7, 0.5, 0.8, 0.1


class AttributeQuotations:
    """Finds the speaker and the addressees of every quotation.

    For “Where is the boat?” asked Ines. “Gone, Ines.” it gives two attributions: Ines by an
    explicit cue, then whoever is with her, who speaks to Ines. Where the evidence is thin the
    speaker is None and `candidates` says who it may have been.
    """

    requires = ("paratext", "chapters", "scenes", "quotations", "mentions", "cast", "links")
    provides = "attributions"

    def __call__(self, story: Story) -> Sequence[Attribution]:
        """One attribution for each quotation, in the order of the quotations."""
        outer = [quotation for quotation in story.quotations if quotation.within is None]
        people = People(story)
        narration = Narration(story.document, story.mentions)
        around = surroundings(story.document, outer, narration)
        found: dict[QuotationId, Attribution] = {}
        spoken = [place for place, quotation in enumerate(outer) if quotation.kind == "speech"]
        speech = [outer[place] for place in spoken]
        speech_around = [around[place] for place in spoken]
        for attribution in _conversation(story, people, narration, speech, speech_around):
            found[attribution.quotation_id] = attribution
        readings = Readings(story.document, narration, people)
        for quotation, beside in zip(outer, around, strict=True):
            if quotation.kind != "speech":
                owner = (
                    readings.thinker(quotation, beside)
                    if quotation.kind == "thought"
                    else readings.writer(quotation, beside)
                )
                found[quotation.id] = _owned(quotation, beside, owner)
        return [
            found.get(quotation.id) or Attribution(quotation_id=quotation.id)
            for quotation in story.quotations
        ]


def _conversation(
    story: Story,
    people: People,
    narration: Narration,
    quotations: Sequence[Quotation],
    around: Sequence[Surroundings],
) -> Iterator[Attribution]:
    addresses = [
        address(
            [piece for part in quotation.parts for piece in narration.pieces(part.start, part.end)]
        )
        for quotation in quotations
    ]
    reader = TurnReader(people, story.document.paragraphs, story.scenes)
    turns = reader.turns(quotations, around, addresses)
    about = candidates(turns, _appearances(story, people, addresses))
    for number, solved in enumerate(solve(turns, about, people)):
        previous = turns[number - 1] if number else None
        for place in turns[number].places:
            yield _attributed(quotations[place], around[place], turns[number], previous, solved)


def _appearances(
    story: Story, people: People, addresses: Sequence[Address]
) -> Iterator[Appearance]:
    """Every mention of a person, weighed by how much it brings them to mind."""
    called = {call.mention.id for address in addresses for call in address.called}
    for mention in story.mentions:
        person = people.linked(mention.id)
        if person is None or mention.type != "PER":
            continue
        if mention.quotation_id is None and people.is_first_person(mention):
            weight = NARRATOR
        elif mention.quotation_id is None:
            weight = POINTED_AT if mention.form == "pronominal" else NARRATED
        else:
            weight = CALLED if mention.id in called else TALKED_OF
        yield Appearance(mention.start, person, weight, mention.quotation_id is not None)


def _attributed(
    quotation: Quotation,
    around: Surroundings,
    turn: Turn,
    previous: Turn | None,
    solved: Solved,
) -> Attribution:
    evidence = evidence_of(turn, previous, solved)
    speaker = solved.speaker if evidence != "none" else None
    return Attribution(
        quotation_id=quotation.id,
        speaker_id=speaker,
        addressee_ids=_addressees(turn, solved, speaker),
        cue=around.cue.span if around.cue else None,
        manner=around.cue.manner if around.cue else None,
        evidence=evidence,
        confidence=CONFIDENCE[evidence],
        candidates=tuple(person for person, _ in solved.ranking[:SHOWN]),
    )


def _addressees(turn: Turn, solved: Solved, speaker: EntityId | None) -> tuple[EntityId, ...]:
    """Those told or called, and else the one the conversation turns to."""
    named = [*turn.told, *(person for person, weight in turn.called if weight == 1.0)]
    found = named or ([solved.addressee] if solved.addressee else [])
    return tuple(dict.fromkeys(person for person in found if person != speaker))


def _owned(quotation: Quotation, around: Surroundings, owner: Owner) -> Attribution:
    return Attribution(
        quotation_id=quotation.id,
        speaker_id=owner.person,
        cue=around.cue.span if around.cue else None,
        manner=around.cue.manner if around.cue else None,
        evidence=owner.evidence,
        confidence=CONFIDENCE[owner.evidence],
        candidates=(owner.person,) if owner.person else (),
    )
