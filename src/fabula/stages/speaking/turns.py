"""Turns: the quotations of one paragraph, which one person utters, and what is known of them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct, structs

from fabula.corrections.lines import FixedLine
from fabula.labels import Pronouns
from fabula.lexicon.roles import person_noun
from fabula.lexicon.speech_verbs import CONTINUING_VERBS, kind_of_speech
from fabula.stages.speaking.people import People
from fabula.stages.speaking.silences import is_silence
from fabula.stages.speaking.surroundings import Surroundings
from fabula.stages.speaking.vocatives import Address, in_answer
from fabula.story import EntityId, Mention, Quotation, QuotationId, Scene
from fabula.text import Document

BeatPlace = Literal["behind", "ahead", "lead", "earlier", "later"]
NEAR_BEATS = frozenset({"behind", "ahead", "lead"})
"""The places of beats right beside their quotation; the others are paragraphs of narration."""

_NOTHING = Surroundings()

# A description (“the old baker”) whose link is less sure than this is as good as unlinked.
DESCRIBED = 0.6
# The narration shows who is meant by a cue without a name: almost as good as a name.
SHOWN = 0.98


class Claim(Struct, frozen=True, kw_only=True):
    """What a cue says of the speaker.

    `person` is whom its subject is linked to, or a stand-in for someone outside the cast.
    `pronouns` is what the subject says of its person; `trust` is how sure its link is.
    `settled` is False where the link may be doubted: a pronoun of the third person, a noun.
    `veiled`: “a voice”, “the curtain”, behind which may be anyone who is near.
    `owner` is whose brother or cook the subject is, who hardly speaks.
    `antecedent` is who acts by name in the sentences before it in its paragraph, where the
    pronoun agrees, `antecedent_earlier` the same of the paragraph before.
    `goes_on` and `replies` are what the verb tells: “she added”, “he answered”. `corrected`:
    the reader says who speaks, and no cue counts against it.
    """

    person: EntityId | None
    settled: bool
    trust: float = 0.0
    pronouns: Pronouns | None = None
    veiled: bool = False
    owner: EntityId | None = None
    goes_on: bool = False
    replies: bool = False
    corrected: bool = False
    antecedent: EntityId | None = None
    antecedent_earlier: EntityId | None = None


class Beat(Struct, frozen=True, kw_only=True):
    """Someone acts beside the quotation; `settled` as in `Claim`."""

    person: EntityId | None
    place: BeatPlace
    settled: bool
    pronouns: Pronouns | None = None


class Turn(Struct, frozen=True, kw_only=True):
    """What one person says in one paragraph.

    `places` index the quotations. `called` are people called by name in it, with weights; `own`
    those whose name is given as the speaker's; `told` those whom a cue says it is said to,
    `turned_to` those whom somebody turns to beside it.
    `heard` are those to whom the reader says it is spoken, None where the reader says nothing.
    `unfinished`: its last quotation has no closing mark; `continues`: the paragraph before was
    left so, and this one opens with a mark, as a speech of several paragraphs does.
    `after_silence`: the narration before it says that nobody answers.
    """

    places: tuple[int, ...]
    start: int
    end: int
    paragraph: int
    last_paragraph: int
    scene: int
    claim: Claim | None = None
    beats: tuple[Beat, ...] = ()
    called: tuple[tuple[EntityId, float], ...] = ()
    spoken_of: tuple[EntityId, ...] = ()
    own: tuple[EntityId, ...] = ()
    called_pronouns: Pronouns | None = None
    told: tuple[EntityId, ...] = ()
    turned_to: tuple[EntityId, ...] = ()
    heard: tuple[EntityId, ...] | None = None
    unfinished: bool = False
    continues: bool = False
    after_silence: bool = False


class TurnReader:
    """Builds the turns of a story from its quotations and what was read around them."""

    def __init__(
        self,
        people: People,
        document: Document,
        scenes: Sequence[Scene],
        fixed: Mapping[QuotationId, FixedLine] | None = None,
    ) -> None:
        """A reader; `fixed` are the lines that somebody corrected."""
        self._people = people
        self._fixed = fixed or {}
        self._text = document.text
        self._paragraphs = [paragraph.start for paragraph in document.paragraphs]
        self._scenes = [scene.start for scene in scenes]

    def turns(
        self,
        quotations: Sequence[Quotation],
        around: Sequence[Surroundings],
        addresses: Sequence[Address],
    ) -> list[Turn]:
        """The turns in text order; all three sequences run side by side."""
        turns: list[Turn] = []
        for place, quotation in enumerate(quotations):
            words = in_answer(addresses[place], addresses[place - 1]) if place else addresses[place]
            turn = self._turn(place, quotation, around[place], words)
            if turns and not around[place].adjoining and self._same_turn(turns[-1], turn):
                turns[-1] = _joined(turns[-1], turn)
                continue
            opens = turn.start == self._paragraphs[max(turn.paragraph, 0)]
            if turns and opens and turns[-1].unfinished:
                near = turn.paragraph == turns[-1].last_paragraph + 1
                turn = structs.replace(turn, continues=near)
            if turns and is_silence(self._text, turns[-1].end, turn.start):
                turn = structs.replace(turn, after_silence=True)
            turns.append(turn)
        return turns

    def _turn(
        self, place: int, quotation: Quotation, around: Surroundings, address: Address
    ) -> Turn:
        called = [(self._people.who(call.mention), call.weight) for call in address.called]
        fixed = self._fixed.get(quotation.id)
        return Turn(
            places=(place,),
            start=quotation.start,
            end=quotation.end,
            paragraph=bisect_right(self._paragraphs, quotation.start) - 1,
            last_paragraph=bisect_right(self._paragraphs, quotation.end - 1) - 1,
            scene=bisect_right(self._scenes, quotation.start) - 1,
            claim=_corrected(self._claim(around), fixed),
            beats=tuple(self._beats(around)),
            called=tuple((person, weight) for person, weight in called if person is not None),
            spoken_of=self._people.everyone(address.spoken_of),
            own=self._people.everyone(address.own),
            called_pronouns=address.called_pronouns,
            told=self._people.everyone(around.cue.addressees) if around.cue else (),
            turned_to=self._people.everyone(around.turned_to),
            heard=fixed.addressees if fixed is not None else None,
            unfinished=not quotation.closed,
        )

    def _claim(self, around: Surroundings) -> Claim | None:
        shown = self._people.who(around.revealed)
        if shown is not None:
            return Claim(person=shown, settled=True, trust=1.0)
        if around.cue is None:
            return None
        subject = around.cue.subject
        if subject is None:
            noun = around.cue.stranger
            return self._unnamed(around, noun, veiled=person_noun(noun) is None)
        if self._people.is_veiled(subject):
            return self._unnamed(around, self._people.noun(subject), veiled=True)
        if self._people.is_several(subject):
            return Claim(person=self._people.stranger(self._people.noun(subject)), settled=True)
        person, settled, pronouns = self._pointed_at(subject)
        trust = self._people.trust(subject)
        owner = self._people.owner(subject)
        doubted = not settled and trust < DESCRIBED
        if subject.form != "pronominal" and (doubted or (person is not None and person == owner)):
            shown = self._agreeing(around.shown, pronouns, owner)
            person = shown or self._people.stranger(self._people.noun(subject))
            trust = SHOWN if shown else trust
            settled = shown is None and self._people.is_new(subject)
        before = around if subject.form == "pronominal" and pronouns else _NOTHING
        return Claim(
            person=person,
            settled=settled,
            trust=trust,
            pronouns=pronouns,
            owner=owner,
            antecedent=self._antecedent(before.antecedents, pronouns, owner),
            antecedent_earlier=self._antecedent(before.antecedents_earlier, pronouns, owner),
            goes_on=around.cue.verb in CONTINUING_VERBS,
            replies=kind_of_speech(around.cue.verb) == "reply",
        )

    def _unnamed(self, around: Surroundings, noun: str, *, veiled: bool) -> Claim:
        """What a cue says that names nobody of the cast: “somebody”, “a voice”, “Zorrin”."""
        shown = self._agreeing(around.shown or around.shown_later) if veiled else None
        if shown is not None:
            return Claim(person=shown, settled=False, trust=SHOWN)
        if veiled:
            return Claim(person=self._people.stranger(noun), settled=True, veiled=True)
        # A noun for a person is somebody of the cast as often as not: “croaked the headmistress”.
        named = person_noun(noun)
        return Claim(
            person=self._people.stranger(noun),
            settled=False,
            pronouns=None if named == "any" else named,
        )

    def _agreeing(
        self,
        mention: Mention | None,
        pronouns: Pronouns | None = None,
        owner: EntityId | None = None,
    ) -> EntityId | None:
        """Whom the mention surely points at, if they agree and are not the owner."""
        person = self._people.who(mention)
        if mention is None or person is None or person == owner:
            return None
        if mention.form == "nominal" and self._people.trust(mention) < DESCRIBED:
            return None
        agree = pronouns is None or self._people.agrees(person, pronouns, mention.start)
        return person if agree else None

    def _antecedent(
        self, mentions: Iterable[Mention], pronouns: Pronouns | None, owner: EntityId | None
    ) -> EntityId | None:
        """The first of these that agrees; others stand between without being meant."""
        people = (self._agreeing(mention, pronouns, owner) for mention in mentions)
        return next(filter(None, people), None)

    def _beats(self, around: Surroundings) -> Iterable[Beat]:
        actors: tuple[tuple[BeatPlace, Mention | None], ...] = (
            ("behind", around.behind),
            ("ahead", around.ahead),
            ("lead", around.lead),
            ("earlier", around.earlier),
            ("later", around.later),
        )
        for place, mention in actors:
            if mention is not None:
                person, settled, pronouns = self._pointed_at(mention)
                yield Beat(person=person, place=place, settled=settled, pronouns=pronouns)

    def _pointed_at(self, mention: Mention) -> tuple[EntityId | None, bool, Pronouns | None]:
        person = self._people.who(mention)
        settled = (
            mention.form == "proper"
            or self._people.is_first_person(mention)
            or self._people.is_told_as_you(mention)
        )
        if mention.form == "nominal":
            settled = self._people.trust(mention) >= DESCRIBED
        return person, settled and person is not None, self._people.pronouns_of(mention)

    def _same_turn(self, turn: Turn, following: Turn) -> bool:
        """One paragraph, one speaker, unless two cues name different people."""
        if turn.last_paragraph != following.paragraph:
            return False
        first, second = turn.claim, following.claim
        if first is None or second is None or first == second:
            return True
        if first.person is not None and second.person is not None:
            if first.person == second.person:
                return True
            if first.settled and second.settled:
                return False
        offset = following.start
        return self._may_agree(first, second, offset) and self._may_agree(second, first, offset)

    def _may_agree(self, claim: Claim, other: Claim, offset: int) -> bool:
        if claim.pronouns is None:
            return claim.person is not None
        if other.pronouns is not None:
            return claim.pronouns == other.pronouns
        if other.person is None:
            return False
        return self._people.agrees(other.person, claim.pronouns, offset)


def _corrected(claim: Claim | None, fixed: FixedLine | None) -> Claim | None:
    """What the reader says of the speaker in place of what a cue says; the verb still tells."""
    if fixed is None or fixed.speaker is None:
        return claim
    return Claim(
        person=fixed.speaker,
        settled=True,
        trust=1.0,
        goes_on=claim is not None and claim.goes_on,
        replies=claim is not None and claim.replies,
        corrected=True,
    )


def _joined(turn: Turn, following: Turn) -> Turn:
    """Two quotations of one paragraph as one turn; a settled claim beats one by pronoun."""
    claims = [claim for claim in (turn.claim, following.claim) if claim is not None]
    claim = next((c for c in claims if c.settled and c.person), None) or next(iter(claims), None)
    return Turn(
        places=turn.places + following.places,
        start=turn.start,
        end=max(turn.end, following.end),
        paragraph=turn.paragraph,
        last_paragraph=max(turn.last_paragraph, following.last_paragraph),
        scene=turn.scene,
        claim=claim,
        beats=turn.beats + following.beats,
        called=turn.called + following.called,
        spoken_of=tuple(dict.fromkeys(turn.spoken_of + following.spoken_of)),
        own=turn.own + following.own,
        called_pronouns=turn.called_pronouns or following.called_pronouns,
        told=tuple(dict.fromkeys(turn.told + following.told)),
        turned_to=turn.turned_to + following.turned_to,
        heard=following.heard if turn.heard is None else turn.heard,
        unfinished=following.unfinished,
        continues=turn.continues,
        after_silence=turn.after_silence,
    )
