import pytest

from fabula.corrections import requests
from fabula.corrections.records import Merge, Omit, Rename, Split
from fabula.errors import CorrectionsError


def refusal(make, *arguments, **asked):
    with pytest.raises(CorrectionsError) as caught:
        make(*arguments, **asked)
    return str(caught.value)


def test_names_are_written_as_the_cast_has_them(untouched):
    assert requests.merge(untouched, ["tom", "MARSH"]) == Merge(names=("Tom Reed", "Captain Marsh"))
    assert requests.rename(untouched, "tommy", " Tomas  Reed ") == Rename(
        name="Tom Reed", to="Tomas Reed"
    )
    assert requests.omit(untouched, "marsh", "A ship.") == Omit(
        name="Captain Marsh", note="A ship."
    )


def test_a_line_is_named_by_its_id_or_by_words_of_its_own(untouched):
    by_id = requests.line(untouched, "q6", speaker="tom")
    by_words = requests.line(untouched, "THEN swim", speaker="Tommy")
    assert by_id == by_words
    assert (by_id.quote, by_id.speaker) == ("Then swim,", "Tom Reed")


def test_words_of_several_lines_are_answered_with_their_ids(untouched):
    message = refusal(requests.line, untouched, "yes", speaker="Tom")
    assert "found them in 2: q5 (12:1) “Yes.”, q7 (18:1) “Yes,”" in message


@pytest.mark.parametrize(
    ("quote", "asked", "said"),
    [
        ("q99", {"speaker": "Tom"}, "found 'q99', and it has 14"),
        ("q", {"speaker": "Tom"}, "which none has"),
        ("", {"speaker": "Tom"}, "which none has"),
        ("q6", {"speaker": "Tim"}, "did you mean 'Tom'"),
        ("q6", {"to": ["Rosa"]}, "nobody in the cast is called 'Rosa'"),
        ("q6", {}, "give --speaker, --to or --kind"),
    ],
)
def test_what_is_not_there_is_refused(untouched, quote, asked, said):
    assert said in refusal(requests.line, untouched, quote, **asked)


def test_people_who_are_one_already_are_not_merged(untouched):
    assert "are one already" in refusal(requests.merge, untouched, ["Tom", "Tommy"])
    assert "are one already" in refusal(requests.merge, untouched, ["Tom"])


def test_a_name_of_somebody_else_is_no_new_name(untouched):
    assert "'Marsh' is 'Captain Marsh'" in refusal(requests.rename, untouched, "Tom", "Marsh")
    assert "found nothing" in refusal(requests.rename, untouched, "Tom", " ")


def test_a_split_takes_out_a_name_that_the_person_has(untouched):
    assert requests.split(untouched, "Tom", "tommy") == Split(name="Tom Reed", parts=("tommy",))
    assert requests.split(untouched, "Tom", "Tom Reed") == Split(name="Tom", parts=("Tom Reed",))
    message = refusal(requests.split, untouched, "Tom", "Marsh")
    assert "one of the names of 'Tom Reed' ('Tom Reed', 'Tom' and 'Tommy')" in message


def test_a_split_takes_out_the_mention_at_a_place(untouched):
    split = requests.split(untouched, "Tom", "Old Tommy", ["20:1"])
    assert split.into == "Old Tommy"
    assert [anchor.quote for anchor in split.mentions] == ["Tommy"]
    assert "found '1:1'" in refusal(requests.split, untouched, "Tom", "Old Tommy", ["1:1"])
