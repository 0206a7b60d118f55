"""What the stage of events is made of.

`realis` says whether something happens, and in which frame; `dreams` and `memories` are two of the
frames. `participants` reads off the grammar who does what to whom, `roles` what else hangs on the
verb: to whom, with what, where and when.
"""
