from evaluation.litbank.places import places_in


def test_tokens_are_found_where_the_text_has_them():
    text = "Do\n  n't cry,Ada."
    running = places_in(text, ["Do", "n't", "cry", ",", "Ada"])
    assert running is not None
    assert [text[place.start : place.end] for place in running.places] == [
        "Do", "n't", "cry", ",", "Ada",
    ]  # fmt: skip


def test_the_text_stops_after_the_last_token():
    running = places_in("Ada rowed. Tom slept.", ["Ada", "rowed", "."])
    assert running is not None
    assert running.text == "Ada rowed."


def test_white_space_inside_a_token_does_not_matter():
    running = places_in("sea -\nside", ["sea-side"])
    assert running is not None
    assert running.text == "sea -\nside"


def test_other_words_are_not_found():
    assert places_in("Ada rowed.", ["Ada", "sailed"]) is None
    assert places_in("Ada", ["Ada", "rowed"]) is None
