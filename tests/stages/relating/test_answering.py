from related import read

ARCS = [
    ("for", "prep", "shouted"),
    ("husband", "pobj", "for"),
    ("her", "poss", "husband"),
    ("Tom", "nsubj", "came"),
]
PROSE = "{ada|Ada} shouted for {ada|her} husband. {tom|Tom} came in."
TAGS = {"shouted": "VERB", "came": "VERB", "Tom": "PROPN"}


def test_whoever_comes_when_her_husband_is_called_is_the_husband():
    found = read(PROSE, ARCS, TAGS, ada="she", tom="he")
    assert found == [("tom", "spouse", "ada", "her husband")]


def test_a_woman_who_comes_is_not_the_husband():
    assert read(PROSE, ARCS, TAGS, ada="she", tom="she") == []


def test_whoever_answers_is_the_one_who_was_told():
    prose = "{ada|Ada} shouted for {ada|her} husband. “No,” said {tom|Tom}. {tom|Tom} sat."
    said = {"spoken": {"q1": ("tom", "ada")}, "cued": {"q1": "said Tom"}}
    found = read(prose, ARCS[:3], {"shouted": "VERB"}, ada="she", tom="he", **said)
    assert found == [("tom", "spouse", "ada", "her husband")]


def test_somebody_in_a_later_sentence_need_not_be_the_husband():
    prose = "{ada|Ada} shouted for {ada|her} husband. It rained. {tom|Tom} came in."
    assert read(prose, ARCS, TAGS, ada="she", tom="he") == []


def test_a_wife_who_speaks_is_she_whom_the_next_sentence_names():
    arcs = [("his", "poss", "wife"), ("wife", "nsubj", "said"), ("Ada", "nsubj", "sat")]
    prose = "“Go,” said {tom|his} wife. {ada|Ada} sat. {eve|Eve} ran."
    given = {"spoken": {"q1": (None, None)}, "cued": {"q1": "said his wife"}}
    found = read(
        f"{{tom|Tom}} ate. {prose}", arcs, {"Ada": "PROPN"}, tom="he", ada="she", eve="she", **given
    )
    assert [each[:3] for each in found] == [("ada", "spouse", "tom")]


def test_a_name_alone_in_the_same_voice_says_who_the_daughter_is():
    prose = "{tom|Tom} sat. “I know {tom|his} daughter,” said {odo|Odo}. “{ada|Ada}. She sings.”"
    said = {"spoken": {"q1": ("odo", None), "q2": ("odo", None)}, "odo": "he", "ada": "she"}
    arcs = [("his", "poss", "daughter"), ("daughter", "dobj", "know")]
    found = read(prose, arcs, {"Ada": "PROPN"}, tom="he", **said)
    assert [each[:3] for each in found] == [("ada", "child", "tom")]


def test_who_is_named_for_the_first_time_behind_her_brother_is_the_brother():
    arcs = [("her", "poss", "brother"), ("brother", "dobj", "fetched"), ("Tom", "nsubj", "was")]
    prose = "{ada|Ada} fetched {ada|her} brother. {tom|Tom} was a baker."
    found = read(prose, arcs, {"Tom": "PROPN"}, ada="she", tom="he")
    assert [each[:3] for each in found] == [("tom", "sibling", "ada")]
    known = [*arcs[:2], ("Tom#2", "nsubj", "was")]
    before = f"{{tom|Tom}} slept. {prose}"
    assert read(before, known, {"Tom": "PROPN"}, ada="she", tom="he") == []


def test_a_narrator_who_goes_on_does_not_answer_what_somebody_says():
    arcs = [("My", "poss", "son"), ("son", "nsubj", "rows"), ("Odo", "nsubj", "came")]
    prose = "{ada|Ada} sat. “{ada|My} son rows.” {odo|Odo} came along."
    given = {"spoken": {"q1": ("ada", None)}, "ada": "she", "odo": "he"}
    assert read(prose, arcs, {"Odo": "PROPN", "rows": "VERB"}, **given) == []


def test_one_to_whom_a_dog_belongs_need_not_come_next():
    arcs = [
        ("to", "prep", "belonged"),
        ("mother", "pobj", "to"),
        ("her", "poss", "mother"),
        ("Eve", "nsubj", "rowed"),
    ]
    prose = "{ada|Ada} sat. The dog belonged to {ada|her} mother. {eve|Eve} rowed."
    tags = {"belonged": "VERB", "Eve": "PROPN"}
    assert read(prose, arcs, tags, ada="she", eve="she") == []
    called = [tuple(word.replace("belonged", "called") for word in each) for each in arcs]
    prose = prose.replace("The dog belonged", "She called")
    found = read(prose, called, {"called": "VERB", "Eve": "PROPN"}, ada="she", eve="she")
    assert [each[:3] for each in found] == [("eve", "parent", "ada")]


def test_two_who_are_told_of_together_do_not_answer_for_one():
    arcs = [
        ("his", "poss", "wife"),
        ("wife", "nsubj", "said"),
        ("Ada", "nsubj", "rowed"),
        ("and", "cc", "Ada"),
        ("Tom", "conj", "Ada"),
    ]
    prose = "{tom|He} ate. “Go,” said {tom|his} wife. {ada|Ada} and {tom|Tom} rowed."
    given = {"spoken": {"q1": (None, None)}, "cued": {"q1": "said his wife"}}
    assert read(prose, arcs, {"Ada": "PROPN"}, tom="he", ada="she", **given) == []


def test_one_named_before_the_sentence_is_over_is_another():
    arcs = [
        ("her", "poss", "husband"),
        ("husband", "pobj", "with"),
        ("with", "prep", "lived"),
        ("Odo", "nsubj", "rowed"),
    ]
    prose = "{ada|Ada} lived with {ada|her} husband%s. {odo|Odo} rowed."
    tags = {"lived": "VERB", "Odo": "PROPN"}
    found = read(prose % "", arcs, tags, ada="she", odo="he")
    assert [each[:3] for each in found] == [("odo", "spouse", "ada")]
    again = [*arcs[:3], ("Odo#2", "nsubj", "rowed")]
    assert read(prose % " next to {odo|Odo}", again, tags, ada="she", odo="he") == []


def test_a_sister_of_somebody_else_is_not_the_wife_told_of_before():
    prose = "{tom|Tom} sat. {tom|His} wife ate. Ned's sister {ada|Ada} sang."
    arcs = [("His", "poss", "wife"), ("wife", "nsubj", "ate"), ("Ada", "nsubj", "sang")]
    given = {"present": ("tom", "ada"), "tom": "he", "ada": "she"}
    tags = {"ate": "VERB", "Ada": "PROPN"}
    assert read(prose, arcs, tags, **given) == []
    alone = [each[:3] for each in read(prose.replace("Ned's sister ", ""), arcs, tags, **given)]
    assert alone == [("ada", "spouse", "tom")]
