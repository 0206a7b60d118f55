import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import fabula.lexicon
from fabula.lexicon.common_words import is_common, is_modifier_like, is_verb_like, word_use
from fabula.lexicon.given_names import is_given_name, usual_pronoun
from fabula.lexicon.nicknames import are_nicknames
from fabula.lexicon.not_people import never_a_name
from fabula.lexicon.places import known_place
from fabula.lexicon.sections import read_lines, read_words

FILES = ("given_names.txt", "not_people.txt", "person_nouns.txt", "place_names.txt")
MODULES = sorted(Path(fabula.lexicon.__file__).parent.glob("*.py"))


def word_lists(module: Path) -> Iterator[list[str]]:
    """The lists in a module: strings that are split into words, and those that a table holds."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(words)), attr="split")):
                yield words.split()
            case ast.Dict():
                for value in node.values:
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield value.value.split()


def twice(words: list[str] | tuple[str, ...]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_no_list_says_a_word_twice(module):
    assert [found for words in word_lists(module) if (found := twice(words))] == []


@pytest.mark.parametrize("name", ["not_people.txt", "person_nouns.txt", "portable_things.txt"])
def test_no_section_of_a_file_says_a_word_twice(name):
    for section, lines in read_lines(name).items():
        assert twice([word for line in lines for word in line.split()]) == [], section


def test_a_common_word_has_its_uses():
    use = word_use("nodded")
    assert use is not None
    assert use.count > 100
    assert use.after_subject > use.after_determiner


@pytest.mark.parametrize("word", ["nodded", "was", "went", "whispers"])
def test_what_follows_a_subject_is_like_a_verb(word):
    assert is_verb_like(word)


@pytest.mark.parametrize("word", ["carpenter", "kettle", "under"])
def test_a_noun_is_not_like_a_verb(word):
    assert not is_verb_like(word)


def test_a_rare_word_is_judged_by_its_ending():
    assert is_verb_like("defenestrated")
    assert is_modifier_like("marzipanish")
    assert not is_common("defenestrated")


@pytest.mark.parametrize("word", ["old", "tall", "red"])
def test_what_stands_before_nouns_is_like_a_modifier(word):
    assert is_modifier_like(word)


def test_given_names_have_a_usual_pronoun_in_any_case():
    assert (usual_pronoun("Emma"), usual_pronoun("THOMAS")) == ("she", "he")
    assert usual_pronoun("Robin") == "any"
    assert usual_pronoun("Zorbalax") is None
    assert not is_given_name("kettle")


def test_pet_forms_agree_with_the_name_and_with_each_other():
    assert are_nicknames("Bill", "William")
    assert are_nicknames("william", "bill")
    assert not are_nicknames("Anna", "Emma")
    assert not are_nicknames("Anna", "Anna")


def test_days_peoples_and_cries_name_nobody():
    assert all(map(never_a_name, ("Monday", "English", "Oh", "Chapter")))
    assert not never_a_name("Ines")
    assert never_a_name("Hey")


def test_no_given_name_is_shut_out():
    shut_out = frozenset().union(*read_words("not_people.txt").values())
    names = frozenset().union(*read_words("given_names.txt").values())
    # “Christian” and “Roman” are peoples first; a name has to come with a family name or a title.
    assert shut_out & names <= {"christian", "roman"}


def test_the_world_knows_its_places():
    assert known_place("London") == "GPE"
    assert known_place("thames") == "LOC"
    assert known_place("Ferrow") is None


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_in_two_sections(name):
    sections = list(read_lines(name).values())
    words = [word for lines in sections for word in set(lines)]
    if name != "place_names.txt":
        words = [word for section in read_words(name).values() for word in section]
    assert len(words) == len(set(words)), sorted(w for w in set(words) if words.count(w) > 1)
