from related import marked

from fabula.stages.relating.genders import pronouns_told


def test_three_pronouns_say_what_the_cast_does_not():
    prose = "{tom|Quill} ran. {tom|He} sang. {tom|He} took {tom|his} hat. {ada|Ash} sat."
    assert pronouns_told(marked(prose)) == {"tom": "he", "ada": None}


def test_a_name_can_speak_against_pronouns():
    prose = "{ada|Emma} ran. {ada|He} sang. {ada|He} took {ada|his} hat."
    assert pronouns_told(marked(prose)) == {"ada": None}
    assert pronouns_told(marked(prose, ada="she")) == {"ada": "she"}
