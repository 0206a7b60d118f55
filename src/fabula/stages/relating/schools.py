"""Teachers by how they are called: “Is it real, miss?” to the headmistress."""

import re
from collections.abc import Iterator

from fabula.lexicon.titles import TITLES
from fabula.stages.relating.addresses import called_in
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.kinds import KIND_OF_NOUN
from fabula.stages.relating.people import People
from fabula.story import Attribution, Entity, EntityId

TALKING = 0.6
"""A line between a teacher and somebody without a title: a grandmother may have come to school."""

CALLED = 0.75
"""“Miss” to somebody who is told to be a teacher: parents say her name, other teachers too."""

LEAST_OF_SCHOOL = 3
"""Words of school in a story that is about one."""

CHARACTERS_BETWEEN = 2000
"""Characters to each of them on the average: every novel has a school somewhere."""

_OF_SCHOOL = re.compile(
    r"""
    \b(?:
        school(?:boy|girl|room|yard|bag)? | class(?:room|mate|es)?
        | head\ ?(?:master|mistress|teacher) | homework | playground | blackboard | whiteboard
        | term | dorm(?:itory)? | prefect
        | assembly | teacher | pupil | lesson | detention | (?:staff|changing|form)\ ?room
        | (?:year|grade)\ (?:seven|eight|nine|ten|eleven|\d+) | sixth\ form | exam
        | (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[-\ ](?:year|grade)
        | chemistry | maths | geography | algebra
    )s?\b
    """,
    re.IGNORECASE | re.VERBOSE,
)

_TEACHERS = frozenset(
    "teacher headmaster headmistress headteacher schoolmaster schoolmistress professor".split()
)
_RESPECTFUL = frozenset({"miss", "sir", "professor", "ma'am"})
_GROWN_UP = frozenset("mr mrs ms miss dr professor lady lord sir master".split())


def teachers_called(people: People) -> Iterator[Claim]:
    """Whose teachers those are who are called “miss” and “sir” to their face.

    Finds:
        A line with “miss”, “sir” or “professor” set off in it to one person whom a noun calls a
        teacher somewhere, or who has a title in a story of a school, from somebody without a
        grown-up's title; and the others without a title who talk to the one called so.
    Why it holds:
        Pupils call their teachers so, and hardly anybody else calls a teacher so.
    Misses:
        Teachers who are called by name.

    Example:
        “‘Is it real, miss?’ said Ada to the headmistress.”: she teaches Ada.
    """
    respected = list(_called(people, _teachers(people)))
    yield from respected
    teachers = {claim.a for claim in respected}
    starts = {quotation.id: quotation.parts[0] for quotation in people.story.quotations}
    for said, talking in _pairs(people) if teachers else ():
        for teacher, pupil in (talking, talking[::-1]):
            if teacher in teachers and pupil not in teachers and _may_be_pupil(people, pupil):
                sure = round(TALKING * said.confidence, 3)
                yield Claim(teacher, "teacher", pupil, starts[said.quotation_id], sure)


def _called(people: People, teachers: frozenset[EntityId]) -> Iterator[Claim]:
    """Who calls one of those who may be teachers “miss” or “sir”."""
    quotations = {quotation.id: quotation for quotation in people.story.quotations}
    for said, (speaker, teacher) in _pairs(people) if teachers else ():
        if teacher not in teachers or speaker in teachers or _is_grown_up(people.cast[speaker]):
            continue
        quotation = quotations[said.quotation_id]
        if called_in(people, quotation) & _RESPECTFUL:
            sure = round(CALLED * said.confidence, 3)
            yield Claim(teacher, "teacher", speaker, quotation.parts[0], sure)


def _pairs(people: People) -> Iterator[tuple[Attribution, tuple[EntityId, EntityId]]]:
    """The lines to one other person, each with who says it and to whom."""
    for said in people.story.attributions:
        speaker, listeners = said.speaker_id, said.addressee_ids
        if speaker is not None and len(listeners) == 1 and listeners[0] != speaker:
            yield said, (speaker, listeners[0])


def _may_be_pupil(people: People, who: EntityId) -> bool:
    """Whether somebody has a name of their own and no title: neither Matron nor Grandad has."""
    entity = people.cast[who]
    first = entity.name.lower().split(maxsplit=1)[0]
    own = entity.named and entity.kind == "person" and first not in {*TITLES, *KIND_OF_NOUN}
    return own and not _is_grown_up(entity)


def _teachers(people: People) -> frozenset[EntityId]:
    """Those with a title whom a noun without an owner calls teachers, as “the headmistress”.

    In a story of a school all who are called Miss, Mr. or Dr. may be.
    """
    titled = {entity.id for entity in people.story.cast if _is_grown_up(entity)}
    text = people.story.document.text
    if len(_OF_SCHOOL.findall(text)) >= max(LEAST_OF_SCHOOL, len(text) / CHARACTERS_BETWEEN):
        return frozenset(titled)
    found = set[EntityId]()
    for mention in people.story.mentions:
        who = people.chained_to(mention) if mention.type == "PER" else None
        noun = people.story.document[mention.head].lower()
        if who in titled and who is not None and noun in _TEACHERS:
            found.add(who)
    return frozenset(found)


def _is_grown_up(entity: Entity) -> bool:
    """Whether somebody is mostly called Mr. or Miss; a Miss Ada is no teacher."""
    first, *others = entity.name.lower().split()
    return bool(others) and first.rstrip(".") in _GROWN_UP
