from stage_by_stage import linked

INES = "Ines put her bag down. She sat. "
TOM = "Tom scratched his chin. He sat. "


def who(text, mention):
    return dict(linked(text)).get(mention)


def test_a_relation_told_once_holds():
    text = TOM + "Her brother Tom waved to Ines. " + INES + "Ines rowed. Her brother sang."
    assert who(text, "Her brother") == "Tom"


def test_a_companion_is_the_other_one_there():
    text = TOM + INES + "Ines rowed. Her companion sang."
    assert linked(text)[-2] == ("Her companion", "Tom")


def test_a_description_of_the_other_sex_fits_nobody():
    assert "The girl" not in dict(linked(TOM + "Tom rowed. The girl sang."))


def test_whoever_stands_in_the_sentence_is_not_described_in_it():
    text = INES + TOM + "The carpenter thanked Tom."
    assert who(text, "The carpenter") == "Ines"


def test_a_waiter_needs_no_introduction():
    text = TOM + "“Soup?” asked the waiter. Tom nodded. The waiter bowed."
    assert who(text, "The waiter") == "the waiter"


def test_a_boy_who_comes_in_is_the_boy_of_the_cast():
    text = TOM + "Then a boy came in. “Soup?” asked the boy. The boy bowed to Tom."
    assert [name for mention, name in linked(text) if "boy" in mention] == ["the boy"] * 3


def test_an_uncle_with_the_title_is_her_uncle():
    text = "Uncle Joachim put his hat down. He sat. " + INES + "Her uncle sang."
    assert who(text, "Her uncle") == "Uncle Joachim"


def test_a_narrators_great_aunt_is_the_one_with_the_title():
    text = "Great-Aunt Leonie sat down. I watched her. “Well,” said my great-aunt, and I laughed."
    assert who(text, "my great-aunt") == "Great-Aunt Leonie"


def test_a_trade_that_nobody_was_told_of_is_nobody_in_focus():
    text = TOM + INES + "A song was sung to the organist."
    assert "the organist" not in dict(linked(text))
    assert who(TOM + INES + "A song was sung to the fool.", "the fool") == "Ines"


def test_nobody_is_nobody():
    text = TOM + INES + "Nobody spoke. Everyone waited."
    assert {"Nobody", "Everyone"}.isdisjoint(dict(linked(text)))


def test_a_noun_alone_with_a_capital_is_a_name_and_not_whoever_is_there():
    assert who(TOM + "Tom rowed. Then Tom sang. Brigadier barked at the boat.", "Brigadier") is None


def test_a_child_is_nobody_with_an_adults_title():
    captain = "Captain Rook put her bag down. She sat. Captain Rook rowed. She was tired. "
    assert who(captain + "The girl sang.", "The girl") is None
    ines = INES + "Ines rowed. She was tired. "
    assert who(ines + "The girl sang.", "The girl") == "Ines"
