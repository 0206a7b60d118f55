import pytest
from stage_by_stage import linked, read_to

from fabula.stages.linking.linker import decide

INES = "Ines put her bag down. She sat. "
TOM = "Tom scratched his chin. He sat. "


def who(text, mention):
    return dict(linked(text)).get(mention)


def test_a_pronoun_is_the_person_who_agrees():
    text = INES + TOM + "Ines met Tom at the gate. He had brought plums."
    assert linked(text)[-1] == ("He", "Tom")


def test_an_object_pronoun_is_not_the_subject_of_its_clause():
    text = INES + "Ada tied her shoe. She sang. Ada looked at her again."
    assert linked(text)[-1] == ("her", "Ines")


def test_nobody_thanks_himself():
    text = TOM + "Melisar rubbed his nose. He yawned. Tom waved.\n\n“Thanks, Tom,” he said."
    assert linked(text)[-1] == ("he", "Melisar")


def test_whom_people_talk_about_is_hardly_meant_by_the_narrator():
    text = INES + "Ada tied her shoe. She sang. “I like Ines, Ines is kind,” she said."
    assert linked(text)[-1] == ("she", "Ada")


def test_i_in_narration_is_the_narrator():
    text = "I pulled at my oar, and I watched the rain come over the lake to me and Ines. " * 3
    assert who(text, "I") == "the narrator"


def test_a_shared_first_name_stays_with_whoever_is_called_so():
    text = (
        "Tom Brook rowed. He sang. " * 5
        + "Tom yawned.\n\n"
        + "Tom Finch fished. He slept. " * 5
        + "He bit an apple. Tom watched him."
    )
    assert [person for mention, person in linked(text) if mention == "Tom"] == ["Tom Brook"] * 2


def test_you_in_second_person_narration_is_the_one_told_of():
    text = "You run for the bus with Ines, and you wave your hat. She waves too. " * 3
    assert {who(text, form) for form in ("You", "you", "your")} == {"you"}
    assert who(text, "She") == "Ines"


def test_an_equated_description_is_the_named_person():
    text = TOM + "Tom was the carpenter here. The carpenter whistled."
    assert linked(text)[-1] == ("The carpenter", "Tom")


def test_a_title_by_itself_is_its_bearer():
    text = "Captain Durrow sang. Tom listened to the captain."
    assert linked(text)[-1] == ("the captain", "Captain Durrow")


def test_a_relative_is_found_in_the_family():
    text = (
        "Mr. Brook rubbed his chin. Mrs. Brook found her hat. Mr. Brook yawned. His wife laughed."
    )
    assert who(text, "His wife") == "Mrs. Brook"


def test_a_description_points_back_at_whoever_fits():
    text = INES + TOM + "Ines rowed. The girl sang."
    assert linked(text)[-1] == ("The girl", "Ines")


def test_a_group_is_they():
    text = "The two twins sang. They rowed. The two twins slept. They snored."
    assert who(text, "They") == "the two twins"


@pytest.mark.parametrize("text", ["She sang.", "“Who?” he asked.", "The two sang."])
def test_nobody_is_made_up(text):
    assert linked(text) == []


class Likes:
    """An encoder that takes a pronoun for the first mention of these words, and no other."""

    def __init__(self, story, words):
        self._story = story
        self._first = next(m.id for m in story.mentions if story.document[m] == words)

    def odds(self, mention_id):
        mention = next(m for m in self._story.mentions if m.id == mention_id)
        if mention.form == "proper":
            return None
        earlier = [m.id for m in self._story.mentions if m.start < mention.start]
        return [(each, 50.0 if each == self._first else 0.01) for each in reversed(earlier)]


def last_person(text, words):
    """Whom the last mention means, if the encoder prefers these words."""
    story = read_to("cast", text)
    decision = decide(story, story.cast, antecedents=Likes(story, words))[-1]
    names = {entity.id: entity.name for entity in story.cast}
    return names.get(decision.meant.person.key) if decision.meant else None


def test_the_encoder_tells_apart_whom_the_rules_cannot():
    text = INES + "Ada tied her shoe. She sang. Ines met Ada at the gate. She had brought plums."
    assert {last_person(text, name) for name in ("Ines", "Ada")} == {"Ines", "Ada"}


def test_the_encoder_does_not_make_a_she_of_a_he():
    text = INES + TOM + "Ines met Tom at the gate. He had brought plums."
    assert last_person(text, "Ines") == "Tom"


def test_they_is_one_person_where_the_encoder_expects_so():
    text = "Quinn put the bag down. They sat."
    assert linked(text)[-1] == ("Quinn", "Quinn")
    assert last_person(text, "Quinn") == "Quinn"


def test_they_is_not_someone_of_another_pronoun():
    text = INES + "Ines waved. They sat."
    assert last_person(text, "Ines") is None


@pytest.mark.parametrize("words", ["“I'm Melisar,” he said.", "“My name is Melisar,” he said."])
def test_who_says_a_name_is_its_bearer_whoever_else_is_there(words):
    text = TOM + "Tom opened the door. Tom coughed.\n\n" + words + "\n\nMelisar came in."
    assert who(text, "he") == "Melisar"


def test_who_gives_a_name_when_asked_is_its_bearer():
    text = TOM + "“Who are you?” said Tom.\n\n“Melisar,” he said.\n\nMelisar came in."
    assert who(text, "he") == "Melisar"


def test_a_relatives_name_is_not_ones_own():
    text = TOM + "Tom coughed.\n\n“I'm Melisar's uncle,” he said.\n\nMelisar came in."
    assert who(text, "he") == "Tom"


@pytest.mark.parametrize("is_", ["name was", "name is", "name’s", "name had been"])
def test_whose_name_is_told_has_it(is_):
    text = TOM + f"Tom listened. By the wall was somebody. His {is_} Melisar. Melisar rowed."
    assert who(text, "His") == "Melisar"


def test_a_name_that_is_not_told_is_nobodys():
    text = TOM + "Tom listened. His name was not what Melisar had thought."
    assert who(text, "His") == "Tom"
