import { beforeEach, describe, expect, it } from "vitest";

import { conversations, choosable } from "../src/conversations";
import { file, nameFor, quoted, tables } from "../src/corrections";
import { Model, readModel } from "../src/model";
import { codePoints, Passages } from "../src/passages";
import { fold, Search, searchText } from "../src/search";
import { soFar } from "../src/so_far";
import { makePage, type Made } from "./fixture";

let made: Made;
let model: Model;
let passages: Passages;

beforeEach(() => {
  made = makePage();
  model = readModel(document) as Model;
  passages = new Passages(document);
});

describe("passages", () => {
  it("gives words by code points, behind signs that take two units", () => {
    const at = made.at("wet umbrella");
    expect(passages.text(at, at + 12)).toBe("wet umbrella");
    expect(passages.range(at, at + 12)?.toString()).toBe("wet umbrella");
  });

  it("reaches over several elements and paragraphs", () => {
    const range = passages.range(made.at("asked."), made.end("“It was,”"));
    expect(range?.toString()).toBe("asked.“It was,”");
    expect(passages.text(made.at("asked."), made.end("“It was,”"))).toBe("asked.\n“It was,”");
  });

  it("knows where a name stands", () => {
    const name = document.querySelectorAll("a.m")[1] as Element;
    expect(passages.offsetOf(name)).toBe(made.at("he asked"));
  });

  it("counts code points", () => expect(codePoints("a🌧b")).toBe(3));
});

describe("what is known of a person", () => {
  it("is nothing before they come up", () => {
    expect(soFar(model, "e2", made.at("Wanda"))).toBeNull();
  });

  it("calls them by the name used so far", () => {
    expect(soFar(model, "e1", made.end("“It was,”"))?.name).toBe("A stranger");
    expect(soFar(model, "e1", Infinity)?.name).toBe("Mr. Tobias Pell");
    expect(soFar(model, "e1", Infinity)?.alsoCalled).toEqual(["Tobias"]);
  });

  it("tells a place, a thing and a state once their words are read", () => {
    const early = soFar(model, "e1", made.end("came up the hill"));
    expect(early?.place).toMatchObject({ text: "the hill", still: true });
    expect(early?.holds).toEqual([]);
    const late = soFar(model, "e1", Infinity);
    expect(late?.place?.still).toBe(false);
    expect(late?.holds.map(({ text }) => text)).toEqual(["a wet umbrella"]);
    expect(late?.states.map(({ text }) => text)).toEqual(["mood: kind"]);
  });

  it("says what the other is to them, from either side", () => {
    expect(soFar(model, "e1", Infinity)?.bonds[0]?.text).toBe("employer: Wanda");
    expect(soFar(model, "e2", Infinity)?.bonds[0]?.text).toBe("employee: Mr. Tobias Pell");
  });

  it("names a relative who is not in the cast by the noun", () => {
    expect(soFar(model, "e2", Infinity)?.bonds[1]?.text).toBe("aunt: not in the cast");
  });

  it("says who keeps what from whom, from either side", () => {
    const keeps = soFar(model, "e1", Infinity)?.secrets.map(({ text }) => text);
    expect(keeps).toEqual(["keeps the loaf from Wanda"]);
    const kept = soFar(model, "e2", Infinity)?.secrets.map(({ text }) => text);
    expect(kept).toEqual(["Mr. Tobias Pell keeps the loaf from them"]);
  });

  it("counts to whom they speak, only in lines that were read", () => {
    expect(soFar(model, "e2", made.end("until the oven left us.”"))?.speaksTo).toEqual([
      { name: "A stranger", lines: 1 },
    ]);
    expect(soFar(model, "e2", Infinity)?.speaksTo[0]?.lines).toBe(2);
  });
});

describe("uncertain conversations", () => {
  it("are runs within a scene, worst first", () => {
    const found = conversations(model.story.lines, Infinity);
    expect(found.map(({ uncertain }) => uncertain.map(({ id }) => id))).toEqual([
      ["q3", "q4"],
      ["q6"],
    ]);
    expect(found[0]?.doubt).toBeCloseTo(1.6);
  });

  it("end where the reader is", () => {
    expect(
      conversations(model.story.lines, made.end("“Left you?”")).flatMap((each) => each.lines),
    ).toHaveLength(1);
  });

  it("do not count what no file could name", () => {
    const unnamed = model.story.lines.map((line) => ({ ...line, anchor: null }));
    expect(conversations(unnamed, Infinity)).toEqual([]);
  });

  it("offer the likeliest before those present, and nobody twice", () => {
    const line = model.lines.get("q4");
    const people = line && choosable(model, line, line.by, Infinity);
    expect(people).toEqual({ likeliest: ["e2", "e1"], present: [], others: [] });
  });

  it("offer nobody who has not come up", () => {
    const line = model.lines.get("q1");
    const people = line && choosable(model, line, line.by, line.end);
    expect(people).toEqual({ likeliest: ["e1"], present: [], others: [] });
  });
});

describe("corrections", () => {
  it("are tables behind a format", () => {
    const one = { anchor: ["On wheels.", null, null, null, 1, 2], speaker: "Wanda" };
    expect(tables([one])).toBe(
      '[[line]]\nquote = "On wheels."\nnth = 1\nof = 2\nspeaker = "Wanda"\n',
    );
    expect(file([one])).toMatch(/^# .*\nformat = 1\n\n\[\[line\]\]\n/);
  });

  it("escape what a TOML string cannot hold", () => {
    expect(quoted('a"b\\c\nd\u2028e🌧')).toBe('"a\\"b\\\\c\\u000ad\\u2028e🌧"');
  });

  it("name people no further than one has read, if that name is known to the story", () => {
    // “A stranger” is a description, not a name of the cast: only the name itself can be looked up.
    expect(nameFor(model, "e1", made.end("A stranger"))).toBe("Tobias");
    expect(nameFor(model, "e1", Infinity)).toBe("Mr. Tobias Pell");
  });

  it("avoid a name that two people bear", () => {
    const [pell, wanda] = model.story.people;
    if (!pell || !wanda) throw new Error("no people");
    const other = { ...wanda, id: "e3", names: [[0, "Mr. Tobias Pell"] as const], aliases: [] };
    const both = new Model({ ...model.story, people: [pell, wanda, other] });
    expect(nameFor(both, "e1", Infinity)).toBe("Tobias");
  });
});

describe("search", () => {
  const find = (query: string, position: number) => {
    const texts = passages.all().map(({ at, text }) => searchText(at, text));
    return new Search(model, texts).find(query, position).shown;
  };

  it("finds people by names used so far", () => {
    expect(find("tobias", made.end("“It was,”"))).toEqual([]);
    expect(find("tobias", Infinity)[0]).toMatchObject({ kind: "person", target: "who-e1" });
  });

  it("finds facts with their passage", () => {
    const fact = find("umbrella", Infinity).find(({ kind }) => kind === "fact");
    expect(fact?.detail).toBe("has a wet umbrella");
    expect(fact?.target).toBe(`t${made.at("with a wet")}-${made.end("with a wet umbrella")}`);
  });

  it("finds words without their accents, and says where they are in the text", () => {
    const [hit] = find("CAFE, there", Infinity);
    expect(hit?.target).toBe(`t${made.at("café")}-${made.end("café, there")}`);
  });

  it("finds words behind signs of two units", () => {
    const hit = find("wet", Infinity).find(({ kind }) => kind === "text");
    expect(hit?.target).toBe(`t${made.at("wet")}-${made.end("wet")}`);
  });

  it("finds nothing beyond what was read", () => {
    expect(find("candle", made.at("In the morning"))).toEqual([]);
  });

  it("folds marks, spaces and case", () => expect(fold("“Élan’s\n  End”")).toBe('"elan\'s end"'));
});
