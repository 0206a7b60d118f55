from related import read

SAID = "“{words}” said {{ned|Ned}}. {{drum|Captain Drum}} nodded."


def said(words, speaker="ned", listener="drum", prose=SAID):
    return read(prose.format(words=words), spoken={"q1": (speaker, listener)})


def test_a_captain_called_sir_is_a_superior():
    assert said("Aye, sir,") == [("drum", "superior", "ned", "“Aye, sir,”")]


def test_a_captain_called_by_the_rank_may_be_a_passenger_s():
    assert said("Is it far, Captain?") == []


def test_a_sir_without_a_rank_may_be_any_customer():
    assert said("Aye, sir,", listener="ned", speaker="drum") == []


def test_a_corporal_called_so_by_a_captain_is_a_subordinate():
    prose = "“{words}” said {{drum|Captain Drum}}. {{bo|Corporal Bo}} nodded."
    found = said("Sit down, Corporal,", "drum", "bo", prose)
    assert found == [("drum", "superior", "bo", "“Sit down, Corporal,”")]


def test_a_rank_told_of_is_no_call():
    prose = "“{words}” said {{drum|Captain Drum}}. {{bo|Corporal Bo}} nodded."
    assert said("That corporal is asleep,", "drum", "bo", prose) == []
