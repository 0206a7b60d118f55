from xml.etree import ElementTree

import pytest

from fabula.page.charts.svg import element, linked, number, stop, way, write


def test_an_element_is_written_with_its_attributes_and_children() -> None:
    label = element("text", "Ines", x=12, y=30.25, class_="name", text_anchor=None)
    assert write(label) == '<text x="12" y="30.2" class="name">Ines</text>'


def test_markup_in_words_and_values_is_escaped() -> None:
    hostile = '</title><script>alert("jam")</script>\'&'
    text = write(element("text", hostile, data_name=hostile))
    assert "<script" not in text
    parsed = ElementTree.fromstring(text)
    assert (parsed.text, parsed.get("data-name")) == (hostile, hostile)


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\ufffe", "\ud800"])
def test_what_xml_forbids_is_replaced(sign: str) -> None:
    parsed = ElementTree.fromstring(write(element("text", f"To{sign}m")))
    assert parsed.text == "To\ufffdm"


@pytest.mark.parametrize(
    ("value", "written"), [(12.0, "12"), (0.04, "0"), (-0.04, "0"), (3.14159, "3.1"), (7, "7")]
)
def test_numbers_are_short(value: float, written: str) -> None:
    assert number(value) == written


def test_a_way_joins_letters_and_numbers() -> None:
    assert way("M", 0, 4.0, "H", 12.5) == "M 0 4 H 12.5"


def test_only_a_link_that_says_so_is_a_stop_of_the_tab_key() -> None:
    assert 'tabindex="-1"' in write(linked("#s4"))
    named = write(stop("#s4", aria_label="Scene 4"))
    assert "tabindex" not in named
    assert 'aria-label="Scene 4"' in named
