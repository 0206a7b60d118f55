from concealed import read


def test_what_is_done_when_nobody_looks_is_kept_from_everybody():
    prose = "When nobody was looking {ines|Ines} ate it."
    arcs = [("Ines", "nsubj", "ate"), ("looking", "advcl", "ate"), ("nobody", "nsubj", "looking")]
    (found,) = read(prose, arcs, tags={"ate": "VERB", "looking": "VERB"})
    assert found[:2] == ({"ines"}, set())


def test_one_too_proud_to_say_keeps_it():
    prose = "{ines|Ines} was too proud to say so."
    arcs = [
        ("Ines", "nsubj", "was"),
        ("proud", "acomp", "was"),
        ("too", "advmod", "proud"),
        ("say", "xcomp", "proud"),
    ]
    (found,) = read(prose, arcs, tags={"was": "AUX", "say": "VERB"})
    assert found[:2] == ({"ines"}, set())
    assert read(prose.replace("too", "so"), [*arcs[:2], ("say", "xcomp", "proud")]) == []


def test_one_who_holds_a_tongue_may_have_nothing_to_hide():
    prose = "{ines|Ines} held {ines|her} tongue."
    arcs = [("Ines", "nsubj", "held"), ("tongue", "dobj", "held"), ("her", "poss", "tongue")]
    assert read(prose, arcs, tags={"held": "VERB"}) == []
