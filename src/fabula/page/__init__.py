"""The reading page: a story as one HTML file that a reader opens and understands.

`document.page` writes the whole of it. `people` and `naming` say how people are shown at each
place in the text, `prose` writes the text, `cast_section` and `scene_strip` what stands beside
it, `charts` the pictures, `model` the data that the script in `assets` works with. Everything is
there without the script; nothing on the page is told before the text has told it, for who reads
with the script, and `until` leaves what comes later out of the file.
"""
