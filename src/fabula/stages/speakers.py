"""Who says what to whom: one attribution for every quotation."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs

from fabula.corrections.lines import FixedLine, fixed_lines
from fabula.corrections.records import LineCorrection
from fabula.encoder.scores import Scores
from fabula.labels import Evidence
from fabula.stages.chaining.pair_scores import PairReader
from fabula.stages.naming.known_to_rules import known_to_rules
from fabula.stages.speaking.addressees import addressees
from fabula.stages.speaking.candidates import Appearance, candidates
from fabula.stages.speaking.clauses import Narration
from fabula.stages.speaking.confidence import (
    confidence_alone,
    confidence_of,
    guessed,
    withheld,
)
from fabula.stages.speaking.conversations import Solved, solve
from fabula.stages.speaking.cue_parts import Cue
from fabula.stages.speaking.evidence import evidence_of
from fabula.stages.speaking.expectations import NOTHING, Expected, SpeechReader, expectations
from fabula.stages.speaking.nested import nested_owners
from fabula.stages.speaking.people import People
from fabula.stages.speaking.surroundings import Surroundings, surroundings
from fabula.stages.speaking.thinkers import Owner, Readings
from fabula.stages.speaking.turns import TurnReader
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

    requires = (
        "paratext",
        "chapters",
        "scenes",
        "quotations",
        "mentions",
        "cast",
        "tellings",
        "links",
    )
    provides = "attributions"

    def __init__(
        self,
        lines: Sequence[LineCorrection] = (),
        scores: Scores | None = None,
        pairs: PairReader | None = None,
        *,
        guess: bool = False,
    ) -> None:
        """A stage that takes the reader's word on single lines and solves the rest around it.

        `scores` are what the encoder says of the document; `pairs` may be a reading of pairs that
        is shared with another stage. With `guess` the likeliest candidate
        is the speaker however thin the evidence; without, nobody is below `LEAST_CONFIDENCE`.
        """
        self._lines = lines
        self._scores = scores
        self._read = SpeechReader(pairs)
        self._settled = guessed if guess else withheld

    def __call__(self, story: Story) -> Sequence[Attribution]:
        """One attribution for each quotation, in the order of the quotations."""
        outer = [quotation for quotation in story.quotations if quotation.within is None]
        people = People(story)
        narration = Narration(story.document, known_to_rules(story))
        beside = dict(zip(outer, surroundings(story.document, outer, narration), strict=True))
        fixed = fixed_lines(story, self._lines)
        scores = self._scores
        expected = {} if scores is None else expectations(story, people, scores, self._read)
        found = {
            attribution.quotation_id: _corrected(self._settled(attribution), fixed)
            for attribution in (
                *_spoken(story, people, narration, beside, _Said(fixed, expected)),
                *_thought_or_written(story, people, narration, beside),
            )
        }
        nested = [
            _owned(quotation, cue, owner)
            for quotation, cue, owner in nested_owners(story.quotations, found, narration, people)
        ]
        found |= {each.quotation_id: _corrected(self._settled(each), fixed) for each in nested}
        return [found[quotation.id] for quotation in story.quotations]


Beside = Mapping[Quotation, Surroundings]
Fixed = Mapping[QuotationId, FixedLine]


class _Said(Struct, frozen=True):
    """What is said of the lines beside the text itself: by the reader, and by the encoder."""

    fixed: Fixed
    expected: Mapping[Quotation, Expected]


def _corrected(attribution: Attribution, fixed: Fixed) -> Attribution:
    """The attribution with the reader's word on this line itself."""
    word = fixed.get(attribution.quotation_id)
    if word is None:
        return attribution
    heard = attribution.addressee_ids if word.addressees is None else word.addressees
    if word.speaker is None:
        return structs.replace(attribution, addressee_ids=heard)
    return structs.replace(
        attribution,
        speaker_id=word.speaker,
        addressee_ids=tuple(who for who in heard if who != word.speaker),
        evidence="correction",
        confidence=confidence_alone("correction"),
        candidates=(word.speaker,),
    )


def _spoken(
    story: Story, people: People, narration: Narration, beside: Beside, said: _Said
) -> Iterator[Attribution]:
    """The lines of conversation, solved together."""
    quotations = [quotation for quotation in beside if quotation.kind == "speech"]
    around = [beside[quotation] for quotation in quotations]
    addresses = [
        address(
            [piece for part in quotation.parts for piece in narration.pieces(part.start, part.end)]
        )
        for quotation in quotations
    ]
    reader = TurnReader(people, story.document, story.scenes, said.fixed)
    turns = reader.turns(quotations, around, addresses)
    about = candidates(turns, _appearances(story, people, addresses))
    expected = [said.expected.get(quotations[turn.places[0]], NOTHING) for turn in turns]
    everything = solve(turns, about, people, expected)
    for number, solved in enumerate(everything):
        evidence = evidence_of(turns[number], turns[number - 1] if number else None, solved)
        sure = confidence_of(evidence, turns[number], solved)
        heard = addressees(turns, everything, number, expected[number])
        for place in turns[number].places:
            yield _attributed(
                quotations[place],
                around[place],
                solved,
                evidence=evidence,
                confidence=sure,
                heard=heard,
            )


def _thought_or_written(
    story: Story, people: People, narration: Narration, beside: Beside
) -> Iterator[Attribution]:
    readings = Readings(story.document, narration, people, beside)
    for quotation, around in beside.items():
        if quotation.kind == "thought":
            yield _owned(quotation, around.cue, readings.thinker(quotation, around))
        elif quotation.kind == "writing":
            yield _owned(quotation, around.cue, readings.writer(quotation, around))


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
    solved: Solved,
    *,
    evidence: Evidence,
    confidence: float,
    heard: tuple[EntityId, ...],
) -> Attribution:
    return Attribution(
        quotation_id=quotation.id,
        speaker_id=solved.speaker if evidence != "none" else None,
        addressee_ids=heard,
        cue=around.cue.span if around.cue else None,
        manner=around.cue.manner if around.cue else None,
        evidence=evidence,
        confidence=confidence,
        candidates=tuple(person for person, _ in solved.ranking[:SHOWN]),
    )


def _owned(quotation: Quotation, cue: Cue | None, owner: Owner) -> Attribution:
    if owner.cue is not None:
        cue = None  # a verb inside the chat says nothing of this message
    return Attribution(
        quotation_id=quotation.id,
        speaker_id=owner.person,
        addressee_ids=owner.heard,
        cue=cue.span if cue else owner.cue,
        manner=cue.manner if cue else None,
        evidence=owner.evidence,
        confidence=confidence_alone(owner.evidence),
        candidates=(owner.person,) if owner.person else (),
    )
