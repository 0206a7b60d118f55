from msgspec import structs
from related import marked

from fabula.stages.relating.claims import Claim
from fabula.stages.relating.group_kin import kin_of_members
from fabula.stages.relating.people import People
from fabula.stages.token_rows import TokenRows
from fabula.story import EntityId, GroupMember
from fabula.text import Span


def made(kind, one, other):
    story = marked("{two|The twins}, {ada|Ada} and {tom|Tom}, sang to {odo|Odo}.", two="group")
    members = tuple(
        GroupMember(entity_id=EntityId(each), evidence=Span(0, 9)) for each in ("ada", "tom")
    )
    cast = tuple(
        structs.replace(each, members=members) if each.kind == "group" else each
        for each in story.cast
    )
    story = structs.replace(story, cast=cast)
    people = People(story, TokenRows(story.document))
    claim = Claim(EntityId(one), kind, EntityId(other), Span(0, 9), 0.8)
    return [(each.a, each.kind, each.b) for each in kin_of_members(people, [claim])]


def test_what_the_twins_are_to_somebody_each_of_them_is():
    assert made("child", "two", "odo") == [("ada", "child", "odo"), ("tom", "child", "odo")]


def test_whose_parents_they_are_said_to_be_not_all_of_a_family_are():
    assert made("parent", "two", "odo") == []
    assert made("child", "odo", "ada") == []
