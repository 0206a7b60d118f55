/** A small page of our own, as Python writes pages, put together from marked words. */

import type { Fact, Line, StoryRecord, Table } from "../src/model";

/** Paragraphs by scene; {e1|words} is a name, <q1 …> a quotation (its speaker is in `LINES`). */
const SCENES: readonly (readonly string[])[] = [
  [
    "{e1|A stranger} came up the hill 🌧 with a wet umbrella.",
    "<q1 “Is this the bakery?”> {e1|he} asked.",
    "<q2 “It was,”> said {e2|Wanda}, <q2 “until the oven left us.”>",
    "<q3 “Left you?”>",
    "<q4 “On wheels.”>",
  ],
  [
    "In the morning {e2|Wanda} lit a candle. {e1|Mr. Tobias Pell} held the umbrella over it.",
    "<q5 “You are very kind, Tobias,”> {e2|she} said.",
    "<q6 “I café, therefore I am.”>",
  ],
];

const LINES: Readonly<Record<string, Partial<Line>>> = {
  q1: { by: "e1", to: ["e2"], sure: 0.95, evidence: "anaphoric", others: ["e2"] },
  q2: { by: "e2", to: ["e1"], sure: 0.98, evidence: "explicit" },
  q3: { by: "e1", sure: 0.4, evidence: "turn", others: ["e2"] },
  q4: { by: null, sure: 0, evidence: "none", others: ["e2", "e1"] },
  q5: { by: "e2", to: ["e1"], sure: 0.97, evidence: "anaphoric" },
  q6: { by: null, sure: 0, evidence: "none", others: ["e1"] },
};

const MARKS = /\{(e\d)\|([^}]*)\}|<(q\d) ([^>]*)>/gu;

/** What a test knows of the page: where words stand, and the story's record. */
export interface Made {
  readonly text: string;
  readonly record: StoryRecord;
  /** The offset of the nth (from 0) place of these words. */
  at(words: string, nth?: number): number;
  end(words: string, nth?: number): number;
}

/** Writes the page into the document. */
export function makePage(): Made {
  const text = SCENES.map((scene) => scene.map(plain).join("\n\n")).join("\n\n\n");
  const at = (words: string, nth = 0): number => {
    let units = -1;
    for (let count = 0; count <= nth; count += 1) units = text.indexOf(words, units + 1);
    return [...text.slice(0, units)].length;
  };
  const end = (words: string, nth = 0): number => at(words, nth) + [...words].length;
  const record = recordOf(text, at, end);
  write(record, at);
  return { text, record, at, end };
}

function plain(marked: string): string {
  return marked.replace(
    MARKS,
    (_, _id: string, name: string, _q: string, line: string) => name ?? line,
  );
}

function write(record: StoryRecord, at: (words: string) => number): void {
  document.title = "The bakery";
  document.documentElement.dataset["story"] = "bakery.txt";
  document.body.innerHTML =
    '<header id="bar"></header><main id="story"></main><section id="cast"></section>' +
    '<section id="settle"><h2>To settle</h2></section><p id="live" aria-live="polite"></p>';
  const story = document.getElementById("story") as HTMLElement;
  let number = 0;
  const seen = new Set<string>();
  SCENES.forEach((paragraphs, index) => {
    const scene = `<section class="scene" id="s${index + 1}">`;
    const written = paragraphs.map((marked) => {
      number += 1;
      const inside = marked.replace(
        MARKS,
        (_, e?: string, name?: string, q?: string, line?: string) => {
          if (e) return `<a class="m" href="#who-${e}">${name}</a>`;
          const mark = seen.has(q ?? "") ? `data-q="${q}"` : `id="${q}"`;
          seen.add(q ?? "");
          return `<span class="q k0 unsure" ${mark} data-i="?">${line}</span>`;
        },
      );
      return `<p id="p${number}" data-at="${at(plain(marked))}">${inside}</p>`;
    });
    story.insertAdjacentHTML("beforeend", `${scene}${written.join("")}</section>`);
  });
  for (const { id, names } of record.people) {
    const cast = document.getElementById("cast") as HTMLElement;
    const versions = names.map(([told, name], index) => {
      const next = names[index + 1];
      return `<span data-at="${told}"${next ? ` data-until="${next[0]}"` : ""}>${name}</span>`;
    });
    cast.insertAdjacentHTML(
      "beforeend",
      `<article id="who-${id}" data-at="${names[0]?.[0]}">${versions.join("")}<dl></dl></article>`,
    );
  }
  const block = document.createElement("script");
  block.type = "application/json";
  block.id = "story-model";
  block.textContent = JSON.stringify({
    ...record,
    lines: table(record.lines),
    facts: table(record.facts),
  });
  document.body.append(block);
}

function table<Row extends object>(rows: readonly Row[]): Table<Row> {
  const keys = Object.keys(rows[0] ?? {}) as (keyof Row & string)[];
  return { keys, rows: rows.map((row) => keys.map((key) => row[key])) };
}

type Offset = (words: string, nth?: number) => number;

function recordOf(text: string, at: Offset, end: Offset): StoryRecord {
  const begins = SCENES.map((scene) => at(plain(scene[0] ?? "")));
  const length = [...text].length;
  const fact = (part: Partial<Fact>, words: string): Fact => ({
    layer: "states",
    who: null,
    other: null,
    what: "",
    value: "",
    until: null,
    sure: 0.8,
    since: at(words),
    from: at(words),
    to: end(words),
    ...part,
  });
  const mentions = (...places: number[]): number[] =>
    places.map((place, index) => place - (places[index - 1] ?? 0));
  return {
    version: 2,
    title: "The bakery",
    end: length,
    chapters: [{ id: "c1", title: null, at: 0 }],
    scenes: begins.map((begin, index) => ({
      id: `s${index + 1}`,
      chapter: "c1",
      at: begin,
      end: (begins[index + 1] ?? length + 3) - 3,
      place: [],
      present: [
        [end("A stranger"), "e1"],
        [end("Wanda"), "e2"],
      ] as const,
    })),
    people: [
      {
        id: "e1",
        kind: "person",
        colour: 1,
        initials: "TP",
        names: [
          [end("A stranger"), "A stranger"],
          [end("Mr. Tobias Pell"), "Mr. Tobias Pell"],
        ],
        aliases: [[end("Tobias,") - 1, "Tobias"]],
        mentions: mentions(at("A stranger"), at("he asked"), at("Mr. Tobias Pell")),
      },
      {
        id: "e2",
        kind: "person",
        colour: 2,
        initials: "W",
        names: [[end("Wanda"), "Wanda"]],
        aliases: [],
        mentions: mentions(at("Wanda"), at("Wanda", 1), at("she said")),
      },
    ],
    lines: Object.entries(LINES).map(([id, line]) => {
      const pieces = SCENES.flat()
        .join("\n")
        .matchAll(new RegExp(`<${id} ([^>]*)>`, "g"));
      const words = Array.from(pieces, (piece) => piece[1] ?? "");
      const begin = at(words[0] ?? "");
      return {
        id,
        at: begin,
        end: end(words.at(-1) ?? ""),
        kind: "speech",
        by: null,
        to: [],
        sure: 0,
        evidence: "none",
        others: [],
        words: words.join(" ").split(" ").length,
        scene: begin < (begins[1] ?? 0) ? "s1" : "s2",
        anchor: [(words[0] ?? "").replace(/[“”]/g, "")],
        ...line,
      };
    }),
    facts: [
      fact(
        { layer: "places", who: "e1", what: "in", value: "the hill", until: at("Mr. Tobias Pell") },
        "came up the hill",
      ),
      fact(
        { layer: "items", who: "e1", what: "a wet umbrella", value: "had" },
        "with a wet umbrella",
      ),
      fact({ layer: "states", who: "e1", what: "mood", value: "kind" }, "You are very kind"),
      fact({ layer: "relations", who: "e2", other: "e1", what: "employer" }, "said Wanda"),
      fact(
        { layer: "relatives", who: "e2", what: "aunt_or_uncle", value: "aunt" },
        "You are very kind",
      ),
      fact(
        { layer: "secrets", who: "e1", other: "e2", what: "keeps", value: "the loaf" },
        "You are very kind",
      ),
    ],
  };
}
