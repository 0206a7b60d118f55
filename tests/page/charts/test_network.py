from tests.page.charts.invented import invented, of_class, people, shown_at, tree, words

from fabula.page.charts.network import MOST_PEOPLE, network


def drawn(story):
    return tree(network(story, people(story)))


def test_without_talk_there_is_no_network() -> None:
    story = invented("AB", "BC")
    assert network(story, people(story)) is None


def test_each_direction_of_talk_has_its_thorn_in_the_speakers_colour() -> None:
    story = invented("AB", talk=["1AB", "1AB", "1BA"])
    colours = {person.id: f"k{person.colour}" for person in people(story)}
    thorns = list(of_class(drawn(story), "speech"))
    last = [each for each in thorns if "untold" not in each.get("class")]
    assert [each.get("class") for each in last] == [
        f"speech {colours['A']}",
        f"speech {colours['B']}",
    ]
    assert "Ada to Bruno: 2 lines or more" in words(drawn(story))


def test_people_lead_to_their_cards_and_lines_to_the_text() -> None:
    root = drawn(invented("AB", talk=["1AB"]))
    assert [each.get("href") for each in of_class(root, "node")] == ["#who-A", "#who-B"]
    assert [each.get("href") for each in of_class(root, "speech")] == ["#q1"]


def test_silent_company_is_drawn_apart() -> None:
    root = drawn(invented("ABC", "AC", talk=["1AB", "1CB"]))
    ties = of_class(root, "company")
    titles = [each[0].text for each in ties if "untold" not in each.get("class")]
    assert titles == ["Ada and Cleo: 2 scenes or more"]


def test_nobody_is_there_before_they_speak_or_are_spoken_to() -> None:
    story = invented("AB", "AB", talk=["2AB"])
    root = drawn(story)
    before = shown_at(root, story.quotations[0].end - 1)
    assert not [each for each in before if "node" in each.get("class", "").split()]
    after = shown_at(root, story.quotations[0].end)
    assert len([each for each in after if "node" in each.get("class", "").split()]) == 2


def test_more_people_than_can_be_followed_are_left_out() -> None:
    letters = "".join(chr(ord("A") + index) for index in range(20))
    talk = [f"1A{letter}" for letter in letters[1:]]
    story = invented(letters, talk=talk)
    assert len(list(of_class(drawn(story), "node"))) == MOST_PEOPLE
    assert "Left out: 4 more" in network(story, people(story)).description


def test_the_same_story_gives_the_same_bytes() -> None:
    story = invented("ABCD", "BD", talk=["1AB", "1CD", "1DA", "2BD"])
    assert network(story, people(story)) == network(story, people(story))
