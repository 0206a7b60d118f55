from training.augmentation import letter_case


def test_small_letters_move_nothing(document_with, words_of):
    document = document_with(
        "“Row, Tom!” said Ada Hart.", ["tom name Tom", "ada name Ada Hart"], events=["said"]
    )
    small = letter_case.without_capitals(document)
    assert small.text == "“row, tom!” said ada hart."
    assert words_of(small) == [word.lower() for word in words_of(document)]


def test_a_letter_that_would_grow_stays(document_with, words_of):
    document = document_with("İlhan rowed. Ada slept.", ["ada name Ada"])
    assert words_of(letter_case.without_capitals(document))[0] == "ada"
