"""Nothing in a story, its title or its file's name can bring markup or script into the page."""

import msgspec
import pytest
from tests.world.conftest import small_world

from fabula import pipeline
from fabula.story import Alias

WICKED = (
    "</script><script>window.hurt=1</script>",
    "</title></style><img src=x onerror=window.hurt=1>",
    "\"' onfocus=window.hurt=1 autofocus x='",
    "--><svg onload=window.hurt=1>",
    "javascript:window.hurt=1//",
)


def hostile_names(wicked):
    """The small story with a wicked title, file name, names, things and places."""
    story = small_world()
    ines, *others = story.cast
    named = msgspec.structs.replace(
        ines, name=wicked, aliases=(Alias(name=wicked[::-1], reason="x"), *ines.aliases)
    )
    document = msgspec.structs.replace(story.document, name=f"{wicked}.txt".replace("/", "_"))
    return msgspec.structs.replace(story, cast=(named, *others), document=document)


def hostile_text(wicked):
    """A story that says wicked things, by wicked people."""
    text = (
        f"{wicked}\n\nby {wicked}\n\n\nChapter 1: {wicked}\n\n"
        f"“{wicked},” said Ines {wicked}. Ines laughed. “I am {wicked},” said Tom.\n\n* * *\n\n"
        f"Tom said, “{wicked}”"
    )
    return pipeline.read_bytes(text.encode(), f"{wicked}.txt".replace("/", "_"), encoder=None)


@pytest.mark.parametrize("story_of", [hostile_names, hostile_text])
@pytest.mark.parametrize("wicked", WICKED)
def test_wicked_words_stay_words(opened, written, story_of, wicked):
    reader = opened(written("wicked.html", story_of(wicked)))
    reader.press("a")
    reader.unfold_all()
    for name in reader.find("#story a.m").all()[:3]:
        name.click()
        reader.press("Escape")
    reader.press("/")
    reader.page.keyboard.type(wicked[:12])
    reader.page.wait_for_timeout(200)
    reader.press("Escape")
    assert reader.run("window.hurt") is None
    assert reader.find("img, iframe, object, embed, form").count() == 0
    assert reader.find("script").count() == 2
    assert (
        reader.run(
            "[...document.querySelectorAll('*')].flatMap(each => each.getAttributeNames())"
            ".filter(name => name.startsWith('on')).length"
        )
        == 0
    )


@pytest.mark.parametrize("wicked", WICKED)
def test_a_wicked_speaker_stays_words_in_the_pane_too(opened, written, wicked):
    story = hostile_names(wicked)
    first, second = story.attributions
    doubtful = msgspec.structs.replace(second, confidence=0.2, candidates=("odo", "ines"))
    story = msgspec.structs.replace(story, attributions=(first, doubtful))
    reader = opened(written("pane.html", story))
    reader.press("a")
    reader.find("#settle > details > summary").click()
    reader.find("#settle .conversations summary").first.click()
    reader.find("#settle button.person").nth(1).click()
    assert reader.run("window.hurt") is None
    assert reader.find("img").count() == 0


def test_the_policy_stops_what_a_script_would_do(opened, small):
    reader = opened(small)
    stopped = reader.run(
        """async () => {
            const kinds = [];
            document.addEventListener("securitypolicyviolation", event =>
                kinds.push(event.effectiveDirective));
            document.body.setAttribute("onclick", "window.hurt = 1");
            document.body.click();
            const image = new Image();
            image.src = "http://127.0.0.1:9/x.png";
            const script = document.createElement("script");
            script.textContent = "window.hurt = 1";
            document.body.append(script);
            await fetch("http://127.0.0.1:9/").catch(() => null);
            await new Promise(resolve => setTimeout(resolve, 100));
            document.body.removeAttribute("onclick");
            return [kinds, window.hurt ?? null];
        }"""
    )
    assert set(stopped[0]) == {"script-src-attr", "img-src", "script-src-elem", "connect-src"}
    assert stopped[1] is None
    # What was tried on purpose is neither a complaint nor a wish of the page's own.
    assert all("Content Security Policy" in said for said in reader.complaints)
    reader.complaints.clear()
    reader.asked_elsewhere.clear()


def test_every_sign_of_the_text_is_on_the_page(opened, written):
    text = (
        "Ann saw\ta <kite> & “two” ’s — 🌧\u2028!\u00a0Then\u200bnothing.\r\n\r\n"
        "  &amp; &lt;b&gt; “Oh,” said Ann.\u202e x"
    )
    story = pipeline.read_bytes(text.encode(), "signs.txt", encoder=None)
    reader = opened(written("signs.html", story))
    found = reader.run(
        "[...document.querySelectorAll('#story :is(p, h2)[data-at]')]"
        ".map(each => [Number(each.dataset.at), each.textContent])"
    )
    whole = story.document.text
    assert [(at, words) for at, words in found] == [
        (paragraph.start, whole[paragraph.start : paragraph.end])
        for paragraph in story.document.paragraphs
    ]
