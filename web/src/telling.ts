/**
 * Shows what has been told and hides what has not.
 *
 * An element with `data-at` is shown once the text up to that offset is read, and hidden again once
 * the text up to its `data-until` is: a later name takes the place of an earlier one.
 */

import { PARAGRAPH } from "./passages";

/** Class of a part of a drawing that is not shown: SVG has no `hidden`. */
export const UNTOLD = "untold";

interface Part {
  readonly element: Element;
  readonly at: number;
  readonly until: number;
}

/** All parts of a page that are told somewhere; only those between two positions are touched. */
export class Telling {
  private readonly parts: readonly Part[];
  private readonly moments: readonly { readonly offset: number; readonly part: Part }[];
  private position: number | null = null;

  constructor(elements: Iterable<Element>) {
    this.parts = Array.from(elements, (element) => ({
      element,
      at: offsetIn(element, "data-at", -Infinity),
      until: offsetIn(element, "data-until", Infinity),
    }));
    this.moments = this.parts
      .flatMap((part) => [
        { offset: part.at, part },
        { offset: part.until, part },
      ])
      .filter(({ offset }) => Number.isFinite(offset))
      .sort((one, other) => one.offset - other.offset);
  }

  /** Brings the page to a reading position. */
  tell(position: number): void {
    if (this.position === null) for (const part of this.parts) show(part, position);
    else this.between(this.position, position).forEach((part) => show(part, position));
    this.position = position;
  }

  private between(one: number, other: number): Set<Part> {
    const changed = new Set<Part>();
    const high = Math.max(one, other);
    for (let index = this.after(Math.min(one, other)); index < this.moments.length; index += 1) {
      const moment = this.moments[index];
      if (!moment || moment.offset > high) break;
      changed.add(moment.part);
    }
    return changed;
  }

  /** The index of the first moment after an offset. */
  private after(offset: number): number {
    let low = 0;
    let high = this.moments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.moments[middle]?.offset ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The parts of a page outside its prose, whose paragraphs are always there. */
export function partsOf(page: Document): Element[] {
  return Array.from(page.querySelectorAll("[data-at],[data-until]")).filter(
    (part) => !part.matches(PARAGRAPH),
  );
}

function show({ element, at, until }: Part, position: number): void {
  const replaced = until !== Infinity && until <= position;
  const hidden = at > position || replaced;
  if (element instanceof SVGElement) element.classList.toggle(UNTOLD, hidden);
  else if (element instanceof HTMLElement && element.hidden !== hidden) element.hidden = hidden;
}

function offsetIn(element: Element, name: string, otherwise: number): number {
  const value = Number.parseInt(element.getAttribute(name) ?? "", 10);
  return Number.isNaN(value) ? otherwise : value;
}
