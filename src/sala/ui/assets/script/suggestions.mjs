const WAIT = 200; // milliseconds after the last key

/** Suggest areas (sub-district, district, province) under the field while its name is typed. */
export function suggestAreas() {
  for (const input of document.querySelectorAll("[data-suggest]")) {
    let timer;
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => suggest(input), WAIT);
    });
  }
}

async function suggest(input) {
  const typed = input.value.trim();
  if (typed.length < 2) return;
  const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`);
  if (!answer.ok) return;
  const { items } = await answer.json();
  input.list.replaceChildren(...items.map((item) => new Option(item.label, item.label)));
}
