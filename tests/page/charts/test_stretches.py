from tests.page.charts.invented import invented

from fabula.page.charts.axis import Axis, text_axis
from fabula.page.charts.columns import columns_of
from fabula.page.charts.stretches import Stretch, lanes, paragraph_href, passage, pieces
from fabula.text import Span

STORY = invented("A", "B", "C")
AXIS: Axis = text_axis(columns_of(STORY), 0.0, 300.0)
STARTS = [scene.start for scene in STORY.scenes]


def seen(stretch: Stretch, position: int) -> list[tuple[float, float]]:
    return [
        (each.left, each.right)
        for each in pieces(stretch, AXIS)
        if each.at <= position and (each.until is None or position < each.until)
    ]


def test_what_lasts_grows_with_the_columns_that_are_read() -> None:
    lasting = Stretch(since=STARTS[0], until=None, at=5)
    assert seen(lasting, 4) == []
    assert seen(lasting, 5) == [(0.0, AXIS.edges[1])]
    assert len(seen(lasting, STARTS[1])) == 2
    assert seen(lasting, 10**6)[-1][1] == AXIS.right


def test_an_end_is_not_seen_before_it_is_told() -> None:
    end = STARTS[1] + 4
    ended = Stretch(since=STARTS[0], until=end, at=5, over_at=end + 3)
    assert seen(ended, end + 2)[-1][1] == AXIS.edges[2]
    assert seen(ended, end + 3)[-1][1] == AXIS.x(end)
    assert seen(ended, 10**6)[-1][1] == AXIS.x(end)


def test_what_ends_in_its_own_column_reaches_over_it_until_then() -> None:
    short = Stretch(since=3, until=12, at=8, over_at=20)
    assert seen(short, 8) == [(AXIS.x(3), AXIS.edges[1])]
    assert seen(short, 20) == [(AXIS.x(3), AXIS.x(12))]


def test_pieces_of_one_bar_have_no_gap() -> None:
    parts = seen(Stretch(since=3, until=None, at=8), 10**6)
    assert [right for _, right in parts[:-1]] == [left for left, _ in parts[1:]]


def test_states_that_overlap_get_lanes_of_their_own() -> None:
    assert lanes([Stretch(0, 10, 0), Stretch(5, 20, 5), Stretch(10, None, 10)]) == [0, 1, 0]


def test_a_passage_leads_to_its_paragraph() -> None:
    document = STORY.document
    assert paragraph_href(document, document.paragraphs[1].start + 2) == "#p1"
    assert paragraph_href(document, 0) == "#p0"


def test_a_long_passage_is_cut() -> None:
    story = invented(*["ABCDEFGH"] * 2)
    words = passage(story.document, Span(0, len(story.document.text)))
    assert len(words) <= 160
    assert words.endswith("…")
