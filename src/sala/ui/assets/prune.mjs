// Leaves out of the style sheet what no template or script of Sala names.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const LIBRARY_CLASS = /govuk-[\w-]+/g;

/** Name every class of the component library that stands in a template, a view or the script. */
export function listUsedClasses(folder, script) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(html|py|md)$/.test(name));
  const texts = [script, ...files.map((name) => readFileSync(join(folder, name), "utf8"))];
  return new Set(texts.flatMap((text) => text.match(LIBRARY_CLASS) ?? []));
}

/** Drop the selectors that need an unused class, the rules and media left empty, and fallbacks of known properties. */
export function prune(css, used) {
  return css
    .replace(/([^{}]+)\{([^{}]*)\}/g, (rule, selectors, body) => {
      const kept = selectors.split(/,(?![^(]*\))/).filter((selector) => isUsed(selector, used));
      return kept.length ? `${kept.join(",")}{${body}}` : "";
    })
    .replace(/@(media|supports)[^{}]+\{\}/g, "")
    .replace(/var\((--govuk-[a-z-]+-colour), ?#\w+\)/g, "var($1)");
}

function isUsed(selector, used) {
  return [...selector.matchAll(/\.(govuk-[\w-]+)/g)].every(([, name]) => used.has(name));
}
