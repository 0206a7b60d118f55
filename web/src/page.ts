/** Puts the parts of the page together: at once what the eye sees, the rest when there is time. */

import { Cards } from "./cards";
import { Choices } from "./choices";
import { button, element } from "./elements";
import { Jumps } from "./jumps";
import { Keys } from "./keys";
import { readModel } from "./model";
import { Passages } from "./passages";
import { Popup } from "./popup";
import { ReadingPosition } from "./position";
import { Search, searchText } from "./search";
import { SearchBox } from "./search_box";
import { Settle } from "./settle";
import { Slider } from "./slider";
import { Steps } from "./steps";
import { settings, storeOf } from "./store";
import { partsOf, Telling } from "./telling";
import { Theme } from "./theme";
import { Viewport } from "./viewport";

/** Makes a page move. */
export function startPage(page: Document): void {
  const passages = new Passages(page);
  const store = storeOf(page.title, passages.identity);
  const kept = settings();
  const bar = page.getElementById("bar");
  const position = new ReadingPosition(store);
  const telling = new Telling(partsOf(page));
  const viewport = new Viewport(page, bar);
  const say = speaker(page);

  page.documentElement.classList.add("script");
  const theme = new Theme(page.documentElement, kept);
  position.onChange(() => telling.tell(position.told));
  telling.tell(position.told);

  const model = once(() => readModel(page));
  const jumps = new Jumps(page, passages, say);
  const popup = new Popup(page);
  jumps.onLand(() => popup.close(false));
  const search = once(() => {
    const story = model();
    const texts = passages.all().map(({ at, text }) => searchText(at, text));
    return story && new Search(story, texts);
  });
  const searchBox = new SearchBox(page, {
    search,
    position: () => position.told,
    follow: (target) => jumps.follow(target),
  });
  const tools = element("div", { class: "tools" });
  bar?.append(tools);
  const stayBelow = clearOf(bar);
  tools.append(
    button("Search", () => searchBox.open(), { class: "search-button" }),
    theme.switch,
  );

  let settle: Settle | null = null;
  new Cards(page, {
    model,
    passages,
    position,
    jumps,
    popup,
    settle: (lineId) => {
      popup.close(false);
      settle?.show(lineId);
    },
  });

  whenIdle(() => {
    const story = model();
    if (!story) return;
    const slider = new Slider({
      model: story,
      position,
      viewport,
      say,
      goTo: (offset) => jumps.follow(passages.paragraphAt(offset - 1)?.id ?? "story"),
    });
    tools.prepend(slider.unfold, slider.group);
    follow(viewport, position, slider);
    const choices = new Choices(story, store, position);
    const pane = page.getElementById("settle");
    if (pane) settle = new Settle(pane, { model: story, passages, position, jumps, choices });
    const steps = new Steps(page, viewport, jumps);
    const keys = new Keys(page, kept, [
      { key: "j", does: "Next scene", run: () => steps.scene(1) },
      { key: "k", does: "Scene before", run: () => steps.scene(-1) },
      { key: "n", does: "Next line somebody says", run: () => steps.line(1) },
      { key: "p", does: "Line before", run: () => steps.line(-1) },
      { key: "/", does: "Search", run: () => searchBox.open() },
      { key: "]", does: "Told up to one scene more", run: () => slider.step(1) },
      { key: "[", does: "Told up to one scene less", run: () => slider.step(-1) },
      { key: "a", does: "Show all, or only what I have read", run: () => slider.toggleAll() },
      { key: "t", does: "Dark or light", run: () => theme.toggle() },
    ]);
    tools.append(button("?", () => keys.showHelp(), { "aria-label": "Keys" }));
    stayBelow();
    jumps.settle();
  });
}

/** How often one looks what is on screen, in ms: what flies by faster is not read. */
const LOOKS_EVERY = 200;

/** Lets the reading position follow the text on screen. */
function follow(viewport: Viewport, position: ReadingPosition, slider: Slider): void {
  let asked = false;
  const look = (): void => {
    asked = false;
    const seen = viewport.seen();
    if (seen) position.see(seen.first, seen.last);
    slider.look(seen);
  };
  const ask = (): void => {
    if (!asked) window.setTimeout(look, LOOKS_EVERY);
    asked = true;
  };
  window.addEventListener("scroll", ask, { passive: true });
  window.addEventListener("resize", ask, { passive: true });
  position.onChange(ask);
  ask();
}

/**
 * Keeps what is jumped to clear of the bar, whose height depends on the width of the screen.
 *
 * What it gives back does so at once, before the browser would.
 */
function clearOf(bar: HTMLElement | null): () => void {
  const room = 16;
  const measure = (): void => {
    if (bar) document.documentElement.style.scrollPaddingTop = `${bar.offsetHeight + room}px`;
  };
  if (bar && typeof ResizeObserver === "function") new ResizeObserver(measure).observe(bar);
  return measure;
}

/** Says something to those who listen instead of looking. */
function speaker(page: Document): (message: string) => void {
  const live =
    page.getElementById("live") ??
    page.body.appendChild(element("p", { id: "live", "aria-live": "polite" }));
  return (message) => {
    live.textContent = message;
  };
}

/** A value made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** When the page has loaded and there is time. */
function whenIdle(work: () => void): void {
  if (document.readyState !== "complete") {
    window.addEventListener("load", () => whenIdle(work), { once: true });
    return;
  }
  if (typeof requestIdleCallback === "function")
    requestIdleCallback(() => work(), { timeout: 500 });
  else window.setTimeout(work, 0);
}
