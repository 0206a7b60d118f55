from hand_scored import scores
from msgspec import structs
from related import marked, read

from fabula.stages.relations import FindRelations
from fabula.text import Mark


def test_a_name_beside_the_noun_is_the_relative():
    found = read(
        "{ines|Ines} rowed home. {ines|Her} brother {tom|Tom} sang.",
        [("Her", "poss", "brother"), ("brother", "compound", "Tom"), ("Tom", "nsubj", "sang")],
        {"Tom": "PROPN"},
        ines="she",
        tom="he",
    )
    assert found == [("tom", "sibling", "ines", "Her brother")]


def test_a_noun_explains_the_name_before_it():
    found = read(
        "{ines|Ines}, {tom|Tom}’s mother, sang.",
        [("Tom’s", "poss", "mother"), ("mother", "appos", "Ines"), ("Ines", "nsubj", "sang")],
    )
    assert found == [("ines", "parent", "tom", "Tom’s mother")]


def test_a_subject_is_what_is_said_of_it():
    relations = [("Tom", "nsubj", "was"), ("uncle", "attr", "was"), ("Ada’s", "poss", "uncle")]
    assert read("{tom|Tom} was {ada|Ada}’s uncle.", relations) == [
        ("tom", "aunt_or_uncle", "ada", "Ada’s uncle")
    ]


def test_what_is_denied_asked_or_supposed_is_not_told():
    relations = [("Tom", "nsubj", "was"), ("uncle", "attr", "was"), ("Ada’s", "poss", "uncle")]
    denied = [*relations, ("never", "neg", "was")]
    assert read("{tom|Tom} was never {ada|Ada}’s uncle.", denied) == []
    assert read("{tom|Tom} was {ada|Ada}’s uncle?", relations) == []
    supposed = [*relations, ("If", "mark", "was"), ("was", "advcl", "slept")]
    assert read("If {tom|Tom} was {ada|Ada}’s uncle, he slept well.", supposed) == []


def test_what_belongs_to_a_relative_is_no_relative():
    relations = [("Tom", "nsubj", "was"), ("uncle’s", "attr", "was"), ("Ada’s", "poss", "uncle’s")]
    assert read("{tom|Tom} was {ada|Ada}’s uncle’s.", relations) == []


def test_a_former_husband_is_a_former_spouse():
    found = read(
        "{ada|Ada} met {ada|her} former husband {tom|Tom}.",
        [("her", "poss", "husband"), ("former", "amod", "husband"), ("husband", "compound", "Tom")],
        {"Tom": "PROPN"},
    )
    assert found == [("tom", "former_spouse", "ada", "her former husband")]


def test_one_who_is_only_compared_is_none():
    found = read(
        "{ada|Ada} sang like {tom|Tom}’s sister {ines|Ines}.",
        [
            ("like", "prep", "sang"),
            ("sister", "pobj", "like"),
            ("Tom’s", "poss", "sister"),
            ("Ines", "appos", "sister"),
        ],
    )
    assert found == []


def test_of_stands_for_an_owner():
    found = read(
        "{tom|Tom}, a friend of {ada|Ada}, sang.",
        [
            ("friend", "appos", "Tom"),
            ("of", "prep", "friend"),
            ("Ada", "pobj", "of"),
        ],
    )
    assert found == [("tom", "friend", "ada", "friend of Ada")]


def test_my_is_the_speaker():
    found = read(
        "“{?|My} sister {ines|Ines} sings,” said {tom|Tom}.",
        [("My", "poss", "sister"), ("sister", "compound", "Ines")],
        {"Ines": "PROPN"},
        spoken={"q1": ("tom", None)},
    )
    assert found == [("ines", "sibling", "tom", "My sister")]


def test_nobody_is_a_brother_whom_the_text_calls_she():
    arcs = [("Ada’s", "poss", "brother"), ("brother", "compound", "Ines")]
    prose = "{ada|Ada}’s brother {ines|Ines} sang."
    assert read(prose, arcs, {"Ines": "PROPN"}, ines="she") == []
    assert read(prose, arcs, {"Ines": "PROPN"}, ines="he") != []


def test_a_pronoun_of_the_other_kind_owns_nothing():
    arcs = [("his", "poss", "brother"), ("brother", "compound", "Ned")]
    prose = "{ada|Ada} met {ada|his} brother {ned|Ned}."
    assert read(prose, arcs, {"Ned": "PROPN"}, ada="she") == []


def test_a_brother_who_comes_along_is_that_of_the_one_he_comes_with():
    arcs = [
        ("brother", "compound", "Billy"),
        ("her", "poss", "Billy"),
        ("and", "cc", "Jane"),
        ("Billy", "conj", "Jane"),
        ("Jane", "nsubj", "sang"),
    ]
    prose = "{ada|Ada} slept. {jane|Jane} and {ada|her} brother {billy|Billy} sang."
    found = read(prose, arcs, {"Jane": "PROPN", "Billy": "PROPN"})
    assert [(a, kind, b) for a, kind, b, _ in found] == [("billy", "sibling", "jane")]


def test_what_explains_a_name_between_commas_has_an_owner_elsewhere():
    arcs = [("her", "poss", "brother"), ("brother", "appos", "Ned"), ("Ned", "nsubj", "sang")]
    prose = "{ada|Ada} slept. {ned|Ned}, {ada|her} brother, sang."
    listed = [arcs[0], ("brother", "conj", "Ned"), arcs[2]]
    for each in (arcs, listed):
        found = read(prose, each, {"Ned": "PROPN"}, ada="she", ned="he")
        assert [(a, kind, b) for a, kind, b, _ in found] == [("ned", "sibling", "ada")]


def test_a_name_between_commas_explains_a_noun_with_words_behind_it():
    arcs = [("My", "poss", "sister"), ("sister", "nsubj", "sang"), ("Ada", "appos", "home")]
    prose = "{me|My} sister at home, {ada|Ada}, sang."
    found = read(prose, arcs, {"Ada": "PROPN", "sang": "VERB"}, narrator="me")
    assert [(a, kind, b) for a, kind, b, _ in found] == [("ada", "sibling", "me")]


def test_a_name_between_commas_may_be_that_of_the_one_spoken_to():
    arcs = [("Your", "poss", "sister"), ("sister", "nsubj", "sang"), ("Ada", "npadvmod", "sang")]
    prose = "“{tom|Your} sister at home, {ada|Ada}, sang,” said {odo|Odo}."
    tags = {"Ada": "PROPN", "sang": "VERB"}
    assert read(prose, arcs, tags, spoken={"q1": ("odo", "tom")}) == []


def test_who_was_her_husband_in_those_days_is_so_no_more():
    arcs = [
        ("Tom", "nsubj", "was"),
        ("husband", "attr", "was"),
        ("her", "poss", "husband"),
        ("in", "prep", "was"),
        ("days", "pobj", "in"),
        ("those", "det", "days"),
    ]
    prose = "{ada|Ada} sang. {tom|Tom} was {ada|her} husband in those days."
    found = read(prose, arcs, {"Tom": "PROPN"}, ada="she", tom="he")
    assert [(a, kind, b) for a, kind, b, _ in found] == [("tom", "former_spouse", "ada")]


def test_a_boyfriend_at_the_time_is_none_now():
    arcs = [
        ("My", "poss", "boyfriend"),
        ("at", "prep", "boyfriend"),
        ("time", "pobj", "at"),
        ("the", "det", "time"),
        ("Tom", "appos", "boyfriend"),
    ]
    prose = "{me|My} boyfriend at the time, {tom|Tom}, sang."
    found = read(prose, arcs, {"Tom": "PROPN"}, narrator="me")
    assert [(a, kind, b) for a, kind, b, _ in found] == [("tom", "former_lover", "me")]


def test_one_token_may_be_subject_and_verb():
    arcs = [("son", "attr", "I’m"), ("her", "poss", "son")]
    prose = "{ada|Ada} sat. “{tom|I’m} {ada|her} son,” said {tom|Tom}."
    found = read(prose, arcs, spoken={"q1": ("tom", None)}, tom="he", ada="she")
    assert [(a, kind, b) for a, kind, b, _ in found] == [("tom", "child", "ada")]


def test_nobody_calls_himself_he():
    arcs = [("son", "attr", "He’s"), ("her", "poss", "son")]
    prose = "{ada|Ada} sat. “{tom|He’s} {ada|her} son,” said {tom|Tom}."
    assert read(prose, arcs, spoken={"q1": ("tom", None)}, tom="he", ada="she") == []
    by_odo = prose.replace("{tom|Tom}", "{odo|Odo}")
    assert read(by_odo, arcs, spoken={"q1": ("odo", None)}, tom="he", ada="she") != []


def test_what_a_clause_behind_a_name_says_is_said_of_the_name():
    arcs = [
        ("is", "relcl", "Odo"),
        ("who", "nsubj", "is"),
        ("uncle", "attr", "is"),
        ("Ada’s", "poss", "uncle"),
    ]
    found = read("{odo|Odo}, who is {ada|Ada}’s uncle, sang.", arcs)
    assert [(a, kind, b) for a, kind, b, _ in found] == [("odo", "aunt_or_uncle", "ada")]


def test_one_who_used_to_be_a_husband_is_one_no_more():
    arcs = [
        ("Odo", "nsubj", "used"),
        ("be", "xcomp", "used"),
        ("husband", "attr", "be"),
        ("Ada’s", "poss", "husband"),
    ]
    found = read("{odo|Odo} used to be {ada|Ada}’s husband.", arcs)
    assert [(a, kind, b) for a, kind, b, _ in found] == [("odo", "former_spouse", "ada")]


def test_a_mother_s_brother_is_an_uncle():
    arcs = [
        ("Odo", "nsubj", "was"),
        ("brother", "attr", "was"),
        ("mother’s", "poss", "brother"),
        ("her", "poss", "mother’s"),
    ]
    found = read("{ada|Ada} sang. {odo|Odo} was {ada|her} mother’s brother.", arcs, ada="she")
    assert [(a, kind, b) for a, kind, b, _ in found] == [("odo", "aunt_or_uncle", "ada")]


def test_nobody_is_her_own_engineer():
    arcs = [("Ines", "nsubj", "was"), ("engineer", "attr", "was"), ("her", "poss", "engineer")]
    prose = "{ada|Ada} looked up. {ines|Ines} was {ines|her} engineer."
    (found,) = read(prose, arcs, ada="she", ines="she")
    assert found[:3] == ("ines", "subordinate", "ada")
    two = f"{{eve|Eve}} sat. {prose}"
    assert read(two, arcs, ada="she", ines="she", eve="she") == []


def test_love_in_the_pluperfect_is_over():
    arcs = [
        ("had", "aux", "been"),
        ("Ada", "nsubj", "been"),
        ("sweetheart", "attr", "been"),
        ("Tom’s", "poss", "sweetheart"),
    ]
    found = read("{ada|Ada} had been {tom|Tom}’s sweetheart.", arcs)
    assert [each[:3] for each in found] == [("ada", "former_lover", "tom")]


def test_whoever_will_be_a_wife_is_engaged():
    arcs = [
        ("will", "aux", "be"),
        ("Ada", "nsubj", "be"),
        ("wife", "attr", "be"),
        ("Tom’s", "poss", "wife"),
    ]
    assert [each[1] for each in read("{ada|Ada} will be {tom|Tom}’s wife.", arcs)] == ["engaged"]


def test_nobody_is_a_son_who_is_only_called_so():
    arcs = [("Ned", "dative", "calls"), ("son", "dobj", "calls"), ("her", "poss", "son")]
    people = {"ada": "she", "ned": "he"}
    prose = "{ada|Ada Dray} calls {ned|Ned Dray} {ada|her} son."
    assert read(prose, [*arcs, ("Ada", "nsubj", "calls")], {"calls": "VERB"}, **people) == []


def test_the_one_with_the_title_owns_the_nephew():
    arcs = [("Tom", "nsubj", "was"), ("nephew", "attr", "was"), ("colonel’s", "poss", "nephew")]
    found = read("{odo|Colonel Dray} sang. {tom|Tom} was the colonel’s nephew.", arcs)
    assert [each[:3] for each in found] == [("tom", "niece_or_nephew", "odo")]


def test_a_flatmate_beside_a_name_is_she_even_if_read_as_an_adjective():
    arcs = [("her", "poss", "Ines"), ("flatmate", "amod", "Ines"), ("Ines", "dobj", "saw")]
    found = read(
        "{ada|Ada} saw {ada|her} flatmate {ines|Ines}.", arcs, {"Ines": "PROPN"}, ada="she"
    )
    assert [each[:3] for each in found] == [("ines", "flatmate", "ada")]


def test_a_cook_or_a_clerk_is_neither():
    arcs = [
        ("Tom", "nsubj", "is"),
        ("cook", "attr", "is"),
        ("Ada’s", "poss", "cook"),
        ("clerk", "conj", "cook"),
        ("or", "cc", "cook"),
    ]
    assert read("{tom|Tom} is {ada|Ada}’s cook or clerk.", arcs) == []
    both = [("and", *each[1:]) if each[0] == "or" else each for each in arcs]
    assert read("{tom|Tom} is {ada|Ada}’s cook and clerk.", both) != []


def test_somebody_who_is_named_and_not_in_the_cast_is_nobody_else():
    arcs = [("his", "poss", "aunt"), ("aunt", "nsubj", "shut"), ("Eve", "appos", "aunt")]
    prose = "{tom|Tom Fell} sat. Then {tom|his} aunt, Eve, shut it. {ada|Ada Fell} sang."
    given = {"present": ("tom", "ada"), "tom": "he", "ada": "she"}
    tags = {"shut": "VERB", "Eve": "PROPN"}
    assert read(prose, [*arcs, ("Fell#2", "nsubj", "sang")], tags, **given) == []


def test_a_daughter_in_all_but_blood_is_none():
    arcs = [("his", "poss", "daughter"), ("daughter", "appos", "Ada")]
    prose = "{tom|Tom} sang to {ada|Ada}, {tom|his} daughter in all but blood."
    assert read(prose, arcs, tom="he", ada="she") == []
    assert read(prose.replace(" in all but blood", ""), arcs, tom="he", ada="she") != []


def test_a_mother_is_not_her_own_brother_whatever_her_chain_says():
    arcs = [
        ("He", "nsubj", "was"),
        ("brother", "attr", "was"),
        ("father’s", "poss", "brother"),
        ("Ada’s", "poss", "father’s"),
    ]
    prose = "{tom|Tom} raised his glass. {tom|He} was {ada|Ada}’s {tom|father}’s brother."
    found = read(prose, arcs, tom="he", ada="she")
    assert [each[:3] for each in found] == [("tom", "aunt_or_uncle", "ada")]


THEIR = [("He", "nsubj", "was"), ("cousin", "attr", "was"), ("their", "poss", "cousin")]


def test_their_cousin_is_that_of_the_two_others():
    prose = "{ines|Ines} and {tom|Tom} rowed with {odo|Odo}. {odo|He} was their cousin."
    found = {each[:3] for each in read(prose, THEIR, odo="he")}
    assert found == {("odo", "cousin", "ines"), ("odo", "cousin", "tom")}


def test_of_three_others_nobody_knows_whose_cousin_he_is():
    prose = "{ines|Ines}, {ned|Ned} and {tom|Tom} rowed with {odo|Odo}. {odo|He} was their cousin."
    assert read(prose, THEIR, odo="he") == []


def test_their_boss_is_not_the_boss_of_the_boss():
    prose = "{ines|Ines} and {tom|Tom} rowed. {odo|Odo}, {odo|their} boss, sang."
    arcs = [("their", "poss", "boss"), ("boss", "appos", "Odo"), ("Odo", "nsubj", "sang")]
    found = {each[:3] for each in read(prose, arcs, odo="he")}
    assert found == {("odo", "superior", "ines"), ("odo", "superior", "tom")}


def test_a_ship_s_captain_is_nobody_s_superior():
    arcs = [("her", "poss", "captain"), ("captain", "compound", "Tom"), ("Tom", "nsubj", "slept")]
    prose = "The {heron|Heron} sailed, and {heron|her} captain {tom|Tom} slept."
    story = marked(prose, heron="she")
    found = FindRelations(scores(story.document, relations=arcs, tags={"Tom": "PROPN"}))
    assert [(each.a_id, each.kind) for each in found(story)] == [("tom", "superior")]
    name = story.document.text.index("Heron")
    marks = (Mark("emphasis", name, name + len("Heron")),)
    assert (
        found(structs.replace(story, document=structs.replace(story.document, marks=marks))) == []
    )


def test_our_constable_is_the_town_s_and_my_deputy_mine():
    for owner, noun, found in (("our", "constable", []), ("my", "deputy", [("tom", "me")])):
        arcs = [(owner, "poss", noun), (noun, "compound", "Tom"), ("Tom", "nsubj", "sang")]
        prose = f"{{me|I}} slept. {{me|{owner}}} {noun} {{tom|Tom}} sang."
        told = read(prose, arcs, {"Tom": "PROPN"}, narrator="me")
        assert [(a, b) for a, _, b, _ in told] == found


def test_a_son_whom_somebody_has_is_the_one_who_is_named():
    arcs = [("Ada", "nsubj", "had"), ("son", "dobj", "had"), ("Tom", "appos", "son")]
    found = read("{ada|Ada} had a son, {tom|Tom}.", arcs, {"Tom": "PROPN"})
    assert [(a, kind, b) for a, kind, b, _ in found] == [("tom", "child", "ada")]
    assert read("{ada|Ada} had a son and {tom|Tom}.", arcs[:2], {"Tom": "PROPN"}) == []


def test_a_boss_may_be_a_man_called_so():
    arcs = [
        ("Her", "poss", "boss"),
        ("boss", "nsubj", "was"),
        ("man", "attr", "was"),
        ("called", "acl", "man"),
        ("Tom", "dobj", "called"),
    ]
    prose = "{ada|Ada} sang. {ada|Her} boss was a man called {tom|Tom}."
    found = read(prose, arcs, {"Tom": "PROPN"}, ada="she")
    assert [(a, kind, b) for a, kind, b, _ in found] == [("tom", "superior", "ada")]
