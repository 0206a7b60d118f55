"""Words of a heading that says who tells what follows: “Ines's diary”, “Letter from Ines to Tom”.

Written by hand from the headings of novels in letters, diaries and several voices, and of fan
fiction.
"""

ACCOUNTS = frozenset(
    """
    autobiography confession confessions deposition diary diaries journal journals log logbook
    memorandum narration narrative notebook notebooks notes recollections reminiscences testimony
    """.split()
)
"""What somebody tells in their own words."""

TALES = frozenset(
    """
    account book chronicle evidence manuscript memoir memoirs record relation report statement
    story tale version
    """.split()
)
"""What may be somebody's own, and may be told of them: “The Story of Ines”."""

LETTERS = frozenset(
    """
    cable cablegram email e-mail letter letters message note postcard reply telegram text wire
    """.split()
)
"""What somebody writes to somebody."""

TOLD_BY = frozenset(
    """
    contributed dictated kept left narrated penned recorded related spoken told written
    """.split()
)
"""Before “by” and a name: “Told by Ines”."""

VIEWS = frozenset({"pov", "p.o.v", "p.o.v.", "point of view"})
"""“Ines's POV”: as fan fiction heads a scene."""
