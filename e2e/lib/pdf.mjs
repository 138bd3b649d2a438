// The text of a PDF, by poppler where it is installed.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const TEST = basename(process.argv[1] ?? "test").replace(/\.test\.mjs$/, "");
const ARTEFACTS = fileURLToPath(new URL("../artefacts", import.meta.url));

/** Keeps a picture of the first page of a PDF beside the screenshots, where poppler is installed. */
export function keepPicture(bytes, name) {
  const folder = join(ARTEFACTS, TEST);
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync("pdftoppm", ["-r", "80", "-f", "1", "-l", "1", "-singlefile", "-png", "-", join(folder, name)], { input: bytes });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    console.error("SKIPPED: pdftoppm is not installed, so nobody looked at the PDF");
  }
}

/** What a PDF says, line by line. Needs poppler. */
export function textOf(bytes) {
  assert.equal(bytes.subarray(0, 4).toString("latin1"), "%PDF");
  return execFileSync("pdftotext", ["-layout", "-", "-"], { input: bytes, encoding: "utf8" });
}

/** Asserts that bytes are a PDF that says all these texts. */
export function assertPdfSays(bytes, ...texts) {
  assert.equal(bytes.subarray(0, 4).toString("latin1"), "%PDF");
  let text;
  try {
    text = execFileSync("pdftotext", ["-", "-"], { input: bytes, encoding: "utf8" });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    console.error("SKIPPED: pdftotext is not installed, so nobody read what the PDF says");
    return;
  }
  const flat = text.replace(/\s+/g, " ");
  for (const wanted of texts) assert.ok(flat.includes(wanted), `the PDF does not say "${wanted}": ${flat.slice(0, 500)}`);
}
