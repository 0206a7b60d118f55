"""How large, deep or repetitive a story file may be, and why.

Every limit is checked while reading, before memory is spent, and ends in a `LimitError` that
names it. Numbers in a file (sizes in a ZIP directory, declared lengths) are never trusted.
"""

MAX_FILE_BYTES = 256 * 1024 * 1024
"""A file on disk. Illustrated EPUBs reach tens of megabytes; nothing to read reaches this."""

MAX_TEXT_CHARACTERS = 64_000_000
"""The text of one story. The longest works ever posted run to some 16 million words, but most
of a gigabyte would be needed to analyse even this much; the longest novels stay under 10 M."""

MAX_LINE_CHARACTERS = 5_000_000
"""One line. Bad conversions put a whole novel (up to about 3 M characters) on a single line;
what is longer is data, and would make one paragraph that no stage can cut."""

MAX_LINES = 2_000_000
"""Lines in one file. The longest work ever posted, wrapped at 72, has some 1.3 million; each
line costs an anchor and usually a paragraph, so this bounds memory for files of line breaks."""

MAX_TAGS = 500_000
"""Tags and character references in HTML, whatever its length. A novel of 100,000 words has some
10,000, or 60,000 with every quotation mark written as a reference; each costs microseconds."""

CHARACTERS_PER_TAG = 20
"""Long files may have more of them, up to one for this many characters; the worst converters
write one for 30."""

MAX_DEPTH = 2_000
"""Elements inside each other whose looks and roles are kept; the text of deeper ones is still
read. Pages that people see have at most a few dozen, broken converters a few hundred."""

MAX_REGIONS = 200_000
"""Elements of a page that are remembered with their place, for finding notes and chapters."""

MAX_META = 200
"""`<meta>` elements that are kept. Saved pages of large sites have some fifty."""

MAX_MARKDOWN_LINES = 300_000
"""Lines of one Markdown file. The parser keeps some kilobytes for each block, and a story of
three million words fits in."""
