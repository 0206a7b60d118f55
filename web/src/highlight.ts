/** Marks a passage of the text without touching it. */

const NAME = "passage";
/** Class of the marked elements where the browser has no custom highlights. */
const MARKED = "passage";

/** Marks these ranges, and no others. */
export function mark(ranges: readonly Range[]): void {
  unmark();
  if ("highlights" in CSS && typeof Highlight === "function") {
    CSS.highlights.set(NAME, new Highlight(...ranges));
    return;
  }
  for (const range of ranges) {
    const node = range.startContainer;
    (node instanceof Element ? node : node.parentElement)?.classList.add(MARKED);
  }
}

export function unmark(): void {
  if ("highlights" in CSS) CSS.highlights.delete(NAME);
  for (const marked of document.querySelectorAll(`.${MARKED}`)) marked.classList.remove(MARKED);
}
