"""HTML source to text and tags."""

import pytest

from fabula.errors import LimitError
from fabula.sources import html_tokens
from fabula.sources.html_tokens import EndTag, StartTag, Text, as_source, tokens


def texts(source: str, *, xml: bool = False) -> list[str]:
    return [token.text for token in tokens(source, xml=xml) if isinstance(token, Text)]


def tags(source: str) -> list[str]:
    return [
        f"/{token.name}" if isinstance(token, EndTag) else token.name
        for token in tokens(source)
        if not isinstance(token, Text)
    ]


def test_text_and_tags_come_with_their_offsets() -> None:
    assert list(tokens("<p>Hi &amp; bye</P>")) == [
        StartTag(0, "p", {}),
        Text(3, "Hi "),
        Text(6, "&"),
        Text(11, " bye"),
        EndTag(15, "p"),
    ]


def test_attributes_in_any_quotes_are_read_and_the_first_of_two_counts() -> None:
    tag = next(tokens("""<P CLASS="a b" id=c style='x:"y"' hidden id=d data-x="1">"""))
    assert isinstance(tag, StartTag)
    assert tag.attributes == {"class": "a b", "id": "c", "style": 'x:"y"', "hidden": ""}


def test_a_bracket_in_a_quoted_value_does_not_end_the_tag() -> None:
    assert texts('<a title="1 > 2" href=x>link</a>') == ["link"]


def test_references_are_decoded_as_browsers_do() -> None:
    joined = "".join(texts("&ldquo;Z&euml;&#8212;&#x1F600;&#150;&ampx &nosuch; A&B &"))
    assert joined == "“Zë—😀–&x &nosuch; A&B &"


def test_a_lone_bracket_is_text() -> None:
    assert "".join(texts("a < b <3 <")) == "a < b <3 <"


@pytest.mark.parametrize(
    "hidden",
    ["<!-- no -->", "<!-->", "<!--->", "<!-- > -- -->", "<!doctype html>", "<?php no ?>", "</3>"],
)
def test_comments_and_their_like_are_no_text(hidden: str) -> None:
    assert texts(f"a{hidden}b") == ["a", "b"]


def test_entities_declared_in_the_file_are_no_text() -> None:
    source = '<!DOCTYPE html [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><p>&lol2;</p>'
    assert texts(source) == ["&lol2;"]


@pytest.mark.parametrize("source", ["a<!-- b", "a<b", "a</b", "a<b c='d", "a<?b"])
def test_what_is_cut_off_inside_markup_ends_there(source: str) -> None:
    assert texts(source) == ["a"]


def test_nothing_in_a_script_is_a_tag() -> None:
    assert tags("<script>if (a<b) '<p>'</script><p>") == ["script", "/script", "p"]


def test_a_title_has_references_and_no_tags() -> None:
    assert "".join(texts("<title>A &amp; <b>B</title>")) == "A & <b>B"


def test_a_section_of_characters_is_text_in_xml_only() -> None:
    assert texts("a<![CDATA[<b>]]>c", xml=True) == ["a", "<b>", "c"]
    assert texts("a<![CDATA[b]]>c") == ["a", "c"]


def test_prefixes_of_html_and_svg_are_taken_off() -> None:
    assert tags("<html:p><svg:text></svg:text><o:p>") == ["p", "text", "/text", "o:p"]


def test_lines_end_alike_and_keep_their_length() -> None:
    assert as_source("a\r\nb\rc\0d", "x") == "a\nb\nc\ufffdd"


def test_more_lines_than_a_story_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tokens, "MAX_LINES", 3)
    with pytest.raises(LimitError, match="at most 3 lines"):
        as_source("\n" * 4, "x.html")
