/** The lines for the file of corrections, to copy or to save. */

import type { Choices } from "./choices";
import { file, tables } from "./corrections";
import { button, element } from "./elements";
import { counted } from "./words";

const SUFFIX = ".fabula.toml";

/** Shows what the reader settled as it belongs into `story.fabula.toml`. */
export class CorrectionLines {
  readonly group: HTMLElement;
  private readonly text = element("textarea", {
    readonly: "",
    rows: "8",
    spellcheck: "false",
    "aria-label": "Lines for the file of corrections",
  });
  private readonly told = element("p", { role: "status" });
  private readonly link: HTMLAnchorElement;
  private address: string | null = null;

  constructor(private readonly choices: Choices) {
    const name = fileName(document.documentElement.dataset["story"]);
    this.link = element("a", { download: name, class: "save" }, `Save as ${name}`);
    const hint =
      `Put these lines behind what ${name} beside the story holds already, or save them as ` +
      "that file if there is none. They are applied each time the story is read.";
    this.group = element(
      "div",
      { class: "corrections", hidden: "" },
      element("h3", {}, "For the file of corrections"),
      element("p", {}, hint),
      this.text,
      element(
        "div",
        { class: "passages" },
        button("Copy the lines", () => void this.copy()),
        this.link,
      ),
      this.told,
    );
  }

  /** Writes down all that is settled by now. */
  fill(): void {
    const corrections = this.choices.corrections();
    this.group.hidden = corrections.length === 0;
    this.text.value = tables(corrections);
    this.told.textContent =
      corrections.length === 0 ? "" : `${counted(corrections.length, "line")} settled.`;
    if (this.address !== null) URL.revokeObjectURL(this.address);
    this.address = null;
    if (corrections.length === 0) return;
    this.address = URL.createObjectURL(new Blob([file(corrections)], { type: "application/toml" }));
    this.link.href = this.address;
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text.value);
      this.told.textContent = "Copied.";
    } catch {
      // A browser that lets no page write to the clipboard lets the reader do it.
      this.text.select();
      this.told.textContent = "Marked: copy with Ctrl+C.";
    }
  }
}

/** `chapter.fabula.toml` for `chapter.txt`. */
export function fileName(story: string | undefined): string {
  return `${(story ?? "story").replace(/\.[^.]*$/, "") || "story"}${SUFFIX}`;
}
