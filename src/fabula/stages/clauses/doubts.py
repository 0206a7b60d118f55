"""Why a word of a story tells no fact."""

from typing import Literal

from msgspec import Struct

DoubtKind = Literal[
    "untold",  # in speech, in thought or no part of the story
    "asked",
    "denied",
    "supposed",  # under an if, a modal verb, a wish, a plan
    "said",  # what a verb of speech reports: “he said that she slept”
    "open",  # habits, and what comes after “before”, “until”, “though”
]


class Doubt(Struct, frozen=True):
    """Why a word is told as no fact, and the row of the word that says so: “never”, “wanted”."""

    kind: DoubtKind
    row: int
