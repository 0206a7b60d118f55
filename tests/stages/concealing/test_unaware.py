from concealed import read

SOLD = [("Ines", "nsubj", "sold"), ("Tom", "nsubj", "know"), ("know", "conj", "sold")]


def test_what_one_does_and_another_does_not_know_is_kept_from_them():
    prose = "{ines|Ines} sold it and {tom|Tom} did not know it."
    tags = {"sold": "VERB", "know": "VERB"}
    arcs = [*SOLD, ("not", "neg", "know"), ("it#2", "dobj", "know")]
    (found,) = read(prose, arcs, tags=tags)
    assert found[:2] == ({"ines"}, {"tom"})
    known = read(prose.replace("did not", "did well"), SOLD, tags=tags)
    assert known == []


def test_not_to_know_a_way_is_no_secret_of_anybody():
    prose = "{ines|Ines} sold it and {tom|Tom} did not know the way."
    tags = {"sold": "VERB", "know": "VERB"}
    arcs = [*SOLD, ("not", "neg", "know"), ("way", "dobj", "know")]
    assert read(prose, arcs, tags=tags) == []


def test_what_somebody_wrongly_thinks_of_me_i_keep_from_them():
    prose = "{tom|Tom} thinks that {me|I} sing."
    arcs = [("Tom", "nsubj", "thinks"), ("sing", "ccomp", "thinks"), ("I", "nsubj", "sing")]
    tags = {"thinks": "VERB", "sing": "VERB"}
    (found,) = read(prose, arcs, tags=tags, narrator="me")
    assert found[:2] == ({"me"}, {"tom"})


HERE = [
    ("Tom", "nsubj", "know"),
    ("not", "neg", "know"),
    ("am", "ccomp", "know"),
    ("I", "nsubj", "am"),
]


def test_who_does_not_know_that_i_am_here_is_not_to_know():
    prose = "{tom|Tom} does not know that {me|I} am here."
    (found,) = read(prose, HERE, tags={"know": "VERB", "am": "AUX"}, narrator="me")
    assert found[:2] == ({"me"}, {"tom"})


def test_who_does_not_know_how_i_am_is_kept_out_of_nothing():
    prose = "{tom|Tom} does not know how {me|I} am."
    arcs = [*HERE, ("how", "advmod", "am")]
    assert read(prose, arcs, tags={"know": "VERB", "am": "AUX"}, narrator="me") == []
