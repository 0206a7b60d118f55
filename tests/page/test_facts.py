from msgspec import structs

from fabula.page.facts import facts_on_page
from fabula.story import ChainId, EntityId, Relative, Secret, Stay
from fabula.text import Span


def test_each_layer_says_who_what_and_when_it_is_told(story, end_of):
    found = {(fact.layer, fact.who): fact for fact in facts_on_page(story)}
    assert found["places", "ines"].value == "the boathouse"
    assert found["items", "tom"].what == "the small key"
    assert found["items", "tom"].value == "given"
    assert found["states", "odo"].what == "eyes"
    assert found["relations", "odo"].other == "tom"
    assert found["items", "tom"].to == end_of("the small key")


def test_the_end_of_a_state_is_told_when_its_words_are_read(story, end_of):
    (sleep,) = [fact for fact in facts_on_page(story) if fact.what == "sleep"]
    assert sleep.until == end_of("Tom woke")


def test_a_trait_that_is_told_twice_is_there_once(story):
    twice = structs.replace(story, states=(*story.states, story.states[-1]))
    assert list(facts_on_page(twice)) == list(facts_on_page(story))


def test_who_joins_somebody_later_is_told_by_the_sentence_of_joining(story, end_of):
    waited = story.places[0].evidence
    joined = end_of("“Wake up, Tom,” said Ines.") + 1
    late = Stay(who_id=story.cast[1].id, place_id=ChainId("r5"), since=joined, evidence=waited)
    told = structs.replace(story, places=(late,))
    fact = next(iter(facts_on_page(told)))
    assert story.document[Span(fact.from_, fact.to)] == "Tom woke."


def test_a_thing_is_not_called_by_a_later_name(story):
    named = structs.replace(story, items=story.items[1:])
    (took,) = [fact for fact in facts_on_page(named) if fact.layer == "items"]
    assert took.what == "the small key"  # used before; “the key” tells no more


def test_a_relative_outside_the_cast_is_called_by_a_noun(story):
    waited = story.places[0].evidence
    aunt = Relative(
        who_id=EntityId("tom"),
        kind="aunt_or_uncle",
        noun="aunt",
        since=waited.start,
        evidence=waited,
    )
    told = structs.replace(story, relatives=(aunt,))
    (fact,) = [fact for fact in facts_on_page(told) if fact.layer == "relatives"]
    assert (fact.who, fact.what, fact.value) == ("tom", "aunt_or_uncle", "aunt")


def test_a_secret_is_told_of_each_keeper_and_each_from_whom_it_is_kept(story, end_of):
    tom, ines, odo = map(EntityId, ("tom", "ines", "odo"))
    key = story.items[0]
    secret = Secret(
        keeper_ids=(tom, odo),
        from_ids=(ines,),
        about_ids=(key.item_id, odo),
        since=key.since,
        evidence=key.evidence,
    )
    told = structs.replace(story, secrets=(secret, structs.replace(secret, from_ids=())))
    facts = [fact for fact in facts_on_page(told) if fact.layer == "secrets"]
    assert [(fact.who, fact.other) for fact in facts] == [
        ("tom", "ines"),
        ("odo", "ines"),
        ("tom", None),
        ("odo", None),
    ]
    assert {fact.value for fact in facts} == {"the small key"}
