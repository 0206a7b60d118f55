"""From a name as written to the members of the cast who bear it."""

from collections import defaultdict
from collections.abc import Sequence

from fabula.stages.naming.named_mentions import shown_name
from fabula.stages.naming.person_names import parse_name
from fabula.story import Entity


class NameIndex:
    """Looks names up in the cast, in whatever spelling."""

    def __init__(self, cast: Sequence[Entity]) -> None:
        self._bearers: defaultdict[str, list[Entity]] = defaultdict(list)
        for entity in cast:
            names = (entity.name, *(alias.name for alias in entity.aliases))
            for key in dict.fromkeys(self.key(name) for name in names):
                self._bearers[key].append(entity)
        self._known: dict[str, Sequence[Entity]] = {}

    def bearers(self, text: str) -> Sequence[Entity]:
        """Those who bear this name; none for a name outside the cast."""
        if text not in self._known:  # a story says its names again and again
            self._known[text] = self._bearers.get(self.key(text), ())
        return self._known[text]

    @staticmethod
    def key(text: str) -> str:
        """Equal for all spellings of a name or a phrase."""
        return parse_name(shown_name(text)).key
