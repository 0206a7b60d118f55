/** Finding names, facts and words of the text. */

import type { Fact, Model } from "./model";
import { told } from "./model";
import { isTold } from "./so_far";
import { inWords } from "./words";

/** Something found. `target` is the id it stands at, or `#t…` for a passage of the text. */
export interface Hit {
  readonly kind: "person" | "fact" | "text";
  readonly title: string;
  /** From where to where in the title the words asked for stand, in UTF-16 units. */
  readonly match?: readonly [start: number, end: number];
  readonly detail: string;
  readonly target: string;
}

export interface Hits {
  readonly shown: readonly Hit[];
  /** How many passages of the text there are beyond those shown. */
  readonly more: number;
}

/** A paragraph of the text, its words folded for comparison. */
export interface SearchText {
  readonly at: number;
  readonly text: string;
  readonly folded: string;
}

/** Hits of each kind: more than anyone looks through. */
const PEOPLE = 8;
const FACTS = 8;
const TEXTS = 30;

/** Characters of the text before and behind a hit. */
const BEFORE = 30;
const BEHIND = 70;

/** Searches a story as far as it has been read. */
export class Search {
  private readonly facts: readonly { fact: Fact; folded: string }[];

  constructor(
    private readonly model: Model,
    private readonly texts: readonly SearchText[],
  ) {
    this.facts = model.story.facts
      .filter(({ layer }) => layer !== "secrets" && layer !== "relatives")
      .map((fact) => ({ fact, folded: fold(wordsOf(fact)) }));
  }

  find(query: string, position: number): Hits {
    const wanted = fold(query).trim();
    if (wanted === "") return { shown: [], more: 0 };
    const texts = this.inText(wanted, position);
    const shown = [
      ...this.people(wanted, position),
      ...this.inFacts(wanted, position),
      ...texts.slice(0, TEXTS),
    ];
    return { shown, more: Math.max(0, texts.length - TEXTS) };
  }

  private people(wanted: string, position: number): Hit[] {
    const hits: Hit[] = [];
    for (const person of this.model.story.people) {
      const name = this.model.nameOf(person.id, position);
      if (name === null) continue;
      const names = [name, ...told(person.aliases, position)];
      const fitting = names.find((each) => fold(each).includes(wanted));
      if (fitting === undefined) continue;
      const detail = fitting === name ? "in the cast" : `also called ${fitting}`;
      hits.push({ kind: "person", title: name, detail, target: `who-${person.id}` });
      if (hits.length === PEOPLE) break;
    }
    return hits;
  }

  private inFacts(wanted: string, position: number): Hit[] {
    const hits: Hit[] = [];
    for (const { fact, folded } of this.facts) {
      if (!folded.includes(wanted) || !isTold(fact, position)) continue;
      const name = fact.who === null ? null : this.model.nameOf(fact.who, position);
      const detail = this.sentence(fact, name, position);
      const target = `t${fact.from}-${fact.to}`;
      hits.push({ kind: "fact", title: name ?? fact.what, detail, target });
      if (hits.length === FACTS) break;
    }
    return hits;
  }

  private sentence(fact: Fact, name: string | null, position: number): string {
    if (fact.layer === "items") return name === null ? "with nobody" : `has ${fact.what}`;
    if (fact.layer === "places") return `is in ${fact.value}`;
    if (fact.layer === "states")
      return fact.value ? `${inWords(fact.what)}: ${fact.value}` : fact.what;
    const other = fact.other === null ? null : this.model.nameOf(fact.other, position);
    return `${inWords(fact.what)} of ${other ?? "somebody"}`;
  }

  private inText(wanted: string, position: number): Hit[] {
    const hits: Hit[] = [];
    for (const paragraph of this.texts) {
      if (paragraph.at >= position) break;
      if (!paragraph.folded.includes(wanted)) continue;
      const place = placeOf(paragraph, wanted);
      if (!place || paragraph.at + place.end > position) continue;
      hits.push({
        kind: "text",
        ...around(paragraph.text, place.start, place.end),
        detail: "",
        target: `t${paragraph.at + place.start}-${paragraph.at + place.end}`,
      });
    }
    return hits;
  }
}

/** What of a fact is worth looking for. */
function wordsOf(fact: Fact): string {
  if (fact.layer === "places") return fact.value;
  if (fact.layer === "items") return fact.what;
  return `${inWords(fact.what)} ${fact.value}`;
}

/** A paragraph ready to be searched. */
export function searchText(at: number, text: string): SearchText {
  return { at, text, folded: fold(text) };
}

/** Equal for words in any case, with or without accents, with any marks and apostrophes. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}+/gu, "")
    .replace(/[’‘‛ʼ]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/\s+/g, " ")
    .toLowerCase();
}

/** Where folded words begin and end in the text itself, in code points. */
function placeOf(paragraph: SearchText, wanted: string): { start: number; end: number } | null {
  const from = paragraph.folded.indexOf(wanted);
  const points = Array.from(paragraph.text);
  let folded = 0;
  let start = -1;
  let space = false;
  for (const [index, point] of points.entries()) {
    const piece = fold(point);
    const isSpace = piece === " ";
    const length = isSpace && space ? 0 : piece.length;
    space = isSpace;
    if (start < 0 && length > 0 && folded + length > from) start = index;
    folded += length;
    if (start >= 0 && folded >= from + wanted.length) return { start, end: index + 1 };
  }
  return null;
}

/** Words with some of what stands around them, cut at spaces. */
function around(text: string, start: number, end: number): Required<Pick<Hit, "title" | "match">> {
  const points = Array.from(text);
  const before = points.slice(Math.max(0, start - BEFORE), start).join("");
  const behind = points.slice(end, end + BEHIND).join("");
  const head = start > BEFORE ? `…${before.replace(/^\S*\s/, "")}` : before;
  const tail = points.length > end + BEHIND ? `${behind.replace(/\s\S*$/, "")}…` : behind;
  const [left, words, right] = [head, points.slice(start, end).join(""), tail].map((each) =>
    each.replace(/\s+/g, " "),
  ) as [string, string, string];
  return { title: left + words + right, match: [left.length, left.length + words.length] };
}
