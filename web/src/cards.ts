/** Opens cards: by pointing at a name for a moment, by a click, a tap or Enter. */

import { nearest } from "./elements";
import type { Jumps } from "./jumps";
import { lineCard } from "./line_card";
import type { Model } from "./model";
import type { Passages } from "./passages";
import { codePoints } from "./passages";
import { personCard } from "./person_card";
import type { Popup } from "./popup";
import type { ReadingPosition } from "./position";

/** How long one points at a name before its card opens, and how long it stays behind, in ms. */
const OPENS_AFTER = 350;
const CLOSES_AFTER = 300;

const NAME = "a.m";
const LINE = "span.q";

export interface CardParts {
  readonly model: () => Model | null;
  readonly passages: Passages;
  readonly position: ReadingPosition;
  readonly jumps: Jumps;
  readonly popup: Popup;
  /** Opens a line among the things to settle. */
  readonly settle: (lineId: string) => void;
}

/** Listens to the text for people who want to know more. */
export class Cards {
  private timer = 0;

  constructor(
    page: Document,
    private readonly parts: CardParts,
  ) {
    const story = page.getElementById("story");
    story?.addEventListener("click", (event) => this.clicked(event));
    story?.addEventListener("keydown", (event) => this.key(event));
    story?.addEventListener("focusin", (event) => {
      nearest(event, NAME)?.setAttribute("aria-haspopup", "dialog");
    });
    page.addEventListener("pointerover", (event) => this.pointed(event));
  }

  private clicked(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const name = nearest(event, NAME);
    if (name) {
      event.preventDefault();
      this.openPerson(name, true);
      return;
    }
    const line = nearest(event, LINE);
    // Who marks words with the mouse wants to copy them.
    if (line && (window.getSelection()?.isCollapsed ?? true)) this.openLine(line);
  }

  private key(event: KeyboardEvent): void {
    const target = event.target;
    if (event.key !== "Enter" || !(target instanceof HTMLElement) || !target.matches(LINE)) return;
    event.preventDefault();
    this.openLine(target);
  }

  private pointed(event: PointerEvent): void {
    if (event.pointerType !== "mouse" || this.parts.popup.isPinned) return;
    window.clearTimeout(this.timer);
    const name = nearest(event, NAME);
    const { popup } = this.parts;
    if (event.target instanceof Node && popup.holds(event.target)) return;
    if (name) {
      this.timer = window.setTimeout(() => this.openPerson(name, false), OPENS_AFTER);
    } else if (popup.isOpen) {
      this.timer = window.setTimeout(() => popup.close(false), CLOSES_AFTER);
    }
  }

  private openPerson(name: HTMLElement, pinned: boolean): void {
    window.clearTimeout(this.timer);
    const { model, passages, position, jumps, popup } = this.parts;
    const story = model();
    const id = whoIn(name);
    if (!story || id === null) return;
    const at = passages.offsetOf(name);
    // Who leapt ahead to this name has at least seen the name itself.
    const end = at === null ? 0 : at + codePoints(name.textContent);
    const known = Math.max(position.told, end);
    popup.open(name, personCard(story, jumps, id, known, at), pinned);
  }

  private openLine(part: HTMLElement): void {
    window.clearTimeout(this.timer);
    const { model, position, popup, settle } = this.parts;
    const line = model()?.lines.get(part.dataset["q"] ?? part.id);
    const story = model();
    if (!story || !line) return;
    part.tabIndex = -1;
    const known = Math.max(position.told, line.end);
    const settleIt = line.anchor === null ? null : () => settle(line.id);
    popup.open(part, lineCard(story, line, known, { settle: settleIt }), true);
  }
}

/** Whose card a name leads to. */
function whoIn(name: HTMLElement): string | null {
  return /^#who-(.+)$/.exec(name.getAttribute("href") ?? "")?.[1] ?? null;
}
