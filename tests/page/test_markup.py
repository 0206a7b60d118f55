from html import unescape

import pytest

from fabula.page.markup import attributes, text_node, told_words


@pytest.mark.parametrize(
    "text", ["a < b & c > d", "one\r\ntwo\rthree", "“quoted” 'so' \"so\"", "\x85"]
)
def test_a_browser_reads_back_what_was_written(text):
    written = text_node(text)
    assert "\r" not in written  # a browser would make a line feed of it
    assert unescape(written) == text


def test_a_sign_that_html_cannot_hold_is_replaced_by_one():
    assert text_node("a\0b") == "a\ufffdb"


def test_no_value_gets_out_of_its_attribute():
    assert attributes(title='"><script>') == ' title="&quot;&gt;&lt;script&gt;"'


def test_an_attribute_without_a_value_is_left_out():
    assert attributes(class_="q", data_at=0, id=None, hidden=False) == ' class="q" data-at="0"'
    assert attributes(hidden=True) == " hidden"


def test_a_later_name_takes_the_place_of_the_first():
    assert told_words([(5, "a stranger"), (9, "Odo")]) == (
        '<span data-at="5" data-until="9" hidden>a stranger</span><span data-at="9">Odo</span>'
    )


def test_what_is_replaced_before_it_could_be_shown_is_left_out():
    assert told_words([(5, "a stranger"), (9, "Odo")], since=20) == "Odo"
