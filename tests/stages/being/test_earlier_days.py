"""What befell people once, or as children."""

from told import narrated

from fabula.stages.states import FindStates


def states(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [each.value for each in FindStates(scores)(story) if each.attribute != "age"]


def test_who_was_hurt_the_summer_she_was_small_is_well():
    grammar = "Ada nsubj was, nine attr was, summer npadvmod was, she nsubj broke, broke relcl was"
    grammar += ", her poss arm, arm dobj broke"
    assert states("{ada|Ada} was nine the summer {ada|she} broke {ada|her} arm.", grammar) == []
    now = "That summer {ada|Ada} broke {ada|her} arm."
    own = "summer npadvmod broke, Ada nsubj broke, her poss arm, arm dobj broke"
    assert states(now, own, tags="Ada=PROPN") == ["broken arm"]


def test_who_died_as_a_child_stays_dead():
    grammar = "When advmod was, he nsubj was, nine attr was, was advcl died, Tom nsubj died"
    assert states("When {tom|he} was nine {tom|Tom} died.", grammar, tags="nine=NUM") == ["dead"]


def test_what_happened_once_is_over():
    grammar = "Tom nsubjpass shot, was auxpass shot, once advmod shot"
    assert states("{tom|Tom} was shot once.", grammar) == []
    at_once = grammar.replace("once advmod", "at advmod").replace("shot,", "shot,", 1)
    assert states("{tom|Tom} was shot at once.", at_once + ", once advmod shot") == ["shot"]
