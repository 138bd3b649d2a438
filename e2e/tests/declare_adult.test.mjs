// PRODUCT 1 and 3: an adult declares a flat and a room, and holds a receipt that anybody can check.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { declare, newcomer } from "../lib/declare.mjs";
import { assertPdfSays } from "../lib/pdf.mjs";
import { Demo } from "../lib/server.mjs";
import { Visitor, closeBrowser } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

describe("an adult declares a flat and a room", () => {
  let demo;
  before(async () => { demo = await Demo.start(); });
  after(async () => { await closeBrowser(); await demo?.stop(); });

  for (const locale of LOCALES) {
    for (const js of [true, false]) {
      it(`and holds a receipt: ${locale}, ${js ? "with" : "without"} JavaScript`, async () => {
        const newcomerHere = await Visitor.arrive(demo, { locale, js });
        const person = newcomer();
        const number = await declare(newcomerHere, person);
        await newcomerHere.sees("declared-effect", "declared-next", "rights-title", "declared-back-title");

        await newcomerHere.open("/record");
        await newcomerHere.reads(person.name.passport, person.name.local, person.place.text, number);
        await newcomerHere.sees("record-in-force");

        await newcomerHere.open("/receipts");
        await newcomerHere.reads(person.name.passport, number);
        await newcomerHere.follow(`/receipts/${number}/1`);
        await newcomerHere.reads(person.name.passport, person.name.local, person.place.text, number);
        const link = await newcomerHere.page.locator('main a[href*="/r/"]').first().getAttribute("href");

        const pdf = await newcomerHere.download(`/receipts/${number}/1.pdf`);
        assert.equal(pdf.type, "application/pdf");
        assertPdfSays(pdf.bytes, person.name.passport, person.name.local, number);

        const bank = await Visitor.arrive(demo, { locale, js });
        await bank.open(new URL(link).pathname.replace(/^\/[^/]+/, ""));
        await bank.sees("receipt-genuine");
        await bank.reads(person.name.passport, person.place.text);
        await bank.readsNot("1993");
        await bank.leave();
        await newcomerHere.leave();
      });
    }
  }
});
