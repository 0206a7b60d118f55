"""Words for when: parts of the day, days, months, seasons, meals and feasts.

Closed classes of English, written by hand; `break_words` has the words for leaps in time.
"""

DAYTIMES = frozenset(
    """
    morning forenoon afternoon evening night midnight noon midday dawn daybreak sunrise sunset
    dusk nightfall sunup sundown twilight daylight bedtime
    """.split()
)
"""“that morning”, “at dawn”."""

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    """.split()
)

SEASONS = frozenset("spring summer autumn winter".split())

MEALS = frozenset("breakfast lunch luncheon dinner supper tea".split())

FEASTS = frozenset("christmas easter michaelmas whitsun midsummer halloween new-year’s".split())
