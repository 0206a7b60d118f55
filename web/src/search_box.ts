/** The window of the search: a field, and what was found, by keyboard or pointer. */

import { button, element } from "./elements";
import type { Hit, Search } from "./search";
import { counted } from "./words";

/** Typing may go on for so long before the story is searched, in ms. */
const PATIENCE = 120;

const TITLES: Readonly<Record<Hit["kind"], string>> = {
  person: "People",
  fact: "Facts",
  text: "In the text",
};

export interface SearchBoxParts {
  /** The search, made when it is first asked for. */
  readonly search: () => Search | null;
  readonly position: () => number;
  readonly follow: (target: string) => void;
}

export class SearchBox {
  private readonly dialog = element("dialog", { class: "window search", "aria-label": "Search" });
  private readonly field = element("input", {
    type: "search",
    role: "combobox",
    placeholder: "A name, a thing, words of the text",
    "aria-label": "Search the story",
    "aria-controls": "found",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
  });
  private readonly list = element("div", { id: "found", role: "listbox", "aria-label": "Found" });
  private readonly count = element("p", { class: "status", role: "status" });
  private options: HTMLElement[] = [];
  private chosen = -1;
  private timer = 0;

  constructor(
    page: Document,
    private readonly parts: SearchBoxParts,
  ) {
    const close = button("Close", () => this.dialog.close(), { class: "close" });
    const top = element("div", { class: "field" }, this.field, close);
    this.dialog.append(top, this.count, this.list);
    page.body.append(this.dialog);
    this.field.addEventListener("input", () => {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.look(), PATIENCE);
    });
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("click", (event) => {
      const option =
        event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
      if (option) this.take(option);
    });
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close(); // beside the window
    });
  }

  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
    this.field.select();
    this.field.focus();
    this.look(); // the reader may have read on since
  }

  private look(): void {
    window.clearTimeout(this.timer);
    const found = this.parts.search()?.find(this.field.value, this.parts.position());
    const hits = found?.shown ?? [];
    this.options = hits.map((hit, index) => option(hit, index));
    this.list.replaceChildren(...this.groups(hits));
    this.field.setAttribute("aria-expanded", String(hits.length > 0));
    this.choose(hits.length > 0 ? 0 : -1);
    const more = found && found.more > 0 ? `, and ${counted(found.more, "passage")} more` : "";
    const reach = this.parts.position() === Infinity ? "" : ", as far as you have read";
    const isAsked = this.field.value.trim() !== "";
    this.count.textContent = isAsked ? `${counted(hits.length, "result")}${more}${reach}.` : "";
  }

  private groups(hits: readonly Hit[]): HTMLElement[] {
    const kinds = Object.keys(TITLES) as Hit["kind"][];
    return kinds.flatMap((kind) => {
      const options = this.options.filter((_, index) => hits[index]?.kind === kind);
      if (options.length === 0) return [];
      const title = element("p", { class: "kind", role: "presentation" }, TITLES[kind]);
      return [element("div", { role: "group", "aria-label": TITLES[kind] }, title, ...options)];
    });
  }

  private key(event: KeyboardEvent): void {
    const last = this.options.length - 1;
    if (event.key === "ArrowDown") this.choose(Math.min(this.chosen + 1, last));
    else if (event.key === "ArrowUp") this.choose(Math.max(this.chosen - 1, Math.min(0, last)));
    else if (event.key === "Enter") {
      window.clearTimeout(this.timer);
      if (this.options.length === 0) this.look();
      const option = this.options[this.chosen];
      if (option) this.take(option);
    } else if (event.key === "Escape") {
      this.dialog.close(); // at once: browsers would first empty the field
    } else return;
    event.preventDefault();
  }

  private choose(index: number): void {
    this.options[this.chosen]?.setAttribute("aria-selected", "false");
    this.chosen = index;
    const option = this.options[index];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  private take(option: HTMLElement): void {
    this.dialog.close();
    this.parts.follow(option.dataset["target"] ?? "");
  }
}

function option(hit: Hit, index: number): HTMLElement {
  return element(
    "div",
    { role: "option", id: `found-${index}`, "aria-selected": "false", "data-target": hit.target },
    element("span", { class: "title" }, ...titleOf(hit)),
    hit.detail ? element("span", { class: "detail" }, ` ${hit.detail}`) : null,
  );
}

/** The title, the words that were asked for set off. */
function titleOf({ title, match }: Hit): (Node | string)[] {
  if (!match) return [title];
  const [start, end] = match;
  return [title.slice(0, start), element("b", {}, title.slice(start, end)), title.slice(end)];
}
