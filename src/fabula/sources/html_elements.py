"""What the elements of HTML do to their text, after the HTML standard's own style sheet."""

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"}
    | {"source", "track", "wbr", "basefont", "bgsound", "frame", "keygen"}
)
"""Elements that have no content and no end tag."""

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"}
    | {"dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li"}
    | {"listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre", "search", "section"}
    | {"summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp"}
)
"""Elements that stand on lines of their own. Table cells too: pages use tables for layout."""

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
HEADING_GROUPS = frozenset({"hgroup", "header"})

ITALIC = frozenset({"i", "em", "cite", "dfn", "var", "u"})
"""Elements for emphasis. Underlining is how typists wrote italics, and what some sites kept."""
BOLD = frozenset({"b", "strong"})
FORMATTING = ITALIC | BOLD | {"big", "code", "font", "s", "small", "strike", "tt"}
"""Elements that a browser carries over the ends of blocks until their own end tag."""

PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})

NOT_SHOWN = frozenset(
    {"script", "style", "template", "noscript", "title", "rp", "rt", "datalist"}
    # What shows something other than its text, or text for a program to work with.
    | {
        "audio",
        "button",
        "canvas",
        "dialog",
        "iframe",
        "map",
        "noembed",
        "noframes",
        "object",
        "option",
    }
    | {"picture", "select", "svg", "textarea", "video"}
)
"""Elements whose text is not part of the page's."""

ENDS_PARAGRAPH = BLOCKS - {"body", "html", "td", "th", "tr", "tbody", "thead", "tfoot", "caption"}
"""Elements whose start ends an open `<p>`."""

ENDED_BY = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tbody": frozenset({"tr", "td", "th", "tbody", "thead"}),
    "body": frozenset({"head"}),
    "option": frozenset({"option"}),
}
"""Elements whose start ends others that are open and have no end tag."""

IMPLIED_END_STOPS = frozenset({"ul", "ol", "dl", "table", "select", "html", "body"})
"""An end that is only implied does not reach out of these."""
CELLS = frozenset({"td", "th", "caption"})
