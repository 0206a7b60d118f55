"""Silences between two lines: nobody answers, and whoever spoke last may go on."""

import re

LONGEST_SILENCE = 300
"""Characters of narration in which a silence is told; a longer stretch tells of other things."""

_NOBODY = r"(?:no\s?one|nobody|none\sof\sthem|neither(?:\sof\s(?:them|us))?)"
_SPEAKS = r"(?:said|says|spoke|speaks|answer(?:ed|s)|repl(?:ied|ies)|moved|moves|laughed|laughs)"
_NOT = r"(?:(?:did|does|do|would|could)(?:\snot|n['’]t)|made\sno|makes\sno|gave\sno|gives\sno)"
_SILENCE = re.compile(
    rf"""(?ix) \b (?:
        {_NOBODY}\s{_SPEAKS}
      | {_NOT}\s(?:answer|reply|speak|say\s(?:anything|a\sword|so))
      | (?:said|says|say|answered|answers)\snothing
      | (?:was|is|were|are|fell|falls|stayed|stays|kept|keeps|went|goes)\s(?:silent|quiet)
      | no\s(?:answer|reply)
      | (?:a|the|long|short|another)\s(?:silence|pause)
      | silence\s(?:fell|followed|falls|follows)
    ) \b"""
)


def is_silence(text: str, start: int, end: int) -> bool:
    """Whether the narration between two lines, `text[start:end]`, tells that nobody answers.

    Finds: Nobody spoke; She did not answer; There was a long silence.
    Why it holds: narration that says so takes the turn of the one who was asked.
    Misses: silences in other words (The clock ticked), and who it is that keeps silent.
    Example: “Is it true?” Tom said nothing. “Well?”
    """
    if end - start > LONGEST_SILENCE:
        return False
    return _SILENCE.search(" ".join(text[start:end].split())) is not None
