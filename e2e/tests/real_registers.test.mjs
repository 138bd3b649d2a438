// PRODUCT 1 on real registers: the houses of Moscow, and a whole country.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { it } from "node:test";
import { declare, newcomer } from "../lib/declare.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";

const REGISTERS = [
  { name: "Moscow, 32,969 houses", file: "ru/moscow.csv", locale: "ru", query: "Тверская 12", says: "Тверская" },
  { name: "Liechtenstein, the whole country", file: "li/liechtenstein.osm.pbf", locale: "en", query: "Landstrasse 1", says: "Landstrasse" },
];

for (const { name, file, locale, query, says } of REGISTERS) {
  const addresses = fileURLToPath(new URL(`../../../shared/data/addresses/${file}`, import.meta.url));
  const absent = !existsSync(addresses);
  if (absent) console.error(`SKIPPED LOUDLY: no real register at ${addresses}; nobody was registered on ${name}`);
  suite(name, (demo) => {
    for (const js of [true, false]) {
      it(`somebody declares an address of it, ${js ? "with" : "without"} JavaScript`, async () => {
        const someone = await Visitor.arrive(demo(), { locale, js });
        const person = newcomer({ place: { query, flat: "5" } });
        const number = await declare(someone, person);
        await someone.open(`/receipts/${number}/1`);
        await someone.reads(says, person.place.text);
        await someone.leave();
      });
    }
  }, { addresses, skip: absent });
}
