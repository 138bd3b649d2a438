// STYLE "Pages": every page, in three languages, with and without a script; each visit is weighed and inspected (lib/gates.mjs).

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { headerFaults } from "../lib/gates.mjs";
import { eachWay, suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

const PUBLIC = ["/declare", "/sign-in", "/sign-in/code", "/sign-in/email", "/sign-in/email/sent", "/sign-in/passkey", "/check", "/promises", "/kept", "/paper", "/rules", "/rules/ru.arrival.general"];
const OWN = [
  "/record", "/renew", "/return", "/leave", "/move", "/family", "/receipts", "/due", "/looks", "/inbox", "/data", "/data/erase",
  "/correct", "/correct/names", "/correct/birth", "/correct/citizenship", "/correct/document",
  "/account", "/account/contact", "/account/confirm/sent", "/account/codes", "/account/passkeys", "/homes",
];
// Each of these may be the first page that somebody opens, from a letter, a poster or a QR code.
const ENTRIES = ["/", "/declare", "/sign-in", "/check"];

suite("pages", (demo) => {
  eachWay(LOCALES, (locale, js, how) => {
    it(`that anybody can open: ${how}`, async () => {
      for (const entry of ENTRIES) {
        const first = await Visitor.arrive(demo(), { locale, js });
        await first.open(entry);
        await first.leave();
      }
      const visitor = await Visitor.arrive(demo(), { locale, js });
      await visitor.open("/");
      for (const path of PUBLIC) await visitor.open(path);
      await visitor.leave();
    });
  });

  describe("of a person's own", () => {
    let resident;
    before(async () => { resident = await Visitor.as("resident", demo()); });
    after(async () => { await resident.leave(); });
    eachWay(LOCALES, (locale, js, how) => {
      it(how, async () => {
        const reader = await resident.alike({ locale, js });
        await reader.open("/");
        for (const path of OWN) await reader.open(path);
        await reader.leave();
      });
    });
  });

  it("of the staff, in every language and mode", async () => {
    for (const [role, paths] of [["officer", ["/cases"]], ["clerk", ["/desk", "/desk/document", "/desk/post"]], ["supervisor", ["/sample"]]]) {
      const staff = await Visitor.as(role, demo());
      for (const locale of LOCALES) for (const js of [true, false]) {
        const reader = await staff.alike({ locale, js });
        for (const path of paths) await reader.open(path);
        await reader.leave();
      }
      await staff.leave();
    }
  });

  it("change language in place, and the first page comes in the browser's own", async () => {
    const someone = await Visitor.arrive(demo(), { locale: "en", js: false });
    await someone.open("/declare");
    await someone.page.locator('header a[hreflang="ru"]').click();
    await someone.page.waitForURL("**/ru/declare");
    for (const [wish, lang] of [["uz", "uz-Latn"], ["ru-RU,en;q=0.5", "ru"], ["en-GB", "en"]]) {
      const answer = await fetch(`${demo().base}/`, { headers: { "accept-language": wish }, redirect: "manual" });
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), new RegExp(`<html[^>]*lang="${lang}"`));
    }
    await someone.leave();
  });

  it("and files, failures and the API carry the same headers", async () => {
    const assets = (await (await fetch(`${demo().base}/en/`)).text()).match(/\/assets\/[\w.-]+/g);
    for (const path of [...assets, "/favicon.ico", "/nowhere", "/en/nowhere", "/api/v1/addresses?q=a", "/en/record", "/ru"]) {
      const answer = await fetch(demo().base + path, { redirect: "manual" });
      assert.deepEqual(headerFaults(Object.fromEntries(answer.headers), path), [], path);
    }
  });
});
