"""A folder of stories as reading pages in the browser, on this machine alone.

`library` knows which story files are in the folder and keeps what was read of them, `reading`
reads them one after the other in a process of its own, `guard` lets in nobody but the reader at
this machine, `pages` writes the list, and `app` joins them. Needs the extra `web`.
"""
