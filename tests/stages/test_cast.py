from stage_by_stage import cast_of, linked, read_to


def test_entities_are_numbered_as_they_appear():
    story = read_to("cast", "Ines rowed. Tom sang. Ines laughed.")
    assert [(entity.id, entity.name) for entity in story.cast] == [("e1", "Ines"), ("e2", "Tom")]


def test_places_ships_and_bodies_are_not_cast():
    text = "Ines sailed to London aboard the Petrella. They met in Mill Street at Durrow Bank."
    assert set(cast_of(text)) == {"Ines"}


def test_the_fullest_name_is_shown():
    text = "Brook sang. Miss Ada Brook laughed. Ada tied her shoe. Ada Brook sang. Ada Brook left."
    assert "Ada Brook" in cast_of(text)


def test_a_family_is_a_group():
    text = "Ada Brook sang. Brook laughed. They went to see the Brooks."
    assert cast_of(text)["the Brooks"].kind == "group"


def test_the_writer_of_the_file_is_not_cast():
    text = (
        "The Ferry by Quillon\n\nAuthor’s Note: Thanks to Mirabeth, my beta.\n\n\n"
        "Ines rowed over. Ines sang to Tom. Tom laughed."
    )
    assert set(cast_of(text)) == {"Ines", "Tom"}


def test_a_text_without_people_has_no_cast():
    assert cast_of("It rained on the lake all day. The boat filled slowly.") == {}


def test_a_capitalised_description_joins_the_only_one_of_that_name():
    text = "“Hm,” said the Mole. Mr. Mole sat down. “Hm,” said the Mole. Tom laughed."
    cast = cast_of(text)
    assert [alias.name for alias in cast["Mr. Mole"].aliases] == ["the Mole"]
    assert set(cast) == {"Mr. Mole", "Tom"}


def test_whom_the_same_pronoun_means_again_and_again_has_it():
    kitchen = "The kitchen was long and low. " * 9  # too far for a pronoun to be learnt by names
    text = f"Tom rowed. He sang. Quillon came in. {kitchen}She sat. She took her hat off. Tom sang."
    assert cast_of(text)["Quillon"].pronouns == "she"


def test_xe_is_not_taken_for_the_they_that_the_cast_would_say():
    kitchen = "The kitchen was long and low. " * 9
    text = f"Quillon came in. {kitchen}Xe sat. Xe took off a hat. Xe sang."
    assert cast_of(text)["Quillon"].pronouns is None
    assert linked(text)[1:] == [("Xe", "Quillon")] * 3
