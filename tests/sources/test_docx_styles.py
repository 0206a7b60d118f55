"""Styles of DOCX files, and what they take over from each other."""

import pytest
from docx_builder import part
from lxml import etree

from fabula.sources.docx_styles import (
    NO_STYLE,
    Style,
    Styles,
    is_on,
    paragraph_style,
    run_style,
)


def element(content: str) -> etree._Element:
    return etree.fromstring(part("x", content).encode())[0]


def styles(content: str) -> Styles:
    return Styles(etree.fromstring(part("styles", content).encode()))


ITALIC = '<w:style w:styleId="I"><w:name w:val="Thought"/><w:rPr><w:i/></w:rPr></w:style>'


def test_a_style_takes_over_from_the_one_it_is_based_on() -> None:
    known = styles(
        ITALIC + '<w:style w:styleId="B"><w:basedOn w:val="I"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:styleId="N"><w:basedOn w:val="B"/><w:rPr><w:i w:val="false"/></w:rPr></w:style>'
    )
    assert known.of("B") == Style(italic=True, bold=True)
    assert known.of("N") == Style(italic=False, bold=True)


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    known = styles(
        '<w:style w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert known.of("A") == Style(bold=True)


@pytest.mark.parametrize(
    ("style_id", "style"),
    [
        ("Heading2", Style(level=2)),
        ("Title", Style(role="title")),
        ("TOC1", Style(role="contents")),
        ("Quote", Style(quoted=True)),
        ("Whatever", NO_STYLE),
    ],
)
def test_ids_of_built_in_styles_are_known_without_a_list(style_id: str, style: Style) -> None:
    assert Styles(None).of(style_id) == style


def test_properties_count_over_the_style() -> None:
    run = element('<w:rPr><w:rStyle w:val="I"/><w:i w:val="0"/><w:u w:val="none"/></w:rPr>')
    assert run_style(run, styles(ITALIC)) == Style(italic=False, underlined=False)
    paragraph = element('<w:pPr><w:pStyle w:val="I"/><w:jc w:val="center"/></w:pPr>')
    assert paragraph_style(paragraph, styles(ITALIC)) == Style(italic=True, centred=True)
    assert run_style(None, styles("")) == paragraph_style(None, styles("")) == NO_STYLE


@pytest.mark.parametrize(("content", "on"), [("<w:i/>", True), ('<w:i w:val="off"/>', False)])
def test_a_switch_is_on_unless_it_says_otherwise(content: str, on: bool) -> None:
    assert is_on(element(content)) is on
    assert not is_on(None)
