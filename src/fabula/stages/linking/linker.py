"""Walks through the mentions of a story and decides whom each one means."""

from collections.abc import Iterator, Mapping, Sequence
from math import exp

from msgspec import Struct

from fabula.corrections.records import CORRECTION
from fabula.lexicon.pronouns import Agreement
from fabula.stages.linking.antecedent_scores import AntecedentScores
from fabula.stages.linking.beliefs import Beliefs
from fabula.stages.linking.choosing import shares_of
from fabula.stages.linking.descriptions import Description, Descriptions, Meant
from fabula.stages.linking.equations import find_equations
from fabula.stages.linking.focus import Candidate, Focus, Person
from fabula.stages.linking.known_people import KnownPeople
from fabula.stages.linking.named_after import NamedAfter
from fabula.stages.linking.own_names import (
    gives_name_when_asked,
    name_behind,
    says_own_name,
)
from fabula.stages.linking.phrases import Phrase, own_pronoun, read_phrase
from fabula.stages.linking.scoring import Context, may_be_meant, score
from fabula.stages.linking.surroundings import (
    Surroundings,
    surroundings_of,
    talking_paragraphs,
)
from fabula.stages.linking.syntax import SyntaxReader
from fabula.story import Entity, EntityId, MentionId, Story, Telling

LEAST_PROBABILITY = 0.3
"""Below this the likeliest person is too doubtful to be named."""


SURENESS = (0.35, 0.5)
"""A probability of 1 was right in 86 of 100 cues of the development novels, one of a half in 60:
the rest is what went wrong before, in the cast and in the pronouns read so far."""

LEAST_THEY = 0.3
"""Below this a “they” is left open: it may mean several people who have no mention together."""

CLEAR = 0.6
"""From here on a pronoun helps to tell what someone's pronouns are who is only described."""


class Decision(Struct, frozen=True):
    """A mention and whom it means; None where nobody fits well enough."""

    place: Surroundings
    meant: Meant | None
    phrase: Phrase | None = None


def decide(
    story: Story,
    cast: Sequence[Entity],
    pinned: Mapping[MentionId, EntityId] | None = None,
    antecedents: AntecedentScores | None = None,
    tellings: Sequence[Telling] = (),
    *,
    syntax: SyntaxReader | None = None,
    guess: bool = False,
) -> list[Decision]:
    """Whom each mention of a person means, in the order of the mentions' heads.

    `pinned` are mentions of which the reader says whom they mean; `antecedents` is what the
    encoder says of pairs and `syntax` what it says of the sentences; `tellings` say who is “I”
    where. With `guess`, “the organist” may be whoever is in focus: enough such guesses of one
    person are an epithet, which the cast then has; a single one is mostly wrong.
    """
    known = KnownPeople(cast, surroundings_of(story), tellings)
    linker = _Linker(story, known, pinned or {}, antecedents, syntax, guess=guess)
    return list(linker.decisions())


class _Linker:
    def __init__(
        self,
        story: Story,
        known: KnownPeople,
        pinned: Mapping[MentionId, EntityId],
        antecedents: AntecedentScores | None,
        syntax: SyntaxReader | None,
        *,
        guess: bool,
    ) -> None:
        self._pinned = pinned
        self._beliefs = Beliefs(antecedents) if antecedents is not None else None
        # By head, so that “his” is known before “his brother”.
        places = sorted(surroundings_of(story), key=lambda place: place.mention.head.start)
        self._text = story.document.text
        self._places = places
        self._by_id = {place.mention.id: place for place in places}
        self._by_start = {p.mention.start: p for p in places if p.mention.form != "nominal"}
        self._known = known
        self._focus = Focus(syntax)
        self._context = Context(
            self._focus,
            talking_paragraphs(story),
            self._known.narrator_at,
            syntax,
            NamedAfter(places, known, syntax),
        )
        self._descriptions = Descriptions(self._text, self._context, self._known, guess=guess)
        self._equations = find_equations(story)
        self._own_names = dict(self._find_own_names())
        self._decided: dict[MentionId, Person] = {}
        self._holders: dict[str, str] = {}

    def _find_own_names(self) -> Iterator[tuple[int, Person]]:
        """The paragraphs in which somebody of the cast says who they are."""
        for place in self._places:
            if place.narrated or place.mention.form != "proper":
                continue
            if says_own_name(self._text, place.mention) or gives_name_when_asked(
                self._text, place.mention
            ):
                bearers = self._known.bearers(place.text)
                if len(bearers) == 1 and bearers[0].named:
                    yield place.paragraph, bearers[0]

    def decisions(self) -> Iterator[Decision]:
        for place in self._places:
            phrase = read_phrase(place) if place.mention.form == "nominal" else None
            meant = self._meant(place, phrase)
            if meant is not None:
                self._decided[place.mention.id] = meant.person
                self._focus.note(meant.person, place)
                if self._beliefs is not None:
                    self._beliefs.note(place.mention.id, meant.shares or {meant.person.key: 1.0})
            yield Decision(place, meant, phrase)

    def _meant(self, place: Surroundings, phrase: Phrase | None) -> Meant | None:
        pinned = self._pinned.get(place.mention.id)
        if pinned is not None:
            return Meant(self._known[pinned], CORRECTION, 1.0)
        if place.mention.form == "proper":
            return self._named(place)
        if phrase is not None:
            return self._described(place, phrase)
        return self._pointed_at(place)

    def _named(self, place: Surroundings) -> Meant | None:
        bearers = self._known.bearers(place.text)
        if not bearers:
            return None
        if len(bearers) == 1:
            return Meant(bearers[0], "name", 0.95)
        return self._namesake(place, bearers)

    def _namesake(self, place: Surroundings, bearers: Sequence[Person]) -> Meant:
        """Which of several is called by this name: the one who was last, while about.

        Where Tom Brook is just Tom, it is Tom Finch who is called by both names, and the next
        “Tom” is still Tom Brook. Once he is out of focus it is whoever was mentioned last.
        """
        keys = {person.key for person in bearers}
        about = [each.person for each in self._focus.candidates() if each.person.key in keys]
        if not about:
            return Meant(bearers[0], "name, first of several", 0.5)
        holder = self._holders.get(place.text)
        person = next((each for each in about if each.key == holder), about[0])
        self._holders[place.text] = person.key
        return Meant(person, "name, last mentioned", 0.7)

    def _described(self, place: Surroundings, phrase: Phrase) -> Meant | None:
        owner = self._owner(place) if phrase.reference == "possessed" else None
        description = Description(place, phrase, owner)
        equation = self._equations.get(place.mention.id)
        person = self._equated(equation.same_as) if equation is not None else None
        if equation is not None and person is not None and _agree(person, phrase):
            self._descriptions.learn(description, person)
            return Meant(person, equation.reason, 0.75)
        return self._descriptions.meant(description)

    def _owner(self, place: Surroundings) -> Person | None:
        """Whose relative or companion it is: the pronoun or name that opens the phrase."""
        inner = self._by_start.get(place.mention.start)
        if inner is None:
            return None
        if own_pronoun(inner) in {"I", "we"} and inner.narrated:
            return self._known.narrator_at(inner)
        if own_pronoun(inner) == "you" and inner.narrated:
            return self._known.you
        return self._decided.get(inner.mention.id)

    def _equated(self, mention_id: MentionId) -> Person | None:
        """The person of the other side, whose name may only follow."""
        if mention_id in self._decided:
            return self._decided[mention_id]
        place = self._by_id.get(mention_id)
        if place is None or place.mention.form != "proper":
            return None
        meant = self._named(place)
        return meant.person if meant else None

    def _pointed_at(self, place: Surroundings) -> Meant | None:
        agreement = own_pronoun(place)
        if agreement in {"I", "we", "you", None}:
            narrator = self._known.narrator_at(place) if agreement == "I" else None
            if narrator is not None:
                return Meant(narrator, "narrator", 0.95)
            if agreement == "you" and place.narrated and self._known.you is not None:
                return Meant(self._known.you, "second-person narration", 0.95)
            return None
        if agreement == "they":
            return self._several(place)
        given = self._given_name(place, agreement)
        return given or self._own_name(place, agreement, self._likeliest(place, agreement))

    def _given_name(self, place: Surroundings, agreement: Agreement) -> Meant | None:
        """Of “his name was Tom” the one who is called so, whoever else “his” might mean."""
        behind = name_behind(self._text, place.mention) if place.possessive else None
        named = None if behind is None else self._by_start.get(behind)
        if named is None or named.mention.form != "proper":
            return None
        bearers = self._known.bearers(named.text)
        if len(bearers) != 1 or bearers[0].pronoun not in {None, agreement}:
            return None
        return Meant(bearers[0], "has the name", 0.85)

    def _own_name(
        self, place: Surroundings, agreement: Agreement, likeliest: Meant | None
    ) -> Meant | None:
        """“I'm Ada,” she said.: she is Ada, whoever else is there.

        Somebody without a name is left as read: the name that they give is theirs from then on.
        """
        person = self._own_names.get(place.paragraph) if place.speaks else None
        if person is None or person.pronoun not in {None, agreement}:
            return likeliest
        nameless = likeliest is not None and not likeliest.person.named
        return likeliest if nameless else Meant(person, "says the name", 0.85)

    def _several(self, place: Surroundings) -> Meant | None:
        """“they”: the nearest group, or a person of that pronoun; whoever the encoder expects."""
        expected = self._expected(place)
        if expected is not None:
            return self._expected_they(expected)
        for candidate in self._focus.candidates():
            near = place.told - candidate.last.told <= 400
            if near and candidate.person.pronoun == "they":
                return Meant(candidate.person, "pronoun", 0.5)
        return None

    def _expected_they(self, expected: Mapping[str, float]) -> Meant | None:
        """A group, or a person whose pronoun is “they” for all that is known."""
        fitting = [
            (share, candidate.person)
            for candidate in self._focus.candidates()
            if candidate.person.pronoun in {None, "they"}
            and (share := expected.get(candidate.person.key, 0.0)) >= LEAST_THEY
        ]
        if not fitting:
            return None
        share, person = max(fitting, key=lambda item: item[0])
        sureness = round(SURENESS[0] + SURENESS[1] * share, 2)
        return Meant(person, "pronoun", sureness, shares=expected)

    def _likeliest(self, place: Surroundings, agreement: Agreement) -> Meant | None:
        candidates = [
            candidate
            for candidate in self._focus.candidates()
            if may_be_meant(place, candidate, agreement, self._context)
        ]
        if not candidates:
            return None
        shares = self._shares(place, candidates)
        person = max((each.person for each in candidates), key=lambda each: shares[each.key])
        probability = shares[person.key]
        if probability < LEAST_PROBABILITY:
            return None
        if probability >= CLEAR:
            person.see(agreement)
        sureness = round(SURENESS[0] + SURENESS[1] * probability, 2)
        return Meant(person, "pronoun", sureness, shares=shares)

    def _shares(self, place: Surroundings, candidates: Sequence[Candidate]) -> Mapping[str, float]:
        """How likely each person is meant, by key."""
        expected = self._expected(place)
        if expected is not None:
            return shares_of(place, candidates, self._context, expected)
        scores = [
            score(place, candidate, rank, self._context)
            for rank, candidate in enumerate(candidates)
        ]
        highest = max(scores)
        parts = [exp(each - highest) for each in scores]
        total = sum(parts)
        return {each.person.key: part / total for each, part in zip(candidates, parts, strict=True)}

    def _expected(self, place: Surroundings) -> Mapping[str, float] | None:
        """How likely the encoder thinks each person, by key; None where it says nothing."""
        return self._beliefs.expected(place.mention.id) if self._beliefs is not None else None


def _agree(person: Person, phrase: Phrase) -> bool:
    if person.group != phrase.plural:
        return False
    return phrase.pronoun is None or person.pronoun in {None, phrase.pronoun}


def entity_of(meant: Meant | None) -> EntityId | None:
    """The entity's id, if the person meant is in the cast."""
    return EntityId(meant.person.key) if meant is not None and meant.person.in_cast else None
