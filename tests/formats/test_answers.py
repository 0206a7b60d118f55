"""Pages of answers, as they are printed."""

from io import StringIO

from rich.console import Console

from fabula.formats.answers import (
    differences_table,
    holdings_page,
    knowledge_page,
    portrait_page,
    whereabouts_page,
)
from fabula.world.acquaintance import Acquaintance
from fabula.world.answers import Holding, Portrait, Whereabouts
from fabula.world.drafts import Difference
from fabula.world.knowing import Known
from fabula.world.moment import Fact
from fabula.world.passages import Passage

SAID = Passage("Tom slept in the boathouse.", "4:2", 10, 20)


def text_of(page):
    out = StringIO()
    Console(file=out, width=140).print(page)
    return out.getvalue()


def fact(kind, value, until=None):
    return Fact(kind, value, 10, until, SAID)


def test_a_portrait_has_a_line_for_each_thing_known():
    found = Portrait(
        name="Tom Reed",
        aliases=("Tom",),
        kind="person",
        pronouns="he",
        mentions=1200,
        lines=30,
        relations=(fact("niece_or_nephew", "Odo"), fact("in_law", "Ada")),
        states=(fact("sleep", "asleep"),),
        where=fact("in", "the boathouse"),
        last_scene="s4",
        holds=(fact("took", "the key"),),
        relatives=(fact("parent", "mother"),),
        acquaintances=(Acquaintance("Ines", 9, 3, 0.4),),
        first=SAID,
        last=SAID,
    )
    page = text_of(portrait_page(found))
    assert "Tom Reed (he) · also Tom" in page
    assert "mentioned 1,200 times · 30 lines · close to Ines 0.40" in page
    for label, value in (
        ("niece or nephew of", "Odo"),
        ("related by marriage to", "Ada"),
        ("sleep", "asleep"),
        ("is in", "the boathouse"),
        ("has", "the key"),
        ("has a", "mother"),
    ):
        (line,) = [line for line in page.splitlines() if line.startswith(f"{label}  ")]
        assert value in line
        assert "Tom slept in the boathouse." in line
        assert "4:2" in line


def test_a_place_that_was_left_is_in_the_past():
    stays = (fact("in", "the boathouse", until=30), fact("in", "the tower"))
    page = text_of(whereabouts_page(Whereabouts("Tom", stays, "s2")))
    assert "was in" in page.split("the boathouse")[0].splitlines()[-1]
    assert "is in" in page.split("the tower")[0].splitlines()[-1]


def test_nothing_known_is_said_so():
    assert "place: not known" in text_of(whereabouts_page(Whereabouts("Tom", (), None)))
    assert "Tom: not known" in text_of(knowledge_page((), "Tom"))
    assert "the key: not known" in text_of(holdings_page((), "the key"))


def test_a_thing_that_nobody_holds_any_more():
    found = (Holding("the key", None, "lost", 10, None, SAID),)
    assert "nobody" in text_of(holdings_page(found, "key"))


def test_what_is_known_says_how():
    known = Known("Tom", "the wreck", "saw", 10, SAID, others=("Odo",), unaware=("Ines",))
    page = text_of(knowledge_page((known,), "Tom"))
    (line,) = [line for line in page.splitlines() if line.startswith("Tom")]
    assert line.split()[:6] == ["Tom", "saw", "the", "wreck", "Odo", "Ines"]


def test_a_name_from_a_stranger_s_file_cannot_move_the_cursor():
    page = text_of(differences_table([Difference("person", "added", "Odo\x1b[2J")]))
    assert "\x1b" not in page
    assert "<U+001B>" in page
