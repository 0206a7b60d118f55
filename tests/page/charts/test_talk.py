from tests.page.charts.invented import invented, of_class, people, shown_at, tree, words

from fabula.page.charts.talk import talk


def drawn(story):
    return tree(talk(story, people(story)))


def final(root):
    return [each for each in of_class(root, "said") if "untold" not in each.get("class")]


def test_without_talk_there_is_no_chart() -> None:
    story = invented("AB")
    assert talk(story, people(story)) is None


def test_a_bar_for_each_scene_in_which_somebody_speaks() -> None:
    root = drawn(invented("AB", "AB", talk=["1AB", "1AB", "2AB", "1BA"]))
    assert [each.get("href") for each in final(root)] == ["#q1", "#q4", "#q3"]
    assert "Ada, scene 1: 8 words" in words(root)


def test_who_says_more_has_the_higher_bar() -> None:
    root = drawn(invented("AB", talk=["1AB", "1AB", "1AB", "1BA"]))
    ada, bruno = (float(each[1].get("height")) for each in final(root))
    assert ada > bruno > 0


def test_those_who_are_there_without_a_word_are_shown_as_there() -> None:
    root = drawn(invented("AB", "A", talk=["1AB", "1BA"]))
    assert len(list(of_class(root, "there"))) == 3


def test_a_bar_grows_as_lines_are_read() -> None:
    story = invented("AB", talk=["1AB", "1AB"])
    root = drawn(story)

    def heights(position: int) -> list[float]:
        bars = [each for each in shown_at(root, position) if "said" in each.get("class", "")]
        return [float(bar[1].get("height")) for bar in bars]

    first, second = (quotation.end for quotation in story.quotations)
    assert heights(first - 1) == []
    assert len(heights(first)) == len(heights(second)) == 1
    assert heights(first) < heights(second)
