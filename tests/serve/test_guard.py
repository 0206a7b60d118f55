import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from fabula.serve.guard import Guard

OWN = "http://127.0.0.1:8375"


def answer(_request):
    return PlainTextResponse("in")


@pytest.fixture
def client():
    app = Starlette(
        routes=[Route("/", answer, methods=["GET", "POST"])],
        middleware=[Middleware(Guard, port=8375)],
    )
    return TestClient(app, base_url=OWN)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-origin", "Origin": OWN},
        {"Host": "localhost:8375"},
    ],
)
def test_the_address_bar_and_own_pages_are_let_in(client, headers):
    assert client.get("/", headers=headers).text == "in"


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "stories.example:8375"},  # a name made to point at this machine
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:80"},
        {"Origin": "http://stories.example"},
        {"Origin": "null"},  # a page from file:// or a sandboxed frame
        {"Origin": "https://127.0.0.1:8375"},
        {"Origin": "http://127.0.0.1:8376"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_sites_are_refused(client, headers):
    response = client.get("/", headers=headers)
    assert response.status_code == 403
    assert response.text.startswith("refused: expected ")


def test_a_change_must_name_the_page_it_comes_from(client):
    assert client.post("/").status_code == 403
    assert client.post("/", headers={"Origin": OWN}).text == "in"


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://stories.example"}])
def test_every_answer_forbids_framing_and_keeping(client, headers):
    found = client.get("/", headers=headers).headers
    assert found["x-frame-options"] == "DENY"
    assert found["cross-origin-resource-policy"] == "same-origin"
    assert found["cache-control"] == "no-store"
    assert found["x-content-type-options"] == "nosniff"
