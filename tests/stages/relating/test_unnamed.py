from related import read_relatives


def test_a_mother_whose_knife_it_is_has_a_child():
    arcs = [("my", "poss", "mother’s"), ("mother’s", "poss", "knife")]
    found = read_relatives("{me|I} shut {me|my} mother’s knife.", arcs, narrator="me")
    assert found == [("me", "parent", "mother", "my mother")]


def test_two_passages_tell_of_one_mother():
    arcs = [("my", "poss", "mother"), ("my#2", "poss", "mother#2")]
    prose = "{me|I} saw {me|my} mother. {me|I} fed {me|my} mother."
    assert len(read_relatives(prose, arcs, narrator="me")) == 1


def test_a_relative_with_a_name_is_nobody_new():
    arcs = [
        ("my", "poss", "brother"),
        ("brother", "compound", "Tom"),
        ("my#2", "poss", "brother#2"),
    ]
    prose = "{me|I} saw {me|my} brother {tom|Tom}. {me|I} fed {me|my} brother."
    assert read_relatives(prose, arcs, {"Tom": "PROPN"}, narrator="me", tom="he") == []


def test_one_may_be_said_to_have_a_husband():
    arcs = [("Ines", "nsubj", "had"), ("husband", "dobj", "had"), ("a", "det", "husband")]
    found = read_relatives("{ines|Ines} had a husband.", arcs)
    assert found == [("ines", "spouse", "husband", "Ines had a husband")]
    denied = [*arcs, ("never", "neg", "had")]
    assert read_relatives("{ines|Ines} never had a husband.", denied) == []


def test_whose_sister_sang_has_a_sister():
    arcs = [("whose", "poss", "sister"), ("sister", "nsubj", "sang"), ("sang", "relcl", "Tom")]
    found = read_relatives("{tom|Tom}, whose sister sang, slept.", arcs)
    assert [(who, kind) for who, kind, _, _ in found] == [("tom", "sibling")]


def test_a_word_of_kin_without_an_owner_is_the_speaker_s():
    found = read_relatives("“{?|Papa} sings,” said {tom|Tom}.", spoken={"q1": ("tom", None)})
    assert found == [("tom", "parent", "papa", "Papa")]


def test_the_wife_of_a_divorced_man_is_the_one_he_had():
    arcs = [
        ("Ada", "nsubj", "divorced"),
        ("Tom", "dobj", "divorced"),
        ("his", "poss", "wife"),
        ("wife", "dobj", "saw"),
    ]
    prose = "{ada|Ada} divorced {tom|Tom}. {tom|He} saw {tom|his} wife."
    given = {"tags": {"divorced": "VERB"}, "ada": "she", "tom": "he"}
    assert read_relatives(prose, arcs, **given) == []
    assert read_relatives(prose, arcs[2:], **given) == [("tom", "spouse", "wife", "his wife")]
