"""What the sites and programs that write story pages mean by the form they give them.

One module for each, with a function that takes a `Page` and gives back its findings, or None if
the page is of another kind. They know forms, never stories.
"""

from fabula.sources.page import Findings, Page
from fabula.sources.pages import (
    any_page,
    archive_of_our_own,
    fanficfare,
    fichub,
    project_gutenberg,
    story_sites,
)

_KINDS = (
    # Programs that save stories first: what they save may be a page of a site.
    fanficfare.find,
    fichub.find,
    archive_of_our_own.find,
    project_gutenberg.find,
    story_sites.find_royal_road,
    story_sites.find_fanfiction_net,
)


def describe(page: Page) -> Findings:
    """The chapters, notes and metadata that the form of a page gives away."""
    return describe_known(page) or any_page.find(page)


def describe_known(page: Page) -> Findings | None:
    """The same, or None for a page of no kind that is known."""
    for find in _KINDS:
        findings = find(page)
        if findings is not None:
            return findings
    return None
