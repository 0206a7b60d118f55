from stage_by_stage import cast_of, linked


def test_a_role_that_speaks_is_in_the_cast():
    text = "Ines rowed over. The ferryman waited. “Two pence,” said the ferryman. He yawned."
    ferryman = cast_of(text)["the ferryman"]
    assert (ferryman.named, ferryman.pronouns, ferryman.kind) == (False, "he", "person")


def test_a_role_that_passes_by_is_not():
    assert "the ferryman" not in cast_of("Ines rowed over. The ferryman waited. Ines sang.")


def test_the_same_description_is_the_same_person():
    text = "A porter came. “Trunk?” asked the porter. Ines nodded. The porter took it."
    found = [name for mention, name in linked(text) if "porter" in mention]
    assert found == ["the porter"] * 3


def test_two_of_a_kind_stay_two():
    text = "“Rain,” said the first sailor. “Snow,” said the second sailor. Ines laughed."
    assert {"the first sailor", "the second sailor"} <= set(cast_of(text))


def test_a_role_that_scatters_over_the_people_present_is_someone():
    text = (
        "Ines put her bag down. She sat.\n\n“Dance!” said the drummer.\n\n"
        "Tom scratched his chin. He sat.\n\n“Sing!” said the drummer. Ines and Tom laughed."
    )
    assert "the drummer" in cast_of(text)


def test_counted_twins_are_a_group_and_a_crowd_is_nobody():
    text = "The two twins rowed. People waited. The two twins sang. The people left."
    cast = cast_of(text)
    assert cast["the two twins"].kind == "group"
    assert set(cast) == {"the two twins"}


BISHOP = "Ines baked a cake. The bishop had two slices. Ines sang. The bishop wanted the plate."


def test_in_a_short_story_a_role_told_of_twice_is_somebody():
    assert set(cast_of(BISHOP)) == {"Ines", "the bishop"}


def test_in_a_long_story_two_tellings_are_little():
    long = "Ines rowed over the bay and sang. " * 700
    assert "the bishop" not in cast_of(f"{long}\n\n{BISHOP}\n\n{long}")


def test_guards_told_of_twice_are_a_group():
    text = "Ines ran. The guards shouted. Ines hid in a barrel. The guards went home."
    assert cast_of(text)["the guards"].kind == "group"


def test_a_kind_of_being_told_of_twice_may_be_anyone_of_the_kind():
    text = "Ines baked a cake. The demon had two slices. Ines sang. The demon wanted the plate."
    assert "the demon" not in cast_of(text)


def test_two_men_who_were_told_of_one_by_one_are_no_group():
    text = (
        "Tom rowed. Odo sang. The two men laughed. Tom waved. The two men sat down, and Odo slept."
    )
    assert "the two men" not in cast_of(text)


def test_two_men_who_come_in_are_a_group():
    text = "Ines rowed. Two men came in. The two men laughed. Ines waved. The two men sat down."
    assert cast_of(text)["the two men"].kind == "group"


def test_a_person_is_shown_by_the_description_that_says_most():
    text = (
        "Ines ran down the lane. A figure passed her by the mill and nodded at her basket.\n\n"
        "At home she cut the bread, and filled the kettle, and fed the hens, and swept the yard. "
        "The rain came over the hill, and went again, and the hens slept under the cart.\n\n"
        "The carpenter from the mill stood in the door. “Bread?” said Ines."
    )
    assert {"the carpenter", "the carpenter from the mill"} & set(cast_of(text))
    assert "the figure" not in cast_of(text)


def test_a_very_old_man_is_not_the_man_who_is_there():
    text = (
        "Ines sat in the lift. “Nobody panic,” said the man in the good suit.\n\n"
        "At the back stood a very old man. “Feet up,” said the old man.\n\n"
        "“Thank you,” said Ines. “In the navy,” said the old man. He smiled."
    )
    assert {"the man in the good suit", "the old man"} <= set(cast_of(text))
