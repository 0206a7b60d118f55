/** The one card that is open beside the words it is about. */

import { button, element } from "./elements";

/** Room between the words and the card, and between the card and the edge, in pixels. */
const GAP = 8;

/** Opens a card at a word or a line, one at a time; Escape or a click elsewhere closes it. */
export class Popup {
  private readonly box = element("div", {
    class: "card",
    role: "dialog",
    tabindex: "-1",
    "aria-labelledby": "card-title",
    hidden: "",
  });
  private anchor: HTMLElement | null = null;
  private pinned = false;

  constructor(page: Document) {
    page.body.append(this.box);
    page.addEventListener("keydown", (event) => this.key(event));
    page.addEventListener("pointerdown", (event) => {
      if (this.anchor && event.target instanceof Node && !this.holds(event.target))
        this.close(false);
    });
  }

  get isOpen(): boolean {
    return this.anchor !== null;
  }

  /** Whether the card stays until it is closed, as it does when it was asked for. */
  get isPinned(): boolean {
    return this.pinned;
  }

  /** Whether a node lies in the card or in the words that it is about. */
  holds(node: Node): boolean {
    return this.box.contains(node) || (this.anchor?.contains(node) ?? false);
  }

  /** Shows content at an element. A pinned card takes the focus, one only pointed at does not. */
  open(anchor: HTMLElement, content: readonly Node[], pinned: boolean): void {
    this.anchor = anchor;
    this.pinned = pinned;
    const shut = button("×", () => this.close(true), { class: "shut", "aria-label": "Close" });
    this.box.replaceChildren(...content, shut);
    this.box.hidden = false;
    this.place(anchor);
    if (pinned) this.box.focus({ preventScroll: true });
  }

  /** Shows other content in the open card. */
  refill(content: readonly Node[]): void {
    if (this.anchor) this.open(this.anchor, content, true);
  }

  /** Closes the card; the focus goes back to the words if it was in the card or is asked for. */
  close(giveBack: boolean): void {
    const anchor = this.anchor;
    if (!anchor) return;
    const back = giveBack || this.box.contains(document.activeElement);
    this.anchor = null;
    this.pinned = false;
    this.box.hidden = true;
    this.box.replaceChildren();
    if (back) anchor.focus({ preventScroll: true });
  }

  private place(anchor: HTMLElement): void {
    // Words that wrap have several boxes; the card belongs to the first.
    const words = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.box;
    const room = document.documentElement.clientWidth;
    const left = Math.max(GAP, Math.min(words.left, room - width - GAP));
    const below = words.bottom + GAP + height <= window.innerHeight || words.top < height + GAP;
    const top = below ? words.bottom + GAP : words.top - height - GAP;
    this.box.style.left = `${left + window.scrollX}px`;
    this.box.style.top = `${top + window.scrollY}px`;
  }

  private key(event: KeyboardEvent): void {
    if (!this.isOpen) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.close(false);
    } else if (event.key === "Tab" && this.box.contains(document.activeElement)) {
      this.keepInside(event);
    }
  }

  /** Tab goes round in the card: it stands at the end of the page, far from its words. */
  private keepInside(event: KeyboardEvent): void {
    const stops = Array.from(
      this.box.querySelectorAll<HTMLElement>("a[href],button,select,summary"),
    );
    const first = stops[0];
    const last = stops.at(-1);
    const current = document.activeElement;
    if (event.shiftKey && (current === first || current === this.box)) {
      event.preventDefault();
      last?.focus();
    } else if (!event.shiftKey && current === last) {
      event.preventDefault();
      first?.focus();
    }
  }
}
