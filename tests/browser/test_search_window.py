"""Searching names, facts and text."""


def search(reader, words):
    reader.press("/")
    reader.page.keyboard.insert_text(words)  # at once: half a word is searched for, too
    reader.wait("document.querySelector('.search .status').innerText !== ''")
    return reader.find(".search [role=option]")


def test_names_facts_and_words_are_found_and_enter_leads_there(opened, small):
    reader = opened(small)
    reader.press("a")
    found = search(reader, "key")
    assert found.count() >= 2
    assert found.first.get_attribute("aria-selected") == "true"
    field = reader.find("input[type=search]")
    assert field.get_attribute("aria-activedescendant") == found.first.get_attribute("id")
    reader.press("ArrowDown")
    assert found.nth(1).get_attribute("aria-selected") == "true"
    reader.press("Enter")
    assert reader.find(".search").is_hidden()
    assert reader.run("location.hash") != ""
    assert reader.run("CSS.highlights.has('passage')")


def test_nothing_is_found_that_has_not_been_told(opened, small):
    reader = opened(small, viewport={"width": 1000, "height": 300})
    reader.tell(60)
    assert search(reader, "Odo").count() == 0
    assert "as far as you have read" in reader.find(".search .status").inner_text()
    reader.press("Escape")
    reader.press("a")
    assert search(reader, "Odo").count() > 0


def test_escape_closes_the_search_and_gives_the_focus_back(opened, small):
    reader = opened(small)
    button = reader.page.get_by_role("button", name="Search")
    button.click()
    assert "search" in reader.focused()
    reader.press("Escape")
    assert ">Search</button>" in reader.focused()
    assert reader.find(".search").is_hidden()


def test_a_result_can_be_clicked(opened, small):
    reader = opened(small)
    reader.press("a")
    search(reader, "Ines").first.click()
    assert reader.find(".search").is_hidden()
    reader.wait("location.hash !== ''")
