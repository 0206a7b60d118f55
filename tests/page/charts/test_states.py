from msgspec import structs
from tests.page.charts.invented import invented, of_class, people, shown_at, tree

from fabula.labels import StateAttribute
from fabula.page.charts.states import MOST_ROWS, states
from fabula.story import EntityId, State
from fabula.text import Span

STORY = invented("AB", "AB", "BC")
FIRST, SECOND, THIRD = (scene.start for scene in STORY.scenes)


def state(
    who: str,
    attribute: StateAttribute,
    value: str,
    since: int,
    until: int | None = None,
    ended_by: Span | None = None,
) -> State:
    return State(
        who_id=EntityId(who),
        attribute=attribute,
        value=value,
        since=since,
        until=until,
        evidence=Span(since, since + 8),
        ended_by=ended_by,
        confidence=0.8,
    )


def chart(*found: State):
    return states(structs.replace(STORY, states=found), people(STORY))


def texts(root, name: str) -> list[str | None]:
    return [each.text for each in of_class(root, name)]


def test_without_states_there_is_no_chart() -> None:
    assert chart() is None


def test_a_row_for_each_person_and_attribute_with_the_name_once() -> None:
    root = tree(
        chart(
            state("A", "injury", "broken wrist", FIRST),
            state("B", "mood", "cheerful", FIRST, SECOND),
            state("A", "mood", "cross", SECOND, THIRD),
            state("A", "mood", "merry", THIRD),
        )
    )
    assert texts(root, "row-name") == ["Ada", "Bruno"]
    assert texts(root, "attribute") == ["injury", "mood", "mood"]


def test_a_trait_is_marked_once_and_has_no_bar() -> None:
    root = tree(chart(state("A", "eyes", "grey", FIRST), state("A", "eyes", "grey", SECOND)))
    assert len(list(of_class(root, "trait"))) == 1
    assert not list(of_class(root, "lasting"))


def test_two_states_at_a_time_lie_below_each_other() -> None:
    root = tree(
        chart(
            state("A", "injury", "cut hand", FIRST), state("A", "injury", "black eye", FIRST + 12)
        )
    )
    tops = {each[1].get("y") for each in of_class(root, "lasting")}
    assert len(tops) == 2


def test_a_state_leads_to_its_words_and_says_them() -> None:
    (begun,) = of_class(tree(chart(state("B", "sleep", "asleep", SECOND))), "begun")
    assert begun.get("href") == "#p1"
    assert begun.get("aria-label") == "Bruno, sleep: asleep (“It raine”)"


def test_the_end_of_a_state_is_not_seen_before_its_words_are_read() -> None:
    ended_by = Span(SECOND + 4, SECOND + 10)
    root = tree(chart(state("A", "sleep", "asleep", FIRST, SECOND + 4, ended_by)))

    def right(position: int) -> float:
        bars = [each for each in shown_at(root, position) if "piece" in each.get("class", "")]
        return max(float(bar.get("x")) + float(bar.get("width")) for bar in bars)

    assert right(SECOND + 9) > right(SECOND + 10)


def test_what_lasts_for_a_time_comes_before_traits_where_rows_are_many() -> None:
    traits = [
        state(letter, attribute, "so", 0)
        for letter in "ABC"
        for attribute in ("eyes", "hair", "age", "height", "build", "skin", "mark", "species")
    ]
    for_a_time = [
        state(letter, attribute, "so", 0)
        for letter in "ABC"
        for attribute in ("mood", "sleep", "injury", "drink")
    ]
    found = chart(*traits, *for_a_time)
    shown = texts(tree(found), "attribute")
    assert len(shown) == MOST_ROWS
    assert sum(name in ("mood", "sleep", "injury", "drink") for name in shown) == 12
    assert f"Left out: {len(traits) + len(for_a_time) - MOST_ROWS} more" in found.description
