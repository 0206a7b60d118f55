import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Choices } from "../src/choices";
import { fileName } from "../src/correction_lines";
import { readModel, type Model } from "../src/model";
import { personCard } from "../src/person_card";
import { ReadingPosition } from "../src/position";
import { Jumps } from "../src/jumps";
import { Passages } from "../src/passages";
import { Popup } from "../src/popup";
import { Cards } from "../src/cards";
import { Settle } from "../src/settle";
import { Store } from "../src/store";
import { partsOf, Telling } from "../src/telling";
import { makePage, type Made } from "./fixture";

let made: Made;
let model: Model;
let passages: Passages;
let store: Store;
let position: ReadingPosition;
let jumps: Jumps;

const added = vi.spyOn(window, "addEventListener");

// Each test has a page of its own, and the window outlives them all.
afterEach(() => {
  for (const [type, listener] of added.mock.calls) window.removeEventListener(type, listener);
  added.mockClear();
});

beforeEach(() => {
  localStorage.clear();
  made = makePage();
  model = readModel(document) as Model;
  passages = new Passages(document);
  store = new Store("test");
  position = new ReadingPosition(store);
  jumps = new Jumps(document, passages, () => undefined);
  // What jsdom, which lays nothing out, has not.
  Element.prototype.scrollIntoView = () => undefined;
  Range.prototype.getBoundingClientRect = () => ({ top: 0 }) as DOMRect;
  window.scrollBy = () => undefined;
  URL.createObjectURL = () => "blob:test";
  URL.revokeObjectURL = () => undefined;
  vi.stubGlobal("CSS", { escape: (text: string) => text });
});

describe("the reading position", () => {
  it("follows reading and is kept", () => {
    position.see(0, 100);
    position.see(60, 160);
    expect(position.told).toBe(160);
    expect(new ReadingPosition(store).told).toBe(160);
  });

  it("does not follow a leap ahead", () => {
    position.see(0, 100);
    position.see(5000, 5100);
    expect(position.told).toBe(100);
    expect(position.isAhead(5000, 5100)).toBe(true);
  });

  it("never goes back by itself, but by hand", () => {
    position.see(0, 100);
    position.see(0, 50);
    expect(position.told).toBe(100);
    position.set(20);
    expect(position.told).toBe(20);
  });

  it("stays where it was set until one reads on", () => {
    position.see(0, 100);
    position.set(60, 100);
    position.see(0, 100);
    expect(position.told).toBe(60);
    position.see(20, 120);
    expect(position.told).toBe(120);
  });

  it("follows again who went back to where it was set", () => {
    position.see(0, 100);
    position.set(60, 100);
    position.see(0, 50);
    position.see(10, 70);
    expect(position.told).toBe(70);
  });

  it("shows all until it is moved", () => {
    position.showAll(true);
    expect(position.told).toBe(Infinity);
    position.set(20);
    expect(position.told).toBe(20);
  });

  it("works where nothing can be kept", () => {
    const refusing = {
      getItem: () => {
        throw new Error("refused");
      },
      setItem: () => {
        throw new Error("refused");
      },
    };
    const lone = new ReadingPosition(new Store("test", refusing as unknown as Storage));
    lone.see(0, 10);
    expect(lone.told).toBe(10);
  });
});

describe("telling", () => {
  const shown = (): string =>
    Array.from(document.querySelectorAll<HTMLElement>("#cast span"))
      .filter((name) => !name.closest("[hidden]"))
      .map((name) => name.textContent)
      .join("|");

  it("shows each name once it is told, in place of the one before", () => {
    const telling = new Telling(partsOf(document));
    telling.tell(0);
    expect(shown()).toBe("");
    telling.tell(made.end("Wanda"));
    expect(shown()).toBe("A stranger|Wanda");
    telling.tell(Infinity);
    expect(shown()).toBe("Mr. Tobias Pell|Wanda");
    telling.tell(made.end("A stranger"));
    expect(shown()).toBe("A stranger");
  });

  it("touches only what lies between two positions", () => {
    const telling = new Telling(partsOf(document));
    telling.tell(Infinity);
    const wanda = document.getElementById("who-e2") as HTMLElement;
    wanda.hidden = true; // nobody asked for this, and nothing between the positions touches it
    telling.tell(made.end("Mr. Tobias Pell") - 1);
    expect(wanda.hidden).toBe(true);
  });

  it("never hides the prose", () => {
    new Telling(partsOf(document)).tell(0);
    expect(document.querySelectorAll("#story p[hidden]")).toHaveLength(0);
  });

  it("hides parts of drawings by a class", () => {
    const drawing = document.createElementNS("http://www.w3.org/2000/svg", "text");
    drawing.setAttribute("data-at", "7");
    new Telling([drawing]).tell(6);
    expect(drawing.classList.contains("untold")).toBe(true);
  });
});

describe("cards", () => {
  const open = (): Popup => {
    const popup = new Popup(document);
    new Cards(document, {
      model: () => model,
      passages,
      position,
      jumps,
      popup,
      settle: () => undefined,
    });
    return popup;
  };
  const card = (): HTMLElement => document.querySelector(".card") as HTMLElement;

  it("opens at a click with the name so far, and gives the focus back at Escape", () => {
    open();
    const name = document.querySelector("a.m") as HTMLElement;
    name.click();
    expect(card().hidden).toBe(false);
    expect(card().querySelector("h2")?.textContent).toContain("A stranger");
    expect(card().textContent).not.toContain("Tobias");
    expect(document.activeElement).toBe(card());
    card().dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(card().hidden).toBe(true);
    expect(document.activeElement).toBe(name);
  });

  it("opens after one has pointed at a name for a moment, and takes no focus", () => {
    vi.useFakeTimers();
    open();
    const name = document.querySelector("a.m") as HTMLElement;
    const over = Object.assign(new Event("pointerover", { bubbles: true }), {
      pointerType: "mouse",
    });
    name.dispatchEvent(over);
    expect(card().hidden).toBe(true);
    vi.runAllTimers();
    vi.useRealTimers();
    expect(card().hidden).toBe(false);
    expect(card().contains(document.activeElement)).toBe(false);
  });

  it("says who speaks a line, how sure that is and why", () => {
    open();
    document.getElementById("q3")?.click();
    expect(card().textContent).toContain("A stranger says this");
    expect(card().textContent).toContain("unsure (40 in 100)");
    expect(card().textContent).toContain("the order of the conversation");
  });

  it("holds words, never markup", () => {
    const hostile = { ...model.people.get("e1"), names: [[0, "<img src=x onerror=alert(1)>"]] };
    (model.people as Map<string, unknown>).set("e1", hostile);
    const content = document.createElement("div");
    content.append(...personCard(model, jumps, "e1", Infinity, null));
    expect(content.querySelector("img")).toBeNull();
    expect(content.querySelector("h2")?.textContent).toContain("<img src=x");
  });
});

describe("settling a line", () => {
  const settle = (): { choices: Choices; pane: Settle } => {
    const choices = new Choices(model, store, position);
    position.showAll(true);
    const element = document.getElementById("settle") as HTMLElement;
    return { choices, pane: new Settle(element, { model, passages, position, jumps, choices }) };
  };
  const line = (id: string) => model.lines.get(id) ?? expect.fail(`no ${id}`);

  it("changes colour, initials and counts, and offers the lines of the file", () => {
    const { choices } = settle();
    choices.choose(line("q4"), "e2");
    const quotation = document.getElementById("q4") as HTMLElement;
    expect(quotation.className).toBe("q k2");
    expect(quotation.dataset).toMatchObject({ i: "W" });
    expect(model.linesOf("e2").map(({ id }) => id)).toEqual(["q2", "q4", "q5"]);
    expect(document.querySelector("textarea")?.value).toBe(
      '[[line]]\nquote = "On wheels."\nspeaker = "Wanda"\n',
    );
  });

  it("counts anew what the two say", () => {
    const { choices } = settle();
    const said = (id: string) => document.querySelector(`#who-${id} dl`)?.textContent;
    choices.choose(line("q3"), "e2");
    expect([said("e1"), said("e2")]).toEqual(["Speaks1 line, 4 words", "Speaks3 lines, 14 words"]);
    choices.undo(line("q3"));
    expect([said("e1"), said("e2")]).toEqual(["Speaks2 lines, 6 words", "Speaks2 lines, 12 words"]);
  });

  it("changes all parts of a line", () => {
    settle().choices.choose(line("q2"), "e1");
    expect(document.querySelectorAll(".q.k1")).toHaveLength(2);
  });

  it("is kept, and can be taken back", () => {
    const { choices } = settle();
    choices.choose(line("q4"), "e2");
    const again = readModel(document) as Model;
    expect(new Choices(again, store, position).lines.map(({ id }) => id)).toEqual(["q4"]);
    choices.undo(line("q4"));
    expect(line("q4").by).toBeNull();
    expect(document.getElementById("q4")?.className).toBe("q k0 unsure");
  });

  it("is one key, and the next line waits", () => {
    const { pane } = settle();
    pane.show("q3");
    const press = (): boolean | undefined =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key: "2", bubbles: true }),
      );
    press();
    expect(line("q3").by).toBe("e2");
    press();
    expect(line("q4").by).toBe("e1");
  });

  it("leaves the choices in their places, and the one before among them", () => {
    const { choices, pane } = settle();
    const names = (): (string | null)[] =>
      Array.from(document.querySelectorAll("[data-line=q3] .person"), (each) => each.textContent);
    pane.show("q3");
    const before = names();
    choices.choose(line("q3"), "e2");
    expect(names()).toEqual(before);
    expect(before).toEqual(["Mr. Tobias Pell", "Wanda"]);
  });

  it("is possible for a line that nobody doubted", () => {
    settle().pane.show("q1");
    expect(document.activeElement?.closest("[data-line]")?.getAttribute("data-line")).toBe("q1");
  });

  it("saves beside the story", () => {
    expect(fileName("chapter.one.txt")).toBe("chapter.one.fabula.toml");
    expect(fileName(undefined)).toBe("story.fabula.toml");
  });
});

describe("links", () => {
  it("lead to a passage and put the focus there", async () => {
    jumps.toPassage(made.at("lit a candle"), made.end("lit a candle"));
    await vi.waitFor(() => expect(document.activeElement?.id).toBe("p6"));
  });

  it("unfold what they lead to", async () => {
    const details = document.createElement("details");
    document.getElementById("cast")?.replaceWith(details);
    details.innerHTML = '<article id="who-e9">somebody</article>';
    jumps.follow("who-e9");
    await vi.waitFor(() => expect(details.open).toBe(true));
  });
});
