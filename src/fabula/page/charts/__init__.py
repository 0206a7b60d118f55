"""The charts of the reading page: SVG text from a story, the same for the same story.

`all_charts` gives those that there is something to draw for. Every mark says from which place in
the text on it may be seen (`data-at`) and where something replaces it (`data-until`), in code
points; the marks lead into the text. Colours and lettering are in `assets/charts.css`.
"""

from collections.abc import Sequence

from fabula.page.charts.chart import Chart
from fabula.page.charts.custody import custody
from fabula.page.charts.network import network
from fabula.page.charts.states import states
from fabula.page.charts.storyline import storyline
from fabula.page.charts.talk import talk
from fabula.page.people import PersonOnPage
from fabula.story import Story

__all__ = ["Chart", "all_charts"]

_CHARTS = (storyline, network, talk, custody, states)


def all_charts(story: Story, people: Sequence[PersonOnPage]) -> tuple[Chart, ...]:
    """The charts of a story, the most telling first; one with nothing to show is left out."""
    found = (draw(story, people) for draw in _CHARTS)
    return tuple(chart for chart in found if chart is not None)
