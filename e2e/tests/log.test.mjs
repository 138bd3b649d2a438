// Issue 5: the page of the public log, and the commands that stand on it, run as they stand there.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

const run = promisify(execFile);

/** Runs a command of the page with the binary under test; what it says, and whether it found everything in order. */
async function doorstep(folder, line, ...more) {
  const [name, ...words] = line.split(" ");
  assert.equal(name, "doorstep");
  const done = await run(process.env.DOORSTEP_BIN, [...words, ...more], { cwd: folder }).catch((error) => error);
  return { good: !done.code, said: `${done.stdout}${done.stderr}` };
}

suite("the public log", (demo) => {
  let resident, folder, commands;

  it("says how it grows, what is signed, by whom, and what was promised", async () => {
    folder = await mkdtemp(join(tmpdir(), "doorstep-log-"));
    resident = await Visitor.as("resident", demo());
    const host = await Visitor.as("host", demo());
    await host.open("/homes");
    await host.follow("/homes/1");
    await host.leave();
    for (const locale of LOCALES) {
      const reader = await resident.alike({ locale, js: locale !== "ru" });
      await reader.open("/log");
      await reader.sees("log-size", "log-witnessed", "log-promised", "log-promised-grows", "log-promised-soon", "log-says-text", "log-head");
      const head = (await reader.page.locator("main details code").allTextContents()).map((line) => line.trim());
      assert.equal(head.filter((line) => line.startsWith("— ")).length >= 3, true, `the log and its witnesses signed: ${head}`);
      commands = await reader.page.locator("main p > code").filter({ hasText: "doorstep log" }).allInnerTexts();
      assert.equal(commands.length, 2);
      await reader.leave();
    }
  });

  it("is in order for an auditor, and goes on from what they saw before", async () => {
    const verify = commands.find((line) => line.includes(" verify "));
    const first = await doorstep(folder, verify, "--remember", "head");
    assert.match(first.said, /is in order[^]*seen for the first time/);
    await pause(2500);
    const second = await doorstep(folder, verify, "--remember", "head");
    assert.ok(second.good);
    assert.match(second.said, /goes on from \d+ leaves, seen before/);
    const elsewhere = await doorstep(folder, verify.replace(/--quorum \d+/, "--quorum 3").replace(/--witness \S+/, ""));
    assert.ok(!elsewhere.good, "with more witnesses asked for than named, nothing is in order");
    const head = await readFile(join(folder, "head"), "utf8");
    await writeFile(join(folder, "head"), head.replace(/^(.+\n)(\d+)\n/, (_, name, size) => `${name}${Number(size) + 1}\n`));
    assert.ok(!(await doorstep(folder, verify, "--remember", "head")).good, "a head that was not signed is not believed");
  });

  it("a downloaded history is whole for whoever checks it elsewhere, and not if a letter of it was changed", async () => {
    const check = commands.find((line) => line.includes(" check "));
    const file = join(folder, "doorstep-history.json");
    let found;
    for (let tries = 0; tries < 20; tries += 1) {
      await writeFile(file, (await resident.download("/looks/history.json")).bytes);
      found = await doorstep(folder, check);
      if (/The history is whole: acts/.test(found.said)) break;
      await pause(500);
    }
    assert.ok(found.good, found.said);
    assert.match(found.said, /The history is whole: acts [1-9]\d*, looks [1-9]\d*, each in the log, none missing\./);
    const history = JSON.parse(await readFile(file, "utf8"));
    history.looks.pop();
    await writeFile(file, JSON.stringify(history));
    const short = await doorstep(folder, check);
    assert.ok(!short.good);
    assert.match(short.said, /WRONG: look \d+ is missing/);
    await resident.leave();
    await rm(folder, { recursive: true });
  });
});
