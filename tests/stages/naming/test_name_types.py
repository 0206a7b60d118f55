from stage_by_stage import read_to


def types_of(text):
    story = read_to("mentions", text)
    return {story.document[m]: m.type for m in story.mentions if m.form != "pronominal"}


def test_who_acts_is_a_person_and_where_they_are_a_place():
    found = types_of("Durrow nodded. In Ferrow it rained. They lived in Ferrow.")
    assert (found["Durrow"], found["Ferrow"]) == ("PER", "GPE")


def test_the_story_outweighs_the_gazetteer():
    text = "Florence laughed. “Come, Florence!” Florence whispered to Tom. Florence’s eyes shone."
    assert types_of(text)["Florence"] == "PER"
    assert types_of("They sailed to Florence in May.")["Florence"] == "GPE"


def test_the_last_word_tells_streets_rivers_and_bodies():
    found = types_of("They left Mill Street, crossed Ferrow Bridge and asked at Durrow Bank.")
    assert found == {"Mill Street": "FAC", "Ferrow Bridge": "FAC", "Durrow Bank": "ORG"}


def test_a_ship_is_known_by_the_noun_beside_it():
    assert types_of("They went aboard the Petrella at noon.")["Petrella"] == "VEH"


def test_who_is_called_is_a_person():
    assert types_of("“Tessaly, come here!” he cried. “Oh, Tessaly!”")["Tessaly"] == "PER"


def test_the_plural_of_a_persons_name_is_a_family():
    text = "Ada Brook nodded. Brook sighed. They went to see the Brooks."
    assert types_of(text)["the Brooks"] == "PER"


def test_a_capitalised_description_keeps_its_determiner():
    story = read_to("mentions", "They feared the Reaper. The Reaper smiled. “Go, Reaper!” he said.")
    found = [(story.document[m], m.form) for m in story.mentions if "Reaper" in story.document[m]]
    assert found == [("the Reaper", "nominal"), ("The Reaper", "nominal"), ("Reaper", "nominal")]


def test_a_surname_that_is_a_landmark_is_a_persons_once_they_act():
    assert types_of("Ferrow Brook laughed.")["Ferrow Brook"] == "PER"
    assert types_of("They came to Ferrow Brook.")["Ferrow Brook"] == "LOC"


def test_a_name_like_a_given_name_needs_one_faint_sign():
    assert types_of("The door opened. Morwenna had come home.")["Morwenna"] == "PER"


def test_a_speaker_beside_a_boat_is_no_boat():
    text = "“Mind the boat,” said Ivarr. “Mind the boat,” Ivarr said."
    assert types_of(text)["Ivarr"] == "PER"
    assert types_of("They built a boat called Ivarr.")["Ivarr"] == "VEH"


def test_a_boat_at_the_end_of_a_sentence_names_nobody_in_the_next():
    assert types_of("Ivarr tied up the boat. Ivarr was tired.")["Ivarr"] == "PER"


def test_who_is_looked_at_or_spoken_to_is_a_person():
    assert types_of("She looked at Durrow.")["Durrow"] == "PER"
    assert types_of("He listened to Durrow.")["Durrow"] == "PER"


def test_a_persons_time_is_no_place():
    assert types_of("In Durrow’s time it rained. Durrow laughed.")["Durrow"] == "PER"
