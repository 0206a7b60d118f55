from fabula.corrections.names import Names, key_of, listed
from fabula.story import Alias, Entity, EntityId

TOM = Entity(id=EntityId("e1"), name="Tom Reed", aliases=(Alias(name="Tom", reason="first name"),))
ADA = Entity(id=EntityId("e2"), name="Ada", aliases=(Alias(name="Miss Reed", reason="title"),))
BEN = Entity(id=EntityId("e3"), name="Ben", aliases=(Alias(name="Tom", reason="nickname"),))


def test_a_name_means_somebody_in_any_case_and_by_any_alias():
    names = Names([TOM, ADA])
    assert names.meant("tom  REED") is TOM
    assert names.meant("Tom") is TOM
    assert names.meant("miss reed") is ADA


def test_a_name_of_two_people_means_neither():
    names = Names([TOM, BEN])
    assert names.meant("Tom") is None
    assert names.problem("Tom") == "'Tom' is a name of 'Tom Reed' and 'Ben'"


def test_who_is_shown_by_a_name_comes_before_whoever_is_called_so():
    shown = Entity(id=EntityId("e4"), name="Tom")
    assert Names([TOM, shown]).meant("tom") is shown


def test_an_unknown_name_is_answered_with_the_nearest():
    problem = Names([TOM, ADA]).problem("Mis Reed")
    assert problem.startswith("nobody in the cast is called 'Mis Reed'; did you mean 'Miss Reed'")
    assert Names([]).problem("Ada") == "nobody in the cast is called 'Ada'"


def test_lists_are_written_as_a_person_would():
    assert listed(["Ada"]) == "'Ada'"
    assert listed(["Ada", "Ben", "Tom"], last="or") == "'Ada', 'Ben' or 'Tom'"


def test_apostrophes_of_any_style_are_one():
    assert key_of("Ada’s  Mother") == key_of("ada's mother")
