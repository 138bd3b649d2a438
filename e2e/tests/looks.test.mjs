// PRODUCT 9, charter 8 and 10: whoever looks is shown, within seconds; a host sees names and nothing else.

import assert from "node:assert/strict";
import { it } from "node:test";
import { newcomer } from "../lib/declare.mjs";
import { settled } from "../lib/settle.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

const looksOn = (visitor) => visitor.page.locator("main .ds-timeline__item").count();
const DUPLICATE = 'main a.ds-task-list__link';

suite("who looked", (demo) => {
  it("a host sees who declared their home, by name only, and each of these people sees the look at once", async () => {
    const resident = await Visitor.as("resident", demo());
    await resident.open("/looks");
    const before = await looksOn(resident);

    const host = await Visitor.as("host", demo());
    await host.open("/homes");
    await host.readsNot("NAMUNA NODIRA");
    await host.follow("/homes/1");
    await host.reads("NAMUNA NODIRA");
    await host.sees("home-seen");
    await host.readsNot("1993", "AA 1234567", "AA1234567", "nodira@porozhsk.example", "UZB", "Uzbekistan", "Садовая, дом 1");

    for (const locale of LOCALES) {
      const reader = await resident.alike({ locale, js: locale !== "ru" });
      await reader.open("/looks");
      assert.ok(await looksOn(reader) > before, "the look is there");
      await reader.sees("purpose-host-view", "role-host");
      await reader.open("/looks?who=host&since=30");
      await reader.sees("purpose-host-view");
      await reader.open("/looks?who=clerk");
      await reader.sees("looks-narrow-none");
      await reader.open("/looks");
      const ask = await reader.page.locator('main a[href*="/looks/ask/"]').first().getAttribute("href");
      await reader.open(ask.replace(/^\/[^/]+/, ""));
      await reader.go({ status: 422 });
      assert.deepEqual(await reader.errors(), ["words"]);
      await reader.fill({ words: `Why? ${locale}` });
      await reader.go();
      await reader.sees("looks-asked-text");
      await reader.open("/account/contact");
      await reader.sees("contact-looks-email");
      await reader.leave();
      const hostToo = await host.alike({ locale, js: locale === "ru" });
      await hostToo.open("/homes");
      await hostToo.follow("/homes/1");
      await hostToo.leave();
    }
    await host.leave();
    await resident.leave();
  });

  it("an officer compares a possible duplicate, and both people see who, why and what, and get the answer", async () => {
    const number = { kind: "passport", number: "AE 4443322" };
    const people = [];
    for (const passport of ["NAMUNAVA DILNOZA", "NAMUNAVA DILNOZAXON"]) {
      people.push(await settled(demo(), { js: false }, newcomer({ name: { passport }, document: number })));
    }

    const officer = await Visitor.as("officer", demo());
    await officer.open("/cases");
    await officer.readsNot("NAMUNAVA", "AE 4443322");
    const newest = officer.page.locator(DUPLICATE).filter({ hasText: "Two records name the same document" }).last();
    const path = (await newest.getAttribute("href")).replace(/^\/[^/]+/, "");
    await officer.open(path);
    await officer.readsNot("NAMUNAVA");
    await officer.sees("case-they-see");
    await officer.go({ status: 422 });
    assert.deepEqual(await officer.errors(), ["purpose"]);
    await officer.choose("purpose", "stated");
    await officer.go();
    await officer.reads("NAMUNAVA DILNOZA", "NAMUNAVA DILNOZAXON", "AE 4443322");
    await officer.readsNot("UZB", "Uzbekistan");
    await officer.sees("case-was-seen", "office-stands");
    await officer.follow(`${path}/draft/nothing-changes`);
    await officer.choose("from", "1");
    await officer.go();
    await officer.fill({ facts: "These are two people.", reasons: "A digit was mistyped; please correct the number in yours." });
    await officer.go({ status: 422 });
    assert.deepEqual(await officer.errors(), ["rule"]);
    await officer.fill({ rule: "Section 7 of the invented act" });
    await officer.go();
    await officer.sees("office-do-decided-done");
    await officer.leave();

    for (const someone of people) {
      await someone.open("/looks");
      await someone.sees("purpose-possible-duplicate", "role-officer");
      await someone.reads("O-4");
      await someone.open("/inbox");
      await someone.reads("A digit was mistyped", "Section 7 of the invented act");
      await someone.open("/record");
      await someone.sees("record-in-force");
      await someone.leave();
    }
  });

  it("nobody without the role opens a home, a case or the desk", async () => {
    const someone = await Visitor.arrive(demo(), { js: false });
    for (const path of ["/homes", "/cases", "/desk", "/record", "/data/export.json"]) {
      await someone.open(path);
      assert.equal(someone.path, "/sign-in");
    }
    await someone.leave();
    const resident = await settled(demo(), { js: false });
    for (const path of ["/cases", "/desk"]) {
      await resident.open(path);
      assert.equal(resident.path, "/sign-in");
    }
    await resident.open("/homes/1", { status: 404 });
    await resident.leave();
  });
});
