import re

from msgspec import structs
from tests.page.charts.invented import invented, people, tree

from fabula.page.charts import all_charts
from fabula.story import ChainId, Custody, EntityId, State, Story
from fabula.text import Span

HOSTILE = "</svg></script><img src=x onerror=alert(1)>"


def full(hostile: str = "Ada") -> Story:
    story = invented("ABK", "AB", talk=["1AB", "2BA"], names={"A": hostile, "K": hostile})
    evidence = Span(0, 20)
    key = story.chains[2].id
    return structs.replace(
        story,
        chapters=tuple(structs.replace(each, title=hostile) for each in story.chapters),
        items=(Custody(item_id=ChainId(key), holder_id=EntityId("A"), since=0, evidence=evidence),),
        states=(
            State(
                who_id=EntityId("A"), attribute="mood", value=hostile, since=0, evidence=evidence
            ),
        ),
    )


def charts(story: Story):
    return all_charts(story, people(story))


def test_all_charts_are_there_where_there_is_something_to_draw() -> None:
    ids = [chart.id for chart in charts(full())]
    assert ids == ["storyline", "network", "talk", "custody", "states"]


def test_a_chart_with_nothing_to_draw_is_left_out() -> None:
    assert [chart.id for chart in charts(invented("AB", "B"))] == ["storyline"]
    assert charts(invented("")) == ()


def test_a_story_without_scenes_has_charts_of_nothing_or_none() -> None:
    bare = structs.replace(full(), scenes=(), chapters=(), presence=())
    assert {chart.id for chart in charts(bare)} <= {"network"}


def test_no_name_title_or_value_brings_in_markup() -> None:
    for chart in charts(full(HOSTILE)):
        assert "<img" not in chart.svg
        assert "</script" not in chart.svg
        tree(chart)


def test_nothing_has_a_style_or_a_script_of_its_own() -> None:
    for chart in charts(full()):
        for each in tree(chart).iter():
            assert not {name for name in each.attrib if name == "style" or name.startswith("on")}


def test_each_chart_is_named_and_described_for_those_who_do_not_see_it() -> None:
    for chart in charts(full()):
        root = tree(chart)
        assert root.get("aria-label") == chart.title
        description = root.find(".//*[@id]")
        assert description.get("id") == root.get("aria-describedby")
        assert description.text == chart.description


def test_what_is_replaced_is_hidden_in_the_file_itself() -> None:
    for chart in charts(full()):
        for each in tree(chart).iter():
            assert ("data-until" in each.attrib) == ("untold" in each.get("class", "").split())


def test_every_link_leads_into_the_page() -> None:
    for chart in charts(full()):
        links = re.findall(r'href="([^"]*)"', chart.svg)
        assert links
        assert all(re.fullmatch(r"#(s|c|q|p|who-)\w+", link) for link in links)


def test_the_same_story_gives_the_same_bytes() -> None:
    assert charts(full()) == charts(full())
