const PAUSE = 1500; // milliseconds between two looks

/** Keep the part of a page that tells how far something has come true, until it has come to its end. */
export function followProgress() {
  const part = document.querySelector("[data-live]");
  if (part) setTimeout(() => look(part), PAUSE);
}

async function look(part) {
  const answer = await fetch(location.href).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-live]");
    if (!now) {
      location.reload();
      return;
    }
    part.replaceChildren(...now.childNodes);
  }
  setTimeout(() => look(part), PAUSE);
}
