import pytest

from training.augmentation import singular_they


@pytest.fixture(autouse=True)
def everyone(monkeypatch):
    """Everyone whose gender nothing else tells is they."""
    monkeypatch.setattr(singular_they, "SHARE", 1.0)


def they(document):
    return singular_they.with_singular_they(document, seed=1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He was late, and he rowed.", "They were late, and they rowed."),
        ("Was he late? he asked.", "Were they late? they asked."),
        ("he never walks; he tries", "they never walk; they try"),
        ("he himself wasn’t in, so he ran", "they themself weren’t in, so they ran"),
        ("“No,” said he. He'll row.", "“No,” said they. They'll row."),
        ("he has a boat; he does row", "they have a boat; they do row"),
        ("he could not, HE WAS ill", "they could not, THEY WERE ill"),
    ],
)
def test_a_verb_beside_the_pronoun_agrees(document_with, before, after):
    pronouns = [word for word in before.split() if word.strip("?.,“”").lower() in {"he", "he'll"}]
    mentions = [f"kit pron {word[:2]}" for word in pronouns]
    if "himself" in before:
        mentions.insert(1, "kit pron himself")
    assert they(document_with(before, mentions)).text == after


def test_every_form_changes(document_with, words_of):
    text = "I saw her. Her boat was hers; she hurt herself with her new oar, and Tom told her that."
    document = document_with(
        text,
        ["kit pron " + word for word in ("her", "Her", "hers", "she", "herself", "her", "her")],
    )
    changed = they(document)
    assert changed.text == (
        "I saw them. Their boat was theirs; they hurt themself with their new oar, "
        "and Tom told them that."
    )
    assert words_of(changed) == ["them", "Their", "theirs", "they", "themself", "their", "them"]


def test_what_is_unsure_stays(document_with):
    text = "He rowed. He's cold. He, who knew the river, was calm. He told her gently."
    mentions = ["kit pron He"] * 4
    changed = they(document_with(text, mentions))
    assert changed.text.startswith("They rowed. He's cold. He, who knew the river, was calm. They")
    text = "She sang. They stopped her gently. She smiled."
    changed = they(document_with(text, [f"kit pron {word}" for word in ("She", "her", "She")]))
    assert changed.text == "They sang. They stopped her gently. They smiled."


def test_nobody_changes_whom_a_noun_or_title_calls_a_man_or_woman(document_with):
    for noun in ("name Mrs. Hart", "noun the old boatwoman"):
        text = f"{noun.split(' ', 1)[1]} rowed. She sang. She slept."
        document = document_with(text, [f"kit {noun}", "kit pron She", "kit pron She"])
        assert they(document) == document


def test_nobody_changes_who_is_said_to_be_a_man(document_with):
    document = document_with(
        "He rowed. He was a big man.",
        ["kit pron He", "kit pron He", "T2 noun a big man"],
        attributes=[("T2", "T1")],
    )
    assert they(document) == document


def test_a_person_with_a_neutral_role_changes(document_with):
    text = "The baker rowed. He sang to his boat."
    document = document_with(text, ["kit noun The baker", "kit pron He", "kit pron his"])
    assert they(document).text == "The baker rowed. They sang to their boat."


def test_the_seed_chooses_the_people(document_with, monkeypatch):
    monkeypatch.setattr(singular_they, "SHARE", 0.5)
    document = document_with("He rowed. He sang.", ["kit pron He", "kit pron He"])
    results = {singular_they.with_singular_they(document, seed).text for seed in range(20)}
    assert results == {"He rowed. He sang.", "They rowed. They sang."}
