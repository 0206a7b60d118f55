from related import read


def test_a_word_of_kin_is_counted_from_the_speaker():
    found = read("“{mum|Mum} sings,” said {tom|Tom}.", spoken={"q1": ("tom", None)})
    assert found == [("mum", "parent", "tom", "Mum")]


def test_in_narration_it_is_counted_from_the_narrator():
    found = read("{mum|Mum} sang. {me|I} slept.", narrator="me")
    assert found == [("mum", "parent", "me", "Mum")]


def test_without_a_narrator_it_is_counted_from_whose_eyes_see():
    found = read("{joe|Uncle Joe} sang to {pia|Pia}.", eyes="pia")
    assert found == [("joe", "aunt_or_uncle", "pia", "Uncle Joe")]
    assert read("{joe|Uncle Joe} sang to {pia|Pia}.") == []


def test_one_who_is_called_by_it_twice_is_the_relative():
    once = "“{?|Daddy}, look!” said {orla|Orla} to {con|Conor}."
    twice = f"{once} “{{?|Daddy}}, come!”"
    said = {"q1": ("orla", "con"), "q2": ("orla", "con")}
    assert read(once, spoken=said, con="he") == []
    found = read(twice, spoken=said, con="he")
    assert [(a, kind, b) for a, kind, b, _ in found] == [("con", "parent", "orla")]


def test_one_who_is_only_spoken_of_is_not_the_one_spoken_to():
    found = read(
        "“Then {?|Daddy} came.” {orla|Orla} told {con|Conor}.",
        spoken={"q1": ("orla", "con")},
        con="he",
    )
    assert found == []


def test_a_monk_is_nobody_s_brother():
    found = read("“{odo|Brother Odo} sings,” said {tom|Tom}.", spoken={"q1": ("tom", None)})
    assert found == []


def test_a_title_in_speech_is_counted_from_the_speaker():
    found = read("“{joe|Uncle Joe} sings,” said {tom|Tom}.", spoken={"q1": ("tom", None)})
    assert [(a, kind, b) for a, kind, b, _ in found] == [("joe", "aunt_or_uncle", "tom")]


def test_a_word_of_kin_may_be_a_first_name():
    spoken = {"q1": ("tom", None)}
    prose = "{nan|Nan Prentice} sang. “{nan|Nan} sings,” said {tom|Tom}."
    assert read(prose, spoken=spoken) == []
    alone = "{nan|Nan} sang. “{nan|Nan} sings,” said {tom|Tom}"
    assert read(f"{alone}.", spoken=spoken) == []
    assert read(f"{alone}, her grandson.", spoken=spoken) != []


def test_what_one_would_like_to_call_somebody_says_nothing():
    prose = "“I'd love to call you {jo|Aunt Jo},” said {tom|Tom}."
    said = {"q1": ("tom", None)}
    assert read(prose, [("Jo", "oprd", "call")], spoken=said) == []
    assert read(prose.replace("call", "ask"), spoken=said) != []


def test_a_da_is_a_father_and_a_nain_a_grandmother():
    found = read("{da|Da} sang to {nain|Nain}. {tom|I} slept.", narrator="tom")
    kinds = [(a, kind, b) for a, kind, b, _ in found]
    assert kinds == [("da", "parent", "tom"), ("nain", "grandparent", "tom")]
