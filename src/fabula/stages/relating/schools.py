"""Teachers by how they are called: “Is it real, miss?” to the headmistress."""

import re
from collections.abc import Iterator

from fabula.stages.relating.addresses import called_in
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.people import People
from fabula.story import Entity, EntityId

CALLED = 0.75
"""“Miss” to somebody who is told to be a teacher: parents say her name, other teachers too."""

LEAST_OF_SCHOOL = 3
"""Words of school in a story that is about one."""

CHARACTERS_BETWEEN = 2000
"""Characters to each of them on the average: every novel has a school somewhere."""

_OF_SCHOOL = re.compile(
    r"\b(?:school|classroom|headmaster|headmistress|head ?teacher|homework|playground"
    r"|schoolroom|blackboard|term|dormitory|prefect|assembly)s?\b",
    re.IGNORECASE,
)

_TEACHERS = frozenset(
    "teacher headmaster headmistress headteacher schoolmaster schoolmistress professor".split()
)
_RESPECTFUL = frozenset({"miss", "sir", "professor", "ma'am"})
_GROWN_UP = frozenset({"mr", "mrs", "ms", "miss", "dr", "professor", "lady", "lord", "sir"})


def teachers_called(people: People) -> Iterator[Claim]:
    """Whose teachers those are who are called “miss” and “sir” to their face.

    Finds:
        A line with “miss”, “sir” or “professor” set off in it to one person whom a noun calls a
        teacher somewhere, or a professor by title, from somebody without a grown-up's title.
    Why it holds:
        Pupils call their teachers so, and hardly anybody else calls a teacher so.
    Misses:
        Teachers who are called by name.

    Example:
        “‘Is it real, miss?’ said Ada to the headmistress.”: she teaches Ada.
    """
    teachers = _teachers(people)
    quotations = {quotation.id: quotation for quotation in people.story.quotations}
    for said in people.story.attributions if teachers else ():
        if said.speaker_id is None or len(said.addressee_ids) != 1:
            continue
        teacher, quotation = said.addressee_ids[0], quotations[said.quotation_id]
        if teacher not in teachers or said.speaker_id == teacher:
            continue
        if _is_grown_up(people.cast[said.speaker_id]) or said.speaker_id in teachers:
            continue
        if called_in(people, quotation) & _RESPECTFUL:
            sure = round(CALLED * said.confidence, 3)
            yield Claim(teacher, "teacher", said.speaker_id, quotation.parts[0], sure)


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
