"""Words of a heading that says who tells what follows: “Ines's diary”, “Letter from Ines to Tom”.

Written by hand from the headings of novels in letters, diaries and several voices, and of fan
fiction.
"""

ACCOUNTS = frozenset(
    """
    account autobiography book chronicle confession confessions deposition diary diaries evidence
    journal journals log logbook manuscript memoir memoirs memorandum narration narrative notebook
    notebooks notes record recollections relation report reminiscences statement story tale
    testimony version
    """.split()
)
"""What somebody tells in their own words."""

LETTERS = frozenset(
    """
    cable cablegram email e-mail letter letters message note postcard reply telegram text wire
    """.split()
)
"""What somebody writes to somebody."""

TELLING_VERBS = frozenset(
    """
    contributed dictated kept left narrated penned recorded related spoken told written
    """.split()
)
"""“Told by Ines”."""

VIEWS = frozenset({"pov", "p.o.v", "p.o.v.", "point of view"})
"""“Ines's POV”: as fan fiction heads a scene."""
