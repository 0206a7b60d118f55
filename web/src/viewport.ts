/** Which part of the text is on screen. */

import { codePoints, PARAGRAPH } from "./passages";

/** Text from `first` up to `last` (code points). */
export interface Seen {
  readonly first: number;
  readonly last: number;
}

/** What counts as seen of a line that is cut by the edge of the screen, in pixels: nothing. */
const LINE = 28;

/**
 * The text on screen, found by halving: first among chapters, then among the paragraphs of those
 * that are on screen, so that chapters far away need not be laid out.
 */
export class Viewport {
  private readonly blocks: readonly HTMLElement[];
  private readonly paragraphs = new Map<HTMLElement, readonly HTMLElement[]>();

  constructor(
    page: Document,
    private readonly bar: HTMLElement | null,
  ) {
    const story = page.getElementById("story");
    const chapters = Array.from(page.querySelectorAll<HTMLElement>("#story section.chapter"));
    this.blocks = chapters.length > 0 ? chapters : story ? [story] : [];
  }

  /** What is on screen; null where none of the story is. */
  seen(): Seen | null {
    const top = this.top;
    const bottom = window.innerHeight;
    const begin = firstWhere(this.blocks, (block) => block.getBoundingClientRect().bottom > top);
    const seen: Seen[] = [];
    for (let index = begin; index < this.blocks.length; index += 1) {
      const block = this.blocks[index] as HTMLElement;
      if (block.getBoundingClientRect().top >= bottom) break;
      const inside = this.seenIn(index, top, bottom);
      if (inside) seen.push(inside);
    }
    const [first, last] = [seen[0], seen.at(-1)];
    return first && last ? { first: first.first, last: last.last } : null;
  }

  /** The height of the bar that lies over the text. */
  get top(): number {
    const bar = this.bar?.getBoundingClientRect();
    return bar && bar.top <= 0 ? Math.max(bar.bottom, 0) : 0;
  }

  private seenIn(index: number, top: number, bottom: number): Seen | null {
    const paragraphs = this.paragraphsAt(index);
    const begin = firstWhere(paragraphs, (each) => each.getBoundingClientRect().bottom > top);
    const end = firstWhere(paragraphs, (each) => each.getBoundingClientRect().top >= bottom) - 1;
    const first = paragraphs[begin];
    const last = paragraphs[end];
    if (!first || !last || end < begin) return null;
    const before = paragraphs[begin - 1] ?? this.lastBefore(index);
    return { first: before ? endOf(before) : 0, last: seenUpTo(last, bottom) };
  }

  /** The last paragraph before a block: what is folded between the two need not be read. */
  private lastBefore(index: number): HTMLElement | null {
    for (let each = index - 1; each >= 0; each -= 1) {
      const last = this.paragraphsAt(each).at(-1);
      if (last) return last;
    }
    return null;
  }

  private paragraphsAt(index: number): readonly HTMLElement[] {
    const block = this.blocks[index];
    if (!block) return [];
    let found = this.paragraphs.get(block);
    if (!found) {
      const all = block.querySelectorAll<HTMLElement>(PARAGRAPH);
      // A folded paragraph has no place on screen.
      found = Array.from(all).filter((each) => !each.closest("details"));
      this.paragraphs.set(block, found);
    }
    return found;
  }
}

function startOf(paragraph: HTMLElement): number {
  return Number(paragraph.dataset["at"]);
}

function endOf(paragraph: HTMLElement): number {
  return startOf(paragraph) + codePoints(paragraph.textContent);
}

/** The offset that is read when a paragraph is on screen as far as `bottom`. */
function seenUpTo(paragraph: HTMLElement, bottom: number): number {
  const box = paragraph.getBoundingClientRect();
  if (box.bottom <= bottom) return endOf(paragraph);
  const share = Math.max(0, bottom - LINE - box.top) / box.height;
  return startOf(paragraph) + Math.floor((endOf(paragraph) - startOf(paragraph)) * share);
}

/** The index of the first item for which something is so, where it is so for all that follow. */
function firstWhere<T>(items: readonly T[], isSo: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isSo(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
