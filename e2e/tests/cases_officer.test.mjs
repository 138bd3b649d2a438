// PRODUCT 7: officers, a second officer and the appeal body work on the living examples of the demo, and everything they meet is looked at.

import assert from "node:assert/strict";
import { it } from "node:test";
import { inQueue, offered, openCase } from "../lib/court.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { words } from "../lib/words.mjs";

const KINDS = [
  "stranger", "moved-out", "correction", "unlisted", "crowded", "non-residential", "possible-duplicate", "look", "late-reason", "appeal",
  "protection", "host-refuses", "home-not-fit",
];

suite("officers, a second officer and the appeal body", (demo) => {
  it("there is a living example of each kind of case, and the queue names nobody", async () => {
    const seen = new Set();
    for (const role of ["officer", "second", "appeal"]) {
      const someone = await Visitor.as(role, demo(), { width: 1024 });
      await someone.open("/cases");
      await someone.readsNot("NAMUN", "MISOLOV", "OBRAZTSOVA", "PRIMEROVA", "Намун", "Примеров");
      const text = await someone.text();
      for (const kind of KINDS) if (words("en", `case-kind-${kind}`).test(text)) seen.add(kind);
      await someone.leave();
    }
    assert.deepEqual([...seen].sort(), [...KINDS].sort());
  });

  it("every page that the cases of the queue offer is complete in each language, with and without scripts", async () => {
    const signedIn = await Visitor.as("officer", demo(), { width: 1024 });
    for (const [locale, width, js] of [["ru", 360, true], ["uz-Latn", 1024, false], ["en", 360, false]]) {
      const officer = await signedIn.alike({ locale, js, width });
      const asked = new Set();
      for (const path of await inQueue(officer)) {
        await openCase(officer, path);
        const kind = await officer.page.locator("h1").innerText();
        for (const slug of await offered(officer, path)) {
          // One look at each page of an act is enough; the drafts differ by kind and outcome.
          const key = slug.startsWith("draft") ? `${kind}${slug}` : slug;
          if (asked.has(key) || slug === "deputy") continue;
          asked.add(key);
          await officer.open(`${path}/${slug}`);
          if (!slug.startsWith("draft")) continue;
          await officer.choose("from", "1");
          await officer.go();
          await officer.sees("office-reasons", "office-rule");
        }
      }
      await officer.open("/cases/address");
      await officer.leave();
    }
    await signedIn.leave();
  });

  it("puts a paper on file, and is told what is missing before that", async () => {
    const officer = await Visitor.as("officer", demo());
    const [path] = await inQueue(officer, "case-kind-stranger", "office-stage-hearing");
    await openCase(officer, path);
    await officer.sees("office-disputed", "office-stands-disputed", "office-disputes-note", "office-clock-decide");
    await officer.reads("PRIMEROVA VERA", "NUMUNOVA GUNEL");
    await officer.follow("/file");
    await officer.go({ status: 422 });
    assert.deepEqual(await officer.errors(), ["what", "words"]);
    await officer.choose("what", "document");
    await officer.fill({ words: "A lease of the first of May, signed by both." });
    await officer.go();
    await officer.sees("office-done-title", "office-do-file-done");
    await officer.follow(path);
    await officer.choose("purpose", "stated");
    await officer.go();
    await officer.reads("A lease of the first of May, signed by both.");
    await officer.open(`${path}/effect`, { status: 422 });
    await officer.sees("case-refusal-not-now");
    await officer.leave();
  });

  it("a second officer reads the draft beside the file and confirms it", async () => {
    for (const width of [360, 1024]) {
      const second = await Visitor.as("second", demo(), { width, js: width === 360 });
      const [path] = await inQueue(second, "office-to-confirm");
      await openCase(second, path);
      await second.follow("/confirm");
      await second.sees("office-do-confirm-title", "office-facts", "office-said", "office-grounds");
      if (width === 1024) {
        await second.go();
        await second.sees("office-do-confirm-done");
        assert.deepEqual(await inQueue(second, "office-to-confirm"), []);
      }
      await second.leave();
      }
  });

  it("the appeal body hears an appeal and annuls the decision", async () => {
    const member = await Visitor.as("appeal", demo());
    const [path] = await inQueue(member, "office-stage-appealed");
    await openCase(member, path);
    await member.follow("/appeal");
    await member.go({ status: 422 });
    assert.deepEqual(await member.errors(), ["result", "reasons"]);
    await member.choose("result", "annulled");
    await member.fill({ reasons: "Подпись не проверена, а соседей никто не спросил." });
    await member.go();
    await member.sees("office-do-appeal-done");
    assert.deepEqual(await inQueue(member, "office-stage-appealed"), []);
    await member.leave();
  });

  it("opens a case about an address by a few letters, and names nobody", async () => {
    const officer = await Visitor.as("officer", demo(), { js: false });
    await officer.open("/cases/address");
    await officer.fill({ q: "Садовая 2" });
    await officer.press("main button[name=find]");
    await officer.chooseFirst("pick");
    await officer.go();
    await officer.fill({ flat: "4" });
    await officer.choose("kind", "crowded");
    await officer.go({ status: 422 });
    assert.deepEqual(await officer.errors(), ["words"]);
    assert.equal(await officer.value("flat"), "4");
    await officer.fill({ words: "Four declarations in a month." });
    await officer.go();
    await openCase(officer, officer.path);
    await officer.reads("Four declarations in a month.");
    await officer.leave();
  });
});
