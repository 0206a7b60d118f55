from stage_by_stage import aliases_in, cast_of, linked

OFTEN = (
    "Ines put her bag down. She sat.\n\nThe pilot looked up. She yawned.\n\n"
    "Ines tied her shoe.\n\nThe pilot sighed. She stood up.\n\nInes sang.\n\n"
    "The pilot listened to the rain. She smiled.\n\nInes left."
)


def test_an_epithet_is_another_name_of_the_person():
    assert aliases_in(OFTEN, "Ines") == {"the pilot": "description"}


def test_every_use_of_an_epithet_means_the_person():
    found = [name for mention, name in linked(OFTEN) if "pilot" in mention]
    assert found == ["Ines"] * 3


def test_who_meets_the_person_is_someone_else():
    text = OFTEN + " The pilot waved to Ines. Ines thanked the pilot."
    assert aliases_in(text, "Ines") == {}


def test_who_speaks_in_turn_with_the_person_is_someone_else():
    talk = "“Hm,” said Ines.\n\n“Hm,” said the pilot.\n\n" * 2
    cast = cast_of("Ines put her bag down. She sat.\n\n" + talk)
    assert cast["Ines"].aliases == ()
    assert not cast["the pilot"].named


def test_a_capital_makes_an_epithet_of_two_uses():
    text = OFTEN.replace("pilot", "Pilot").split("\n\nThe Pilot listened")[0] + " Ines left."
    assert aliases_in(text, "Ines") == {"the Pilot": "description"}


def test_what_people_say_makes_no_epithet():
    text = "Ines put her bag down. She sat. “The pilot is late,” she said. " * 4
    assert aliases_in(text, "Ines") == {}


def test_somebody_named_in_speech_alone_has_no_epithet_of_the_narrators():
    called = "“Wait, Ines!” somebody shouted. She {0}.\n\nThe pilot {0}.\n\n"
    heard = "".join(map(called.format, ("looked up", "sighed", "yawned", "listened", "stood up")))
    assert "the pilot" not in aliases_in(heard, "Ines")
    assert "the pilot" in aliases_in("Ines put her bag down.\n\n" + heard, "Ines")
