// PRODUCT 1 and 4, charter 4 and 12: who could not be in time declares all the same, may say why, and is not reproached.

import assert from "node:assert/strict";
import { it } from "node:test";
import { daysAgo } from "../lib/days.mjs";
import { declare, newcomer } from "../lib/declare.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

const FEVER = "Я лежала дома с температурой и не знала о сроке.";
const DATES = { arrived: daysAgo(60), since: daysAgo(60) };

suite("somebody who could not be in time", (demo) => {
  for (const [i, locale] of LOCALES.entries()) {
    it(`declares all the same, and says why: ${locale}`, async () => {
      const someone = await Visitor.arrive(demo(), { locale, js: i % 2 === 0 });
      await declare(someone, newcomer({ ...DATES, late: FEVER }));
      await someone.sees("declared-effect");
      await someone.open("/record");
      await someone.sees("record-in-force");
      await someone.readsNot(FEVER);
      const copy = await someone.download("/data/export.json");
      assert.ok(copy.bytes.includes(FEVER), "what they said is theirs to take along");
      await someone.leave();
    });
  }

  it("need not say why", async () => {
    const someone = await Visitor.arrive(demo(), { js: false });
    await declare(someone, newcomer({ ...DATES, late: "" }));
    await someone.sees("declared-effect");
    await someone.leave();
  });
});
