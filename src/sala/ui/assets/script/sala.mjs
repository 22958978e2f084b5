// Everything works without this script; it saves a click, a wait or a mistake.

import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { Checkboxes } from "govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { Radios } from "govuk-frontend/dist/govuk/components/radios/radios.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";

import { showCountdowns } from "./countdown.mjs";
import { warnOfLargeFiles } from "./files.mjs";
import { groupCitizenIds, sendEachFormOnce, showScriptedControls } from "./forms.mjs";
import { suggestAreas } from "./suggestions.mjs";

const COMPONENTS = { Button, CharacterCount, Checkboxes, ErrorSummary, Radios, SkipLink };

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const Component of Object.values(COMPONENTS)) {
  for (const element of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
    new Component(element);
  }
}
sendEachFormOnce();
groupCitizenIds();
showScriptedControls();
warnOfLargeFiles();
suggestAreas();
showCountdowns();
