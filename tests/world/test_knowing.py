from msgspec import structs

from fabula.story import Attribution, EntityId, Knowledge, QuotationId
from fabula.world import answers
from fabula.world.knowing import Knowing


def knowing_of_the_key(story):
    """The story with one who knows of the key, told where Odo takes it."""
    evidence = next(each for each in story.items if each.how == "took").evidence
    known = Knowledge(
        who_id=EntityId("tom"),
        of_id=story.items[0].item_id,
        how="saw",
        since=evidence.start,
        evidence=evidence,
    )
    return structs.replace(story, knowledge=(*story.knowledge, known))


def test_a_thing_is_asked_for_by_its_words_or_those_of_the_passage(story):
    told = knowing_of_the_key(story)
    (by_name,) = answers.knows(told, "the small key")
    assert (by_name.who, by_name.of, by_name.how) == ("Tom", "the small key", "saw")
    assert answers.knows(told, "took key") == (by_name,)


def test_who_speaks_and_is_not_said_to_know_is_listed(story):
    told = knowing_of_the_key(story)
    (known,) = answers.knows(told, "key")
    voices = {told.entity(each.speaker_id).name for each in told.attributions if each.speaker_id}
    assert set(known.unaware) == voices - {"Tom"} != set()
    line = Attribution(quotation_id=QuotationId("q9"), speaker_id=EntityId("ines"))
    louder = structs.replace(told, attributions=(*told.attributions, line))
    assert "Ines" in answers.knows(louder, "key")[0].unaware


def test_others_who_know_are_named(story):
    told = knowing_of_the_key(story)
    odo = structs.replace(told.knowledge[-1], who_id=EntityId("odo"))
    both = structs.replace(told, knowledge=(*told.knowledge, odo))
    found = Knowing(both).about_thing("key")
    assert [(each.who, each.others) for each in found] == [
        ("Tom", ("Odo Reed",)),
        ("Odo Reed", ("Tom",)),
    ]
    assert all("Odo Reed" not in each.unaware for each in found)
