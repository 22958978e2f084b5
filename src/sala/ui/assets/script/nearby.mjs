const A_PAGE = 10;
const EARTH_KILOMETRES = 6371.0088; // as in servicekit/positions.py
const PATIENCE = { timeout: 15000, maximumAge: 300000 }; // milliseconds

/** Sort the district offices by how far they are from here, where the browser says where that is. The position stays in this function. */
export function sortByDistance() {
  const part = document.querySelector("[data-nearby]");
  if (!part || !navigator.geolocation) return;
  const find = (what) => part.querySelector(`[data-nearby-${what}]`);
  const say = (words) => {
    find("said").textContent = words;
  };
  find("offer").hidden = false;
  find("start").addEventListener("click", () => {
    say(part.dataset.finding);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        show(part, find, coords).then(
          () => say(part.dataset.done),
          () => say(part.dataset.failed),
        ),
      () => say(part.dataset.refused),
      PATIENCE,
    );
  });
}

async function show(part, find, here) {
  const answer = await fetch(part.dataset.nearby);
  if (!answer.ok) throw new Error(answer.statusText);
  const { provinces, offices } = await answer.json();
  const unknown = offices.filter((office) => office.length === 2);
  const known = offices
    .filter((office) => office.length === 4)
    .map((office) => ({ office, km: kilometres(here, office) }))
    .sort((one, other) => one.km - other.km);
  let shown = 0;

  const showMore = () => {
    shown += A_PAGE;
    const listed = known.slice(0, shown);
    const near = new Set(listed.map(({ office }) => office[0].slice(0, 2)));
    const last = unknown.filter((office) => near.has(office[0].slice(0, 2))).map((office) => ({ office }));
    find("list").replaceChildren(...[...listed, ...last].map((one) => line(part.dataset, provinces, one)));
    find("more").hidden = shown >= known.length;
  };
  find("title").textContent = part.dataset.title;
  find("listed").hidden = find("how").hidden = false;
  find("more").onclick = () => {
    const next = shown;
    showMore();
    find("list").children[next].querySelector("a").focus();
  };
  for (const one of part.querySelectorAll("[data-nearby-server]")) one.hidden = true;
  showMore();
}

function line(words, provinces, { office: [code, name], km }) {
  const sentence = km === undefined ? words.unknown : Math.round(km) > 1 ? words.about : words.aboutOne;
  const link = Object.assign(document.createElement("a"), { href: `${words.page}?district=${code}`, textContent: name });
  const distance = sentence.replace("{province}", provinces[code.slice(0, 2)]).replace("{km}", Math.round(km));
  const item = document.createElement("li");
  item.append(link, document.createElement("br"), distance);
  return item;
}

function kilometres({ latitude, longitude }, [, , north, east]) {
  const radians = Math.PI / 180;
  const rise = Math.sin(((north - latitude) * radians) / 2);
  const turn = Math.sin(((east - longitude) * radians) / 2);
  const chord = rise ** 2 + Math.cos(latitude * radians) * Math.cos(north * radians) * turn ** 2;
  return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}
