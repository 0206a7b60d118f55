from fabula.page.cast_section import cast_section
from fabula.page.people import people_on_page
from fabula.page.scenes import scenes_on_page


def section(story):
    people = people_on_page(story)
    return cast_section(story, people, scenes_on_page(story, people))


def test_everybody_has_a_card_that_shows_once_they_have_come_up(story, end_of, parsed):
    found = parsed(section(story))
    cards = {each["id"]: int(each["data-at"]) for tag, each in found.elements if tag == "article"}
    assert cards == {
        "who-ines": end_of("Ines"),
        "who-tom": end_of("Tom"),
        "who-odo": end_of("A stranger"),
    }
    assert not found.crossed


def test_a_name_told_late_takes_the_place_of_the_first(story, end_of):
    later = end_of("Odo Reed")
    assert f'data-until="{later}" hidden>a stranger</span>' in section(story)
    assert f'data-at="{later}">Odo Reed</span>' in section(story)


def test_what_sums_up_the_whole_is_told_with_the_last_of_it(story):
    last = [each for each in story.mentions if story.document[each] == "Odo"][-1]
    assert f'<span data-at="{last.end}">6 times, </span>' in section(story)
    said = story.quotations[-1].end
    counts = '<span data-count="lines">1 line</span>, <span data-count="words">6 words</span>'
    assert f'<div data-at="{said}"><dt>Speaks</dt><dd>{counts}</dd></div>' in section(story)


def test_cards_lead_to_scenes_and_passages(story):
    assert '<a href="#s2">2</a>' in section(story)
    assert '<a href="#p2">first</a>' in section(story)


def test_who_only_passes_by_is_folded(read):
    story = read(
        "“To the mill,” said Ada. Ada rowed. Ada sang.\n\nOnce a man called Bruno Hale waved.\n"
    )
    markup = section(story)
    assert markup.index('class="others"') < markup.index("Bruno")
