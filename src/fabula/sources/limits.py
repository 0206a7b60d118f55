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

MAX_LINES = 1_000_000
"""Lines in one file: as many as the longest text has when it is wrapped at 64 columns. Each line
costs an anchor and often a paragraph, so this bounds memory for files of line breaks."""

MAX_TAGS = 400_000
"""Tags in HTML, whatever its length. A novel of 100,000 words has some 10,000; each costs some
ten microseconds."""

REFERENCES_PER_TAG = 3
"""Character references cost a third of a tag. Some files have one for each quotation mark."""

CHARACTERS_PER_TAG = 25
"""Long files may have more tags, up to one for this many characters; the worst converters write
one for 30."""

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

MAX_ARCHIVE_ENTRIES = 20_000
"""Files in an EPUB or DOCX. Books with a page for each picture have a few thousand."""

MAX_ENTRY_BYTES = 32 * 1024 * 1024
"""One unpacked file of an archive; a whole long novel in one file takes a few megabytes."""

MAX_UNPACKED_BYTES = 128 * 1024 * 1024
"""All that is unpacked of one archive: text, style sheets and lists, never the pictures. More
would not fit in `MAX_TEXT_CHARACTERS` either."""

MAX_RATIO = 200
"""How much larger than packed a file may be. Prose reaches 6, the most regular tables some 50."""

MAX_RATIO_FROM_BYTES = 1024 * 1024
"""Small files may exceed the ratio: they harm nobody, and a page of spaces is not an attack."""

MAX_CONTENTS = 20_000
"""Entries of an EPUB's table of contents that are read."""

MAX_PARAGRAPHS = 400_000
"""Paragraphs of a DOCX, empty ones too. A novel has some five thousand."""
