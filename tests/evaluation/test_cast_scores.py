from pathlib import Path

import pytest
from evaluation.cast import bearings, score
from evaluation.pdnc import PdncCharacter, PdncNovel

from fabula import pipeline
from fabula.sources import plain

TEXT = (
    "Ada Brook put her bag down. Ada sang to herself. Tom Durrow scratched his chin. "
    "Mr. Durrow yawned. Melisar nodded. Melisar laughed."
)


def character(name, *aliases):
    return PdncCharacter(name=name, aliases=(name, *aliases), gender="U", category="major")


@pytest.fixture(scope="module")
def story():
    return pipeline.analyse(plain.from_text(TEXT), encoder=None, until="links")


def novel(*characters):
    return PdncNovel(
        name="Ferry", path=Path("ferry.txt"), text=TEXT, quotations=(), characters=characters
    )


def test_a_name_is_borne_by_the_entity_that_its_uses_are_linked_to(story):
    found = {b.name: b for b in bearings(novel(character("Ada Brook", "Ada")), story)}
    assert set(found) == {"ada brook", "ada"}
    assert found["ada"].entity_id == found["ada brook"].entity_id
    assert found["ada"].uses == 1


def test_a_cast_as_in_the_list_is_found_and_neither_split_nor_merged(story):
    figures = score(
        novel(character("Ada Brook", "Ada"), character("Tom Durrow", "Mr. Durrow")), story, 1
    )
    assert (figures.characters, figures.found, figures.split, figures.merged) == (2, 2, (), ())
    assert (figures.shared_pairs, figures.predicted_pairs, figures.gold_pairs) == (2, 2, 2)
    assert figures.others == ("Melisar (2)",)


def test_two_entities_for_one_character_are_a_split(story):
    figures = score(novel(character("Ada Brook", "Melisar")), story, 1)
    assert figures.split == ("Ada Brook",)


def test_one_entity_for_two_characters_is_a_merge(story):
    figures = score(novel(character("Ada Brook"), character("Ada")), story, 1)
    assert set(figures.merged) == {"Ada Brook", "Ada"}


def test_names_that_two_characters_share_do_not_count(story):
    assert bearings(novel(character("Ada"), character("Ada Brook", "Ada")), story)[0].name == (
        "ada brook"
    )
