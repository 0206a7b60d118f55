/** Speakers that the reader chose: written into the model and the page, kept, and taken back. */

import type { Correction } from "./corrections";
import { nameFor } from "./corrections";
import { recount } from "./counts";
import { initialsAt, type Line, type Model } from "./model";
import type { ReadingPosition } from "./position";
import type { Store } from "./store";
import { SETTLED } from "./words";

const KEPT = "speakers";

/** The mark of a line that nobody is known to say. */
const NOBODY = "?";

/** How a line was read before the reader settled it. */
type Reading = Pick<Line, "by" | "sure" | "evidence">;

export class Choices {
  private readonly before = new Map<string, Reading>();
  private readonly listeners: ((line: Line) => void)[] = [];

  constructor(
    private readonly model: Model,
    private readonly store: Store,
    private readonly position: ReadingPosition,
  ) {
    const kept = store.read(KEPT);
    for (const [lineId, personId] of isTable(kept) ? Object.entries(kept) : []) {
      const line = model.lines.get(lineId);
      if (line && typeof personId === "string" && model.people.has(personId))
        this.apply(line, personId);
    }
  }

  onChange(listener: (line: Line) => void): void {
    this.listeners.push(listener);
  }

  /** Whether the reader chose the speaker of a line. */
  has(line: Line): boolean {
    return this.before.has(line.id);
  }

  /** Who was read to say a line, before the reader chose. */
  asRead(line: Line): string | null {
    return (this.before.get(line.id) ?? line).by;
  }

  /** The lines that the reader settled, in text order. */
  get lines(): Line[] {
    return this.model.story.lines.filter((line) => this.has(line));
  }

  choose(line: Line, personId: string): void {
    this.apply(line, personId);
    this.changed(line);
  }

  /** Takes a choice back: the line is as it was read. */
  undo(line: Line): void {
    const reading = this.before.get(line.id);
    if (!reading) return;
    this.before.delete(line.id);
    this.give(line, reading);
    this.changed(line);
  }

  /** The choices as corrections; lines that cannot be named in a file are left out. */
  corrections(): Correction[] {
    return this.lines.flatMap((line) => {
      const speaker = line.by === null ? null : nameFor(this.model, line.by, this.position.told);
      return speaker === null || line.anchor === null ? [] : [{ anchor: line.anchor, speaker }];
    });
  }

  private apply(line: Line, personId: string): void {
    if (!this.before.has(line.id)) {
      this.before.set(line.id, { by: line.by, sure: line.sure, evidence: line.evidence });
    }
    this.give(line, { by: personId, sure: 1, evidence: "correction" });
  }

  private give(line: Line, { by, sure, evidence }: Reading): void {
    const concerned = [line.by, by].filter((id) => id !== null);
    this.model.give(line, by, sure, evidence);
    paint(this.model, line, Math.max(this.position.told, line.end));
    for (const id of concerned) recount(document, this.model, id);
  }

  private changed(line: Line): void {
    this.store.write(KEPT, Object.fromEntries(this.lines.map((each) => [each.id, each.by])));
    for (const listener of this.listeners) listener(line);
  }
}

/** Gives a quotation on the page the colour and initials of its speaker. */
function paint(model: Model, line: Line, position: number): void {
  const person = line.by === null ? null : model.people.get(line.by);
  const mark = person ? initialsAt(person, position) : NOBODY;
  const id = CSS.escape(line.id);
  for (const part of document.querySelectorAll<HTMLElement>(
    `#story #${id}, #story [data-q="${id}"]`,
  )) {
    const others = Array.from(part.classList).filter((name) => /^k\d$/.test(name));
    part.classList.remove(...others);
    part.classList.add(`k${person?.colour ?? 0}`);
    part.classList.toggle("unsure", line.by === null || line.sure < SETTLED);
    // Only parts that begin a paragraph or a line bear a mark.
    if (part.dataset["i"] !== undefined) part.dataset["i"] = mark;
  }
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
