from hand_scored import document_of

from fabula.stages.naming.found_mentions import FoundMention
from fabula.stages.naming.rule_finds import RuleFinds
from fabula.stages.token_rows import TokenRows
from fabula.text import Span

TEXT = "Then Captain Odo met the baker."


def mention(words, form):
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return FoundMention(span, "PER", form, span, None)


def test_a_name_is_found_from_each_of_its_words_and_from_no_other():
    rows = TokenRows(document_of(TEXT))
    odo, baker = mention("Captain Odo", "proper"), mention("the baker", "nominal")
    finds = RuleFinds([odo, baker], rows)
    assert [finds.name_at(row) for row in range(6)] == [None, odo, odo, None, None, None]
    assert finds.names == [odo]
