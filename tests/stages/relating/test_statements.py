from related import read

TWO = [("Tom", "nsubj", "were"), ("and", "cc", "Tom"), ("Ned", "conj", "Tom")]


def test_two_are_said_to_be_something_to_each_other():
    found = read("{tom|Tom} and {ned|Ned} were cousins.", [*TWO, ("cousins", "attr", "were")])
    assert found == [("tom", "cousin", "ned", "Tom and Ned")]


def test_those_who_used_to_be_lovers_are_former_lovers():
    found = read(
        "{tom|Tom} and {ned|Ned} used to be lovers.",
        [
            ("Tom", "nsubj", "be"),
            ("Ned", "conj", "Tom"),
            ("be", "xcomp", "used"),
            ("lovers", "attr", "be"),
        ],
    )
    assert found == [("tom", "former_lover", "ned", "Tom and Ned")]


def test_the_names_behind_they_were_twins_are_the_two():
    arcs = [
        ("They", "nsubj", "were"),
        ("twins", "attr", "were"),
        ("Tom", "conj", "were"),
        ("Ned", "conj", "Tom"),
    ]
    tags = {"Tom": "PROPN", "Ned": "PROPN"}
    found = read("{ada|Ada} sang. They were twins, {tom|Tom} and {ned|Ned}.", arcs, tags)
    assert [(a, kind, b) for a, kind, b, _ in found] == [("tom", "twin", "ned")]


def test_somebody_else_s_brothers_are_not_each_other_s():
    given = [*TWO, ("brothers", "attr", "were"), ("Ada’s", "poss", "brothers")]
    assert read("{tom|Tom} and {ned|Ned} were {ada|Ada}’s brothers.", given) == []


def test_a_wedding_makes_spouses():
    married = [("Ada", "nsubj", "married"), ("Tom", "dobj", "married")]
    found = read("{ada|Ada} married {tom|Tom}.", married, {"married": "VERB"})
    assert found == [("ada", "spouse", "tom", "Ada married Tom")]


def test_a_wedding_that_might_have_been_makes_none():
    married = [
        ("Ada", "nsubj", "married"),
        ("Tom", "dobj", "married"),
        ("would", "aux", "married"),
    ]
    found = read("{ada|Ada} would have married {tom|Tom}.", married, {"married": "VERB"})
    assert found == []


def test_who_works_with_somebody_is_a_colleague():
    arcs = [
        ("who", "nsubj", "works"),
        ("works", "relcl", "Ada"),
        ("with", "prep", "works"),
        ("Tom", "pobj", "with"),
    ]
    found = read("{ada|Ada}, who works with {tom|Tom}, sang.", arcs, {"works": "VERB"})
    assert [(a, kind, b) for a, kind, b, _ in found] == [("ada", "colleague", "tom")]


def test_who_brings_somebody_up_is_a_guardian():
    arcs = [("Ada", "nsubj", "brought"), ("Tom", "dobj", "brought"), ("up", "prt", "brought")]
    prose, tags = "{ada|Ada} brought {tom|Tom} up.", {"brought": "VERB"}
    assert [(a, kind, b) for a, kind, b, _ in read(prose, arcs, tags)] == [
        ("ada", "guardian", "tom")
    ]
    assert read(prose.replace(" up", " in"), arcs[:2], tags) == []


def test_the_names_of_twins_stand_behind_them():
    arcs = [("Tom", "nsubj", "twins"), ("Ned", "conj", "Tom")]
    found = read("The twins from the mill, {tom|Tom} and {ned|Ned}, sang.", arcs)
    assert [(a, kind, b) for a, kind, b, _ in found] == [("tom", "twin", "ned")]


def test_one_who_works_for_another_is_employed():
    worked = [("Ada", "nsubj", "worked"), ("for", "prep", "worked"), ("Tom", "pobj", "for")]
    found = read("{ada|Ada} worked for {tom|Tom}.", worked, {"worked": "VERB"})
    assert found == [("ada", "employee", "tom", "Ada worked for Tom")]


def test_whoever_arrests_somebody_is_the_captor():
    arcs = [("Ada", "nsubj", "arrested"), ("Tom", "dobj", "arrested")]
    found = read("{ada|Ada} arrested {tom|Tom}.", arcs, {"arrested": "VERB"})
    assert found == [("ada", "captor", "tom", "Ada arrested Tom")]


def test_one_who_is_arrested_by_somebody_is_a_captive():
    arcs = [
        ("Tom", "nsubjpass", "arrested"),
        ("was", "auxpass", "arrested"),
        ("by", "agent", "arrested"),
        ("Ada", "pobj", "by"),
    ]
    found = read("{tom|Tom} was arrested by {ada|Ada}.", arcs, {"arrested": "VERB"})
    assert [(a, kind, b) for a, kind, b, _ in found] == [("tom", "captive", "ada")]


def test_what_is_only_wished_for_is_no_wedding():
    arcs = [
        ("Ada", "nsubj", "wanted"),
        ("to", "aux", "marry"),
        ("marry", "xcomp", "wanted"),
        ("Ada", "nsubj", "marry"),
        ("Tom", "dobj", "marry"),
    ]
    prose = "{ada|Ada} wanted to marry {tom|Tom}."
    assert read(prose, arcs, {"wanted": "VERB", "marry": "VERB"}) == []
    would = [("I’d", "nsubj", "hire"), ("Tom", "dobj", "hire")]
    assert read("{me|I’d} hire {tom|Tom}.", would, {"hire": "VERB"}, narrator="me") == []


def test_what_was_so_until_last_year_is_so_no_more():
    arcs = [
        ("Until", "prep", "worked"),
        ("Ada", "nsubj", "worked"),
        ("for", "prep", "worked"),
        ("Tom", "pobj", "for"),
    ]
    prose = "Until May {ada|Ada} worked for {tom|Tom}."
    assert read(prose, arcs, {"worked": "VERB"}) == []
    (found,) = read(prose.replace("Until", "Since"), arcs[1:], {"worked": "VERB"})
    assert found[:3] == ("ada", "employee", "tom")


def test_those_who_are_going_to_marry_are_engaged():
    arcs = [
        ("was", "aux", "going"),
        ("Ada", "nsubj", "going"),
        ("marry", "xcomp", "going"),
        ("to", "aux", "marry"),
        ("Tom", "dobj", "marry"),
    ]
    prose = "{ada|Ada} was going to marry {tom|Tom}."
    assert [each[1] for each in read(prose, arcs, {"marry": "VERB"})] == ["engaged"]
    wanted = [each if each[0] != "was" else ("not", "neg", "going") for each in arcs]
    assert read(prose.replace("going", "not going"), wanted, {"marry": "VERB"}) == []


def test_one_who_was_married_and_divorced_is_married_no_more():
    arcs = [
        ("Ada", "nsubjpass", "married"),
        ("to", "prep", "married"),
        ("Tom", "pobj", "to"),
        ("divorced", "conj", "married"),
        ("from", "prep", "divorced"),
        ("him", "pobj", "from"),
    ]
    prose = "{ada|Ada} had been married to {tom|Tom} and divorced from {tom|him}."
    found = read(prose, arcs, {"married": "VERB", "divorced": "VERB"}, tom="he")
    assert [each[:3] for each in found] == [("ada", "former_spouse", "tom")]


def test_two_who_have_been_seeing_each_other_are_lovers():
    arcs = [
        ("Ada", "nsubj", "seeing"),
        ("been", "aux", "seeing"),
        ("Tom", "dobj", "seeing"),
    ]
    prose = "{ada|Ada} had been seeing {tom|Tom}."
    assert [each[1] for each in read(prose, arcs, {"seeing": "VERB"})] == ["lover"]
    assert read(prose.replace("had been", "was"), arcs[::2], {"seeing": "VERB"}) == []


def test_a_contracted_not_denies():
    married = [("Ada", "nsubj", "marry"), ("didn’t", "aux", "marry"), ("Tom", "dobj", "marry")]
    assert read("{ada|Ada} didn’t marry {tom|Tom}.", married, {"marry": "VERB"}) == []


def test_the_one_baron_of_the_story_is_the_baron():
    arcs = [("Ada", "nsubj", "married"), ("baron", "dobj", "married")]
    prose = "{odo|Baron Dray} sang. {ada|Ada} married the baron."
    found = read(prose, arcs, {"married": "VERB"})
    assert [each[:3] for each in found] == [("ada", "spouse", "odo")]


def test_a_man_called_odo_is_odo():
    arcs = [
        ("Ada", "nsubj", "works"),
        ("for", "prep", "works"),
        ("man", "pobj", "for"),
        ("called", "acl", "man"),
        ("Odo", "oprd", "called"),
    ]
    tags = {"works": "VERB", "Odo": "PROPN"}
    found = read("{ada|Ada} works for a man called {odo|Odo}.", arcs, tags)
    assert [each[:3] for each in found] == [("ada", "employee", "odo")]


def test_who_had_been_engaged_is_so_no_more():
    arcs = [
        ("Tom", "nsubjpass", "engaged"),
        ("had", "aux", "engaged"),
        ("been", "auxpass", "engaged"),
        ("to", "prep", "engaged"),
        ("Ada", "pobj", "to"),
    ]
    found = read("{tom|Tom} had been engaged to {ada|Ada}.", arcs, {"engaged": "VERB"})
    assert [each[:3] for each in found] == [("tom", "former_lover", "ada")]


def test_who_had_been_engaged_since_may_is_so_still():
    arcs = [
        ("Tom", "nsubjpass", "engaged"),
        ("had", "aux", "engaged"),
        ("been", "auxpass", "engaged"),
        ("since", "prep", "engaged"),
        ("to", "prep", "engaged"),
        ("Ada", "pobj", "to"),
    ]
    found = read("{tom|Tom} had been engaged since May to {ada|Ada}.", arcs, {"engaged": "VERB"})
    assert [each[:3] for each in found] == [("tom", "engaged", "ada")]


def test_he_d_been_engaged_carries_its_had():
    arcs = [
        ("He’d", "nsubjpass", "engaged"),
        ("been", "auxpass", "engaged"),
        ("to", "prep", "engaged"),
        ("dentist", "pobj", "to"),
        ("called", "acl", "engaged"),
        ("Ada", "dobj", "called"),
    ]
    prose = "{tom|Tom} sang. {tom|He}’d been engaged to a dentist called {ada|Ada}."
    found = read(prose, arcs, {"engaged": "VERB", "Ada": "PROPN"}, tom="he")
    assert [each[:3] for each in found] == [("tom", "former_lover", "ada")]


def test_whom_somebody_married_may_be_named_behind():
    arcs = [
        ("Tom", "nsubj", "married"),
        ("dentist", "dobj", "married"),
        ("Ada", "appos", "dentist"),
    ]
    found = read("{tom|Tom} married a dentist, {ada|Ada}.", arcs, {"married": "VERB"})
    assert [each[:3] for each in found] == [("tom", "spouse", "ada")]


def test_two_who_share_a_desk_are_colleagues_and_two_who_share_a_cake_are_nothing():
    arcs = [("Ines", "nsubj", "shared"), ("Tom", "conj", "Ines"), ("desk", "dobj", "shared")]
    prose = "{ines|Ines} and {tom|Tom} shared a desk."
    found = read(prose, arcs, {"shared": "VERB"})
    assert [each[:3] for each in found] == [("ines", "colleague", "tom")]
    cake = [*arcs[:2], ("cake", "dobj", "shared")]
    assert read(prose.replace("desk", "cake"), cake, {"shared": "VERB"}) == []


def test_two_who_have_known_each_other_since_school_are_friends():
    arcs = [("Ines", "nsubj", "known"), ("had", "aux", "known"), ("Tom", "dobj", "known")]
    prose = "{ines|Ines} had known {tom|Tom} since school."
    found = read(prose, arcs, {"known": "VERB"})
    assert [each[:3] for each in found] == [("ines", "friend", "tom")]
    assert read(prose.replace("school", "Friday"), arcs, {"known": "VERB"}) == []


def test_who_teaches_somebody_something_is_the_teacher():
    arcs = [("Ada", "nsubj", "taught"), ("Tom", "dative", "taught"), ("verbs", "dobj", "taught")]
    found = read("{ada|Ada} taught {tom|Tom} verbs.", arcs, {"taught": "VERB"})
    assert [each[:3] for each in found] == [("ada", "teacher", "tom")]
    arcs = [("Ada", "nsubj", "taught"), ("swim", "ccomp", "taught"), ("Tom", "nsubj", "swim")]
    found = read("{ada|Ada} taught {tom|Tom} to swim.", arcs, {"taught": "VERB"})
    assert [each[:3] for each in found] == [("ada", "teacher", "tom")]


def test_who_teaches_somebody_that_is_no_teacher_yet():
    arcs = [("Ada", "nsubj", "taught"), ("Tom", "dative", "taught"), ("that", "dobj", "taught")]
    assert read("{ada|Ada} taught {tom|Tom} that.", arcs, {"taught": "VERB"}) == []


def test_one_thing_that_somebody_taught_makes_no_teacher():
    arcs = [("he", "nsubj", "taught"), ("me", "dative", "taught"), ("taught", "relcl", "thing")]
    prose = "{tom|Tom} sat. The first thing {tom|he} taught {ada|me} was to pay."
    assert read(prose, arcs, {"taught": "VERB"}, narrator="ada", tom="he") == []
    who = [("who", "nsubj", "taught"), ("me", "dative", "taught"), ("taught", "relcl", "Tom")]
    prose = "{tom|Tom}, who taught {ada|me}, sat."
    found = read(prose, who, {"taught": "VERB"}, narrator="ada", tom="he")
    assert [each[:3] for each in found] == [("tom", "teacher", "ada")]


def test_tom_and_i_are_two_even_if_only_one_is_read_as_the_subject():
    arcs = [("Tom", "appos", "shared"), ("I", "nsubj", "shared"), ("flat", "dobj", "shared")]
    tags = {"shared": "VERB", "Tom": "PROPN"}
    found = read("{tom|Tom} and {me|I} shared a flat.", arcs, tags, narrator="me")
    assert [each[:3] for each in found] == [("tom", "flatmate", "me")]


def test_twins_who_are_called_by_their_names():
    arcs = [
        ("twins", "nsubjpass", "called"),
        ("Tom", "attr", "called"),
        ("Ned", "conj", "Tom"),
    ]
    found = read("The twins were called {tom|Tom} and {ned|Ned}.", arcs, {"called": "VERB"})
    assert [each[:3] for each in found] == [("tom", "twin", "ned")]


def test_a_name_set_off_behind_a_clause_says_who_did_it():
    arcs = [
        ("deputy", "nsubj", "sang"),
        ("who", "nsubj", "arrested"),
        ("arrested", "relcl", "deputy"),
        ("Ada", "dobj", "arrested"),
        ("Tom", "appos", "sang"),
    ]
    tags = {"arrested": "VERB", "sang": "VERB", "deputy": "NOUN", "Tom": "PROPN"}
    found = read("The deputy who arrested {ada|Ada}, {tom|Tom}, sang.", arcs, tags)
    assert [each[:3] for each in found] == [("tom", "captor", "ada")]


def test_those_who_were_friends_until_the_summer_are_so_no_more():
    arcs = [*TWO, ("friends", "attr", "were")]
    prose = "{tom|Tom} and {ned|Ned} were friends until summer."
    assert [each[:3] for each in read(prose, arcs)] == [("tom", "friend", "ned")]
    assert read(prose, [*arcs, ("until", "prep", "were")]) == []


def test_two_who_broke_up_were_lovers_and_two_who_split_up_may_look_for_a_cat():
    prose = "{tom|Tom} and {ned|Ned} VERB up."
    for verb, found in (("broke", [("tom", "former_lover", "ned")]), ("split", [])):
        arcs = [("Tom", "nsubj", verb), ("Ned", "conj", "Tom"), ("up", "prt", verb)]
        told = read(prose.replace("VERB", verb), arcs, {verb: "VERB"})
        assert [each[:3] for each in told] == found


def test_two_who_used_to_go_out_and_two_who_went_out():
    used = [
        ("Tom", "nsubj", "used"),
        ("Ned", "conj", "Tom"),
        ("go", "xcomp", "used"),
        ("out", "prt", "go"),
    ]
    found = read("{tom|Tom} and {ned|Ned} used to go out.", used, {"go": "VERB"})
    assert [each[:3] for each in found] == [("tom", "former_lover", "ned")]
    went = [("Tom", "nsubj", "went"), ("Ned", "conj", "Tom"), ("out", "prt", "went")]
    assert read("{tom|Tom} and {ned|Ned} went out.", went, {"went": "VERB"}) == []


def test_tom_and_i_who_were_married_in_a_year_are_a_couple():
    arcs = [
        ("Tom", "nsubjpass", "married"),
        ("and", "cc", "Tom"),
        ("I", "nsubj", "Tom"),
        ("were", "auxpass", "married"),
        ("in", "prep", "married"),
        ("May", "pobj", "in"),
    ]
    tags = {"married": "VERB", "Tom": "PROPN"}
    found = read("{tom|Tom} and {me|I} were married in May.", arcs, tags, narrator="me")
    assert [each[:3] for each in found] == [("tom", "spouse", "me")]


def test_a_brother_and_a_sister_are_each_other_s():
    arcs = [
        ("Ada", "nsubj", "were"),
        ("Tom", "conj", "Ada"),
        ("brother", "attr", "were"),
        ("sister", "conj", "brother"),
    ]
    found = read("{ada|Ada} and {tom|Tom} were brother and sister.", arcs)
    assert [each[:3] for each in found] == [("ada", "sibling", "tom")]
    his = [*arcs, ("his", "poss", "brother")]
    assert read("{ada|Ada} and {tom|Tom} were his brother and sister.", his) == []


def test_two_sisters_are_the_two_who_are_named_behind_them():
    arcs = [
        ("two", "nummod", "sisters"),
        ("sisters", "nsubj", "sang"),
        ("Ada", "conj", "sisters"),
        ("Ines", "conj", "Ada"),
    ]
    tags = {"Ada": "PROPN", "Ines": "PROPN"}
    found = read("The two sisters, {ada|Ada} and {ines|Ines}, sang.", arcs, tags)
    assert [each[:3] for each in found] == [("ada", "sibling", "ines")]
    three = [("three", *arcs[0][1:]), *arcs[1:]]
    assert read("The three sisters, {ada|Ada} and {ines|Ines}, sang.", three, tags) == []


def test_two_who_work_together_are_colleagues():
    arcs = [
        ("Ada", "nsubj", "worked"),
        ("Tom", "conj", "Ada"),
        ("together", "advmod", "worked"),
    ]
    prose = "{ada|Ada} and {tom|Tom} worked together."
    found = read(prose, arcs, {"worked": "VERB"})
    assert [each[:3] for each in found] == [("ada", "colleague", "tom")]
    late = [*arcs[:2], ("late", "advmod", "worked")]
    assert read(prose.replace("together", "late"), late, {"worked": "VERB"}) == []


def test_two_who_are_separated_in_nothing_are_no_couple():
    arcs = [
        ("They", "nsubjpass", "separated"),
        ("were", "auxpass", "separated"),
        ("in", "prep", "separated"),
        ("work", "pobj", "in"),
    ]
    prose = "{ada|Ada} and {tom|Tom} sang. They were separated in work."
    assert read(prose, arcs, {"separated": "VERB"}) == []
    apart = [*arcs[:2], ("late", "advmod", "separated")]
    found = read(prose.replace("in work", "late"), apart, {"separated": "VERB"})
    assert [each[:3] for each in found] == [("ada", "former_spouse", "tom")]
