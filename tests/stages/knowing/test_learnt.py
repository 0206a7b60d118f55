from fabula.stages.knowing.learnt import LEAST_CONFIDENCE, Learnt, first_of_each
from fabula.story import EntityId
from fabula.text import Span

TOM, ODO = EntityId("tom"), EntityId("odo")


def learnt(at, *, who=TOM, of=ODO, confidence=0.9, news=False):
    return Learnt(who, of, "saw", Span(at, at + 3), confidence, news=news)


def test_only_the_first_time_counts_but_news_each_time():
    found = first_of_each([learnt(30), learnt(10), learnt(50, news=True)])
    assert [each.since for each in found] == [10, 50]


def test_what_is_too_doubtful_and_oneself_are_left_out():
    doubtful = learnt(10, confidence=LEAST_CONFIDENCE - 0.01)
    assert first_of_each([doubtful, learnt(20, of=TOM)]) == []
