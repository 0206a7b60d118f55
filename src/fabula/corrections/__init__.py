"""The reader's own corrections, which live beside a story: `story.fabula.toml` for `story.txt`.

`records` says what can be corrected, `reading` reads the file and refuses what is not in it,
`writing` adds to it. `anchors` finds lines and mentions again by their words, also in a revised
text; `lines` and `names` say which quotations and which members of the cast are meant. The
stages apply corrections as they read, so that one corrected line settles those around it;
`outcomes` tells afterwards, from the story itself, which corrections hold. `requests` makes
new corrections from what a person asks for, and `changes` says what they changed.
"""
