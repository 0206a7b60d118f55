"""The few things that CSS can say about a story's text: hidden, in the middle, italic, set apart.

Sites hide sentences from people who read and show them to programs that copy; converters write
every `<em>` as `<span class="t7">`. Both are only seen in the style sheet. Selectors of one
element, class or id are understood, which is what converters write; the rest is left alone.
"""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct, structs

MAX_DECLARATIONS = 10_000
"""Characters of one rule that are looked at."""


class Rules(Struct, frozen=True, gc=False, omit_defaults=True):
    """What a style declares; None where it says nothing."""

    hidden: bool | None = None
    centred: bool | None = None
    italic: bool | None = None
    bold: bool | None = None
    preformatted: bool | None = None
    set_apart: bool | None = None


NO_RULES = Rules()

_SELECTOR = re.compile(
    r"(?:(?:html|body|#workskin|\.userstuff)\s+)*+([a-zA-Z][\w-]*+)?([.#][^\s.#:>+~\[*]++)?"
)
_OFF_THE_PAGE = re.compile(r"-(?:\d{4,}|999)")
_BOLD_WEIGHTS = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_LENGTH = re.compile(r"([\d.]+)(em|rem|ex|ch|px|pt|%)?")
_APART = {"em": 1.4, "rem": 1.4, "ex": 3.0, "ch": 3.0, "px": 22.0, "pt": 17.0, "%": 5.0}
"""The least space above a paragraph that reads as an empty line; usual paragraphs have 1 em."""


class StyleSheet:
    """The rules of a document's style sheets, later ones over earlier ones."""

    def __init__(self) -> None:
        self._rules: dict[str, Rules] = {}
        self._known: dict[tuple[str, str, str, str], Rules] = {}

    def add(self, css: str) -> None:
        """Take in a style sheet: `.t7 { font-style: italic }`."""
        for selectors, declarations in _rule_sets(css):
            rules = read_declarations(declarations)
            if rules == NO_RULES:
                continue
            for selector in selectors.split(","):
                found = _SELECTOR.fullmatch(selector.strip())
                if found and (found[1] or found[2]):
                    key = (found[1] or "").lower() + (found[2] or "")
                    self._rules[key] = _over(self._rules.get(key, NO_RULES), rules)
        self._known.clear()

    def rules(self, name: str, attributes: dict[str, str]) -> Rules:
        """What is declared for an element with this name and these attributes."""
        classes, id_ = attributes.get("class", ""), attributes.get("id", "")
        inline = attributes.get("style", "")
        if not (self._rules or inline):
            return NO_RULES
        styled = f"#{id_}" in self._rules or f"{name}#{id_}" in self._rules
        key = (name, classes, id_ if styled else "", inline)
        known = self._known.get(key)
        if known is None:
            if len(self._known) > 10_000:  # a style of its own for every paragraph
                self._known.clear()
            known = self._known[key] = self._collect(*key)
        return known

    def _collect(self, name: str, classes: str, id_: str, inline: str) -> Rules:
        rules = self._rules.get(name, NO_RULES)
        # Classes in the order of the style sheet would be exact; the order here rarely differs.
        for class_ in classes.split()[:20]:
            for selector in (f".{class_}", f"{name}.{class_}"):
                rules = _over(rules, self._rules.get(selector, NO_RULES))
        if id_:
            for selector in (f"#{id_}", f"{name}#{id_}"):
                rules = _over(rules, self._rules.get(selector, NO_RULES))
        return _over(rules, read_declarations(inline)) if inline else rules


def style_blocks(source: str) -> Iterator[str]:
    """The contents of the `<style>` elements of an HTML source, wherever they stand."""
    position = 0
    while found := _STYLE_START.search(source, position):
        start = source.find(">", found.end()) + 1
        end = _STYLE_END.search(source, start) if start else None
        if end is None:
            return
        yield source[start : end.start()]
        position = end.end()


_STYLE_START = re.compile(r"<style(?=[\s>])", re.IGNORECASE)
_STYLE_END = re.compile(r"</style", re.IGNORECASE)


def read_declarations(declarations: str) -> Rules:
    """`display:none` and its like, from a style attribute or the body of a rule."""
    said: dict[str, bool] = {}
    for declaration in declarations[:MAX_DECLARATIONS].lower().split(";"):
        name, _, value = declaration.partition(":")
        value = value.replace("!important", "").strip()
        property_ = _PROPERTIES.get(name.strip())
        if property_ and value:
            field, holds = property_
            # Either of `display` and `visibility` hides, whatever the other says.
            said[field] = holds(value) or (field == "hidden" and said.get(field, False))
    return Rules(**said) if said else NO_RULES


def _is_off_the_page(value: str) -> bool:
    return _OFF_THE_PAGE.match(value) is not None


def _is_apart(value: str) -> bool:
    found = _LENGTH.fullmatch(value[:40])
    if found is None or not found[2]:
        return False
    try:
        return float(found[1]) >= _APART[found[2]]
    except ValueError:
        return False


_PROPERTIES: dict[str, tuple[str, Callable[[str], bool]]] = {
    "display": ("hidden", lambda value: value == "none"),
    "visibility": ("hidden", lambda value: value in {"hidden", "collapse"}),
    "left": ("hidden", _is_off_the_page),
    "top": ("hidden", _is_off_the_page),
    "text-indent": ("hidden", _is_off_the_page),
    "text-align": ("centred", lambda value: "center" in value),
    "font-style": ("italic", lambda value: value in {"italic", "oblique"}),
    "font-weight": ("bold", lambda value: value in _BOLD_WEIGHTS),
    "white-space": ("preformatted", lambda value: value.startswith("pre")),
    "margin-top": ("set_apart", _is_apart),
    "padding-top": ("set_apart", _is_apart),
    "margin": ("set_apart", lambda value: _is_apart(value.split()[0])),
}
"""What each property says, and for which values it says yes."""


def _over(under: Rules, over: Rules) -> Rules:
    if over == NO_RULES:
        return under
    said = {
        field: value
        for field in over.__struct_fields__
        if (value := getattr(over, field)) is not None
    }
    return structs.replace(under, **said)


def _rule_sets(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of each rule that holds on a screen."""
    on_screen = [True]  # for each block that is open around the rule
    for chunk in _without_comments(css).split("}"):
        *around, declarations = chunk.split("{")
        if not around:
            if len(on_screen) > 1:
                on_screen.pop()
            continue
        *conditions, selectors = around
        for condition in conditions:
            holds = "print" not in condition or "screen" in condition
            on_screen.append(holds and on_screen[-1])
        if on_screen[-1]:
            yield selectors.rpartition(";")[2], declarations


def _without_comments(css: str) -> str:
    first, *commented = css.split("/*")
    return first + "".join(part.partition("*/")[2] for part in commented)
