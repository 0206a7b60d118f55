/** One conversation in the pane of things to settle: a title that unfolds to its lines. */

import { chooser } from "./chooser";
import type { Choices } from "./choices";
import type { Conversation } from "./conversations";
import { isUncertain } from "./conversations";
import { element, button } from "./elements";
import type { Jumps } from "./jumps";
import type { Line, Model } from "./model";
import type { Passages } from "./passages";
import type { ReadingPosition } from "./position";
import { counted, howSure, shortened } from "./words";

/** Characters of a line, and of a title. */
const SHOWN = 240;
const TITLE = 60;

export interface ConversationParts {
  readonly model: Model;
  readonly passages: Passages;
  readonly position: ReadingPosition;
  readonly jumps: Jumps;
  readonly choices: Choices;
}

/** Its lines are only written when somebody unfolds it: a novel has hundreds of conversations. */
export class ConversationItem {
  readonly element: HTMLElement;
  private readonly details = element("details");
  private readonly summary = element("summary");
  private readonly rows = new Map<string, HTMLElement>();

  constructor(
    readonly conversation: Conversation,
    private readonly parts: ConversationParts,
  ) {
    this.details.append(this.summary);
    this.details.addEventListener("toggle", () => this.details.open && this.writeRows());
    this.element = element("li", {}, this.details);
    this.writeTitle();
  }

  /** The line by which the conversation is known again when the list is made anew. */
  get key(): string {
    return this.conversation.lines[0]?.id ?? "";
  }

  get isOpen(): boolean {
    return this.details.open;
  }

  holds(lineId: string): boolean {
    return this.conversation.lines.some((line) => line.id === lineId);
  }

  unfold(): void {
    this.writeRows();
    this.details.open = true;
  }

  focusTitle(): void {
    this.summary.focus();
  }

  /** Puts the focus on the first choice for a line. */
  focus(lineId: string): void {
    this.unfold();
    const row = this.rows.get(lineId);
    if (!row) return;
    row.scrollIntoView({ block: "center" });
    const choice = row.querySelector<HTMLElement>("button.person, select");
    (choice ?? row.querySelector("button"))?.focus({ preventScroll: true });
  }

  /** The uncertain line behind this one. */
  after(lineId: string): string | null {
    const { uncertain } = this.conversation;
    return uncertain[uncertain.findIndex((line) => line.id === lineId) + 1]?.id ?? null;
  }

  /** Writes a line anew that was settled or taken back; the focus stays in it. */
  refresh(line: Line): void {
    this.writeTitle();
    const old = this.rows.get(line.id);
    if (!old) return;
    const had = old.contains(document.activeElement);
    const fresh = this.row(line);
    old.replaceWith(fresh);
    const chosen = fresh.querySelector<HTMLElement>("[aria-pressed=true], .undo");
    if (had) (chosen ?? fresh.querySelector<HTMLElement>("button.person"))?.focus();
  }

  private writeRows(): void {
    if (this.rows.size > 0) return;
    const rows = this.conversation.lines.map((line) => this.row(line));
    this.details.append(element("ol", { class: "lines" }, ...rows));
  }

  private writeTitle(): void {
    const { model, passages } = this.parts;
    const { lines, uncertain, scene: id } = this.conversation;
    const scene = id === null ? null : model.scenes.get(id);
    const place = scene ? `Scene ${model.story.scenes.indexOf(scene) + 1}: ` : "";
    const first = lines[0];
    const words = first ? shortened(passages.text(first.at, first.end), TITLE) : "";
    const open = uncertain.filter(isUncertain).length;
    const state = open === 0 ? "settled" : `${open} of ${counted(lines.length, "line")} open`;
    this.summary.replaceChildren(`${place}${words} `, element("span", { class: "state" }, state));
  }

  private row(line: Line): HTMLElement {
    const { model, passages, jumps, position, choices } = this.parts;
    // A line that is shown here is told here, with whoever is known by its end.
    const known = Math.max(position.told, line.end);
    const name = line.by === null ? null : model.nameOf(line.by, known);
    const colour = line.by === null ? 0 : (model.people.get(line.by)?.colour ?? 0);
    const text = button(
      shortened(passages.text(line.at, line.end), SHOWN),
      () => jumps.follow(line.id),
      {
        class: "passage-link",
        title: "Show the line in the text",
      },
    );
    const row = element(
      "li",
      { "data-line": line.id },
      text,
      element(
        "p",
        {},
        element("span", { class: `speaker k${colour}` }, name ?? "Nobody known"),
        name === null ? "" : `, ${howSure(line)}`,
      ),
      this.conversation.uncertain.includes(line) ? chooser(model, choices, line, known) : null,
    );
    this.rows.set(line.id, row);
    return row;
  }
}
