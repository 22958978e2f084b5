/** Say at once that a chosen file is too large, before a slow line carries it; the server checks again. */
export function warnOfLargeFiles() {
  for (const input of document.querySelectorAll("[data-max-bytes]")) {
    const warning = document.getElementById(`${input.id}-large`);
    input.addEventListener("change", () => {
      warning.hidden = [...input.files].every((file) => file.size <= Number(input.dataset.maxBytes));
    });
  }
}
