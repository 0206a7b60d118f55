from stage_by_stage import read_to

from fabula.stages.linking.known_people import KnownPeople, weight_of
from fabula.stages.linking.surroundings import surroundings_of


def known(text):
    story = read_to("cast", text)
    return KnownPeople(story.cast, surroundings_of(story))


def test_a_name_finds_its_bearer():
    people = known("Ines sang. Tom rowed.")
    (ines,) = people.bearers("INES")
    assert people.name_of(ines) == "Ines"
    assert people[ines.key] is ines
    assert people.bearers("Melisar") == []


def test_the_sentence_knows_whom_it_names():
    people = known("Ines sang. Tom rowed.")
    (ines,) = people.bearers("Ines")
    assert people.is_told_in(ines, 1)
    assert not people.is_told_in(ines, 2)


def test_age_is_what_stands_before_the_name():
    people = known("Old Ines sang. Tom rowed. They saw young Tom.")
    assert people.ages(people.bearers("Tom")[0]) == {"young"}


def test_weight_is_the_share_of_all_names():
    assert [weight_of(share) for share in (0.0, 0.02, 0.1, 0.5)] == [0, 1, 2, 3]
    people = known("Ines sang. Ines rowed. Tom slept.")
    assert people.bearers("Ines")[0].weight == 3
