"""Links that lead to one place of the page, from outside and within, and back."""


def in_sight(reader, selector):
    box = reader.find(selector).first.bounding_box()
    height = reader.page.viewport_size["height"]
    bar = reader.find("#bar").bounding_box()["height"]
    return box is not None and bar <= box["y"] < height


def marked(reader):
    return reader.run(
        "[...(CSS.highlights.get('passage') ?? [])].map(range => range.toString()).join(' | ')"
    )


def test_a_link_to_a_line_opens_there_and_marks_it(opened, lamps):
    reader = opened(lamps, at="#q15", viewport={"width": 800, "height": 500})
    assert in_sight(reader, "#q15")
    assert marked(reader) == reader.find("#q15").inner_text()


def test_a_link_to_a_passage_marks_its_words(opened, small):
    reader = opened(small)
    reader.run("location.hash = '#t0-4'")
    reader.wait("CSS.highlights.has('passage')")
    assert marked(reader) == "Ines"


def test_a_link_to_a_scene_or_chapter_leads_there(opened, lamps):
    reader = opened(lamps, at="#s3", viewport={"width": 800, "height": 500})
    assert in_sight(reader, "#s3 .strip")
    reader.open("#c1")
    assert in_sight(reader, "#c1")


def test_a_link_to_somebody_unfolds_the_cast(opened, small):
    reader = opened(small)
    reader.settle_down()
    reader.find("#story a.m").first.click()
    reader.card().get_by_role("link", name="In the cast").click()
    reader.wait("location.hash === '#who-ines'")
    assert in_sight(reader, "#who-ines")
    assert reader.find("#cast details").first.get_attribute("open") is not None


def test_a_link_to_somebody_not_told_yet_says_so_and_tells_nothing(opened, small):
    reader = opened(small, viewport={"width": 1000, "height": 300})
    reader.tell(20)
    reader.run("location.hash = '#who-odo'")
    reader.wait("document.querySelector('#live').innerText !== ''")
    assert "not been told yet" in reader.find("#live").inner_text()
    assert reader.find("#who-odo").is_hidden()


def test_the_way_back_leads_where_one_was(opened, lamps):
    reader = opened(lamps, viewport={"width": 800, "height": 500})
    reader.find("#bar nav a").filter(has_text="Cast").click()
    reader.wait("location.hash === '#cast'")
    reader.find("#cast .scenes a:visible").first.click()
    reader.wait("location.hash === '#s1'")
    reader.page.go_back()
    reader.wait("location.hash === '#cast'")
    assert in_sight(reader, "#cast summary")


def test_chart_marks_lead_into_the_text(opened, small):
    reader = opened(small)
    reader.press("a")
    reader.unfold_all()
    link = reader.find("#chart-states a:not([aria-hidden])").first
    link.focus()
    reader.press("Enter")
    reader.wait("location.hash.startsWith('#p')")
    assert in_sight(reader, reader.run("location.hash"))


def test_an_unknown_place_harms_nothing(opened, small):
    reader = opened(small, at="#%E0%A4%A-<b>")
    reader.run("location.hash = '#t900000-900010'")
    assert reader.find("#title").is_visible()
