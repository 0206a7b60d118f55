/**
 * The story as the page's JSON block holds it (written by `src/fabula/page/model.py`).
 *
 * Offsets count code points of the story's text; spans are half-open. A `Told` value may be shown
 * once the text up to its offset is read.
 */

export type Told<T> = readonly [at: number, value: T];

export interface Chapter {
  readonly id: string;
  readonly title: string | null;
  readonly at: number;
}

export interface Scene {
  readonly id: string;
  readonly chapter: string;
  readonly at: number;
  readonly end: number;
  readonly place: readonly Told<string>[];
  readonly present: readonly Told<string>[];
}

export interface Person {
  readonly id: string;
  readonly kind: string;
  readonly colour: number;
  readonly initials: string;
  readonly names: readonly Told<string>[];
  readonly aliases: readonly Told<string>[];
  /** Where they are mentioned, in text order. */
  readonly mentions: readonly number[];
}

/** Values of the keys quote, digest, before, after, nth, of; those at the end may be missing. */
export type Anchor = readonly (string | number | null)[];

/** A quotation and who utters it; what a reader settles is written into it. */
export interface Line {
  readonly id: string;
  readonly at: number;
  readonly end: number;
  readonly kind: "speech" | "thought" | "writing";
  by: string | null;
  readonly to: readonly string[];
  sure: number;
  evidence: string;
  readonly others: readonly string[];
  readonly words: number;
  readonly scene: string | null;
  /** What names this line in `story.fabula.toml`; null where nothing does. */
  readonly anchor: Anchor | null;
}

export type Layer = "places" | "items" | "states" | "relations" | "relatives" | "secrets";

/** Something told of someone from `since` up to `until`, by the words between `from` and `to`. */
export interface Fact {
  readonly layer: Layer;
  readonly who: string | null;
  readonly other: string | null;
  readonly what: string;
  readonly value: string;
  readonly since: number;
  readonly until: number | null;
  readonly from: number;
  readonly to: number;
  readonly sure: number;
}

/** Records of one kind, the keys once and then only the values. */
export interface Table<Record> {
  readonly keys: readonly (keyof Record & string)[];
  readonly rows: readonly (readonly unknown[])[];
}

export interface StoryRecord {
  readonly version: number;
  readonly title: string | null;
  readonly end: number;
  readonly chapters: readonly Chapter[];
  readonly scenes: readonly Scene[];
  readonly people: readonly Person[];
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
}

/** The story as the block holds it: what there are thousands of in tables. */
export interface StoryBlock extends Omit<StoryRecord, "lines" | "facts"> {
  readonly lines: Table<Line>;
  readonly facts: Table<Fact>;
}

/** The version of the block that this script reads. */
export const VERSION = 2;

/** Looks things up in a story. */
export class Model {
  readonly people: ReadonlyMap<string, Person>;
  readonly lines: ReadonlyMap<string, Line>;
  readonly scenes: ReadonlyMap<string, Scene>;
  private readonly factsOf = new Map<string, Fact[]>();
  private readonly linesBy = new Map<string, Line[]>();

  constructor(readonly story: StoryRecord) {
    this.people = new Map(story.people.map((person) => [person.id, person]));
    this.lines = new Map(story.lines.map((line) => [line.id, line]));
    this.scenes = new Map(story.scenes.map((scene) => [scene.id, scene]));
    for (const fact of story.facts) {
      if (fact.who !== null) append(this.factsOf, fact.who, fact);
      if (fact.other !== null) append(this.factsOf, fact.other, fact);
    }
    for (const line of story.lines) if (line.by !== null) append(this.linesBy, line.by, line);
  }

  /** Facts that a person has a part in, in text order. */
  factsAbout(id: string): readonly Fact[] {
    return this.factsOf.get(id) ?? [];
  }

  /** The lines that a person utters. */
  linesOf(id: string): readonly Line[] {
    return this.linesBy.get(id) ?? [];
  }

  /** Gives a line to another speaker, or to nobody. */
  give(line: Line, by: string | null, sure: number, evidence: string): void {
    if (line.by !== null) {
      const rest = this.linesOf(line.by).filter((each) => each !== line);
      this.linesBy.set(line.by, rest);
    }
    line.by = by;
    line.sure = sure;
    line.evidence = evidence;
    if (by !== null) {
      append(this.linesBy, by, line);
      this.linesBy.get(by)?.sort((one, other) => one.at - other.at);
    }
  }

  /** What a person is called by somebody who has read so far; null before they come up. */
  nameOf(id: string, position: number): string | null {
    const person = this.people.get(id);
    return person ? latest(person.names, position) : null;
  }

  /** The scene at an offset, or the last before it. */
  sceneAt(offset: number): Scene | null {
    return this.story.scenes[lastUpTo(this.story.scenes, offset, (scene) => scene.at)] ?? null;
  }

  /** The chapter at an offset, or the last before it. */
  chapterAt(offset: number): Chapter | null {
    const chapters = this.story.chapters;
    return chapters[lastUpTo(chapters, offset, (chapter) => chapter.at)] ?? null;
  }
}

/** Reads the JSON block of a page; null where there is none that this script understands. */
export function readModel(page: Document): Model | null {
  const block = page.getElementById("story-model")?.textContent;
  if (!block) return null;
  const story = JSON.parse(block) as StoryBlock;
  if (story.version !== VERSION) return null;
  const people = story.people.map((person) => ({ ...person, mentions: summed(person.mentions) }));
  const [lines, facts] = [records(story.lines), records(story.facts)];
  return new Model({ ...story, people, lines, facts });
}

/** The initials of the name that is known by a position: those of the full name tell too much. */
export function initialsAt(person: Person, position: number): string {
  const name = latest(person.names, position);
  if (name === null) return "";
  if (name === person.names.at(-1)?.[1]) return person.initials;
  const words = name.replace(/^(an?|the)\s+/iu, "").match(/[\p{L}\p{N}]+/gu) ?? [name];
  const letters =
    words.length > 1
      ? words.slice(0, 2).map((word) => Array.from(word)[0])
      : Array.from(words[0] ?? "").slice(0, 2);
  return letters.join("").toUpperCase();
}

/** The last value told up to a position. */
export function latest<T>(values: readonly Told<T>[], position: number): T | null {
  return values[lastUpTo(values, position, ([at]) => at)]?.[1] ?? null;
}

/** The values told up to a position. */
export function told<T>(values: readonly Told<T>[], position: number): T[] {
  return values.filter(([at]) => at <= position).map(([, value]) => value);
}

/** The index of the last of sorted items at or before an offset; -1 if there is none. */
export function lastUpTo<T>(
  items: readonly T[],
  offset: number,
  offsetOf: (item: T) => number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (offsetOf(items[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function records<Record>({ keys, rows }: Table<Record>): Record[] {
  return rows.map(
    (row) => Object.fromEntries(keys.map((key, index) => [key, row[index]])) as Record,
  );
}

/** Offsets out of the steps between them. */
function summed(steps: readonly number[]): number[] {
  let offset = 0;
  return steps.map((step) => (offset += step));
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
