// Everything works without this script; it saves a click, a wait or a mistake.

import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";

import { suggestAnswers } from "./combobox.mjs";
import { showCountdowns } from "./countdown.mjs";
import { warnOfLargeFiles } from "./files.mjs";
import { groupCitizenIds, revealFields, sendEachFormOnce, showScriptedControls } from "./forms.mjs";
import { readAloud } from "./listen.mjs";
import { followProgress } from "./live.mjs";
import { moveNumbers } from "./movers.mjs";
import { sortByDistance } from "./nearby.mjs";
import { suggestAreas } from "./suggestions.mjs";

const COMPONENTS = [Button, CharacterCount, ErrorSummary, SkipLink];

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const Component of COMPONENTS) {
  for (const element of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
    new Component(element);
  }
}
sendEachFormOnce();
groupCitizenIds();
revealFields();
showScriptedControls();
warnOfLargeFiles();
suggestAreas();
suggestAnswers();
showCountdowns();
moveNumbers();
followProgress();
readAloud();
sortByDistance();
