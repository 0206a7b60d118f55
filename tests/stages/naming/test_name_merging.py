import pytest
from stage_by_stage import aliases_in, cast_of

from fabula.stages.naming.name_evidence import NameEvidence, NameUse
from fabula.stages.naming.name_merging import merge_names
from fabula.stages.naming.person_names import PersonName

ADA = "Ada Brook rowed the boat. She sang. "


def test_full_first_and_family_name_are_one_person():
    text = ADA + "Ada waved. Brook smiled at them."
    assert aliases_in(text, "Ada Brook") == {"Ada": "first name", "Brook": "family name"}


def test_titles_join_the_name_they_fit():
    text = "Captain Brook laughed. Tom Brook tied his shoe. He laughed."
    assert aliases_in(text, "Tom Brook") == {"Captain Brook": "title and name"}


def test_a_family_has_several_people():
    text = (
        "Mr. Brook rubbed his eyes. Mrs. Brook found her hat. Miss Brook sang. "
        "Mr. Brook sat down. Mrs. Brook wept. Miss Brook sang again."
    )
    assert {"Mr. Brook", "Mrs. Brook", "Miss Brook"} <= set(cast_of(text))


def test_a_wife_may_go_by_her_husbands_name():
    text = "Mrs. Henry Brook sang. Henry Brook rubbed his chin. He slept. Mrs. Brook sang again."
    cast = cast_of(text)
    assert {"Mrs. Henry Brook", "Henry Brook"} <= set(cast)
    assert aliases_in(text, "Mrs. Henry Brook") == {"Mrs. Brook": "title and name"}


def test_a_pet_name_joins_its_name():
    text = "William Brook rowed. They saw Bill. Bill laughed at Bill’s hat."
    assert aliases_in(text, "William Brook")["Bill"] == "nickname"


@pytest.mark.parametrize(
    ("short", "full"), [("Mel", "Melisar"), ("Tim", "Tymor"), ("Jo", "Josefina")]
)
def test_a_clipped_form_that_is_called_joins_an_invented_name(short, full):
    text = f"{full} rowed. {full} sang.\n\n“Hey {short}, come here!” Ines said."
    assert aliases_in(text, full) == {short: "short form"}


def test_a_clipped_form_that_fits_two_joins_neither():
    text = "Melisar rowed. Melandra sang.\n\n“Hey Mel, come here!” Ines said. “Mel, wait!”"
    cast = cast_of(text)
    assert cast["Melisar"].aliases == cast["Melandra"].aliases == ()


def test_nobody_calls_himself_by_the_short_form():
    text = "“Mel, wait,” said Melisar.\n\n“Mel, come,” said Melisar. Mel laughed at that."
    assert cast_of(text)["Melisar"].aliases == ()


def test_a_slip_of_the_pen_joins_the_right_form():
    text = "Wellander rowed. " * 9 + "Welander sang with Ines."
    assert aliases_in(text, "Wellander") == {"Welander": "spelling"}


def test_the_one_who_goes_by_the_family_name_is_the_family_name():
    text = (
        "Barty Brook rubbed his chin. Barty Brook laughed. Barty Brook yawned. "
        "Joe Brook sang. Joe slept. Joe rowed. Brook frowned and rubbed his chin."
    )
    assert aliases_in(text, "Barty Brook") == {"Brook": "family name"}


def test_a_dish_that_bears_a_family_name_takes_it_from_nobody():
    text = (
        "Tom Brook rubbed his chin. Tom Brook laughed at his hat. Tom Brook yawned. Brook sang. "
        "They drank the Brook Madeira. Brook slept. He snored."
    )
    assert aliases_in(text, "Tom Brook")["Brook"] == "family name"


def test_the_wife_is_the_woman_of_the_family_who_is_never_miss():
    text = (
        "Fanny Brook found her hat. Miss Kitty Brook found her shoes. Kitty Brook sang. "
        "She and her mother danced. Mrs. Brook lost her hat again. Mr. Brook lost his."
    )
    assert aliases_in(text, "Fanny Brook") == {"Mrs. Brook": "title and name"}


def test_a_daughter_who_meets_mrs_brook_is_not_mrs_brook():
    text = (
        "Jane Brook found her hat. Miss Kitty Brook found her shoes. She sang. Jane sang too. "
        "Mrs. Brook looked at Jane. Jane looked at Mrs. Brook. Mrs. Brook went out, and so did "
        "Mr. Brook. Jane rowed."
    )
    assert "Mrs. Brook" in cast_of(text)
    assert aliases_in(text, "Jane Brook") == {"Jane": "first name"}


def use_of(name, pronouns):
    counts = {"count": 50, "first": 0, "narrated": 50, "called": 0, "inner": 50, "called_over": 0}
    return NameUse(name=name, pronouns=pronouns, **counts)


def test_a_few_doubtful_pronouns_do_not_part_a_first_name_from_its_full_name():
    full = use_of(PersonName("Frank Brook", given=("frank",), family="brook"), {"he": 11.0})
    first = use_of(PersonName("Frank", single="frank"), {"she": 2.8, "he": 1.5})
    (frank,) = merge_names(NameEvidence((full, first), frozenset()))
    assert frank.uses == [full, first]


def test_many_clear_pronouns_do():
    full = use_of(PersonName("Frank Brook", given=("frank",), family="brook"), {"he": 11.0})
    first = use_of(PersonName("Frank", single="frank"), {"she": 20.0, "he": 1.5})
    assert len(merge_names(NameEvidence((full, first), frozenset()))) == 2


def test_a_cry_in_one_mouth_is_nobody():
    assert "Whizzo" not in cast_of("“Whizzo!” he cried. Ines laughed. Ines rowed on.")


def test_a_ranked_woman_may_be_miss_too():
    text = "Deputy Ada Brook rode in. Ada had her hat on. “Evening, Miss Brook,” said Tom."
    assert "Miss Brook" in aliases_in(text, "Deputy Ada Brook")


def test_a_colonel_is_not_miss():
    text = "Colonel Brook rode in. He had his hat on. “Evening, Miss Brook,” said Tom. She sang."
    assert {"Colonel Brook", "Miss Brook"} <= set(cast_of(text))


def test_what_is_said_of_the_first_name_tells_who_is_mrs():
    text = (
        "Orsolin Brook sat by the fire. Orsolin put her hat on. She sang. She laughed. "
        "Orsolin combed her hair.\n\n“Mrs. Brook?” said Tom."
    )
    assert "Mrs. Brook" in aliases_in(text, "Orsolin Brook")


def test_uncle_by_himself_is_the_only_uncle():
    text = "Uncle Durrow laughed. Ines rowed. Then Uncle sang, and Uncle danced."
    assert aliases_in(text, "Uncle Durrow") == {"Uncle": "title and name"}


def test_of_two_uncles_uncle_is_neither():
    text = "Uncle Durrow laughed. Uncle Bertram wept. Then Uncle sang, and Uncle danced."
    assert not aliases_in(text, "Uncle Durrow")
    assert not aliases_in(text, "Uncle Bertram")


def test_a_knight_is_no_mr():
    text = (
        "Sir Toby Brook fished. Sir Toby slept. Mr. Brook mended the net. Sir Toby sang. "
        "Mr. Brook hummed."
    )
    cast = cast_of(text)
    assert {alias.name for alias in cast["Sir Toby Brook"].aliases} == {"Sir Toby"}
    assert "Mr. Brook" in cast


def test_one_who_is_knighted_stays_himself():
    text = "Mr. Toby Brook fished. Mr. Brook slept. Sir Toby Brook sang. Sir Toby hummed."
    (brook,) = cast_of(text).values()
    assert {brook.name, *(alias.name for alias in brook.aliases)} >= {"Mr. Brook", "Sir Toby"}


def test_a_lady_is_neither_mrs_nor_miss():
    text = "Lady Brook fished. Mrs. Brook slept. Miss Brook sang. Lady Brook hummed."
    assert {"Lady Brook", "Mrs. Brook", "Miss Brook"} <= set(cast_of(text))


def test_sir_with_a_first_name_is_the_knight_of_that_name():
    text = (
        "John Finch rowed. John Finch sang. John Finch slept. Sir John Brook fished. "
        "Sir John hummed. Sir John yawned."
    )
    assert "Sir John" in aliases_in(text, "Sir John Brook")


def test_of_two_sisters_miss_is_the_one_without_her_first_name():
    text = (
        "Ada Brook rowed. She sang. Jane Brook fished. She slept. Miss Jane yawned. "
        "Miss Brook hummed. Ada Brook swam."
    )
    assert "Miss Brook" in aliases_in(text, "Ada Brook")


def test_an_only_daughter_may_be_miss_by_either_name():
    text = "Jane Brook fished. She slept. Miss Jane yawned. Miss Brook hummed."
    assert {"Miss Jane", "Miss Brook"} <= aliases_in(text, "Jane Brook").keys()


def test_the_sister_whose_family_name_is_never_said_is_miss():
    text = (
        "Elinor and Jane rowed. Elinor sang. She laughed. Jane Brook fished. She slept. "
        "Miss Jane yawned. Elinor hummed. She swam. “Is Miss Brook well?” asked the miller. "
        "The Miss Brooks fished."
    )
    assert aliases_in(text, "Elinor") == {"Miss Brook": "title and name"}


def test_a_first_name_of_two_who_stay_is_both_theirs():
    text = "Tom Brook rowed. He sang. " * 5 + "Tom Finch fished. He slept. " * 5 + "Tom yawned."
    assert "Tom" in aliases_in(text, "Tom Brook")
    assert "Tom" in aliases_in(text, "Tom Finch")


def test_a_namesake_of_whom_somebody_speaks_once_takes_no_first_name():
    text = "Tom Brook rowed. He sang. " * 5 + "Tom Finch fished. Tom yawned."
    assert "Tom" in aliases_in(text, "Tom Brook")
    assert "Tom" not in aliases_in(text, "Tom Finch")


def test_the_misses_brook_are_nobody_alone():
    text = "Ada Brook rowed. She sang. The Misses Brook fished. They slept."
    assert "Misses Brook" not in cast_of(text)


def test_a_saint_who_is_only_prayed_to_is_nobody_in_the_story():
    prayed = ADA + "She prayed to Saint Odo, and she rowed on. "
    assert "Saint Odo" not in cast_of(prayed)
    acts = prayed + "Saint Odo sat down beside her. Saint Odo yawned. Then Saint Odo rowed too."
    assert "Saint Odo" in cast_of(acts)
