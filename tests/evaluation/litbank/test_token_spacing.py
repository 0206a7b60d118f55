import pytest

from evaluation.litbank import spacing


@pytest.mark.parametrize(
    ("tokens", "printed"),
    [
        ("“ Do n't , ” said Ada .", "“Don't,” said Ada."),
        ('" No , " she said . " Not I ! "', '"No," she said. "Not I!"'),
        ("the baker 's boat ( hers ) ; mine", "the baker's boat (hers); mine"),
        ("the sailors ' boots", "the sailors' boots"),
        ("walkin ' home", "walkin' home"),
        ("“ Say , ' Aye , sir . ' ”", "“Say, 'Aye, sir.'”"),
        ("‘ Come , ’ said Tom", "‘Come,’ said Tom"),
        ("the girls ’ boat", "the girls’ boat"),
        ("a tide -- a flood -- came", "a tide--a flood--came"),
        ("I — I can not", "I—I cannot"),
        ("It is _ mine _ , Tom", "It is _mine_, Tom"),
        ("Wait ... no", "Wait... no"),
        ("'T was late , 't is cold", "'Twas late, 'tis cold"),
        ("it cost $ 5", "it cost $5"),
    ],
)
def test_tokens_stand_as_a_printer_sets_them(tokens, printed):
    assert spacing.run_together(tokens.split(), ()).text == printed


def test_every_token_lies_in_its_place():
    tokens = "“ Do n't go -- _ please _ ! ” cried the sailors ' wives .".split()
    running = spacing.run_together(tokens, ())
    assert [running.text[place.start : place.end] for place in running.places] == tokens


def test_a_blank_line_stands_before_a_paragraph():
    tokens = 'Ada rowed . " Stop ! "'.split()
    assert spacing.run_together(tokens, (3,)).text == 'Ada rowed.\n\n"Stop!"'


def test_a_paragraph_forgets_a_mark_that_was_never_closed():
    tokens = '" It rains , and " Then row . " said Tom .'.split()
    assert spacing.run_together(tokens, (5,)).text == '"It rains, and\n\n"Then row." said Tom.'
