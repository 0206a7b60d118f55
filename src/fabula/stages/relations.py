"""Relations: who is whose mother, friend, captain or former husband."""

from collections.abc import Sequence

from fabula.encoder.scores import Scores
from fabula.stages.relating.arcs import arcs_of
from fabula.stages.relating.arresting import arrests_said
from fabula.stages.relating.candidates import likely_relatives
from fabula.stages.relating.claims import Claim, settle
from fabula.stages.relating.descriptions import described_relatives
from fabula.stages.relating.endings import endings_told, with_endings
from fabula.stages.relating.following import with_what_follows
from fabula.stages.relating.kin_names import called_relatives
from fabula.stages.relating.married import is_against_names, married_couples
from fabula.stages.relating.neighbours import neighbours_told
from fabula.stages.relating.only_called import joined_with_called, named_by_kin
from fabula.stages.relating.people import PEOPLE_READ, People
from fabula.stages.relating.plurals import several_relatives
from fabula.stages.relating.ranks import ranked_people, talking_ranks
from fabula.stages.relating.schools import teachers_called
from fabula.stages.relating.settled import Settled
from fabula.stages.relating.statements import stated_relations
from fabula.stages.relating.surnames import (
    is_against_surnames,
    is_of_changing_group,
    without_clashes,
)
from fabula.stages.token_rows import token_rows
from fabula.story import Relation, Story


class FindRelations:
    """Finds who is what to whom, where the text says so.

    In “Ines, Tom's mother, had worked for Odo” Ines is the parent of Tom and an employee of
    Odo. What the text only shows is left out: people who fight need not be enemies.
    """

    requires = PEOPLE_READ
    provides = "relations"

    def __init__(self, scores: Scores) -> None:
        """A stage that reads these scores of the story's document."""
        self._scores = scores

    def __call__(self, story: Story) -> Sequence[Relation]:
        """The relations, in the order in which the story tells of them."""
        people = People(story, token_rows(story))
        arcs = arcs_of(story, self._scores)
        claims = [
            *described_relatives(people, arcs),
            *several_relatives(people, arcs),
            *called_relatives(people, arcs),
            *stated_relations(people, arcs),
            *ranked_people(people),
            *talking_ranks(people),
            *neighbours_told(people, arcs),
            *married_couples(people),
            *arrests_said(people),
            *teachers_called(people),
        ]
        claims = [claim for claim in claims if _may_be(people, claim)]
        said = guessed = _settled(people, claims)
        likely: list[Claim] = []
        # What the first reading finds leaves fewer who can be meant to the second.
        for _ in range(_READINGS):
            guesses = likely_relatives(people, arcs, said, guessed)
            likely = [each for each in guesses if _may_be(people, each)]
            guessed = _settled(people, [*claims, *likely])
        claims = list(joined_with_called(people, [*claims, *likely]))
        groups = frozenset(entity.id for entity in story.cast if entity.kind == "group")
        vague = named_by_kin(people)
        found = with_what_follows(settle(claims, people.pronouns), groups, vague)
        ended = with_endings(found, list(endings_told(people, arcs)))
        return without_clashes(people, ended)


_READINGS = 2


def _settled(people: People, claims: Sequence[Claim]) -> Settled:
    return Settled((each.a_id, each.kind, each.b_id) for each in settle(claims, people.pronouns))


def _may_be(people: People, claim: Claim) -> bool:
    """Whether neither names nor groups that change speak against a claim."""
    against = is_against_names(people, claim) or is_of_changing_group(people, claim.a, claim.b)
    return not against and not is_against_surnames(people, claim.a, claim.kind, claim.b)
