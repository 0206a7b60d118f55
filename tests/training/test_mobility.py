from evaluation.mobility_data import Pair

from fabula.encoder.scores import PLACE_RELATIONS
from fabula.text import Span
from training import mobility


def test_a_pair_becomes_a_passage_with_its_label():
    pair = Pair("A", "Ada ran to the mill.", Span(0, 3), Span(11, 19), valid=True, relation="TO")
    (passage,) = mobility.passages([pair])
    (label,) = passage.places or ()
    assert (passage.id, passage.source, passage.text) == ("A", "mobility", pair.text)
    assert (label.person, label.place) == (pair.person, pair.place)
    assert PLACE_RELATIONS[label.relation] == "TO"
