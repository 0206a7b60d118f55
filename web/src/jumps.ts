/** Going to places of the page: by links, buttons and keys, and back again. */

import { mark, unmark } from "./highlight";
import type { Passages } from "./passages";
import { codePoints, PARAGRAPH } from "./passages";
import { UNTOLD } from "./telling";

/** `#t120-180`: the words between two offsets, which no element stands for. */
const PASSAGE = /^t(\d+)-(\d+)$/;

/** How far down the screen a passage comes to stand, as a share of its height. */
const EYE_LEVEL = 0.3;

/** Without gliding there: text that flies by is neither read nor laid out. */
const AT_ONCE: ScrollIntoViewOptions = { block: "start", behavior: "instant" };

/** Follows links within the page, opens what is folded, marks what was looked for. */
export class Jumps {
  private readonly listeners: (() => void)[] = [];
  private isTouched = false;

  constructor(
    private readonly page: Document,
    private readonly passages: Passages,
    private readonly say: (message: string) => void,
  ) {
    // Back and forward land on a place that was visited: the browser knows how far it was scrolled.
    window.addEventListener("hashchange", () => this.land(isVisited(history.state)));
    if (location.hash) this.land(false);
    for (const kind of ["wheel", "pointerdown", "touchstart", "keydown"]) {
      const touch = (): void => {
        this.isTouched = true;
      };
      window.addEventListener(kind, touch, { once: true, passive: true, capture: true });
    }
  }

  /**
   * To the place that the address names, once more, unless the reader has gone on by themselves.
   *
   * While it loads the browser scrolls there in its own way, and the bar grows over it.
   */
  settle(): void {
    if (location.hash && !this.isTouched) this.land(false);
  }

  /** To the words from one offset up to another. */
  toPassage(from: number, to: number): void {
    this.follow(`t${from}-${to}`);
  }

  /** To a mention that begins at an offset. */
  toMention(at: number): void {
    const name = nameAt(this.passages.range(at, at + 1));
    this.toPassage(at, at + (name ? codePoints(name.textContent) : 1));
  }

  /** Calls when a place has been reached. */
  onLand(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** To an element by its id, as a link would; the way back leads here. */
  follow(id: string): void {
    if (location.hash === `#${id}`) this.land(false);
    else location.hash = id;
  }

  /** To an element, without a step to go back by. */
  toElement(element: HTMLElement): void {
    unfold(element);
    element.scrollIntoView(AT_ONCE);
    takeFocus(element);
  }

  private land(visited: boolean): void {
    const id = decoded(location.hash.slice(1));
    const passage = PASSAGE.exec(id);
    if (passage) this.landOnPassage(Number(passage[1]), Number(passage[2]), visited);
    else if (id) this.landOn(id, visited);
    else unmark();
    for (const listener of this.listeners) listener();
    history.replaceState({ visited: true }, "");
  }

  private landOnPassage(from: number, to: number, visited: boolean): void {
    const range = this.passages.range(from, to);
    const paragraph = this.passages.paragraphAt(from);
    if (!range || !paragraph) return;
    unfold(paragraph);
    mark([range]);
    if (visited) return;
    this.show(paragraph, range);
    takeFocus(nameAt(range) ?? paragraph);
  }

  private landOn(id: string, visited: boolean): void {
    const target = this.page.getElementById(id);
    if (!target) return;
    if (target.closest(`[hidden], .${UNTOLD}`)) {
      this.say("This has not been told yet where you are in the story.");
      return;
    }
    unfold(target);
    const isText = target.matches(`${PARAGRAPH}, .q`);
    if (isText) mark(this.partsOf(target).map(rangeOf));
    else unmark();
    if (visited) return;
    if (isText) this.show(target, rangeOf(target));
    else target.scrollIntoView(AT_ONCE);
    takeFocus(target);
  }

  /** A quotation that is broken off and taken up again has several parts. */
  private partsOf(target: HTMLElement): HTMLElement[] {
    if (!target.matches(".q")) return [target];
    const rest = this.page.querySelectorAll<HTMLElement>(`[data-q="${CSS.escape(target.id)}"]`);
    return [target, ...rest];
  }

  private show(element: HTMLElement, range: Range): void {
    // The element first: a range in a chapter far away, which is not laid out, has no place.
    element.scrollIntoView(AT_ONCE);
    const top = range.getBoundingClientRect().top;
    window.scrollBy({ top: top - window.innerHeight * EYE_LEVEL, behavior: "instant" });
  }
}

/** Opens all that is folded around an element. */
export function unfold(element: Element): void {
  for (
    let each = element.closest("details");
    each;
    each = each.parentElement?.closest("details") ?? null
  ) {
    each.open = true;
  }
  // Cast and charts are themselves folded; the fold above a scene of the text may stay closed.
  const inside = element.closest("#story") ? null : element.querySelector(":scope > details");
  if (inside instanceof HTMLDetailsElement) inside.open = true;
}

/** Puts the focus on something that need not be a control. */
export function takeFocus(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** The name that a range begins with, if it does. */
function nameAt(range: Range | null): HTMLElement | null {
  return range?.startContainer.parentElement?.closest<HTMLElement>("a.m") ?? null;
}

function rangeOf(element: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

function isVisited(state: unknown): boolean {
  return typeof state === "object" && state !== null && "visited" in state;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id; // somebody's own “%” in the address
  }
}
