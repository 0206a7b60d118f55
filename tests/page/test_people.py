from msgspec import structs

from fabula.page.naming import LONGEST_SHOWN
from fabula.page.people import COLOURS, people_on_page, words_spoken
from fabula.story import Chain, ChainId, Entity, EntityId, Mention, MentionId
from fabula.text import Span
from fabula.world.so_far import so_far


def by_id(story):
    return {person.id: person for person in people_on_page(story)}


def test_at_every_place_people_are_shown_as_who_has_read_so_far_knows_them(story):
    people = by_id(story)
    for position in range(len(story.document.text)):
        told = so_far(story, position)
        assert {entity.id for entity in told.cast} == {
            person.id for person in people.values() if person.told_at <= position
        }
        for entity in told.cast:
            assert people[entity.id].name_at(position) == entity.name
            others = [alias for at, alias in people[entity.id].aliases if at <= position]
            for alias in entity.aliases:
                assert alias.name in others


def test_a_stranger_is_one_until_he_says_his_name(story, end_of):
    odo = by_id(story)[EntityId("odo")]
    assert odo.names == ((end_of("A stranger"), "a stranger"), (end_of("Odo Reed"), "Odo Reed"))
    assert odo.initials == "OR"
    assert odo.initials_at(end_of("A stranger")) == "St"


def test_a_name_that_only_the_reader_gave_is_shown_at_the_end(story):
    ines, *others = story.cast
    renamed = structs.replace(story, cast=(structs.replace(ines, name="Captain Duarte"), *others))
    assert by_id(renamed)[EntityId("ines")].names[-1] == (
        len(story.document.text),
        "Captain Duarte",
    )


def test_who_is_on_the_page_most_has_the_first_colour(story):
    colours = {person.id: person.colour for person in people_on_page(story)}
    assert colours == {"odo": 1, "ines": 2, "tom": 3}
    assert words_spoken(story) == {"odo": 6, "ines": 3}


def test_who_is_only_passed_by_has_no_colour(story):
    silent = structs.replace(story, attributions=(), chains=story.chains[:1])
    assert {person.colour for person in people_on_page(silent)} <= {0, 1}
    assert by_id(silent)[EntityId("odo")].colour == 0


def test_more_people_than_colours_share_them(read):
    names = ("Ada Bea Cleo Dora Edda Fay Gail Hedy Ivy Jo").split()
    story = read("\n\n".join(f"“Off we go to the mill,” said {name}." for name in names))
    colours = [person.colour for person in people_on_page(story)]
    assert set(colours) == set(range(1, COLOURS + 1))
    assert len(colours) == len(names)


def test_a_description_by_a_whole_clause_is_cut_off(story):
    text = story.document.text
    long = Mention(
        id=MentionId("m99"), start=0, end=100, type="PER", form="nominal", head=Span(0, 4)
    )
    somebody = Entity(id=EntityId("e9"), name=text[0:100], named=False)
    chain = Chain(id=ChainId("r99"), mention_ids=(long.id,), type="PER", entity_id=somebody.id)
    story = structs.replace(story, mentions=(long,), cast=(somebody,), chains=(chain,))
    (person,) = people_on_page(structs.replace(story, attributions=()))
    assert person.names[-1][1].endswith("…")
    assert len(person.names[-1][1]) <= LONGEST_SHOWN + 1
