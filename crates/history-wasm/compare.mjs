// Asks the committed WebAssembly for the answers that the native code gave (crates/history/tests/cases, which the native tests keep true).
//   node crates/history-wasm/compare.mjs

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const at = (path) => new URL(path, import.meta.url);
const program = await WebAssembly.compile(readFileSync(at("../web/assets/check.wasm")));
const cases = JSON.parse(readFileSync(at("../history/tests/cases/cases.json"), "utf8"));

assert.deepEqual(WebAssembly.Module.imports(program), [], "it can reach nothing outside itself");

/** The answer as text. */
function ask(instance, keys, file) {
  const { memory, room, check, answer, answer_length } = instance.exports;
  const line = Buffer.from(keys);
  const place = room(line.length + file.length);
  const shared = new Uint8Array(memory.buffer, place, line.length + file.length);
  shared.set(line);
  shared.set(file, line.length);
  check(line.length);
  return Buffer.from(new Uint8Array(memory.buffer, answer(), answer_length())).toString();
}

// One instance for all: nothing of one answer may stay for the next.
const instance = await WebAssembly.instantiate(program);
let changes = 0;
for (const one of cases) {
  const file = Buffer.from(one.file);
  assert.deepEqual(JSON.parse(ask(instance, one.keys, file)), one.answer, one.name);
  for (const [place, by, hash] of one.changes ?? []) {
    const changed = Buffer.from(file);
    changed[place] ^= by;
    const found = createHash("sha256").update(ask(instance, one.keys, changed)).digest("hex");
    assert.equal(found.slice(0, hash.length), hash, `${one.name}, byte ${place}`);
    changes += 1;
  }
}
assert.equal(instance.exports.room(2 ** 30), 0, "too much is refused");
assert.ok(cases.length > 20 && changes >= 400);
console.log(`check.wasm answers as the native code does: ${cases.length} histories, ${changes} changed bytes`);
