"""Words that open a heading: Chapter, Book, Prologue, and how deep each of them divides.

Written by hand from the title pages and chapter heads of English fiction and fan fiction.
"""

DIVISIONS = {
    "volume": 0,
    "vol": 0,
    "tome": 0,
    "book": 1,
    "part": 2,
    "phase": 2,
    "period": 2,
    "act": 2,
    "narrative": 2,
    "chapter": 3,
    "chap": 3,
    "ch": 3,
    "letter": 3,
    "stave": 3,
    "canto": 3,
    "episode": 3,
    "installment": 3,
    "instalment": 3,
    "section": 4,
}
"""Words that take a number: 0 to 2 hold chapters, 3 is a chapter, 4 divides one."""

CHAPTER_DEPTH = 3
NUMBER_DEPTH = 4
"""A number by itself: a chapter where nothing else is, else a section of one."""
TITLE_DEPTH = 5
"""A title by itself."""

STANDING_HEADINGS = frozenset(
    """
    prologue epilogue prelude interlude intermission preface foreword introduction conclusion
    afterword finale coda postscript
    """.split()
)
"""Words that are a heading by themselves, and chapters of the story."""
