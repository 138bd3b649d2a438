// The product's own sentences, read from its catalogues, so that a test in three languages is one test.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

export const LOCALES = ["ru", "uz-Latn", "en"];

const FOLDER = fileURLToPath(new URL("../../locales", import.meta.url));
const catalogues = new Map(LOCALES.map((locale) => [locale, read(locale)]));

function read(locale) {
  const texts = new Map();
  for (const file of readdirSync(join(FOLDER, locale)).filter((name) => name.endsWith(".ftl"))) {
    for (const line of readFileSync(join(FOLDER, locale, file), "utf8").split("\n")) {
      const [, key, value] = /^([a-z][a-z0-9-]*) = (.+)$/.exec(line) ?? [];
      if (key && texts.has(key)) throw new Error(`${locale} has two texts ${key}`);
      if (key) texts.set(key, value);
    }
  }
  return texts;
}

/** A text as a pattern: `{ $x }` stands for anything. A key that the catalogue lacks is a mistake of the test. */
export function words(locale, key) {
  const text = catalogues.get(locale).get(key);
  if (text === undefined) throw new Error(`${locale} has no one-line text ${key}`);
  const parts = text.split(/\{[^}]*(?:\}|$)/).map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"));
  return new RegExp(parts.join("[\\s\\S]*?"));
}
