"""What a chart is, and what all of them share: the frame, and when a mark may be seen."""

from collections.abc import Iterable

from msgspec import Struct

from fabula.page.charts.svg import Element, Value, element, write

USUAL_WIDTH = 900.0
"""A chart is so wide (pixels), as the page has room for it, unless its columns need more."""


class Chart(Struct, frozen=True):
    """A chart of a story as SVG text.

    `id` is “storyline”, “network”, “talk”, “custody” or “states”; `description` says in a few
    sentences what is to be seen, for those who read it and those who hear it.
    """

    id: str
    title: str
    description: str
    svg: str


def seen(name: str, at: int, until: int | None = None) -> dict[str, Value]:
    """The attributes of an element of class `name` seen from `at` on, up to `until` (code points).

    What something later replaces is out of sight in the file itself (class `untold`), so that
    without a script the charts show the story as it stands at its end.
    """
    if until is None:
        return {"class_": name, "data_at": at}
    return {"class_": f"{name} untold", "data_at": at, "data_until": until}


def draw(
    chart_id: str, title: str, description: str, size: tuple[float, float], parts: Iterable[Element]
) -> Chart:
    """The chart in its frame: natural size, and name and description for screen readers."""
    width, height = size
    svg = element(
        "svg",
        element("desc", description, id=f"{chart_id}-description"),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"chart {chart_id}",
        width=round(width),
        height=round(height),
        viewBox=f"0 0 {round(width)} {round(height)}",
        role="group",
        aria_label=title,
        aria_describedby=f"{chart_id}-description",
    )
    return Chart(id=chart_id, title=title, description=description, svg=write(svg))
