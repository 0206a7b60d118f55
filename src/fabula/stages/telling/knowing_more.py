"""Where a narrator knows more than anybody in the story does."""

import re

from fabula.stages.telling.scene_narration import Passage

_LATER = r"""
    afterwards | years \s later | to \s this \s day | ever \s after | from \s that \s day
    | for \s the \s rest \s of \s (?:his|her|their) \s (?:life|lives)
    | as \s it \s happen(?:ed|s) | it \s turned \s out
"""
_OF_SEVERAL = r"""
    (?:neither|each|none|both) \s of \s (?:them|whom)
    | (?:nobody|no \s one|everybody|everyone) \s (?:knew|noticed|saw|thought)
"""
_KNOWN = re.compile(rf"\b(?:{_LATER}|{_OF_SEVERAL})\b", re.VERBOSE)


def knows_more(passage: Passage) -> int:
    """Finds: what came of it later or in truth; what several people at once know or do not.

    Why it holds: whoever is in the story learns that later, if ever, and sees into one mind.
    Misses: irony, and knowledge that the narrator shows without saying so.
    Example: “Neither of them noticed the owl, which lived there ever after.” has two.
    """
    return len(_KNOWN.findall(" ".join(passage.words)))
