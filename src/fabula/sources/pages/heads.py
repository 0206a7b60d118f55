"""What the head of any HTML page says about it: `<title>`, and `<meta>` by name."""

from fabula.sources.page import Page
from fabula.text import Metadata

_TITLES = ("dc.title", "dcterms.title", "title")
_AUTHORS = ("author", "dc.creator", "dcterms.creator")
_LANGUAGES = ("dc.language", "lang")


def metadata_of_head(page: Page) -> Metadata:
    """Title, author and language as the page's head has them; None and empty where it has not."""
    author = _first(page, _AUTHORS)
    return Metadata(
        title=_first(page, _TITLES),
        authors=(author,) if author else (),
        language=_first(page, _LANGUAGES),
        publisher=_first(page, ("dc.publisher",)),
    )


def _first(page: Page, names: tuple[str, ...]) -> str | None:
    return next((page.head[name] for name in names if page.head.get(name)), None)
