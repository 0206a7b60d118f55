import msgspec

from fabula.formats.rows import rows
from fabula.story import Story
from fabula.text import Span


def test_an_event_names_the_cast_and_quotes_all_else(story: Story) -> None:
    (row,) = rows(story, "events")
    found = msgspec.to_builtins(row)
    assert found["text"] == "whispered"
    assert (found["agents"], found["patients"]) == (("Tom Reed",), ("milk",))
    assert (found["realis"], found["place"], found["scene"]) == ("actual", None, "s1")


def test_a_thing_is_with_its_holder_or_with_nobody(story: Story) -> None:
    taken, left = rows(story, "items")
    assert (taken.item, taken.holder, taken.how, taken.until) == ("milk", "Tom Reed", "took", 39)
    assert (left.holder, left.until) == (None, None)


def test_a_state_has_the_words_that_begin_and_end_it(story: Story) -> None:
    (state,) = rows(story, "states")
    assert (state.who, state.attribute, state.value) == ("Tom Reed", "sleep", "asleep")
    assert (state.evidence, state.ended_by) == (Span(20, 23), Span(39, 43))


def test_a_relation_names_both(story: Story) -> None:
    (relation,) = rows(story, "relations")
    assert (relation.a, relation.kind, relation.b) == ("Tom Reed", "friend", "Ann")


def test_a_relative_is_called_by_a_noun(story: Story) -> None:
    (relative,) = rows(story, "relatives")
    assert (relative.who, relative.kind, relative.noun) == ("Tom Reed", "parent", "mother")


def test_knowledge_is_of_a_person_a_thing_or_an_event(story: Story) -> None:
    assert [(row.of, row.of_id) for row in rows(story, "knowledge")] == [
        ("Tom Reed", "e1"),
        ("milk", "r2"),
        ("Tom", "v1"),
    ]


def test_a_secret_names_who_keeps_what_from_whom(story: Story) -> None:
    (secret,) = rows(story, "secrets")
    assert (secret.keepers, secret.hidden_from, secret.about) == (
        ("Tom Reed",),
        ("Ann",),
        ("milk",),
    )
    assert (secret.until, secret.ended_by) == (39, Span(39, 43))
