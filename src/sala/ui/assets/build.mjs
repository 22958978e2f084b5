// Builds what browsers load (one style sheet, one more for charts, one script, four font files, images) and copies the fonts that PDFs embed.
// Everything copied is named here: whole packages never reach the static files.

import { mkdir, readdir, rm, copyFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import * as esbuild from "esbuild";
import * as sass from "sass";

import { listUsedClasses, prune } from "./prune.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const PACKAGES = join(HERE, "../../../../node_modules");
const SOURCE = join(HERE, "../..");
const BUILT = join(HERE, "../static/built");

const WEB_FONTS = ["thai", "latin"].flatMap((script) =>
  [400, 700].map((weight) => `sarabun-${script}-${weight}-normal.woff2`),
);
const PDF_FONTS = ["400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic"];

async function buildStyles(sheet, script) {
  const { css } = sass.compile(join(HERE, `styles/${sheet}.scss`), {
    loadPaths: [PACKAGES],
    style: "compressed",
    quietDeps: true,
  });
  const pruned = prune(css, listUsedClasses(SOURCE, script));
  const { code } = await esbuild.transform(pruned, { loader: "css", minify: true, target: ["chrome90", "safari14"] });
  await writeFile(join(BUILT, `${sheet}.css`), code);
  return code;
}

async function buildScript() {
  const result = await esbuild.build({
    entryPoints: [join(HERE, "script/sala.mjs")],
    nodePaths: [PACKAGES],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    legalComments: "none",
    write: false,
  });
  const code = result.outputFiles[0].text;
  await writeFile(join(BUILT, "sala.js"), code);
  return code;
}

async function copyFiles() {
  for (const file of WEB_FONTS) {
    await copyFile(join(PACKAGES, "@fontsource/sarabun/files", file), join(BUILT, "fonts", file));
  }
  for (const face of PDF_FONTS) {
    const file = `Sarabun_${face}.ttf`;
    await copyFile(join(PACKAGES, "@expo-google-fonts/sarabun", face, file), join(BUILT, "fonts", file));
  }
  await copyFile(join(PACKAGES, "@expo-google-fonts/sarabun/LICENSE_FONT"), join(BUILT, "fonts/LICENSE.txt"));
  for (const file of await readdir(join(HERE, "images"))) {
    await copyFile(join(HERE, "images", file), join(BUILT, "images", file));
  }
}

await rm(BUILT, { recursive: true, force: true });
await mkdir(join(BUILT, "fonts"), { recursive: true });
await mkdir(join(BUILT, "images"), { recursive: true });
await copyFiles();
const script = await buildScript();
const styles = await buildStyles("sala", script);
await buildStyles("charts", script);
console.log(`sala.css: ${gzipSync(styles).length} bytes gzip, sala.js: ${gzipSync(script).length} bytes gzip`);
