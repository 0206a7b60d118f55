/** Light or dark: as the system has it, until the reader says otherwise. */

import { button } from "./elements";
import type { Store } from "./store";

const KEPT = "theme";

/** Switches between light and dark, and remembers it. */
export class Theme {
  readonly switch = button("Dark", () => this.toggle(), {
    class: "theme",
    "aria-label": "Dark theme",
  });

  constructor(
    private readonly root: HTMLElement,
    private readonly store: Store,
  ) {
    const kept = store.read(KEPT);
    if (kept === "light" || kept === "dark") root.dataset["theme"] = kept;
    this.show();
  }

  toggle(): void {
    const next = this.isDark ? "light" : "dark";
    this.root.dataset["theme"] = next;
    this.store.write(KEPT, next);
    this.show();
  }

  private get isDark(): boolean {
    const chosen = this.root.dataset["theme"];
    if (chosen) return chosen === "dark";
    return typeof matchMedia === "function" && matchMedia("(prefers-color-scheme: dark)").matches;
  }

  private show(): void {
    this.switch.setAttribute("aria-pressed", String(this.isDark));
  }
}
