from stage_by_stage import aliases_in, cast_of

KITCHEN = (
    "Mrs. Hammer put the kettle on. Tom Brook came in with wet boots.\n\n"
    "“You might have knocked,” said Mrs. Hammer.\n\n"
)


def test_a_first_name_said_to_somebody_known_by_title_is_theirs():
    text = KITCHEN + "“I did knock, Berit,” said Tom.\n\n“Not so that I heard,” said Mrs. Hammer."
    assert aliases_in(text, "Mrs. Hammer") == {"Berit": "address"}


def test_in_a_novel_one_call_is_not_enough():
    call = "“I did knock, Berit,” said Tom.\n\n“Not so that I heard,” said Mrs. Hammer.\n\n"
    rest = "The rain fell. " * 4_000
    assert aliases_in(KITCHEN + call + rest + "Tom Brook sat down.", "Mrs. Hammer") == {}
    assert aliases_in(KITCHEN + call * 2 + rest + "Tom Brook sat down.", "Mrs. Hammer") == {
        "Berit": "address"
    }


def test_a_pet_name_shares_letters_with_the_name():
    text = KITCHEN.replace("Mrs. Hammer", "Honoria") + (
        "“I did knock, Nora,” said Tom.\n\n“Not so that I heard,” said Honoria."
    )
    assert aliases_in(text, "Honoria") == {"Nora": "address"}


def test_who_is_called_mother_may_have_any_name_and_is_she():
    text = KITCHEN.replace("Mrs. Hammer", "Ursula") + (
        "“I did knock, Mama,” said Tom.\n\n“Not so that I heard,” said Ursula."
    )
    assert aliases_in(text, "Ursula") == {"Mama": "address"}
    assert aliases_in(text.replace("Mama", "Papa"), "Ursula") == {}


def test_another_given_name_is_somebody_elses():
    text = KITCHEN.replace("Mrs. Hammer", "Ursula") + (
        "“I did knock, Nora,” said Tom.\n\n“Not so that I heard,” said Ursula."
    )
    assert aliases_in(text, "Ursula") == {}


def test_who_is_told_of_by_the_name_as_well_is_somebody():
    text = KITCHEN + (
        "“I did knock, Berit,” said Tom.\n\n“Not so that I heard,” said Mrs. Hammer.\n\n"
        "Berit came down the stairs. Berit was laughing."
    )
    assert {"Mrs. Hammer", "Berit"} <= cast_of(text).keys()


def test_a_name_said_to_two_people_is_neithers():
    text = KITCHEN + (
        "“I did knock, Berit,” said Tom.\n\n“Not so that I heard,” said Mrs. Hammer.\n\n"
        "Captain Ross stamped the snow off.\n\n“Shut the door,” said Captain Ross.\n\n"
        "“I have, Berit,” said Tom.\n\n“Good,” said Captain Ross."
    )
    assert "Berit" in cast_of(text)


def test_the_narrator_gets_the_name_that_others_say():
    text = (
        "I put the lid on my paint and went down to my boat. I was late again.\n\n"
        "“He's asleep, Hatty,” said Dad. He looked at me, and I looked at my feet.\n\n"
        "I sat down. I said nothing. Dad hummed. “Sorry, Hatty,” said Dad."
    )
    cast = cast_of(text)
    assert cast["Hatty"].narrator
    assert "the narrator" not in cast
