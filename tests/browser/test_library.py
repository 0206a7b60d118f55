"""`fabula serve` in a browser: list, adding a story, its page, and other sites kept out."""

import http.server
import subprocess
import sys
import threading
from pathlib import Path

import pytest

KITE = "“Hold the string,” said Ann.\n\n“I have it!” said Ben, and he let the kite go.\n"
STRANGE_SITE = """<!doctype html><title>Elsewhere</title><script>
const own = new URLSearchParams(location.search).get("library");
const tried = {};
const attempt = async (name, address, options) => {
    try {
        const answer = await fetch(own + address, options);
        tried[name] = answer.type === "opaque" ? "opaque" : await answer.text();
    } catch (error) { tried[name] = "failed"; }
};
const form = () => { const data = new FormData();
    data.append("file", new File(["Ann sank."], "sunk.txt")); return data; };
window.done = (async () => {
    await attempt("read", "state");
    await attempt("add", "stories", { method: "POST", body: form() });
    await attempt("add blindly", "stories", { method: "POST", body: form(), mode: "no-cors" });
    const frame = document.createElement("iframe");
    frame.src = own;
    document.documentElement.append(frame);
    await new Promise(resolve => { frame.onload = resolve; });
    return tried;
})();
</script>"""


@pytest.fixture
def library(tmp_path):
    """A server over a folder with one story, in a process of its own; its address."""
    (tmp_path / "kite.txt").write_text(KITE, encoding="utf-8")
    command = [sys.executable, "-m", "fabula", "serve", str(tmp_path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        line = server.stderr.readline()
        yield line.split()[0], tmp_path
        server.terminate()
        server.stderr.close()


@pytest.fixture
def elsewhere():
    """Another site at this machine, with a page that tries its best."""

    class Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(STRANGE_SITE.encode())

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}/"
        site.shutdown()


@pytest.fixture
def page(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def wait_for_story(page, name):
    page.locator(f"a[href='/stories/{name}']").wait_for(timeout=60_000)


@pytest.mark.slow
def test_a_story_is_listed_read_added_and_opened(page, library, tmp_path):
    address, folder = library
    complaints = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    assert page.locator("li[data-name='kite.txt']").is_visible()
    wait_for_story(page, "kite.txt")  # the list follows the reading by itself
    boat = tmp_path.parent / "boat <b>.txt"
    boat.write_text("Ines rowed. “Faster!” said Tom.\n", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(boat)
    page.get_by_role("button", name="Add", exact=True).click()
    row = page.locator("li", has_text="boat <b>")
    row.wait_for()
    row.locator("a").wait_for(timeout=60_000)
    assert Path(folder, "boat <b>.txt").is_file()
    row.locator("a").click()
    page.wait_for_selector(".reading", state="attached")
    assert "Ines rowed." in page.locator("#story").inner_text()
    page.locator("#story a.m").first.click()
    assert page.locator(".card").is_visible()
    assert complaints == []


@pytest.mark.slow
def test_a_page_of_another_site_can_neither_read_nor_add_nor_frame(page, library, elsewhere):
    address, folder = library
    page.goto(address)
    wait_for_story(page, "kite.txt")
    page.goto(f"{elsewhere}?library={address}")
    tried = page.evaluate("window.done")
    assert tried == {"read": "failed", "add": "failed", "add blindly": "failed"}
    assert [frame.url for frame in page.frames[1:]] == ["chrome-error://chromewebdata/"]
    assert sorted(path.name for path in folder.glob("*.txt")) == ["kite.txt"]
    # The address in the bar still works: it is only other sites that are kept out.
    page.goto(address)
    wait_for_story(page, "kite.txt")
