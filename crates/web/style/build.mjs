// Compiles ../assets/doorstep.css. `--check` compiles without writing and fails when the committed file differs.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import cssnano from "cssnano";
import postcss from "postcss";
import * as sass from "sass";
import { identity, logical, subset } from "./transform.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = join(HERE, "..", "assets", "doorstep.css");
const LIMIT = 10_240; // bytes, brotli
const NOTICE = "/* Parts from govuk-frontend, (c) 2017 Crown Copyright, MIT licence: see LICENCES.md */\n";

const compile = (name) => sass.compile(join(HERE, name), { loadPaths: [HERE], quietDeps: true, logger: sass.Logger.silent }).css;

async function build() {
  const base = await postcss([subset]).process(compile("subset.scss"), { from: undefined });
  const own = compile("doorstep.scss");
  const minified = await postcss([logical, identity, cssnano({ preset: ["default", { cssDeclarationSorter: false }] })]).process(
    `${base.css}\n${own}`.replaceAll('@charset "UTF-8";', ""),
    { from: undefined },
  );
  return NOTICE + minified.css + "\n";
}

const css = await build();
const bytes = brotliCompressSync(css).length;
console.log(`doorstep.css: ${css.length} bytes, ${bytes} bytes brotli`);
if (bytes > LIMIT) throw new Error(`style sheet is over ${LIMIT} bytes brotli`);
if (process.argv.includes("--check")) {
  if (readFileSync(TARGET, "utf8") !== css) throw new Error("assets/doorstep.css is not what the sources give: run `npm run build`");
} else {
  writeFileSync(TARGET, css);
}
