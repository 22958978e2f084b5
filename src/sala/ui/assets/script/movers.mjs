/** Move a number with its buttons and its slider, without asking the server. */
export function moveNumbers() {
  for (const slider of document.querySelectorAll("[data-slides]")) {
    const box = document.getElementById(slider.dataset.slides);
    slider.hidden = false;
    const follow = () => {
      const number = read(box);
      if (number !== null) slider.value = number;
    };
    slider.addEventListener("input", () => {
      box.value = slider.value;
    });
    box.addEventListener("input", follow);
    follow();
    for (const button of document.querySelectorAll(`[data-for="${box.id}"]`)) {
      button.addEventListener("click", (event) => {
        const number = read(box);
        if (number === null) return; // the server says what is wrong with it
        event.preventDefault();
        const moved = Math.max(Number(slider.min), number + Number(button.dataset.step) * Number(slider.step));
        box.value = String(Number(moved.toFixed(3)));
        follow();
      });
    }
  }
}

function read(box) {
  const digits = box.value.replace(/[๐-๙]/g, (d) => d.charCodeAt(0) - 0x0e50).replace(/[\s,%]/g, "");
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : null;
}
