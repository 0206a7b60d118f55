"""Places in a story as people give them: chapter:3, scene:12, 40%, an offset."""

import re

from fabula.errors import QuestionError
from fabula.story import Story

_EXPECTED = "expected chapter:N, scene:N, a percentage such as 40% or an offset"
_NUMBERED = re.compile(r"(chapter|scene):\s*s?c?(\d{1,9})", re.IGNORECASE)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)\s*%")
_OFFSET = re.compile(r"\d{1,12}")


def position_in(story: Story, words: str) -> int:
    """The offset that the words mean, in code points.

    `chapter:3` is the end of the third chapter, as one knows the story who has read it;
    `scene:12` the end of the twelfth scene; `40%` two fifths of the text; `4000` that offset.

    Raises:
        QuestionError: if the words mean no place, or one that the story does not have.
    """
    said = words.strip()
    length = len(story.document.text)
    numbered = _NUMBERED.fullmatch(said)
    if numbered:
        kind, number = numbered[1].lower(), int(numbered[2])
        parts = story.chapters if kind == "chapter" else story.scenes
        if not 1 <= number <= len(parts):
            raise QuestionError(
                f"expected a {kind} from 1 to {len(parts)}, found '{said}'; "
                f"'fabula show {kind}s' lists them"
            )
        return parts[number - 1].end
    percent = _PERCENT.fullmatch(said)
    if percent and float(percent[1]) <= 100:
        return round(length * float(percent[1]) / 100)
    if _OFFSET.fullmatch(said) and int(said) <= length:
        return int(said)
    if _OFFSET.fullmatch(said):
        raise QuestionError(f"expected an offset up to {length}, found '{said}'")
    raise QuestionError(f"{_EXPECTED}, found '{said:.80}'")
