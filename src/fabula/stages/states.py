"""States that people are in for a time, and traits that last."""

from collections.abc import Iterable, Iterator, Sequence

from fabula.encoder.scores import Scores
from fabula.stages.being.afflictions import affliction_signs
from fabula.stages.being.ages import age_signs
from fabula.stages.being.body import body_signs
from fabula.stages.being.bonds import bond_signs
from fabula.stages.being.callings import calling_signs
from fabula.stages.being.conditions import condition_signs
from fabula.stages.being.contradictions import (
    doubting_other_subjects,
    without_contradictions,
)
from fabula.stages.being.deeds import deed_signs
from fabula.stages.being.drinking import drink_signs
from fabula.stages.being.earlier_days import without_earlier_days
from fabula.stages.being.guises import guise_signs
from fabula.stages.being.intervals import in_order, states_from, traits_from
from fabula.stages.being.livelihoods import livelihood_signs
from fabula.stages.being.looks import look_signs
from fabula.stages.being.mourned import mourned_signs
from fabula.stages.being.remissions import remission_signs
from fabula.stages.being.rivals import doubting_named_since, doubting_rivals
from fabula.stages.being.roles import with_roles, without_unsure_roles
from fabula.stages.being.rousing import roused_by_speech
from fabula.stages.being.said import said_of_now
from fabula.stages.being.set_phrases import phrase_signs
from fabula.stages.being.signs import Sign
from fabula.stages.being.survivors import without_survivors
from fabula.stages.being.voices import voice_signs
from fabula.stages.being.weapons import weapon_signs
from fabula.stages.clauses.narration import NARRATION_READS, Narration, narration_of
from fabula.story import State, Story


class FindStates:
    """Finds in what state people are, from when until when, and what lasts about them.

    “Ines, a baker, fell asleep. At ten she woke.” gives a trait, the trade of a baker, and a
    state, asleep until she woke. What is denied, supposed or said in speech is no state.
    """

    requires = (*NARRATION_READS, "attributions")
    provides = "states"

    def __init__(self, scores: Scores) -> None:
        """A stage that reads these scores of the story's document."""
        self._scores = scores

    def __call__(self, story: Story) -> Sequence[State]:
        """The states and traits, in text order."""
        named = narration_of(story, self._scores)
        told = with_roles(named)
        said = told.in_speech()
        passing = [
            *_sure(told, doubting_named_since(told, _passing(told))),
            *_sure(said, said_of_now(said, _passing(said))),
        ]
        passing = list(without_unsure_roles(named, passing))
        passing = without_survivors(told, without_earlier_days(told, passing))
        passing += _sure(told, remission_signs(told, passing))
        lasting = [*_sure(told, _lasting(told)), *_sure(said, said_of_now(said, _lasting(said)))]
        lasting = list(without_unsure_roles(named, lasting))
        lasting = list(without_contradictions(told, lasting))
        states = roused_by_speech(story, states_from(told, passing))
        return in_order([*states, *traits_from(told, lasting)])


LEAST_SURE = 0.58
"""Signs less sure than this were wrong as often as right, and are passed over."""


def _sure(told: Narration, signs: Iterable[Sign]) -> list[Sign]:
    """The signs that are sure enough, with no word from outside what is told.

    In “Ines: 2. Bread.” the grammar hangs the number on her who writes it.
    """
    return [
        sign
        for sign in doubting_rivals(told, doubting_other_subjects(told, signs))
        if sign.sure >= LEAST_SURE and all(told.told[row] for row in sign.rows)
    ]


def _passing(told: Narration) -> Iterator[Sign]:
    for row in _told_rows(told):
        yield from condition_signs(told, row)
        yield from deed_signs(told, row)
        yield from body_signs(told, row)
        yield from bond_signs(told, row)
        yield from affliction_signs(told, row)
        yield from voice_signs(told, row)
        yield from weapon_signs(told, row)
        yield from drink_signs(told, row)
        yield from mourned_signs(told, row)
        yield from guise_signs(told, row)
        yield from phrase_signs(told, row)


def _told_rows(told: Narration) -> Iterator[int]:
    return (row for row, counts in enumerate(told.told) if counts)


def _lasting(told: Narration) -> Iterator[Sign]:
    for row in _told_rows(told):
        yield from look_signs(told, row)
        yield from age_signs(told, row)
        yield from livelihood_signs(told, row)
    yield from calling_signs(told)
