"""Of several people who could bear a name, whose it is: one's, nobody's, or several people's."""

from collections.abc import Sequence

from fabula.stages.naming.name_evidence import NameUse
from fabula.stages.naming.named_people import NamedPerson
from fabula.stages.naming.person_names import PersonName

FAR_MORE = 3
"""Of two people who could bear a name, one has to be named this many times as often."""

ESTABLISHED = 5
"""Full names after which somebody is no passing mention and may share a first name."""


def clear_winner(people: Sequence[NamedPerson], name: PersonName) -> NamedPerson | None:
    """The only one, or the one who bears this name far more often than any other.

    Joe and Berry Brook may both be Brook; it is Berry if he is mostly called Mr. or Berry Brook,
    and Joe mostly Joe.
    """
    if len(people) < 2:
        return people[0] if people else None
    nameless = [person for person in people if not person.given]
    if name.titles == () and len(nameless) == 1 and len(people) > 2:
        # Several Brooks with given names: “Brook” is the one who is always just that.
        return nameless[0]
    ranked = sorted(((person.count_with(name.words), person) for person in people), key=_by_count)
    (most, winner), (next_most, _) = ranked[:2]
    return winner if most >= FAR_MORE * next_most else None


def namesakes(people: Sequence[NamedPerson], use: NameUse) -> list[NamedPerson]:
    """Those who share a first name, if more than one of them is in the story to stay.

    Tom Brook and Tom Finch are both Tom, and only the place tells which; but a Tom of whom
    somebody speaks once takes nothing from the other.
    """
    word = use.name.single
    established = [
        person
        for person in people
        if word in person.given
        and sum(each.count for each in person.uses if each.name.is_full) >= ESTABLISHED
    ]
    return established if len(established) > 1 else []


def far_most(people: Sequence[NamedPerson]) -> NamedPerson | None:
    """The one who is named far more often than any other."""
    ranked = sorted(people, key=lambda person: -person.count)
    if len(ranked) > 1 and ranked[0].count < FAR_MORE * ranked[1].count:
        return None
    return ranked[0] if ranked else None


def _by_count(item: tuple[int, NamedPerson]) -> int:
    return -item[0]


def outnumbered(
    given: Sequence[NamedPerson], family: Sequence[NamedPerson], name: PersonName
) -> bool:
    """Whether a word is a family name far more often than a given name in fuller names.

    Of Ada Brook, who is named so on every page, and a “Brook Trout” served once, Ada is Brook.
    """
    as_given = sum(person.count_with(name.words) for person in given)
    return sum(person.count_with(name.words) for person in family) >= FAR_MORE * as_given > 0
