"""Whom a reader means by a name: a member of the cast, by name or alias."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from fabula.story import Entity

SUGGESTED = 3
"""Names offered where nobody has the one asked for."""

_MOST_COMPARED = 2000
"""Names looked through for a suggestion: comparing spellings is slow, and no cast is larger."""


class Names:
    """The names of a cast, in whatever case and spacing."""

    def __init__(self, cast: Iterable[Entity]) -> None:
        self._shown: defaultdict[str, list[Entity]] = defaultdict(list)
        self._borne: defaultdict[str, list[Entity]] = defaultdict(list)
        self._spelt: dict[str, str] = {}
        for entity in cast:
            self._spelt |= {key_of(name): name for name in entity.names}
            self._shown[key_of(entity.name)].append(entity)
            for name in dict.fromkeys(map(key_of, entity.names)):
                self._borne[name].append(entity)

    def bearers(self, name: str) -> Sequence[Entity]:
        """Those shown by this name; if there are none, those who have it as an alias."""
        return self._shown.get(key_of(name)) or self._borne.get(key_of(name)) or ()

    def meant(self, name: str) -> Entity | None:
        """The one whom the name means: “tom reed” is Tom Reed; of two Brooks it is neither."""
        bearers = self.bearers(name)
        return bearers[0] if len(bearers) == 1 else None

    def problem(self, name: str) -> str:
        """Why a name means nobody, as a message would say it."""
        bearers = self.bearers(name)
        if bearers:
            return f"'{name}' is a name of {listed(each.name for each in bearers)}"
        return f"nobody in the cast is called '{name}'{self._suggestion(name)}"

    def _suggestion(self, name: str) -> str:
        known = list(self._spelt)[:_MOST_COMPARED]
        near = get_close_matches(key_of(name)[:100], known, SUGGESTED)
        if not near:
            return ""
        return f"; did you mean {listed((self._spelt[key] for key in near), last='or')}?"


def key_of(name: str) -> str:
    """Equal for one name in any case, spacing and style of apostrophe."""
    return " ".join(name.replace("’", "'").split()).casefold()


def holds_name(words: str, name: str) -> bool:
    """Whether these words have the name in them whole; both as `key_of` gives them.

    “miss anna brook” holds “anna brook”, and not “ann”.
    """
    return name in words and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def listed(names: Iterable[str], *, last: str = "and") -> str:
    """“'Ada', 'Tom' and 'Ines'”."""
    quoted = [f"'{name}'" for name in names]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} {last} {quoted[-1]}"
