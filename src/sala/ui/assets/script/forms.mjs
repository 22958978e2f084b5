const PATIENCE = 10_000; // milliseconds until a form that got no answer may be sent again

/** Let a form be sent once, until its page is shown again; a second click or Enter does nothing. */
export function sendEachFormOnce() {
  let sent = new WeakSet();
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    if (sent.has(event.target)) event.preventDefault();
    sent.add(event.target);
    setTimeout(() => sent.delete(event.target), PATIENCE);
  });
  window.addEventListener("pageshow", () => {
    sent = new WeakSet(); // the back button brings the page back alive, and it may be sent again
  });
}

/** Write a 13-digit identity number in its five groups, 1-2345-67890-12-3, when the field is left. */
export function groupCitizenIds() {
  for (const input of document.querySelectorAll("[data-citizen-id]")) {
    input.addEventListener("blur", () => {
      const digits = input.value.replace(/[๐-๙]/g, (d) => d.charCodeAt(0) - 0x0e50).replace(/[\s-]/g, "");
      const groups = /^(\d)(\d{4})(\d{5})(\d{2})(\d)$/.exec(digits);
      if (groups) input.value = groups.slice(1).join("-");
    });
  }
}

/**
 * Show fields that belong to one answer only while that answer is chosen.
 *
 * GOV.UK's own reveal puts aria-expanded on radios, which ARIA does not allow there.
 */
export function revealFields() {
  for (const revealed of document.querySelectorAll("[data-revealed-by]")) {
    const choice = document.getElementById(revealed.dataset.revealedBy);
    const show = () => {
      revealed.hidden = !choice.checked;
    };
    choice.form?.addEventListener("change", show);
    window.addEventListener("pageshow", show); // the browser may have put back an earlier choice
    show();
  }
}

/** Show the buttons that only a script can serve (print, copy), and serve them. */
export function showScriptedControls() {
  for (const button of document.querySelectorAll("[data-print], [data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => ("print" in button.dataset ? window.print() : copy(button)));
  }
}

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = button.dataset.copied;
}
