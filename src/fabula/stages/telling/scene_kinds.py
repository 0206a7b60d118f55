"""Whether a scene is played out, or sums up days and years, or is what the narrator thinks."""

import re
from math import log

from msgspec import Struct

from fabula.labels import SceneKind, Tense
from fabula.lexicon.time_words import MONTHS, SEASONS, WEEKDAYS
from fabula.stages.telling.kind_weights import WEIGHTS
from fabula.stages.telling.scene_narration import SceneNarration
from fabula.story import Scene, Story
from fabula.text import overlapping, within

FEATURES = ("wide times", "habits", "had", "spoken", "length", "opens spoken", "base")
"""What speaks for a summary or against it, in the order of `features`."""

ENOUGH = 0.0
"""Log-odds from which on a scene is a summary. On stories left out four in five of them are."""

SILENT = 0.02
"""Of the words: so little speech is a title or a word that is pointed at."""

MOST = 6.0
"""Signs in a hundred words, of which more say no more."""

FEW_WORDS = 30
"""Added to the words that signs are counted over, so that one sign in a line is not all."""

LONGEST_THOUGHT = 150
"""Words that a narrator's own thoughts take, told in another tense than the story."""

SUPPOSED = 2.0
"""“Would have” and “if I” in a hundred words: what is told did not happen."""

_WEEKDAY = "(?:" + "|".join(sorted(WEEKDAYS)) + ")"
_LONG_UNIT = (
    r"(?:weeks?|fortnights?|months?|years?|"
    + "|".join(f"{season}s?" for season in sorted(SEASONS))
    + ")"
)
_UNIT = rf"(?:days?|nights?|mornings?|evenings?|afternoons?|weekends?|{_LONG_UNIT})"
_WIDE = re.compile(
    rf"\b{_LONG_UNIT}\b"
    rf"|\b(?:by|till|until|since|before|after|on|that)\s(?:the\s)?{_WEEKDAY}\b"
    r"|\b(?:at|by|till|until|before)\s(?:christmas|easter|midsummer|noon|midnight|sunrise|sunset"
    r"|dusk|dawn)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|few|some)\s"
    r"(?:days|nights|mornings|evenings)\b"
    rf"|\bin\s(?:{'|'.join(sorted(MONTHS))})\b"
    r"|\b(?:in\sthe\s(?:end|beginning)|at\sfirst|by\s(?:then|now|this\stime)|the\srest\sof"
    r"|from\sthen\son|in\sthose\sdays)\b"
)
"""Times that a played scene does not have in itself: “for years”, “by Friday”, “in the end”."""

_HABIT = re.compile(
    rf"\b(?:every|each)\s(?:other\s)?(?:{_UNIT}|time|{_WEEKDAY})\b|\b{_WEEKDAY}s\b|\bused\sto\b"
    r"|\b(?:always|usually|often|sometimes|never|generally|mostly|seldom|rarely)\b"
    r"|\bwould\s(?!have\b|be\b|like\b|n['’]t\b|not\b)[a-z]+\b"
    r"|\ball\s(?:day|night|week|winter|summer)\b|\b(?:nobody|everybody|everyone)\b"
)
"""What is told as done again and again, or by all."""

_HAD = re.compile(r"\bhad\b(?!\sto\b)|\s['’]d\s(?:been|had|\w+ed|\w+en)\b")
_SUPPOSED = re.compile(r"(?:\b(?:would|should|could)|['’]d)(?:\s(?:not|n['’]t))?\shave\b|\bif\si\b")


class Told(Struct, frozen=True):
    """What of a scene tells its kind.

    `narration` are its words outside quotations, in lower case, contractions cut in two; `words`
    counts all that it has.
    """

    narration: tuple[str, ...]
    words: int
    opens_spoken: bool
    tense: Tense | None

    @property
    def spoken(self) -> float:
        """The share of its words that are inside quotations, 0 to 1."""
        return max(0.0, 1 - len(self.narration) / max(self.words, 1))


def shown(story: Story, scene: Scene, narration: SceneNarration, tense: Tense | None) -> Told:
    """What of a scene of this story tells its kind."""
    return Told(
        narration=tuple(word for passage in narration.passages for word in passage.words),
        words=len(within(story.document.tokens, scene.start, scene.end)),
        opens_spoken=bool(overlapping(story.quotations, scene.start, scene.start + 1)),
        tense=tense,
    )


def kind_of(told: Told, usual: Tense | None) -> SceneKind:
    """The kind of a scene that is no document; `usual` is the tense of the whole story.

    Finds:
        Summaries: a few lines with times too wide for a scene (“for eleven years”), habits
        (“every evening”) and little talk. Reflections: what would have happened; a few lines
        without talk in the present, in a story told in the past.
    Why it holds:
        A scene goes on at one time, and people speak in it.
    Misses:
        Long summaries, with talk in them as examples.

    Example:
        “For eleven years he slept across my bed. Every spring he got out.” is a summary.
    """
    text = " ".join(told.narration)
    silent = told.spoken <= SILENT
    if silent and _per_hundred(_SUPPOSED, text, told) >= SUPPOSED:
        return "reflection"
    if silent and told.tense == "present" and usual == "past" and told.words <= LONGEST_THOUGHT:
        return "reflection"
    odds = sum(WEIGHTS[feature] * much for feature, much in features(told).items())
    return "summary" if odds >= ENOUGH else "scene"


def features(told: Told) -> dict[str, float]:
    """What speaks for a summary, and how much of it there is."""
    text = " ".join(told.narration)
    return {
        "wide times": _per_hundred(_WIDE, text, told),
        "habits": _per_hundred(_HABIT, text, told),
        "had": _per_hundred(_HAD, text, told),
        "spoken": told.spoken,
        "length": log(max(told.words, 1) / 100),
        "opens spoken": float(told.opens_spoken),
        "base": 1.0,
    }


def _per_hundred(pattern: re.Pattern[str], text: str, told: Told) -> float:
    found = sum(1 for _ in pattern.finditer(text))
    return min(100 * found / (len(told.narration) + FEW_WORDS), MOST)
