// PRODUCT 1: an address outside the official register, or none at all, is a complete answer.

import { it } from "node:test";
import { declare, newcomer } from "../lib/declare.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

const MILL = "Жёлтый дом за мельницей, второй этаж, вход со двора";
const SHELTER = "Приют на Садовой, спросить Лолу";

suite("places that no register has", (demo) => {
  for (const [i, locale] of LOCALES.entries()) {
    it(`an address that is not listed is described, and is in force: ${locale}`, async () => {
      const someone = await Visitor.arrive(demo(), { locale, js: i % 2 === 0 });
      const number = await declare(someone, newcomer({ place: { notListed: MILL } }));
      await someone.sees("declared-effect");
      await someone.open(`/receipts/${number}/1`);
      await someone.reads(MILL);
      await someone.sees("place-not-listed");
      await someone.open("/record");
      await someone.sees("record-in-force");
      await someone.leave();
    });

    it(`somebody without a fixed address declares where letters reach them: ${locale}`, async () => {
      const someone = await Visitor.arrive(demo(), { locale, js: i % 2 === 1 });
      const number = await declare(someone, newcomer({ place: { noAddress: SHELTER } }));
      await someone.open(`/receipts/${number}/1`);
      await someone.reads(SHELTER);
      await someone.sees("place-no-fixed-address");
      await someone.leave();
    });
  }
});
