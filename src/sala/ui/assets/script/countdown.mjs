const MINUTE = 60_000;

/** Keep the hours and minutes of a time limit true while the page stays open. */
export function showCountdowns() {
  for (const element of document.querySelectorAll("[data-until]")) {
    const tick = () => {
      const minutes = Math.max(0, Math.floor((Date.parse(element.dataset.until) - Date.now()) / MINUTE));
      element.textContent = element.dataset.words
        .replace("[hours]", Math.floor(minutes / 60))
        .replace("[minutes]", minutes % 60);
    };
    tick();
    setInterval(tick, MINUTE);
  }
}
