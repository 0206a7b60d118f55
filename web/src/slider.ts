/** The controls of the reading position: a slider, “read up to here”, and “show all”. */

import { button, element } from "./elements";
import type { Model } from "./model";
import { shortened } from "./words";
import type { ReadingPosition } from "./position";
import type { Seen, Viewport } from "./viewport";

/** Arrow keys move the slider by so many parts of the story. */
const STEPS = 200;

export interface SliderParts {
  readonly model: Model;
  readonly position: ReadingPosition;
  readonly viewport: Viewport;
  readonly say: (message: string) => void;
  /** Goes to an offset of the text. */
  readonly goTo: (offset: number) => void;
}

/** Shows how far the reader has read, and lets them say so themselves. */
export class Slider {
  readonly group: HTMLElement;
  /** Unfolds the controls where the screen is too narrow to show them all the time. */
  readonly unfold: HTMLButtonElement;
  private readonly range: HTMLInputElement;
  private readonly place = element("output", { for: "reading-position" });
  private readonly upToHere: HTMLButtonElement;
  private readonly goBack: HTMLButtonElement;
  private readonly all: HTMLButtonElement;

  constructor(private readonly parts: SliderParts) {
    const { model, position } = parts;
    this.range = element("input", {
      type: "range",
      id: "reading-position",
      min: "0",
      max: String(model.story.end),
      step: String(Math.max(1, Math.round(model.story.end / STEPS))),
    });
    this.range.addEventListener("input", () => this.set(this.chosen));
    this.upToHere = button("Read up to here", () => this.setHere());
    this.goBack = button("Go on reading", () => parts.goTo(position.read));
    this.all = button("Show all", () => this.toggleAll());
    this.group = element(
      "div",
      { class: "reading", id: "reading", role: "group", "aria-label": "Reading position" },
      element("label", { for: "reading-position" }, "Told up to"),
      this.range,
      this.place,
      this.upToHere,
      this.goBack,
      this.all,
    );
    this.unfold = button("", () => this.toggleFold(), {
      class: "unfold",
      "aria-expanded": "false",
      "aria-controls": "reading",
    });
    position.onChange(() => this.show());
    this.show();
  }

  /** Everything, or only what has been read. */
  toggleAll(): void {
    const { position, say } = this.parts;
    position.showAll(!position.showsAll);
    say(position.showsAll ? "All is shown." : "Only what you have read is shown.");
  }

  /** To the end of the scene before or behind. */
  step(direction: 1 | -1): void {
    const { model, position, say } = this.parts;
    const ends = [0, ...model.story.scenes.map((scene) => scene.end)];
    const here = position.read;
    const next =
      direction > 0 ? ends.find((end) => end > here) : ends.findLast((end) => end < here);
    this.set(next ?? (direction > 0 ? model.story.end : 0));
    say(`Told up to ${this.inWords()}.`);
  }

  /** Says whether the text on screen joins on to what was read. */
  look(seen: Seen | null): void {
    const { position } = this.parts;
    const ahead = seen !== null && position.isAhead(seen.first, seen.last);
    const behind = seen !== null && seen.last + (seen.last - seen.first) < position.read;
    this.upToHere.classList.toggle("ahead", ahead);
    this.goBack.hidden = !behind;
  }

  /** The slider's last step may end short of the story's end. */
  private get chosen(): number {
    const { end } = this.parts.model.story;
    const value = Number(this.range.value);
    return value + Number(this.range.step) > end ? end : value;
  }

  private set(offset: number): void {
    const { position, viewport } = this.parts;
    position.set(offset, viewport.seen()?.last);
  }

  private setHere(): void {
    const { viewport, position, say } = this.parts;
    const seen = viewport.seen();
    if (!seen) return;
    position.set(seen.last);
    this.look(seen);
    say(`Told up to ${this.inWords()}.`);
  }

  private show(): void {
    const { position } = this.parts;
    this.range.value = String(position.read);
    const words = position.showsAll ? "the end" : this.inWords();
    this.place.value = words;
    this.unfold.textContent = `Told up to ${words}`;
    this.range.setAttribute("aria-valuetext", words);
    this.all.setAttribute("aria-pressed", String(position.showsAll));
  }

  private toggleFold(): void {
    const open = this.group.classList.toggle("open");
    this.unfold.setAttribute("aria-expanded", String(open));
  }

  private inWords(): string {
    const { model, position } = this.parts;
    const { story } = model;
    const share =
      story.end === 0 ? 100 : Math.floor((100 * Math.min(position.read, story.end)) / story.end);
    const chapter = story.chapters.length > 1 ? model.chapterAt(position.read) : null;
    if (!chapter) return `${share}%`;
    const number = story.chapters.indexOf(chapter) + 1;
    return `${shortened(chapter.title ?? `Chapter ${number}`, 24)}, ${share}%`;
  }
}
