// PRODUCT 1 and 3: an adult declares a flat and a room, and holds a receipt that anybody can check.

import assert from "node:assert/strict";
import { it } from "node:test";
import { declare, newcomer } from "../lib/declare.mjs";
import { assertPdfSays } from "../lib/pdf.mjs";
import { eachWay, suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

suite("an adult declares a flat and a room", (demo) => {
  eachWay(LOCALES, (locale, js, how) => {
    it(`and holds a receipt that anybody can check: ${how}`, async () => {
      const adult = await Visitor.arrive(demo(), { locale, js });
      const person = newcomer();
      const number = await declare(adult, person);
      await adult.sees("declared-effect", "declared-next", "rights-title", "declared-back-title");

      await adult.open("/record");
      await adult.reads(person.name.passport, person.name.local, person.place.text, number);
      await adult.sees("record-in-force");

      await adult.open("/receipts");
      await adult.reads(person.name.passport, number);
      await adult.follow(`/receipts/${number}/1`);
      await adult.reads(person.name.passport, person.name.local, person.place.text, number);
      await adult.sees("grade-as-declared");
      const link = await adult.page.locator('main a[href*="/r/"]').first().getAttribute("href");

      const pdf = await adult.download(`/receipts/${number}/1.pdf`);
      assert.equal(pdf.type, "application/pdf");
      assertPdfSays(pdf.bytes, person.name.passport, person.name.local, number);

      const bank = await Visitor.arrive(demo(), { locale, js });
      await bank.open(new URL(link).pathname.replace(/^\/[^/]+/, ""));
      await bank.sees("receipt-genuine");
      await bank.reads(person.name.passport, person.place.text);
      await bank.readsNot("1993");
      await bank.leave();
      await adult.leave();
    });
  });
});
