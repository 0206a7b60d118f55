"""What CSS says about text."""

import pytest

from fabula.sources.stylesheet import (
    NO_RULES,
    Rules,
    StyleSheet,
    read_declarations,
    style_blocks,
)


def rules(css: str, name: str = "p", **attributes: str) -> Rules:
    sheet = StyleSheet()
    sheet.add(css)
    return sheet.rules(name, {key.rstrip("_"): value for key, value in attributes.items()})


@pytest.mark.parametrize(
    ("declaration", "field"),
    [
        ("display: none", "hidden"),
        ("visibility:hidden !important", "hidden"),
        ("position:absolute; left:-9999px", "hidden"),
        ("text-align : CENTER", "centred"),
        ("font-style: italic", "italic"),
        ("font-weight:700", "bold"),
        ("white-space: pre-wrap", "preformatted"),
        ("margin-top: 2em", "set_apart"),
        ("margin: 24pt 0 0 0", "set_apart"),
    ],
)
def test_a_declaration_is_understood(declaration: str, field: str) -> None:
    assert read_declarations(declaration) == Rules(**{field: True})


@pytest.mark.parametrize(
    "declaration", ["color: red", "display", "margin: auto", "margin-top: 1em", ":;:", "left: -5px"]
)
def test_what_does_not_change_the_text_sets_nothing(declaration: str) -> None:
    assert True not in [getattr(read_declarations(declaration), f) for f in Rules.__struct_fields__]


def test_either_of_display_and_visibility_hides() -> None:
    assert read_declarations("visibility: hidden; display: block").hidden
    assert read_declarations("display: none; visibility: visible").hidden


@pytest.mark.parametrize("selector", ["p", ".x", "p.x", "#i", "p#i", "a, .x", "body .x", ".a,.x"])
def test_selectors_of_one_element_are_understood(selector: str) -> None:
    assert rules(f"{selector} {{ font-style: italic }}", class_="y x", id="i").italic


@pytest.mark.parametrize("selector", [".menu .x", "p > .x", ".x:hover", "div", ".xx", "div.x"])
def test_other_selectors_are_left_alone(selector: str) -> None:
    assert rules(f"{selector} {{ display: none }}", class_="x") == NO_RULES


def test_a_style_attribute_counts_over_classes_and_classes_over_elements() -> None:
    css = "p { font-style: italic } .up { font-style: normal }"
    assert rules(css).italic
    assert rules(css, class_="up").italic is False
    assert rules(css, class_="up", style="font-style: oblique").italic


def test_rules_for_print_and_comments_are_left_out() -> None:
    css = "/* .x{display:none} */ @media print { .x { display: none } } .x { font-weight: bold }"
    assert rules(css, class_="x") == Rules(bold=True)


def test_rules_for_screens_and_after_other_blocks_count() -> None:
    css = "@charset 'a'; @media screen and (min-width: 1px) { .x { display: none } } .y { }"
    assert rules(css, class_="x").hidden


def test_style_blocks_are_found_wherever_they_stand() -> None:
    source = "<style>a</style><p>x<STYLE type='text/css'>b</style ><styles>c</styles><style>d"
    assert list(style_blocks(source)) == ["a", "b"]
