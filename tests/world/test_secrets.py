import pytest
from msgspec import structs

from fabula.errors import QuestionError
from fabula.story import EntityId, Secret
from fabula.text import Span
from fabula.world import answers
from fabula.world.so_far import so_far

TOM, INES, ODO = EntityId("tom"), EntityId("ines"), EntityId("odo")


@pytest.fixture
def keeping(story):
    """Tom keeps something about the key from Ines until she is told."""
    kept = Secret(
        keeper_ids=(TOM,),
        from_ids=(INES,),
        about_ids=(story.items[0].item_id,),
        since=story.items[-1].since,
        until=len(story.document.text) - 5,
        evidence=story.items[-1].evidence,
        ended_by=Span(len(story.document.text) - 5, len(story.document.text)),
    )
    return structs.replace(story, secrets=(kept,))


def test_a_secret_is_told_with_names_and_passages(keeping):
    (secret,) = answers.secrets(keeping)
    assert (secret.keepers, secret.hidden_from, secret.about) == (
        ("Tom",),
        ("Ines",),
        ("the small key",),
    )
    assert secret.came_out is not None


def test_it_is_told_of_whoever_keeps_it_and_from_whom_it_is_kept(keeping):
    assert answers.secrets(keeping, "Tom") == answers.secrets(keeping, "Ines") != ()
    assert answers.secrets(keeping, "Odo Reed") == ()
    with pytest.raises(QuestionError, match="nobody in the cast"):
        answers.secrets(keeping, "Zacharias")


def test_one_who_has_not_read_on_does_not_see_it_come_out(keeping):
    told = so_far(keeping, len(keeping.document.text) - 1)
    (secret,) = answers.secrets(told)
    assert (secret.until, secret.came_out) == (None, None)
    assert answers.secrets(so_far(keeping, keeping.secrets[0].evidence.end - 1)) == ()
