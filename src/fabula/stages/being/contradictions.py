"""What cannot be true of one person: seven and seventy-six years old, a child and a vet."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from fabula.lexicon.pronouns import GENDERED_FORMS
from fabula.stages.being.ages import years_of
from fabula.stages.being.signs import Sign
from fabula.stages.clauses.narration import DOUBTED, Narration
from fabula.story import EntityId

FAR_APART = 30
"""Few stories go with a person through more years than these."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})

NO_LIVING_YET = 12
"""Who is younger has no trade."""


def without_contradictions(told: Narration, signs: Iterable[Sign]) -> Iterator[Sign]:
    """The signs, less those of a “he” or “she” that is plainly another than the links say.

    “Mina was seven. … She was seventy-six, and had been a vet.”: not Mina, though she is the last
    one named. A beast that speaks in the story needs more than “he was a dog”, too.
    """
    found = list(signs)
    ages = dict(_ages_by_name(told, found))
    speakers = {line.speaker_id for line in told.story.attributions}
    for sign in found:
        by_name = told.words[sign.who.row].split("'")[0] not in GENDERED_FORMS
        if by_name or not _is_another(sign, ages.get(sign.who.entity_id), speakers):
            yield sign


def doubting_other_subjects(told: Narration, signs: Iterable[Sign]) -> Iterator[Sign]:
    """The signs, less sure where “her” follows a “she” in the sentence who is not the same.

    In “She lay with her ankle twisted” the ankle is that of the one who lies, known or not.
    """
    for sign in signs:
        other = _subject_before(told, sign.who.row)
        named = told.people.get(other) if other is not None else sign.who
        same = named is not None and named.entity_id == sign.who.entity_id
        yield sign if same else structs.replace(sign, sure=sign.sure * DOUBTED)


def _subject_before(told: Narration, row: int) -> int | None:
    """The last “he” or “she” that is a subject before this “his” or “her” in its sentence."""
    gender = GENDERED_FORMS.get(told.words[row])
    if gender is None or told.relations[row] in _SUBJECTS:
        return None
    for before in range(row - 1, told.sentence(row).low - 1, -1):
        said = GENDERED_FORMS.get(told.words[before].split("'")[0])
        if said == gender and told.relations[before] in _SUBJECTS:
            return before
        if before in told.people and told.tags[before] == "PROPN":
            return None
    return None


def _ages_by_name(told: Narration, signs: Iterable[Sign]) -> Iterator[tuple[EntityId, int]]:
    """How old people are by what is said of their names."""
    for sign in signs:
        years = years_of(sign.value) if sign.attribute == "age" else None
        named = told.words[sign.who.row].split("'")[0] not in GENDERED_FORMS
        if years is not None and named:
            yield sign.who.entity_id, years


def _is_another(sign: Sign, age: int | None, speakers: set[EntityId | None]) -> bool:
    if sign.attribute == "species":
        return sign.who.entity_id in speakers
    if age is None:
        return False
    if sign.attribute in {"trade", "rank"}:
        return age < NO_LIVING_YET
    years = years_of(sign.value) if sign.attribute == "age" else None
    return years is not None and abs(years - age) > FAR_APART
