/** How much people say, in the cast: counted anew when a line gets another speaker. */

import { element } from "./elements";
import type { Model } from "./model";
import { counted } from "./words";

/** Writes down how many lines and words somebody says. */
export function recount(page: Document, model: Model, personId: string): void {
  const card = page.getElementById(`who-${personId}`);
  if (!card) return;
  const lines = model.linesOf(personId);
  const words = lines.reduce((sum, line) => sum + line.words, 0);
  if (lines.length > 0 && !card.querySelector("[data-count]")) addRow(card);
  write(card, "lines", counted(lines.length, "line"));
  write(card, "words", counted(words, "word"));
}

/** Who was not read to say anything has no row for it yet. */
function addRow(card: HTMLElement): void {
  const counts = [
    element("span", { "data-count": "lines" }),
    ", ",
    element("span", { "data-count": "words" }),
  ];
  const row = element("div", {}, element("dt", {}, "Speaks"), element("dd", {}, ...counts));
  card.querySelector("dl")?.append(row);
}

function write(card: HTMLElement, what: string, text: string): void {
  const count = card.querySelector(`[data-count="${what}"]`);
  if (count) count.textContent = text;
}
