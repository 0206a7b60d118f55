"""How one element is set: whether it shows at all, in the middle, as an ornament."""

import re
from typing import Literal

from fabula.sources.html_elements import NOT_SHOWN, PREFORMATTED
from fabula.sources.html_tokens import StartTag
from fabula.sources.stylesheet import NO_RULES, Rules
from fabula.sources.text_flow import Look

Shown = Literal["yes", "hidden", "number", "never"]
"""Whether text shows in its place: `hidden` by a style, a `number` of a page or a note, or
`never` because its element holds something else than text."""

_SPECIAL = PREFORMATTED | {"center"}
_OUT_OF_FLOW = frozenset({"pagenum", "page-number", "pagenumber", "pageno", "pgnum"})
_NOTE_SIGNS = frozenset({"fnanchor", "noteref", "footnote-ref", "footnoteref"})
_NUMBER_TYPES = frozenset({"pagebreak", "doc-pagebreak", "noteref", "doc-noteref"})
_CENTRE = re.compile(
    r"(?:^|\s)(?:text-?|align-?|ql-align-)?cent(?:er|re)(?:ed|d)?(?:-?(?:text|align))?(?=$|\s)",
    re.IGNORECASE,
)
_ORNAMENT = re.compile(
    r"(?:scene|section|story|space|thought|context)[-_ ]?break|divider|separator"
    r"|ornament|fleuron|asterism|flourish|dinkus",
    re.IGNORECASE,
)


def is_shown(tag: StartTag, rules: Rules) -> Shown:
    """Whether the text of an element shows, as far as the element itself decides.

    `aria-hidden` does not hide: it keeps a row of stars from being read out loud.
    """
    attributes = tag.attributes
    if tag.name in NOT_SHOWN:
        return "never"
    if rules.hidden or "hidden" in attributes:
        return "hidden"
    if not attributes:
        return "yes"
    classes = attributes.get("class", "").lower().split()
    if any(name in _OUT_OF_FLOW or name in _NOTE_SIGNS for name in classes):
        return "number"
    if not _NUMBER_TYPES.isdisjoint(types_of(attributes)):
        return "number"
    return "yes"


def look_of(tag: StartTag, rules: Rules, parent: Look) -> Look:
    """How the text of an element is set, given how the text around it is."""
    if not tag.attributes and rules == NO_RULES and tag.name not in _SPECIAL:
        return parent
    italic = parent.italic if rules.italic is None else rules.italic
    bold = parent.bold if rules.bold is None else rules.bold
    centred = _centred(tag, rules)
    preformatted = rules.preformatted
    if preformatted is None and tag.name in PREFORMATTED:
        preformatted = True
    look = Look(
        italic,
        bold,
        parent.centred if centred is None else centred,
        parent.preformatted if preformatted is None else preformatted,
    )
    return parent if look == parent else look


def _centred(tag: StartTag, rules: Rules) -> bool | None:
    if rules.centred is not None:
        return rules.centred
    if tag.name == "center":
        return True
    align = tag.attributes.get("align", "").lower()
    if align and tag.name != "table":  # a table in the middle, not its text
        return align in {"center", "centre", "middle"}
    return True if _CENTRE.search(tag.attributes.get("class", "")) else None


def is_ornament(tag: StartTag) -> bool:
    """Whether an image, or a block without text, is there to part two scenes.

    Finds: `<img class="scene-break">`, `<img src="divider.png">`, an empty `<p class="ornament">`.
    Why it holds: whoever makes a page names such things for what they are.
    Misses: pictures with other names, which may be illustrations.
    Example: `<p class="section-break"></p>` between two paragraphs.
    """
    wanted = ("class", "src", "alt") if tag.name == "img" else ("class",)
    return any(_ORNAMENT.search(tag.attributes.get(name, "")[:400]) for name in wanted)


def types_of(attributes: dict[str, str]) -> list[str]:
    """The words of `epub:type` and `role`."""
    if "epub:type" not in attributes and "role" not in attributes:
        return []
    return f"{attributes.get('epub:type', '')} {attributes.get('role', '')}".lower().split()
