// PRODUCT 10, charter 11: what is no longer needed goes, at the person's word.

import assert from "node:assert/strict";
import { it } from "node:test";
import { daysAgo } from "../lib/days.mjs";
import { answerName, begin } from "../lib/declare.mjs";
import { settled } from "../lib/settle.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

suite("erasing", (demo) => {
  for (const [i, locale] of LOCALES.entries()) {
    it(`waits until the registration has ended, and says from when: ${locale}`, async () => {
      const someone = await settled(demo(), { locale, js: i % 2 === 0 });
      await someone.open("/data/erase");
      await someone.sees("erase-in-force");
      await someone.open("/leave");
      await someone.fillDay("on", daysAgo(0));
      await someone.go();
      await someone.go();
      await someone.sees("declared-left");
      await someone.open("/data/erase");
      await someone.sees("erase-from");
      await someone.leave();
    });

    it(`of what was only begun is done at once, and nothing is left: ${locale}`, async () => {
      const someone = await Visitor.arrive(demo(), { locale, js: i % 2 === 1 });
      await begin(someone);
      await answerName(someone, { passport: "NAMUNAVA LOLA" });
      const [code] = await someone.printCodes();
      await someone.open("/data/erase");
      await someone.go({ status: 422 });
      assert.deepEqual(await someone.errors(), ["sure"]);
      await someone.choose("sure", "yes");
      await someone.go();
      await someone.sees("erased-text");
      await someone.open("/record");
      assert.equal(someone.path, "/sign-in");
      await someone.signInWith(code, { status: 422 });
      await someone.leave();
    });
  }
});
