"""What paratext, chapters and scenes have in common: how a story is laid out in blocks.

`layout` gives the blocks, `headings` reads one of them as a heading, `outline` decides which
headings divide this text, `front`, `contents` and `notes` find what is not story, `breaks` what
stands between two scenes.
"""
