from msgspec import structs
from related import marked, read

from fabula.stages.relating.people import People
from fabula.stages.relating.ranks import ranked_people
from fabula.stages.token_rows import TokenRows
from fabula.story import EntityId

SAID = "“{words}” said {{ned|Ned}}. {{drum|Captain Drum}} nodded."


def said(words, speaker="ned", listener="drum", prose=SAID):
    return read(prose.format(words=words), spoken={"q1": (speaker, listener)})


def test_a_captain_called_sir_is_a_superior():
    assert said("Aye, sir,") == [("drum", "superior", "ned", "“Aye, sir,”")]


def test_a_captain_called_by_the_rank_may_be_a_passenger_s():
    assert said("Is it far, Captain?") == []


def test_one_who_answers_by_the_rank_serves():
    assert [each[:3] for each in said("Yes, Captain,")] == [("drum", "superior", "ned")]


def test_a_sir_without_a_rank_may_be_any_customer():
    assert said("Aye, sir,", listener="ned", speaker="drum") == []


def test_a_corporal_called_so_by_a_captain_is_a_subordinate():
    prose = "“{words}” said {{drum|Captain Drum}}. {{bo|Corporal Bo}} nodded."
    found = said("Sit down, Corporal,", "drum", "bo", prose)
    assert found == [("drum", "superior", "bo", "“Sit down, Corporal,”")]


def test_a_rank_told_of_is_no_call():
    prose = "“{words}” said {{drum|Captain Drum}}. {{bo|Corporal Bo}} nodded."
    assert said("That corporal is asleep,", "drum", "bo", prose) == []


def test_the_sergeant_of_an_inspector_stands_below_her():
    arcs = [("Her", "poss", "sergeant"), ("sergeant", "compound", "Tom"), ("Tom", "nsubj", "sang")]
    prose = "{ada|Inspector Fell} sat. {ada|Her} sergeant {tom|Tom} sang."
    found = read(prose, arcs, {"Tom": "PROPN"}, ada="she")
    assert [each[:3] for each in found] == [("tom", "subordinate", "ada")]


def test_police_who_talk_are_of_one_station():
    prose = "“No.” “Yes.” “So?” {ada|Inspector Fell} sang to {tom|Constable Rudd}."
    said = {"q1": ("ada", "tom"), "q2": ("tom", "ada"), "q3": ("ada", "tom")}
    assert [each[:3] for each in read(prose, spoken=said)] == [("ada", "superior", "tom")]
    army = prose.replace("Inspector", "Captain").replace("Constable", "Corporal")
    assert read(army, spoken=said) == []


def test_a_polite_word_to_a_captain_is_not_the_answer_of_one_who_serves():
    assert said("Salt fish, sir,") == []
    assert said("No, sir,") == [("drum", "superior", "ned", "“No, sir,”")]


def test_of_several_who_hear_it_the_one_with_a_rank_is_called_sir():
    prose = "“Aye, sir,” said {ned|Ned} to {drum|Captain Drum} and {bob|Bob}."
    story = marked(prose, spoken={"q1": ("ned", "drum")})
    (line,) = story.attributions
    heard = structs.replace(line, addressee_ids=(EntityId("drum"), EntityId("bob")))
    people = People(structs.replace(story, attributions=(heard,)), TokenRows(story.document))
    assert [(each.a, each.kind, each.b) for each in ranked_people(people)] == [
        ("drum", "superior", "ned")
    ]


def test_a_lieutenant_s_sir_may_be_said_to_a_captain_of_the_other_side():
    prose = "“{words}” said {{drum|Lieutenant Drum}}. {{bo|Captain Bo}} nodded."
    assert said("Where is he now, sir?", "drum", "bo", prose) == []
    answered = said("Yes, sir,", "drum", "bo", prose)
    assert [each[:3] for each in answered] == [("bo", "superior", "drum")]
