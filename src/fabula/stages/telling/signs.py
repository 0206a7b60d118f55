"""Signs of whose mind the narration gives, and how much each kind of sign says.

A sign of weight 1 is a sentence that nobody but the person could vouch for (“Ines knew that she
had lost”); smaller weights are for what a bystander might report as well. The weights are our
judgement, not trained.
"""

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from fabula.stages.telling.predicates import Predicate
from fabula.stages.telling.scene_narration import NarratedPerson, Passage
from fabula.story import EntityId

Rule = Literal[
    "thinks",
    "thought",
    "asks",
    "perceives",
    "aside",
    "looks",
    "shown",
    "feels",
    "reaction",
    "inner part",
    "gut",
    "struck",
    "surge",
    "experience",
    "ability",
    "reason",
    "sensation",
    "musing",
]

WEIGHTS: dict[Rule, float] = {
    "thinks": 1.0,
    "thought": 1.5,  # words thought, given as such
    "asks": 0.5,  # a question in the narration is somebody's, mostly of the last who acted
    "aside": 1.0,  # “seeing the gate”, “not wanting to wake him”: told from where they stand
    "perceives": 0.7,  # “saw” is often only plot
    "looks": 0.15,  # visible to all, but it turns the reader's eyes too
    "shown": 0.35,  # “She looked up. The sky was green.”: the looker sees it, and the reader
    "feels": 0.7,
    "reaction": 1.0,
    "inner part": 0.5,  # “her mind went back”, but also “changed his mind”
    "gut": 0.7,
    "struck": 0.7,
    "surge": 0.8,
    "experience": 0.7,
    "ability": 0.5,
    "reason": 0.5,
    "sensation": 0.7,
    "musing": 0.3,
}
FAINT = 0.35
"""The part of its weight that is left to a verb or feeling that bystanders report as well."""

CLEAR = 0.4
"""A sign of at least this weight shows a mind entered; weaker ones only add up."""


class Sign(Struct, frozen=True):
    """One piece of evidence that a mind is given, and where it stands.

    `start` is the offset of its first word in the text; `named` is False where only a pronoun
    says whose mind it is.
    """

    entity_id: EntityId
    rule: Rule
    weight: float
    start: int
    named: bool


SignRule = Callable[[Passage, tuple[Predicate, ...]], Iterator[Sign]]
"""A rule reads a passage and its predicates and gives the signs it finds."""


def sign_of(person: NarratedPerson, rule: Rule, part: float = 1.0) -> Iterator[Sign]:
    """The sign of this rule for the person; none for a mention of nobody known.

    It weighs as much as the rule, times `part`, times how surely the mention is theirs: in a
    room full of men a “he” says little about any of them.
    """
    if person.entity_id is not None:
        weight = WEIGHTS[rule] * part * person.confidence
        named = person.form != "pronominal"
        yield Sign(person.entity_id, rule, weight, person.start, named)
