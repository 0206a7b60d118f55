"""Who a relative is of whom the words do not say it, as in “His aunt shut the gate”."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.lexicon.kinship import KIN
from fabula.stages.relating.answering import introduced_next, named_after, named_alone, named_next
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.being_there import (
    has_died,
    is_acting,
    is_spoken_of,
    is_there,
    only_one_there,
)
from fabula.stages.relating.claims import Claim, Sign
from fabula.stages.relating.kinds import FAMILY
from fabula.stages.relating.namesakes import Namesakes
from fabula.stages.relating.owners import OF_UNKNOWN_SEX
from fabula.stages.relating.people import People
from fabula.stages.relating.pointed import Guess, Pointed
from fabula.stages.relating.settled import Settled
from fabula.stages.relating.unresolved import Unresolved, unresolved_nouns
from fabula.story import EntityId

BY_TURN = 0.65
"""“‘It is,’ said his sister”, and the order of the conversation has Ines say it."""

BY_CUE = 0.45
"""The same where the speaker was found by the words “his sister” themselves."""

SPOKEN_TO = 0.5
"""“‘It is yours,’ I told my cousin”, and the line has one listener."""

NAMED_NEXT = 0.85
"""“She shouted for her husband. Tom came in.”"""

NAMED_ALONE = 0.7
"""“‘I know his daughter,’ he said. ‘Ada.’”, unless she is only called."""

INTRODUCED = 0.85
"""“She fetched her brother. Tom Dray was a baker.”, of whom nobody knew before."""

NAMED_AFTER = 0.4
"""“Her brother sang. … Tom rowed.”: he is the first who is named behind the words."""

ALONE = 0.55
"""One woman is about who is nothing to him yet and has no part in the clause."""

ACTING_ALONE = 0.6
"""The same where what she does happens then and there, and is no habit. By itself it is too little:
of eight such claims in our stories two were wrong."""

ALONE_IN_NOVEL = 0.4
"""The same in a long story, in which people have relatives who are seldom there."""

NAMESAKE = 0.65
"""The only other Dray of the story."""

NAMESAKE_IN_NOVEL = 0.5
"""The same in a long story, which names many a Dray only once."""

IN_NOVEL = 0.8
"""What is left of the trust in who is named next where a story has many people."""

SURER_THAN_CHAINS = 0.7
"""Signs that hold even where the chain of the words is somebody else's."""

_GUESSED = FAMILY | {"twin", "guardian", "ward", "lover", "former_lover"}
"""What people are to few others. Of bosses, pupils and friends there are too many to guess."""


def likely_relatives(
    people: People, arcs: Arcs, settled: Settled, guessed: Settled
) -> Iterator[Claim]:
    """Who the relatives may be whom the words leave open, one claim for each sign of it.

    `settled` is what the story says, `guessed` what it comes to with the guesses made so far:
    those who are something else to the owner are left out.

    Finds:
        Whom the chain of the words or a rule points at, who speaks or is spoken to in the line
        they are the cue of, who is named behind them, who alone is there, and who alone has the
        owner's surname.
    Why it holds:
        No sign says it, but several that agree are seldom all wrong.
    Misses:
        Scenes in which two could be meant, relatives who are remembered.

    Example:
        “Ines and Tom rowed. Her brother sang. Tom had a fine voice.”: Tom, since he is the only
        man in the boat and is named next.
    """
    nouns = [
        each
        for each in unresolved_nouns(people, arcs, settled)
        if each.kind in _GUESSED and not _is_new(arcs, each)
    ]
    signs = _Signs(people, arcs, settled, guessed, Pointed(people, nouns), Namesakes(people))
    for noun in nouns:
        gender = KIN.get(noun.noun, "any")
        for sign, who, trust in signs.of(noun):
            if who != noun.owner and people.may_be(who, gender) and _is_kin(people, who, noun):
                known = gender == "any" or people.pronouns[who] is not None
                sure = round(trust if known else OF_UNKNOWN_SEX * trust, 3)
                yield Claim(who, noun.kind, noun.owner, noun.evidence, sure, sign, noun.confidence)


def _is_new(arcs: Arcs, noun: Unresolved) -> bool:
    """“Tom's own mother”, told apart from somebody like one who was told of before."""
    return any(arcs.words[each] == "own" for each in arcs.of(noun.row, "amod"))


def _is_kin(people: People, who: EntityId, noun: Unresolved) -> bool:
    """Whether somebody may be a relative: no cat, nor Sister Dray the nurse for “your sister”."""
    first = people.cast[who].name.lower().split(maxsplit=1)[0]
    return people.is_human(who) and (first != noun.noun or first not in _OF_AN_ORDER)


_OF_AN_ORDER = frozenset({"sister", "brother"})
"""Titles of nuns, nurses and monks, which no story gives to one's own sister."""


class _Signs(Struct, frozen=True):
    """What speaks for whom, from all that is known of a story."""

    people: People
    arcs: Arcs
    settled: Settled
    guessed: Settled
    pointed: Pointed
    namesakes: Namesakes

    def of(self, noun: Unresolved) -> Iterator[Guess]:
        """Who the relative may be, by each sign."""
        gone = is_spoken_of(self.arcs, noun)
        absent = {*self.people.present_at(noun.row)} if gone else set[EntityId]()
        if has_died(self.arcs, noun) and self._is_told_back(noun):
            absent.update(self.people.ever_present())
        absent.update(self.people.talking_at(noun.row))
        yield from (guess for guess in self.pointed.at(noun) if guess[1] not in absent)
        gender = KIN.get(noun.noun, "any")
        if self.settled.has(self.people, noun.owner, noun.kind, gender):
            return
        elsewhere = self.pointed.people_of(noun) - {noun.owner}
        by_rule = self.pointed.ruled_of(noun) - {noun.owner}
        named, next_one, sure = self._named(noun)
        sure *= IN_NOVEL if self.pointed.is_long else 1.0
        about = () if gone else (*self._here(noun, next_one), *self._about(noun))
        for sign, who, trust in ((named, next_one, sure), *about):
            # Whoever is there is hardly meant by words that point at somebody else; a chain
            # that does is wrong as often as right.
            others = by_rule if trust >= SURER_THAN_CHAINS else elsewhere
            if who is not None and others <= {who}:
                yield sign, who, trust

    def _is_told_back(self, noun: Unresolved) -> bool:
        """“had died”: before the story, so that whoever acts in it is somebody else."""
        helpers = {self.arcs.words[each] for each in self.arcs.of(self.arcs.head(noun.row), "aux")}
        return bool(helpers & {"had", "’d", "'d"})

    def _here(
        self, noun: Unresolved, named: EntityId | None
    ) -> Iterator[tuple[Sign, EntityId | None, float]]:
        """Who is left if the relative does something then and there; nobody if others are named."""
        alone = only_one_there(self.people, self.arcs, noun, self.guessed)
        if named not in {None, noun.owner, alone}:
            return
        trust = ACTING_ALONE if is_acting(self.people, self.arcs, noun) else ALONE
        yield "alone", alone, ALONE_IN_NOVEL if self.pointed.is_long else trust

    def _about(self, noun: Unresolved) -> Sequence[tuple[Sign, EntityId | None, float]]:
        """Those who are about and could be the relative."""
        bearer = self.namesakes.of(noun.owner, noun.kind, noun.noun)
        return (
            *self._speaking(noun),
            ("namesake", bearer, NAMESAKE_IN_NOVEL if self.pointed.is_long else NAMESAKE),
        )

    def _named(self, noun: Unresolved) -> tuple[Sign, EntityId | None, float]:
        """Who is named behind the words."""
        alone = named_alone(self.people, noun.row)
        if alone is not None and alone != noun.owner:
            return "next", alone, NAMED_ALONE
        following = named_next(self.people, self.arcs, noun.row, noun.kind)
        if following is not None:
            return "next", following, NAMED_NEXT
        introduced = introduced_next(self.people, self.arcs, noun.row)
        if introduced is not None and introduced != noun.owner:
            return "next", introduced, INTRODUCED
        if not is_there(self.people, self.arcs, noun):
            return "next", None, NAMED_AFTER  # “Her aunt used to say so. Ada rowed.”
        return "next", named_after(self.people, self.arcs, noun.row, noun.owner), NAMED_AFTER

    def _speaking(self, noun: Unresolved) -> Iterator[tuple[Sign, EntityId | None, float]]:
        """Who says the line whose cue the words are, or is told it by them."""
        for mention in self.people.mentions_at(noun.row):
            said = self.people.cue_of(mention)
            if said is not None:
                yield "cue", said.entity_id, BY_TURN if self.people.is_by_turn(mention) else BY_CUE
        if self.arcs.relation(noun.row) in {"dobj", "dative"}:
            cued = self.people.cued_at(self.arcs.head(noun.row))
            listeners = () if cued is None else cued.addressee_ids
            yield "cue", listeners[0] if len(listeners) == 1 else None, SPOKEN_TO
