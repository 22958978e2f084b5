const TOLD = "h1, h2, h3, h4, p, li, dt, dd";
const NOT_TOLD = "nav, .sala-reading, [hidden], .govuk-visually-hidden, details:not([open])";
const NOW = "sala-told";

/** Let people hear a page in the browser's own voice, where it has one for the page's language. Nothing leaves the machine. */
export function readAloud() {
  const voice = window.speechSynthesis;
  const bar = document.querySelector("[data-listen]");
  if (!voice || !bar) return;
  const [play, pause, stop] = ["play", "pause", "stop"].map((what) => bar.querySelector(`[data-listen-${what}]`));
  let turn = 0; // a new one silences what the earlier one would still say

  const offer = () => {
    bar.hidden = !findVoice(voice);
  };
  const show = (state) => {
    play.hidden = state !== "silent";
    pause.hidden = stop.hidden = state === "silent";
    pause.textContent = pause.dataset[state === "paused" ? "resume" : "pause"];
  };
  const end = () => {
    turn += 1;
    voice.cancel();
    mark(null);
    show("silent");
  };
  const tell = ([block, ...rest], mine) => {
    if (mine !== turn) return;
    if (!block) {
      end();
      play.focus();
      return;
    }
    mark(block);
    const said = new SpeechSynthesisUtterance(block.innerText.replace(/\s+/g, " ").trim());
    said.lang = document.documentElement.lang;
    said.voice = findVoice(voice);
    said.onend = said.onerror = () => tell(rest, mine);
    voice.speak(said);
  };

  play.addEventListener("click", () => {
    end();
    show("telling");
    pause.focus();
    tell(listTold(), turn);
  });
  pause.addEventListener("click", () => {
    const goesOn = voice.paused;
    goesOn ? voice.resume() : voice.pause();
    show(goesOn ? "telling" : "paused");
  });
  stop.addEventListener("click", () => {
    end();
    play.focus();
  });
  window.addEventListener("pagehide", end);
  voice.addEventListener("voiceschanged", offer);
  offer();
}

function findVoice(voice) {
  const { lang } = document.documentElement;
  return voice.getVoices().find((one) => one.lang.toLowerCase().startsWith(lang)) ?? null;
}

/** Give the blocks of the page's content in reading order: those that hold no other block, and are to be seen. */
function listTold() {
  return [...document.querySelectorAll(`main :is(${TOLD})`)].filter(
    (block) =>
      !block.querySelector(TOLD) && !block.closest(NOT_TOLD) && block.offsetParent && block.textContent.trim(),
  );
}

function mark(block) {
  document.querySelector(`.${NOW}`)?.classList.remove(NOW);
  block?.classList.add(NOW);
  block?.scrollIntoView({ block: "nearest" });
}
