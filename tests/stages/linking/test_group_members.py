import pytest
from stage_by_stage import read_to

NAMES = "Ada laughed. Tom slept. Tom Finch sat down. Ada Finch sang. Ines Brook rowed. "
ACT = "“Go on,” said the twins. The twins ran."


def members_in(text, name):
    """Names of the members of a group, and the words that say so."""
    story = read_to("cast", text)
    group = next(entity for entity in story.cast if entity.name == name)
    return [
        (story.entity(each.entity_id).name, story.document[each.evidence]) for each in group.members
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The twins, Ada and Tom, laughed.",
        "Ada and Tom, the twins, laughed.",
        "The twins were called Ada and Tom.",
        "She had never seen the twins – Ada and Tom – so quiet.",
        "Ada and Tom were the twins.",
    ],
)
def test_a_list_beside_a_group_names_its_members(words):
    found = members_in(NAMES + words + " " + ACT, "the twins")
    assert [name for name, _ in found] == ["Ada Finch", "Tom Finch"]
    assert all("Ada and Tom" in evidence and "wins" in evidence for _, evidence in found)


@pytest.mark.parametrize(
    "words",
    [
        "The twins, Ada, and Tom laughed.",
        "The twins, Ada, Tom and Ines, laughed.",
        "The twins and Ada and Tom laughed.",
        "The twins saw Ada and Tom.",
        "The twins, Ada, laughed.",
    ],
)
def test_others_beside_a_group_are_no_members(words):
    assert members_in(NAMES + words + " " + ACT, "the twins") == []


def test_a_family_is_whoever_bears_its_name():
    found = members_in(NAMES + "They went to see the Finches.", "the Finches")
    assert [name for name, _ in found] == ["Ada Finch", "Tom Finch"]
    assert all("Finches" in evidence for _, evidence in found)


def test_people_have_no_members():
    story = read_to("cast", NAMES + ACT)
    assert all(not entity.members for entity in story.cast if entity.kind == "person")
