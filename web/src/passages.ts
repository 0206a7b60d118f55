/** Places in the text: from code-point offsets to ranges of the page's prose, and back. */

import { lastUpTo } from "./model";

/** A paragraph or heading of the text. */
export const PARAGRAPH = ':is(p, h2)[id^="p"][data-at]';

interface Paragraph {
  readonly element: HTMLElement;
  readonly at: number;
}

/** The paragraphs of a page, whose text is the story's text, code point for code point. */
export class Passages {
  private readonly paragraphs: readonly Paragraph[];

  constructor(page: Document) {
    this.paragraphs = Array.from(
      page.querySelectorAll<HTMLElement>(`#story ${PARAGRAPH}`),
      (element) => ({ element, at: Number(element.dataset["at"]) }),
    ).sort((one, other) => one.at - other.at);
  }

  /** Words by which this text is known again: how long it is, and how it begins and ends. */
  get identity(): string {
    const first = this.paragraphs[0]?.element.textContent ?? "";
    const last = this.paragraphs.at(-1);
    return `${this.paragraphs.length} ${last?.at ?? 0} ${first} ${last?.element.textContent ?? ""}`;
  }

  /** All paragraphs with their text, in text order. */
  all(): { readonly at: number; readonly text: string }[] {
    return this.paragraphs.map(({ element, at }) => ({ at, text: element.textContent }));
  }

  /** The paragraph at an offset, or the last before it. */
  paragraphAt(offset: number): HTMLElement | null {
    return this.paragraphs[this.indexAt(offset)]?.element ?? null;
  }

  /** The range of the page from one offset up to another; null where there is no text. */
  range(from: number, to: number): Range | null {
    const start = this.boundary(from, false);
    const end = this.boundary(Math.max(from, to), true);
    if (!start || !end) return null;
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range;
  }

  /** The words from one offset up to another, paragraphs parted by line ends. */
  text(from: number, to: number): string {
    const pieces: string[] = [];
    for (let index = Math.max(this.indexAt(from), 0); index < this.paragraphs.length; index += 1) {
      const paragraph = this.paragraphs[index];
      if (!paragraph || paragraph.at >= to) break;
      const points = Array.from(paragraph.element.textContent);
      const piece = points.slice(Math.max(from - paragraph.at, 0), to - paragraph.at).join("");
      if (piece) pieces.push(piece);
    }
    return pieces.join("\n");
  }

  /** The offset of a node's first character; null outside the prose. */
  offsetOf(node: Node): number | null {
    const element = node instanceof Element ? node : node.parentElement;
    const paragraph = element?.closest<HTMLElement>(PARAGRAPH);
    if (!paragraph) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEndBefore(node);
    return Number(paragraph.dataset["at"]) + codePoints(before.toString());
  }

  private indexAt(offset: number): number {
    return lastUpTo(this.paragraphs, offset, ({ at }) => at);
  }

  /** The text node and its offset for a code point; an end may lie just behind a paragraph. */
  private boundary(offset: number, isEnd: boolean): { node: Text; offset: number } | null {
    const index = Math.max(this.indexAt(isEnd ? offset - 1 : offset), 0);
    const paragraph = this.paragraphs[index];
    if (!paragraph) return null;
    let left = Math.max(offset - paragraph.at, 0);
    let last: Text | null = null;
    const walker = document.createTreeWalker(paragraph.element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const length = codePoints(node.data);
      if (left < length || (isEnd && left === length)) {
        return { node, offset: unitsOf(node.data, left) };
      }
      left -= length;
      last = node;
    }
    return last && { node: last, offset: last.data.length };
  }
}

const SURROGATE = /[\ud800-\udfff]/;

/** The number of code points in a string. */
export function codePoints(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Where the code point of this number begins, in UTF-16 units. */
function unitsOf(text: string, points: number): number {
  if (!SURROGATE.test(text)) return points;
  let units = 0;
  let count = 0;
  for (const point of text) {
    if (count === points) break;
    units += point.length;
    count += 1;
  }
  return units;
}
