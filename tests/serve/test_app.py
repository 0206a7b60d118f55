import time

import pytest
from starlette.testclient import TestClient

from fabula.serve.app import application
from fabula.serve.library import Library
from fabula.sources.limits import MAX_FILE_BYTES

OWN = "http://127.0.0.1:8375"
KITE = "“Hold the string,” said Ann.\n\n“I have it!” said Ben, and he let the kite go.\n"


@pytest.fixture
def client(tmp_path):
    with TestClient(application(Library(tmp_path), 8375), base_url=OWN) as found:
        yield found


def add(client, name, data=KITE, **headers):
    return client.post(
        "/stories",
        files={"file": (name, data.encode())},
        headers={"Origin": OWN, **headers},
        follow_redirects=False,
    )


def wait_until_read(client, seconds=60):
    for _ in range(seconds * 10):
        state = client.get("/state").json()
        if all(story["ready"] for story in state):
            return state
        time.sleep(0.1)
    raise AssertionError(f"still reading after {seconds} s: {state}")


def test_an_added_story_is_read_and_has_its_page(client, tmp_path):
    assert "No stories" in client.get("/").text
    assert add(client, "kite.txt").headers["location"] == "/"
    assert (tmp_path / "kite.txt").read_text(encoding="utf-8") == KITE
    assert "kite.txt" in client.get("/stories/kite.txt").text  # in its place until it is read
    (state,) = wait_until_read(client)
    assert "2 people" in state["said"]
    assert '<main id="story"' in client.get("/stories/kite.txt").text
    assert 'href="/stories/kite.txt"' in client.get("/").text


def test_a_file_that_is_no_story_says_so_in_the_list(client, tmp_path):
    (tmp_path / "empty.txt").write_text("   \n", encoding="utf-8")
    (state,) = wait_until_read(client)
    assert state["said"].startswith("empty.txt: expected")
    assert "expected" in client.get("/").text
    assert "/stories/empty.txt" not in client.get("/").text


def test_what_cannot_be_added_is_said_on_the_list(client, tmp_path):
    response = add(client, "kite.exe")
    assert response.status_code == 400
    assert 'role="alert"' in response.text
    assert "expected the name of a story file" in response.text
    assert add(client, "<img src=x onerror=alert(1)>.exe").text.count("<img") == 0
    assert client.post("/stories", headers={"Origin": OWN}).status_code == 400
    assert [path for path in tmp_path.iterdir() if path.suffix == ".exe"] == []


def test_an_upload_larger_than_any_story_is_refused_unread(client):
    response = client.post(
        "/stories",
        content=b"x",
        headers={"Origin": OWN, "Content-Length": str(MAX_FILE_BYTES + 20_000)},
    )
    assert response.status_code == 413


def test_an_upload_of_unknown_length_is_refused(client):
    response = client.post("/stories", content=iter([b"x"]), headers={"Origin": OWN})
    assert response.status_code == 411


@pytest.mark.parametrize(
    "path", ["/stories/none.txt", "/stories/..%2f..%2fetc%2fpasswd", "/stories/.fabula", "/x"]
)
def test_what_is_not_in_the_list_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_names_cannot_bring_markup_into_the_list(client, tmp_path):
    (tmp_path / "<script>alert(1)</script>".replace("/", "")).with_suffix(".txt").write_text(KITE)
    listed = client.get("/").text
    assert "<script>alert" not in listed
    assert "&lt;script&gt;" in listed
