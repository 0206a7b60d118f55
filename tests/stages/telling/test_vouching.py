import pytest

from fabula.stages.telling.minds import signs_in
from fabula.stages.telling.predicates import predicates
from fabula.stages.telling.vouching import vouched_for


@pytest.fixture
def vouched(passages_of):
    """`vouched(prose)`: the people whose minds the narrator of one sentence opens."""

    def minds_of(prose):
        (passage,) = passages_of(prose)
        found = predicates(passage)
        signs = vouched_for(passage, found, signs_in(passage, found))
        return [sign.entity_id for sign in signs if sign.weight > 0]

    return minds_of


@pytest.mark.parametrize(
    "prose",
    [
        "{ada|Ada} said that {ada|she} was sure of it.",
        "{ada|Ada} told the old man that {ada|she} feared the owl.",
        "{ada|Ada} said {ada|she} knew the way.",
        "{ada|Ada} explained why {ada|she} hated plums.",
        "{ada|Ada} said that the owl was ill, and that {ada|she} feared it.",
    ],
)
def test_what_is_said_is_what_all_can_hear(vouched, prose):
    assert vouched(prose) == []


@pytest.mark.parametrize(
    "prose",
    [
        "{tom|Tom} said that it was late; {ada|Ada} knew the way.",
        "{tom|Tom} said that it was late, and {ada|Ada} knew the way.",
        "{tom|Tom} said that it was late, but then {ada|she} knew the way.",
    ],
)
def test_behind_what_is_said_the_narrator_goes_on(vouched, prose):
    assert vouched(prose) == ["ada"]


def test_what_one_says_to_oneself_is_a_thought(vouched):
    assert vouched("{ada|Ada} told herself that {ada|she} knew the way.") == ["ada", "ada"]


def test_saying_a_thing_is_no_report_of_what_stands_before_it(vouched):
    assert vouched("{ada|Ada} knew the way, and said that it was late.") == ["ada"]


def test_how_somebody_looks_is_not_how_they_are(vouched):
    assert vouched("{tom|Tom} rowed as if {tom|he} feared the owl.") == []


def test_a_likeness_ends_with_its_clause(vouched):
    assert vouched("{tom|Tom} rowed as if it were nothing, and {ada|Ada} knew why.") == ["ada"]


@pytest.mark.parametrize(
    ("prose", "whose"),
    [
        ("{tom|He} could see very well, {tom|he} said, and {tom|he} wanted air.", []),
        ("{tom|He} wanted air, {tom|he} said; {ada|Ada} doubted it.", ["ada"]),
        ("{tom|He} wanted air, {tom|he} thought, and a bun.", ["tom", "tom"]),
        ("{tom|He} wanted air, and {tom|he} said so.", ["tom"]),
    ],
)
def test_what_a_tag_without_marks_gives_to_somebody_is_their_word(vouched, prose, whose):
    assert vouched(prose) == whose
