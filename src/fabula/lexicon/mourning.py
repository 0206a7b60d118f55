"""Words for what the dead leave behind.

The lists were written by hand for this project from ordinary English usage.
"""

LEFT_BEHIND = frozenset(
    """
    funeral grave widow widower burial tombstone gravestone headstone ashes coffin obituary
    autopsy corpse
    """.split()
)
"""Whose they are is dead: “at Tom's funeral”."""

AFTER_DEATH = frozenset("after since following".split())
"""“Since Tom's death” he is dead; of it people may only be afraid."""
