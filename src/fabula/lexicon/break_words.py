"""Words that writers use as a line between two scenes, and for leaps in time.

Written by hand from fan fiction, where sites strip rows of asterisks from the text.
"""

BREAK_WORDS = frozenset(
    """
    linebreak pagebreak scenebreak scenechange
    pagebreaker linebreaker timeskip timejump sectionbreak
    breakline newscene changeofscene linebreaklinebreak horizontalrule
    """.split()
)
"""A line made of one of these, spaces and hyphens left out, is a break: “LINE BREAK”."""

TIME_UNITS = frozenset(
    """
    second seconds moment moments minute minutes hour hours day days night nights week weeks
    fortnight month months season seasons year years decade decades century centuries
    """.split()
)

TIME_DIRECTIONS = frozenset("later earlier before after ago previously prior on".split())
"""“Three days later”, “a week earlier”."""

TIME_OPENINGS = frozenset("later meanwhile elsewhere earlier afterwards".split())
"""“Later that night”, “Meanwhile, at the mill”."""

NEXT_WORDS = frozenset("next following same previous that".split())

DAY_PARTS = frozenset(
    """
    morning afternoon evening night midnight noon dawn dusk day week month year summer winter
    spring autumn fall monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
"""“The next morning”, “The following week”."""

FLASHBACK_WORDS = frozenset(
    """
    flashback flashbacks flashforward flashfoward dream dreamsequence memory vision
    """.split()
)
"""“(Flashback)”, “*End flashback*”."""

LAUGHTER = frozenset("ha he hi ho hee la na no ah ja ya bla blah ra da ba".split())
"""Syllables that people repeat when they speak; other repeated letters are a break."""
