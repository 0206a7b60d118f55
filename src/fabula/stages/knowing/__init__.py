"""What the stage of knowledge is made of: who comes to know of whom and what.

By `meeting` and by `acquaintance` before the story, by `perceiving`, by being told (`telling`,
`reporting`). `learnt` is the record of one thing learnt, and says which are worth keeping.
"""
