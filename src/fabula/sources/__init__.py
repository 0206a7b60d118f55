"""Story files: one reader per kind, all giving a `Document`.

A reader is `read(data, name, encoding=None) -> Document` in a module of its own. It decodes the
text, cuts it into paragraphs, and keeps what the file's form says as marks; it decides nothing
about the story. `identify` looks at the bytes first and at the name only where they leave a choice.
"""
