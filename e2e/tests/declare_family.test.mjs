// PRODUCT 1: a family declares together, and each member has a receipt.

import assert from "node:assert/strict";
import { it } from "node:test";
import { declare, newcomer } from "../lib/declare.mjs";
import { assertPdfSays } from "../lib/pdf.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

const CHILDREN = [
  { passport: "NAMUNAVA ZARA", birth: { day: 1, month: 9, year: 2018 }, citizenship: "UZB" },
  { passport: "NAMUNAVA AZIZ", birth: { day: "", month: "", year: 2021 } },
];

suite("a mother declares with two children", (demo) => {
  for (const locale of LOCALES) {
    it(`and each of the three has a receipt: ${locale}`, async () => {
      const mother = await Visitor.arrive(demo(), { locale, js: false });
      const person = newcomer({ family: CHILDREN });
      const number = await declare(mother, person);
      for (const { passport } of CHILDREN) await mother.reads(passport);

      await mother.open("/receipts");
      assert.equal(await mother.page.locator("main .ds-task-list__item").count(), 3);
      const names = [];
      for (const n of [1, 2, 3]) {
        await mother.open(`/receipts/${number}/${n}`);
        const text = await mother.text();
        names.push([person.name, ...CHILDREN].find((one) => text.includes(one.passport))?.passport);
        const pdf = await mother.download(`/receipts/${number}/${n}.pdf`);
        assertPdfSays(pdf.bytes, names.at(-1), number);
      }
      assert.deepEqual(names.toSorted(), ["NAMUNAVA AZIZ", "NAMUNAVA LOLA", "NAMUNAVA ZARA"]);

      await mother.open("/record");
      await mother.sees("record-family");
      for (const { passport } of CHILDREN) await mother.reads(passport);
      await mother.leave();
    });
  }
});
