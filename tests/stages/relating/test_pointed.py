from related import people_and_arcs

from fabula.stages.relating.pointed import CHAINED, Pointed
from fabula.stages.relating.settled import Settled
from fabula.stages.relating.unresolved import unresolved_nouns

ARCS = [
    ("His", "poss", "aunt"),
    ("his", "poss", "aunt#2"),
    ("aunt", "nsubj", "sang"),
    ("aunt#2", "dobj", "saw"),
]


def trust(between, other="eve"):
    prose = f"{{tom|His}} {{ada|aunt}} sang.{between} {{tom|He}} saw {{tom|his}} {{{other}|aunt}}."
    people, arcs = people_and_arcs(f"{{tom|Tom}}. {{ada|Ada}}. {{eve|Eve}}. {prose}", ARCS)
    nouns = list(unresolved_nouns(people, arcs, Settled([])))
    pointed = Pointed(people, nouns)
    return [
        (who, round(sure, 2))
        for noun in nouns
        for sign, who, sure in pointed.at(noun)
        if sign == "chain"
    ]


def test_a_chain_with_half_of_the_words_counts_half():
    assert trust("") == [("ada", CHAINED / 2), ("eve", CHAINED / 2)]
