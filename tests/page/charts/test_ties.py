from tests.page.charts.invented import invented, people

from fabula.page.charts.ties import Step, Tie, company, speech, steps, strongest


def tie(one: str, other: str, *told: int) -> Tie:
    return Tie((one, other), told, "#q1")


def test_speech_has_a_direction() -> None:
    story = invented("AB", talk=["1AB", "1AB", "1BA"])
    ends = [quotation.end for quotation in story.quotations]
    assert speech(story, people(story)) == (
        Tie(("A", "B"), (ends[0], ends[1]), "#q1"),
        Tie(("B", "A"), (ends[2],), "#q3"),
    )


def test_what_is_said_to_nobody_or_to_oneself_ties_nobody() -> None:
    story = invented("AB", talk=["1A-", "1AA"])
    assert speech(story, people(story)) == ()


def test_company_is_known_when_both_have_come_up() -> None:
    story = invented("AB", "BA")
    (found,) = company(story, people(story))
    assert found.pair == ("A", "B")
    assert found.told == (story.mentions[1].end, story.mentions[3].end)
    assert found.href == "#s1"


def test_a_tie_grows_with_each_doubling() -> None:
    assert steps(tie("A", "B", 10, 20, 30, 40, 50)) == (
        Step(1, 10, 20),
        Step(2, 20, 40),
        Step(4, 40),
    )
    assert steps(tie("A", "B", 7, 7)) == (Step(2, 7),)


def test_everybody_keeps_their_strongest_ties() -> None:
    ties = [tie("A", "B", 1, 2, 3), tie("A", "C", 1, 2), tie("B", "C", 5), tie("A", "D", 9)]
    kept = {each.pair for each in strongest(ties, 1)}
    assert kept == {("A", "B"), ("A", "C"), ("A", "D")}
