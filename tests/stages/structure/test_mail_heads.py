import pytest

from fabula import pipeline
from fabula.sources import plain

PAGE = "Ines mended the boat, and Tom held the lamp for her until the rain had stopped. " * 3


def openings(text):
    story = pipeline.analyse(plain.from_text(text), encoder=None, until="scenes")
    return [scene.opened_by for scene in story.scenes]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_each_mail_is_a_scene(gap):
    mails = [
        gap.join([f"From: {one}", f"To: {other}", "Subject: the boat"]) + f"\n\n{PAGE}"
        for one, other in (("Ines Roe", "Tom Bell"), ("Tom Bell", "Ines Roe"))
    ]
    assert openings("\n\n".join(mails)) == ["start", "heading"]


def test_one_such_line_heads_nothing():
    assert openings(f"{PAGE}\n\nFrom: Ines Roe\n\n{PAGE}") == ["start"]
