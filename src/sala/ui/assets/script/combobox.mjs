const WAIT = 150; // milliseconds after the last key
const SHORTEST = 2;
const LONGEST = 100;
const PERSONAL = /\d([\s\-./]?\d){4}|@/; // the beginning of somebody's number or e-mail address

/** Suggest services and moments of life under the search box: the combobox with a listbox of WAI-ARIA 1.2. */
export function suggestAnswers() {
  for (const input of document.querySelectorAll("[data-suggestions]")) new Combobox(input);
}

class Combobox {
  constructor(input) {
    this.input = input;
    this.list = document.getElementById("suggestions");
    this.status = document.getElementById("suggestions-count");
    this.chosen = -1;
    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-autocomplete", "list"],
      ["aria-controls", this.list.id],
      ["aria-expanded", "false"],
    ]) input.setAttribute(name, value);
    input.addEventListener("input", () => this.wait());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the box
    this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
    window.addEventListener("pageshow", () => this.close());
  }

  wait() {
    clearTimeout(this.timer);
    this.asked?.abort();
    const typed = this.input.value.trim();
    const digits = typed.replace(/[๐-๙]/g, (d) => d.charCodeAt(0) - 0x0e50);
    if (typed.length < SHORTEST || typed.length > LONGEST || PERSONAL.test(digits)) this.close();
    else this.timer = setTimeout(() => this.ask(typed), WAIT);
  }

  async ask(typed) {
    this.asked = new AbortController();
    try {
      const address = `${this.input.dataset.suggestions}?q=${encodeURIComponent(typed)}`;
      const answer = await fetch(address, { signal: this.asked.signal });
      if (answer.ok) this.show((await answer.json()).items);
    } catch {
      this.close(); // no line, or more was typed: the form works all the same
    }
  }

  show(items) {
    if (document.activeElement !== this.input) return;
    this.close();
    this.list.replaceChildren(...items.map(draw));
    this.list.hidden = items.length === 0;
    this.input.setAttribute("aria-expanded", String(items.length > 0));
    const { some, none } = this.status.dataset;
    this.status.textContent = items.length ? some.replace("[count]", items.length) : none;
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.status.textContent = "";
    this.choose(-1);
  }

  press(event) {
    const count = this.list.hidden ? 0 : this.list.children.length;
    if (event.isComposing) return;
    if (event.key === "Escape" && count) {
      event.preventDefault(); // only the list goes; what was typed stays
      this.close();
    } else if (event.key === "Enter" && this.chosen >= 0) {
      event.preventDefault();
      this.go(this.list.children[this.chosen]);
    } else if (count && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const places = count + 1; // one of them is the box itself
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.choose(((this.chosen + 1 + step + places) % places) - 1);
    }
  }

  choose(place) {
    this.chosen = place;
    for (const [at, option] of [...this.list.children].entries()) option.setAttribute("aria-selected", String(at === place));
    const option = this.list.children[place];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  go(option) {
    if (option) location.assign(option.dataset.address);
  }
}

function draw(item, place) {
  const option = document.createElement("li");
  option.id = `suggestion-${place}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.address = item.address;
  const kind = document.createElement("span");
  kind.textContent = item.kind;
  option.append(item.label, " ", kind);
  return option;
}
