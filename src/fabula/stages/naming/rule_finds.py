"""What the rules have found, asked for by the words that a candidate of the encoder covers."""

from collections.abc import Sequence

from fabula.stages.naming.found_mentions import FoundMention
from fabula.stages.naming.scored_spans import ScoredSpan
from fabula.stages.token_rows import TokenRows
from fabula.text import Span


class RuleFinds:
    """The rules' mentions by place, and their names of people by every row of tokens in them."""

    def __init__(self, found: Sequence[FoundMention], rows: TokenRows) -> None:
        self.all = found
        self.names = [each for each in found if each.form == "proper" and each.type == "PER"]
        self._by_span: dict[Span, FoundMention] = {each.span: each for each in found}
        self._name_at: dict[int, FoundMention] = {}
        for name in self.names:
            first, last = rows.row_of(name.span.start), rows.row_of(name.span.end - 1)
            self._name_at.update(dict.fromkeys(range(first, last + 1), name))

    def same(self, span: ScoredSpan) -> FoundMention | None:
        """The find of exactly these words."""
        return self._by_span.get(span.span)

    def name_at(self, row: int) -> FoundMention | None:
        """The name of a person that the token in this row is a part of."""
        return self._name_at.get(row)
