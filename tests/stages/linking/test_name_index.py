from fabula.stages.linking.name_index import NameIndex
from fabula.story import Alias, Entity

BROOK = Entity(id="e1", name="Mr. Tom Brook", aliases=(Alias(name="Brook", reason="family name"),))
OTHER = Entity(id="e2", name="Brook")


def test_a_name_is_found_in_any_spelling():
    index = NameIndex((BROOK,))
    assert list(index.bearers("Mr Tom\nBrook")) == [BROOK]
    assert list(index.bearers("BROOK")) == [BROOK]
    assert list(index.bearers("Ines")) == []


def test_several_may_bear_one_name():
    assert list(NameIndex((BROOK, OTHER)).bearers("Brook")) == [BROOK, OTHER]
