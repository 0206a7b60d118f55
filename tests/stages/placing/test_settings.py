import pytest
from hand_scored import scores
from placed import marked, placed

from fabula.stages.places import FindPlaces


def inside(verb, small, place):
    """The relations of “verb small (the) place”."""
    return [(small, "prep", verb), (place, "pobj", small)]


def where(prose, relations, verbs, **given):
    return {(who, place) for who, place, *_ in placed(prose, relations, verbs=verbs, **given)}


def test_whoever_acts_is_in_the_place_that_opens_the_scene():
    relations = [("kitchen", "nsubj", "was"), ("The", "det", "kitchen")]
    prose = "{@kitchen|The kitchen} was cold. {ines|Ines} lit the stove. {tom|Tom} sang."
    assert where(prose, relations, ["was"]) == {("ines", "kitchen"), ("tom", "kitchen")}


def test_a_place_that_is_only_looked_at_is_no_setting():
    prose = "{ines|Ines} looked at {@mill|the mill}. {tom|Tom} sang."
    relations = [("Ines", "nsubj", "looked"), *inside("looked", "at", "mill")]
    assert where(prose, relations, ["looked"]) == set()


def test_the_place_that_is_named_most_is_the_setting():
    prose = (
        "{@kitchen|The kitchen} was cold. In {@kitchen|the kitchen} something dripped. "
        "{@yard|The yard} was dark. {ines|Ines} sang."
    )
    relations = [
        ("kitchen", "nsubj", "was"),
        ("The", "det", "kitchen"),
        *inside("dripped", "In", "kitchen#2"),
        ("yard", "nsubj", "was#2"),
        ("The#2", "det", "yard"),
    ]
    assert where(prose, relations, ["was", "was#2", "dripped"]) == {("ines", "kitchen")}


def test_two_places_named_alike_are_no_setting():
    prose = "{@kitchen|The kitchen} was cold. {@yard|The yard} was dark. {ines|Ines} sang."
    relations = [
        ("kitchen", "nsubj", "was"),
        ("The", "det", "kitchen"),
        ("yard", "nsubj", "was#2"),
        ("The#2", "det", "yard"),
    ]
    assert where(prose, relations, ["was", "was#2"]) == set()


def test_where_someone_absent_is_says_nothing_of_the_scene():
    prose = "{?|Their cousins} were in {@town|the town}. {ines|Ines} lit the stove."
    relations = [("cousins", "nsubj", "were"), *inside("were", "in", "town")]
    assert where(prose, relations, ["were"]) == set()


def test_whoever_went_away_is_no_longer_in_the_setting():
    prose = "{@kitchen|The kitchen} was cold. {ines|Ines} sang. {ines|She} went out."
    relations = [
        ("kitchen", "nsubj", "was"),
        ("The", "det", "kitchen"),
        ("She", "nsubj", "went"),
        ("out", "prt", "went"),
    ]
    assert placed(prose, relations, verbs=["was", "went"]) == [
        ("ines", "kitchen", "Ines", "She went")
    ]


@pytest.mark.parametrize("more", ["{tom|Tom} and {ada|Ada} sang.", "{tom|Tom} sang."])
def test_another_company_may_be_anywhere(more):
    prose = f"{{@kitchen|The kitchen}} was cold. {{ines|Ines}} lit the stove.\n\n***\n\n{more}"
    relations = [("kitchen", "nsubj", "was"), ("The", "det", "kitchen")]
    found = placed(prose, relations, verbs=["was"])
    assert [who for who, *_ in found] == ["ines"]


def test_who_walks_along_a_passage_does_not_stay_there():
    prose = "{ines|Ines} walked along {@passage|the passage}.\n\n{tom|Tom} sang."
    relations = [("Ines", "nsubj", "walked"), *inside("walked", "along", "passage")]
    (stay, *_) = placed(prose, relations, verbs=["walked"])
    assert stay[:2] == ("ines", "passage")
    assert stay[3] is not None


def test_the_door_that_is_opened_leads_to_the_setting():
    prose = "{tom|Tom} opened the door to {@office|the office}. {ines|Ines} sang."
    relations = [
        ("Tom", "nsubj", "opened"),
        ("door", "dobj", "opened"),
        *inside("opened", "to", "office"),
    ]
    assert where(prose, relations, ["opened"]) == {("tom", "office"), ("ines", "office")}


def test_where_someone_is_away_is_no_setting():
    prose = "Nell was away, in {@dorm|the dorm}. {ines|Ines} lit the stove."
    relations = [
        ("Nell", "nsubj", "was"),
        ("away", "advmod", "was"),
        ("in", "prep", "away"),
        ("dorm", "pobj", "in"),
    ]
    assert where(prose, relations, ["was"]) == set()


def test_somebody_who_speaks_there_tells_where_the_scene_is():
    prose = "{?|The nun} on {@pier|the pier} sighed. {ines|Ines} sang."
    relations = [("nun", "nsubj", "sighed"), *inside("nun", "on", "pier")]
    assert where(prose, relations, ["sighed"]) == {("ines", "pier")}


def test_the_place_around_a_place_is_no_rival_of_it():
    prose = "{ines|Ines} stood in {@room|the room} at {@town|Little Tew}. {tom|Tom} sang."
    relations = [
        ("Ines", "nsubj", "stood"),
        *inside("stood", "in", "room"),
        *inside("room", "at", "Tew"),
    ]
    assert ("tom", "room") in where(prose, relations, ["stood"])


def test_what_lies_in_a_place_is_told_of_and_not_the_place():
    prose = "{@mill|The mill} was on {@hill|the hill}. {ines|Ines} sang."
    relations = [
        ("mill", "nsubj", "was"),
        ("The", "det", "mill"),
        *inside("was", "on", "hill"),
    ]
    assert where(prose, relations, ["was"]) == {("ines", "mill")}


def test_the_bridge_of_a_nose_is_no_place():
    prose = "There was ash on {@bridge|the bridge} of her nose. {ines|Ines} sang."
    relations = [
        ("ash", "nsubj", "was"),
        *inside("ash", "on", "bridge"),
        ("of", "prep", "bridge"),
        ("nose", "pobj", "of"),
    ]
    assert where(prose, relations, ["was"]) == set()


def test_whoever_leads_is_next_told_of_elsewhere_and_the_scene_goes_along():
    prose = (
        "{ines|Ines} sat in {@car|the car}. {ines|She} stood in {@barn|the barn}. {ines|She} sang."
    )
    relations = [
        ("Ines", "nsubj", "sat"),
        *inside("sat", "in", "car"),
        ("She", "nsubj", "stood"),
        *inside("stood", "in#2", "barn"),
    ]
    places = [place for _, place, *_ in placed(prose, relations, verbs=["sat", "stood"])]
    assert places == ["car", "barn"]


def test_where_nobody_is_the_scene_is_not():
    prose = "There was nobody in {@street|the street}. {ines|Ines} sang."
    relations = [
        ("nobody", "attr", "was"),
        ("There", "expl", "was"),
        *inside("was", "in", "street"),
    ]
    assert where(prose, relations, ["was"]) == set()


def test_what_somebody_is_only_likened_to_is_nowhere():
    prose = "{ines|Ines} sang like {?|a man} counting coins in {@shop|the shop}."
    relations = [
        ("Ines", "nsubj", "sang"),
        ("like", "prep", "sang"),
        ("man", "pobj", "like"),
        ("counting", "acl", "man"),
        *inside("counting", "in", "shop"),
    ]
    assert where(prose, relations, ["sang", "counting"]) == set()


def test_it_may_be_said_what_a_place_is():
    prose = "It was {@office|a small office}. {ines|Ines} sang."
    relations = [("It", "nsubj", "was"), ("office", "attr", "was"), ("a", "det", "office")]
    assert where(prose, relations, ["was"]) == {("ines", "office")}


def test_who_came_in_a_taxi_is_not_in_it():
    prose = "{ines|Ines} came in {@taxi|a taxi}. {tom|Tom} sang."
    relations = [("Ines", "nsubj", "came"), *inside("came", "in", "taxi")]
    assert where(prose, relations, ["came"]) == set()


def test_when_the_leader_goes_away_the_scene_is_there_no_longer():
    prose = (
        "{@kitchen|The kitchen} was cold. {ines|Ines} sang. {ines|She} smiled. "
        "{ines|She} went out. {tom|Tom} sang."
    )
    relations = [
        ("kitchen", "nsubj", "was"),
        ("The", "det", "kitchen"),
        ("She#2", "nsubj", "went"),
        ("out", "prt", "went"),
    ]
    assert where(prose, relations, ["was", "went"]) == {("ines", "kitchen")}


def test_nobody_in_a_room_tells_that_the_story_is_there():
    prose = "Nobody in {@kitchen|the kitchen} could move. {ines|Ines} sang."
    relations = [
        ("Nobody", "nsubj", "move"),
        *inside("Nobody", "in", "kitchen"),
        ("could", "aux", "move"),
    ]
    assert where(prose, relations, ["move"]) == {("ines", "kitchen")}


def test_a_road_that_goes_on_is_no_setting():
    prose = "{@road|The road} went on. {ines|Ines} sang."
    relations = [("road", "nsubj", "went"), ("The", "det", "road")]
    assert where(prose, relations, ["went"]) == set()


def test_who_smiles_at_a_ceiling_is_under_it():
    prose = "{ines|Ines} smiled at the ceiling of {@mill|the mill}. {tom|Tom} sang."
    relations = [
        ("Ines", "nsubj", "smiled"),
        *inside("smiled", "at", "ceiling"),
        *inside("ceiling", "of", "mill"),
    ]
    assert ("tom", "mill") in where(prose, relations, ["smiled"])


def test_the_room_that_was_left_is_the_setting_again_when_its_door_is_told_of():
    prose = (
        "{@office|The office} was cold. {ines|Ines} lit the stove.\n\n***\n\n{tom|Tom} sang. "
        "{tom|He} turned to {@office|the office} door."
    )
    relations = [
        ("office", "nsubj", "was"),
        ("The", "det", "office"),
        *inside("turned", "to", "door"),
        ("office#2", "compound", "door"),
    ]
    assert ("tom", "office") in where(prose, relations, ["was", "turned"])


def test_who_is_only_pictured_somewhere_is_not_there():
    prose = "{ines|Ines} pictured {tom|Tom} in {@mill|the mill}. {ines|She} sang."
    relations = [
        ("Ines", "nsubj", "pictured"),
        ("Tom", "dobj", "pictured"),
        *inside("Tom", "in", "mill"),
    ]
    assert where(prose, relations, ["pictured"]) == set()


def test_where_somebody_had_been_put_is_the_setting():
    prose = "They had put {?|her} in {@parlour|the parlour}. {tom|Tom} sang."
    relations = [
        ("They", "nsubj", "put"),
        ("had", "aux", "put"),
        ("her", "dobj", "put"),
        *inside("put", "in", "parlour"),
    ]
    assert ("tom", "parlour") in where(prose, relations, ["put"])


@pytest.mark.parametrize("small", ["behind", "outside"])
def test_who_waits_behind_a_shed_is_there(small):
    prose = f"{{ines|Ines}} waited {small} {{@shed|the shed}}."
    relations = [("Ines", "nsubj", "waited"), *inside("waited", small, "shed")]
    assert where(prose, relations, ["waited"]) == {("ines", "shed")}


def test_a_place_where_something_is_refused_is_the_setting():
    prose = "{tom|The clerk} in {@shop|the shop} would not sell it. {ines|Ines} sighed."
    relations = [
        ("clerk", "nsubj", "sell"),
        ("in", "prep", "clerk"),
        ("shop", "pobj", "in"),
        ("would", "aux", "sell"),
        ("not", "neg", "sell"),
    ]
    assert ("ines", "shop") in where(prose, relations, ["sell"])


def test_who_first_shows_long_after_the_place_was_named_may_be_elsewhere():
    kitchen = "{@kitchen|The kitchen} was cold. {ines|Ines} lit the stove."
    relations = [("kitchen", "nsubj", "was"), ("The", "det", "kitchen")]
    later = f"{kitchen} {'It rained and rained. ' * 50}{{tom|Tom}} sang."
    assert where(later, relations, ["was"]) == {("ines", "kitchen")}


def test_where_a_stranger_lives_says_nothing_of_the_scene():
    prose = "{?|The doctor} lived at {@weir|the weir}. {ines|Ines} sang."
    relations = [("doctor", "nsubj", "lived"), *inside("lived", "at", "weir")]
    assert where(prose, relations, ["lived"]) == set()


@pytest.mark.parametrize(("small", "places"), [("in", {("ines", "church")}), ("behind", set())])
def test_what_stands_behind_a_church_is_not_in_it(small, places):
    prose = f"The bus was parked {small} {{@church|the church}}. {{ines|Ines}} sang."
    relations = [("bus", "nsubjpass", "parked"), *inside("parked", small, "church")]
    assert where(prose, relations, ["parked"]) == places


def test_what_is_heard_is_elsewhere():
    prose = "{tom|Tom} heard {@mill|the mill} creak. {ines|Ines} sang."
    relations = [
        ("Tom", "nsubj", "heard"),
        ("mill", "nsubj", "creak"),
        ("the", "det", "mill"),
        ("creak", "ccomp", "heard"),
    ]
    assert where(prose, relations, ["heard", "creak"]) == set()


def test_who_looks_round_at_a_shop_is_in_it():
    prose = "{tom|Tom} looked round at {@shop|the shop}. {ines|Ines} sang."
    relations = [
        ("Tom", "nsubj", "looked"),
        ("round", "advmod", "looked"),
        *inside("looked", "at", "shop"),
    ]
    assert where(prose, relations, ["looked"]) == {("tom", "shop"), ("ines", "shop")}


def test_others_who_are_watched_as_they_leave_do_not_take_the_story_along():
    prose = "{tom|Tom} sang. {tom|He} watched them go to {@mill|the mill}. {tom|Tom} sang."
    relations = [
        ("He", "nsubj", "watched"),
        ("them", "nsubj", "go"),
        ("go", "ccomp", "watched"),
        *inside("go", "to", "mill"),
    ]
    assert where(prose, relations, ["watched", "go"]) == set()


def test_the_deck_of_the_bridge_is_no_rival_of_the_bridge():
    prose = "{@deck|The deck} of {@bridge|the bridge} was wet. {ines|Ines} sang."
    relations = [
        ("deck", "nsubj", "was"),
        ("The", "det", "deck"),
        ("of", "prep", "deck"),
        ("bridge", "pobj", "of"),
        ("the", "det", "bridge"),
    ]
    assert where(prose, relations, ["was"]) == {("ines", "bridge")}


def test_who_looks_out_across_the_river_is_not_in_it():
    prose = "{tom|Tom} stood looking across {@river|the river}. {ines|Ines} sang."
    relations = [
        ("Tom", "nsubj", "stood"),
        ("looking", "advcl", "stood"),
        *inside("looking", "across", "river"),
    ]
    assert where(prose, relations, ["stood", "looking"]) == set()


def test_a_stream_of_conversation_is_no_place():
    prose = "{@stream|The stream} of conversation was steady. {ines|Ines} sang."
    relations = [
        ("stream", "nsubj", "was"),
        ("The", "det", "stream"),
        ("of", "prep", "stream"),
        ("conversation", "pobj", "of"),
    ]
    story = marked(prose)
    tags = {"was": "VERB", "conversation": "NOUN"}
    assert FindPlaces(scores(story.document, relations=relations, tags=tags))(story) == []
    assert where(prose, relations[:2], ["was"]) == {("ines", "stream")}


def test_what_happens_below_them_in_an_alley_is_not_where_they_are():
    prose = "{ines|Ines} sang. Below {tom|him} in {@alley|the alley} a man shouted. {tom|Tom} sang."
    relations = [
        ("man", "nsubj", "shouted"),
        ("Below", "prep", "shouted"),
        ("him", "pobj", "Below"),
        *inside("shouted", "in", "alley"),
    ]
    assert where(prose, relations, ["shouted"]) == set()


@pytest.mark.parametrize(("word", "found"), [("office", {("ines", "it")}), ("river", set())])
def test_it_may_be_said_what_there_is_to_see(word, found):
    prose = f"It was {{@it|the {word}}}. {{ines|Ines}} sang."
    relations = [("It", "nsubj", "was"), (word, "attr", "was"), ("the", "det", word)]
    assert where(prose, relations, ["was"]) == found


def test_who_stands_in_somebodys_path_is_nowhere():
    prose = "{ines|Ines} stood in his {@path|path}. {tom|Tom} sang."
    relations = [
        ("Ines", "nsubj", "stood"),
        *inside("stood", "in", "path"),
        ("his", "poss", "path"),
    ]
    assert "tom" not in {who for who, _ in where(prose, relations, ["stood"])}
    assert ("tom", "path") in where(prose, relations[:-1], ["stood"])


@pytest.mark.parametrize(("way", "place"), [("out", {"darkness"}), ("well", set())])
def test_out_into_the_darkness_is_out_of_doors(way, place):
    prose = f"{{ines|Ines}} went {way} into {{@darkness|the darkness}}. {{ines|Ines}} sang."
    relations = [
        ("Ines", "nsubj", "went"),
        (way, "advmod", "went"),
        *inside("went", "into", "darkness"),
    ]
    assert {where for _, where in where(prose, relations, ["went"])} == place
