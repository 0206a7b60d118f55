from msgspec import structs
from tests.page.charts.invented import invented, of_class, people, shown_at, tree, words

from fabula.page.charts.custody import MOST_ITEMS, custody
from fabula.story import ChainId, Custody, EntityId
from fabula.text import Span

STORY = invented("ABK", "AB", "BC", names={"K": "the key"})
KEY = next(chain.id for chain in STORY.chains if chain.entity_id == "K")
FIRST, SECOND, THIRD = (scene.start for scene in STORY.scenes)


def held(holder: str | None, since: int, until: int | None = None, item: str = KEY) -> Custody:
    return Custody(
        item_id=ChainId(item),
        holder_id=EntityId(holder) if holder else None,
        how="given" if holder else "left",
        since=since,
        until=until,
        evidence=Span(since, since + 8),
        confidence=0.8,
    )


def chart(*items: Custody):
    return custody(structs.replace(STORY, items=items), people(STORY))


def test_without_things_there_is_no_chart() -> None:
    assert chart() is None


def test_a_thing_has_a_row_and_each_holder_a_bar_with_their_name() -> None:
    root = tree(chart(held("A", FIRST, SECOND), held("B", SECOND)))
    assert [each.text for each in of_class(root, "row-name")] == ["the key"]
    assert [each.text for each in of_class(root, "holder")] == ["Ada", "Bruno"]


def test_what_nobody_has_is_shown_so() -> None:
    root = tree(chart(held("A", FIRST, SECOND), held(None, SECOND)))
    assert "nobody" in [each.text for each in of_class(root, "holder")]
    assert list(of_class(root, "unheld"))


def test_a_handover_leads_to_its_passage_and_can_be_reached_with_the_keyboard() -> None:
    first, second = of_class(tree(chart(held("A", FIRST, SECOND), held("B", SECOND))), "handover")
    assert (first.get("href"), second.get("href")) == ("#p0", "#p1")
    assert second.get("tabindex") is None
    assert second.get("aria-label") == "Bruno: given: “It raine”"


def test_a_handover_is_not_seen_before_it_is_told() -> None:
    root = tree(chart(held("A", FIRST, SECOND), held("B", SECOND)))
    before = words_at(root, SECOND + 7)
    assert "Ada" in before
    assert "Bruno" not in before
    bars = [each for each in shown_at(root, SECOND + 7) if "piece" in each.get("class", "")]
    # Until then the bar of the first reaches over the scene in which it will end.
    assert len(bars) == 2
    assert "Bruno" in words_at(root, SECOND + 8)


def words_at(root, position: int) -> list[str | None]:
    return [each.text for each in shown_at(root, position) if each.get("class") == "holder"]


def test_things_that_move_least_are_left_out() -> None:
    letters = "".join(chr(ord("A") + index) for index in range(MOST_ITEMS + 2))
    story = invented(letters, names={letter: f"key {letter}" for letter in letters})
    items = tuple(held("A", 0, item=chain.id) for chain in story.chains)
    found = custody(structs.replace(story, items=items), people(story))
    assert "Left out: 2 more" in found.description
    assert len(list(of_class(tree(found), "row-name"))) == MOST_ITEMS


def test_a_hostile_thing_brings_in_no_markup() -> None:
    story = invented("AK", names={"K": "<script>alert(1)</script>"})
    item = next(chain.id for chain in story.chains if chain.entity_id == "K")
    found = custody(structs.replace(story, items=(held("A", 0, item=item),)), people(story))
    assert "<script" not in found.svg
    assert "<script>alert(1)</script>" in " ".join(words(tree(found)))
