from stage_by_stage import read_to

from fabula.stages.naming.named_mentions import named_mentions, shown_name


def uses(text):
    return named_mentions(read_to("mentions", text))


def test_who_is_addressed_is_called():
    ines, tom = uses("“Oh, Ines, look!” said Tom.")
    assert (ines.called, tom.called) == (True, False)
    assert (ines.speaks, tom.speaks) == (False, True)


def test_who_is_told_of_in_speech_is_not_called():
    (ines, *_) = uses("“I saw Ines there,” he said.")
    assert not ines.called
    assert not ines.narrated


def test_a_subject_opens_its_sentence():
    ines, tom = uses("Ines waved to Tom.")
    assert (ines.opens, tom.opens) == (True, False)


def test_a_name_is_shown_on_one_line_and_without_shouting():
    assert shown_name("Ada\n  BROOK") == "Ada BROOK"
    assert shown_name("INES") == "Ines"
    assert shown_name("J.B.") == "J.B."
