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
