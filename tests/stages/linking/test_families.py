from fabula.stages.linking.families import Families
from fabula.story import Alias, Entity

CAST = (
    Entity(id="e1", name="Tom Brook", aliases=(Alias(name="Mr. Brook", reason=""),), pronouns="he"),
    Entity(id="e2", name="Mrs. Brook", pronouns="she"),
    Entity(id="e3", name="Ada Brook", pronouns="she"),
    Entity(id="e4", name="Captain Ines Durrow", pronouns="she"),
    Entity(id="e5", name="the Brooks", kind="group", pronouns="they"),
)


def test_a_wife_is_the_one_called_mrs():
    assert Families(CAST).relatives("e1", "wife") == ["e2"]


def test_a_sister_is_not():
    assert Families(CAST).relatives("e1", "sister") == ["e3"]


def test_relatives_agree_with_the_noun():
    assert Families(CAST).relatives("e3", "father") == ["e1"]
    assert Families(CAST).relatives("e4", "brother") == []


def test_a_title_finds_its_bearers():
    assert Families(CAST).titled("captain") == ["e4"]
    assert Families(CAST).titled("kettle") == []


def test_a_mother_may_be_called_mum():
    cast = (*CAST, Entity(id="e6", name="Mum", pronouns="she"))
    assert Families(cast).called("mother") == ["e6"]
    assert Families(cast).called("aunt") == []
