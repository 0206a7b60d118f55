// Follows the reading of the stories in the list, and loads the page anew when one is ready.
"use strict";
(() => {
  const SECOND = 1000;
  const rows = new Map([...document.querySelectorAll("li[data-name]")].map((row) => [row.dataset.name, row]));
  const live = document.getElementById("live");

  const follow = async () => {
    const answer = await fetch("/state").catch(() => null);
    if (!answer || !answer.ok) {
      live.textContent = "The server has stopped.";
      return;
    }
    let busy = false;
    for (const story of await answer.json()) {
      const row = rows.get(story.name);
      const bar = row && row.querySelector("progress");
      if (bar && story.ready) {
        location.reload();
        return;
      }
      if (!bar) continue;
      busy = true;
      row.querySelector("p").textContent = story.said;
      if (story.total) {
        bar.max = story.total;
        bar.value = story.value;
      }
    }
    if (busy) setTimeout(follow, SECOND);
  };

  if (document.querySelector("progress")) setTimeout(follow, SECOND);
})();
