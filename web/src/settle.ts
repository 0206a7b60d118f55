/** The pane of things to settle: uncertain conversations, worst first, and what was settled. */

import { ConversationItem, type ConversationParts } from "./conversation_item";
import { conversations, isUncertain } from "./conversations";
import { CorrectionLines } from "./correction_lines";
import { button, element } from "./elements";
import { unfold } from "./jumps";
import type { Line } from "./model";
import { counted } from "./words";

/** Conversations listed at first, and how many more each time. */
const LISTED = 10;

/** Fills `#settle` and keeps it up to date. */
export class Settle {
  private readonly status = element("p", { class: "status" });
  private readonly list = element("ol", { class: "conversations" });
  private readonly more = button("Show more", () => this.showMore());
  private readonly everything = element("input", { type: "checkbox" });
  private readonly corrections: CorrectionLines;
  private items: ConversationItem[] = [];
  private listed = LISTED;
  private isSeen = false;
  private isStale = true;

  constructor(
    private readonly pane: HTMLElement,
    private readonly parts: ConversationParts,
  ) {
    this.corrections = new CorrectionLines(parts.choices);
    this.everything.addEventListener("change", () => this.fill());
    const whole = element("label", {}, this.everything, " Also what I have not read yet");
    if (!pane.querySelector("h2, summary")) pane.prepend(element("h2", {}, "To settle"));
    const body = pane.querySelector(":scope > details") ?? pane;
    body.append(this.status, whole, this.list, this.more, this.corrections.group);
    pane.addEventListener("keydown", (event) => this.key(event));
    parts.position.onChange(() => this.becomeStale());
    parts.choices.onChange((line) => this.settled(line));
    this.fillWhenSeen();
  }

  /** Shows a line in its conversation, or by itself if it is in none, to be settled. */
  show(lineId: string): void {
    const line = this.parts.model.lines.get(lineId);
    if (!line) return;
    unfold(this.pane);
    this.fill();
    let item = this.items.find((each) => each.holds(lineId));
    if (!item?.conversation.uncertain.includes(line)) {
      const alone = { scene: line.scene, lines: [line], uncertain: [line], doubt: 0 };
      item = new ConversationItem(alone, this.parts);
      this.items.unshift(item);
      this.list.prepend(item.element);
    }
    item.focus(lineId);
  }

  private get reach(): number {
    return this.everything.checked ? Infinity : this.parts.position.told;
  }

  private fill(): void {
    const { model, choices } = this.parts;
    this.isStale = false;
    // What was settled here keeps its place, so that it can be taken back.
    const isOpen = (line: Line): boolean => isUncertain(line) || choices.has(line);
    const found = conversations(model.story.lines, this.reach, isOpen);
    const open = new Set(this.items.filter((item) => item.isOpen).map((item) => item.key));
    this.items = found.slice(0, this.listed).map((each) => new ConversationItem(each, this.parts));
    for (const item of this.items) if (open.has(item.key)) item.unfold();
    this.list.replaceChildren(...this.items.map((item) => item.element));
    this.more.hidden = found.length <= this.listed;
    const lines = found.flatMap((each) => each.uncertain).filter(isUncertain).length;
    this.sayHowMany(lines, found.length);
    this.corrections.fill();
  }

  private sayHowMany(lines: number, runs: number): void {
    const where = this.reach === Infinity ? "in the story" : "in what you have read";
    const found = `${counted(lines, "uncertain line")} in ${counted(runs, "conversation")}`;
    this.status.textContent =
      lines === 0 ? `Nothing is left to settle ${where}.` : `${found} ${where}, worst first.`;
  }

  private showMore(): void {
    const first = this.listed;
    this.listed += LISTED;
    this.fill();
    this.items[first]?.focusTitle();
  }

  private settled(line: Line): void {
    for (const item of this.items) if (item.holds(line.id)) item.refresh(line);
    this.corrections.fill();
  }

  /** Digits choose the nth person of the line that has the focus, and go on to the next line. */
  private key(event: KeyboardEvent): void {
    if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof Element) || event.target.matches("select, textarea")) return;
    const row = event.target.closest<HTMLElement>("[data-line]");
    const id = row?.dataset["line"];
    const choose = row?.querySelectorAll<HTMLButtonElement>("button.person")[Number(event.key) - 1];
    if (!choose || id === undefined) return;
    event.preventDefault();
    choose.click();
    const item = this.items.find((each) => each.holds(id));
    const next = item?.after(id) ?? null;
    if (next !== null) item?.focus(next);
  }

  /** The list is only made anew while somebody looks at it: reading on must stay light. */
  private becomeStale(): void {
    this.isStale = !this.everything.checked;
    if (this.isSeen && this.isStale && !this.pane.contains(document.activeElement)) this.fill();
  }

  private fillWhenSeen(): void {
    if (typeof IntersectionObserver !== "function") {
      this.isSeen = true;
      this.fill();
      return;
    }
    new IntersectionObserver((entries) => {
      this.isSeen = entries.at(-1)?.isIntersecting ?? false;
      if (this.isSeen && this.isStale) this.fill();
    }).observe(this.pane);
  }
}
