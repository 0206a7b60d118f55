from told import narrated

from fabula.stages.being.intervals import in_order, states_from, traits_from
from fabula.stages.being.signs import Sign
from fabula.stages.clauses.narration import Named, Narration

ADA = Named("ada", 0, 0.9)
TOM = Named("tom", 1, 0.9)


def told():
    story, scores = narrated("one two three four five six seven eight nine ten")
    return Narration(story, scores)


def sign(row, attribute, value="", *, who=ADA, over=False):
    return Sign(who, attribute, value, (row,), 0.9, over)


def shown(states):
    return [(each.attribute, each.value, each.until is not None) for each in states]


def test_a_state_that_is_told_again_is_the_same_one():
    found = states_from(told(), [sign(2, "sleep", "asleep"), sign(4, "sleep", "sleeping")])
    assert shown(found) == [("sleep", "asleep", False)]


def test_somebody_may_have_several_wounds():
    wounds = [sign(2, "injury", "cut arm"), sign(4, "injury", "split lip")]
    assert shown(states_from(told(), wounds)) == [
        ("injury", "cut arm", False),
        ("injury", "split lip", False),
    ]
    again = [*wounds, sign(6, "injury", "wounded")]
    assert len(states_from(told(), again)) == 2


def test_an_end_closes_every_state_of_its_kind_and_of_no_one_else():
    found = states_from(
        told(),
        [
            sign(2, "injury", "cut arm"),
            sign(3, "injury", "split lip"),
            sign(4, "injury", "wounded", who=TOM),
            sign(6, "injury", over=True),
        ],
    )
    assert [each.until is not None for each in found] == [True, True, False]


def test_an_end_of_nothing_says_nothing():
    assert states_from(told(), [sign(2, "sleep", over=True)]) == []


def test_one_passage_states_a_trait_once():
    found = traits_from(told(), [sign(2, "age", "nine"), sign(2, "age", "nine")])
    assert shown(found) == [("age", "nine", False)]


def test_states_and_traits_stand_in_text_order():
    later = states_from(told(), [sign(6, "sleep", "asleep")])
    earlier = traits_from(told(), [sign(2, "age", "nine")])
    assert in_order([*later, *earlier]) == [*earlier, *later]
