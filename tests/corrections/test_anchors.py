import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.corrections.anchors import Place, Places, digest_of, words_of
from fabula.corrections.records import Anchor
from fabula.text import Span

TEXT = (
    "Tom looked up from his soup. “Yes.” Ines laughed out loud at him. “Never in all my days!” "
    "The kettle sang on the stove. “Yes.” Nobody else had heard it at all. “Never mind.”"
)


def places_in(text):
    spans = [i for i, letter in enumerate(text) if letter in "“”"]
    pairs = zip(spans[::2], spans[1::2], strict=True)
    return Places(text, [Place((Span(start, end + 1),)) for start, end in pairs])


def test_marks_case_and_wraps_do_not_count():
    assert words_of("‘Don’t\n go,  TOM!’") == words_of('"don\'t go Tom"') == ("dont", "go", "tom")


def test_signs_count_where_there_are_no_words():
    assert words_of("“…!”") == words_of('"...!"') == ("...!",)
    assert words_of("“”") == ()


@pytest.mark.parametrize("index", range(4))
def test_every_place_is_found_by_its_own_anchor(index):
    places = places_in(TEXT)
    assert places.find(places.anchor(index)).index == index


@pytest.mark.parametrize("index", range(4))
def test_a_page_put_in_elsewhere_changes_nothing(index):
    anchor = places_in(TEXT).anchor(index)
    longer = f"It was a day for soup. “Yes.” They all agreed on that one.\n\n{TEXT}"
    assert places_in(longer).find(anchor).index == index + 1


@pytest.mark.parametrize("index", range(4))
def test_one_changed_side_is_no_harm(index):
    anchor = places_in(TEXT).anchor(index)
    revised = TEXT.replace("laughed out loud", "grinned").replace("kettle sang", "pot hummed")
    assert places_in(revised).find(anchor).index == index


def test_a_short_line_in_new_surroundings_is_not_taken_for_the_old_one():
    anchor = places_in(TEXT).anchor(0)
    found = places_in("Rain fell on the roof. “Yes.” Rosa shut the window again.").find(anchor)
    assert (found.index, found.why, found.candidates) == (None, "missing", (0,))


def test_a_long_line_is_known_by_itself():
    anchor = places_in(TEXT).anchor(1)
    found = places_in("Rain. “Never in all my days!” Rosa shut the window.").find(anchor)
    assert found.index == 0


def test_a_line_whose_end_was_revised_is_known_by_both_sides():
    anchor = (
        places_in(TEXT)
        .anchor(1)
        .__class__(
            quote="Never in all",
            digest="0" * 12,
            before=places_in(TEXT).anchor(1).before,
            after=places_in(TEXT).anchor(1).after,
        )
    )
    assert places_in(TEXT).find(anchor).index == 1
    assert places_in(TEXT.replace("kettle", "pot")).find(anchor).why == "missing"


def test_equal_places_in_equal_surroundings_are_counted_off():
    text = "They sang and they danced all night. “Yes.” " * 3
    anchor = places_in(text).anchor(1)
    assert (anchor.nth, anchor.of) == (2, 3)
    assert places_in(text).find(anchor).index == 1
    # With one more of them nobody knows which is meant.
    found = places_in(text + "They sang and they danced all night. “Yes.” They sang and").find(
        anchor
    )
    assert (found.index, found.why) == (None, "several")


def test_words_by_hand_find_the_only_line_that_begins_with_them():
    places = places_in(TEXT)
    assert places.find(Anchor(quote="never IN all")).index == 1
    assert places.find(Anchor(quote="never")).why == "several"
    assert places.find(Anchor(quote="yes", nth=2)).index == 2
    assert places.find(Anchor(quote="yes", nth=3)).index is None
    assert places.find(Anchor(quote="yes", after="Nobody else")).index == 2
    assert places.find(Anchor(quote="perhaps")).why == "missing"


def test_pieces_are_words_and_not_letters():
    places = places_in(TEXT)
    assert places.containing("all my") == (1,)
    assert places.containing("ever") == ()
    assert places.containing("?!") == ()


WORDS = st.sampled_from("yes no tom soup “yes.” “no.” “soup!” boat".split())


@given(st.lists(WORDS, min_size=1, max_size=30), st.lists(WORDS, max_size=12), st.integers(0, 30))
def test_an_anchor_never_finds_other_words(words, inserted, at):
    text = " ".join(words)
    revised = " ".join([*words[:at], *inserted, *words[at:]])
    places, later = places_in(text), places_in(revised)
    for index in range(text.count("“")):
        anchor = places.anchor(index)
        assert places.find(anchor).index == index
        found = later.find(anchor).index
        if found is not None:
            assert later.anchor(found).digest == anchor.digest


@given(st.text(max_size=60))
def test_any_text_has_words_and_a_digest(text):
    assert words_of(text.upper().lower()) is not None
    assert len(digest_of(words_of(text))) == 12
