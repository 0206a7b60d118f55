from fabula.stages.naming.name_evidence import NameUse
from fabula.stages.naming.named_people import NamedPerson, is_husbands, usual_of
from fabula.stages.naming.person_names import parse_name


def use(name, count=1, **pronouns):
    return NameUse(
        name=parse_name(name),
        count=count,
        first=0,
        narrated=count,
        called=0,
        inner=count,
        called_over=0,
        pronouns=pronouns,
    )


def test_a_person_has_all_that_their_names_say():
    person = NamedPerson(use("Captain Ada Brook", 3))
    person.join(use("Ada", 5), "first name")
    assert (person.given, person.families, person.singles) == ({"ada"}, {"brook"}, {"ada"})
    assert person.count == 8
    assert person.count_with(frozenset({"brook"})) == 3
    assert person.has_title("captain")


def test_a_title_outweighs_the_text_and_the_text_a_usual_name():
    assert NamedPerson(use("Mrs. Brook", he=9.0)).pronoun == "she"
    assert NamedPerson(use("George Brook", she=9.0)).likely_pronoun == "she"
    assert NamedPerson(use("George Brook")).likely_pronoun == "he"


def test_a_wife_may_go_by_her_husbands_name():
    assert is_husbands(parse_name("Mrs. Henry Brook"))
    assert not is_husbands(parse_name("Mrs. Ada Brook"))
    assert NamedPerson(use("Mrs. Henry Brook")).goes_by_husband
    assert usual_of([parse_name("Mrs. Henry Brook")]) is None
