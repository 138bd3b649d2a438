// PRODUCT 2 and 10: renew, correct, and nothing lost when two devices write at once.

import assert from "node:assert/strict";
import { it } from "node:test";
import { daysFromToday } from "../lib/days.mjs";
import { reference } from "../lib/declare.mjs";
import { settled } from "../lib/settle.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

suite("a record is cared for by its person", (demo) => {
  for (const [i, locale] of LOCALES.entries()) {
    const js = i % 2 === 0;

    it(`"I am still there" takes one page: ${locale}`, async () => {
      const someone = await settled(demo(), { locale, js });
      await someone.open("/renew");
      await someone.reads(someone.person.place.text);
      const until = daysFromToday(80);
      await someone.fillDay("until", until);
      await someone.go();
      const number = await reference(someone);
      await someone.open("/record");
      await someone.reads(String(until.year), number);
      await someone.sees("statement-until");
      await someone.leave();
    });

    it(`a name is corrected, and the receipt says so: ${locale}`, async () => {
      const someone = await settled(demo(), { locale, js });
      await someone.open("/correct");
      await someone.choose("field", "names");
      await someone.go();
      await someone.reads("NAMUNAVA LOLA");
      await someone.fill({ passport: "NAMUNAVA LAYLO", why: "Опечатка" });
      await someone.go();
      const number = await reference(someone);
      await someone.open(`/receipts/${number}/1`);
      await someone.sees("statement-corrected", "part-names");
      await someone.reads("NAMUNAVA LAYLO");
      await someone.open("/record");
      await someone.reads("NAMUNAVA LAYLO");
      await someone.leave();
    });
  }

  it("two devices that correct one field are shown both versions, and asked", async () => {
    const phone = await settled(demo());
    const [code] = await phone.printCodes();
    const laptop = await Visitor.arrive(demo(), { js: false });
    await laptop.signInWith(code);
    await laptop.open("/correct/names?who=0");
    await phone.open("/correct/names?who=0");
    await phone.fill({ passport: "FROM THE PHONE" });
    await phone.go();
    await laptop.fill({ passport: "FROM THE LAPTOP" });
    await laptop.go({ status: 409 });
    await laptop.sees("both-title", "both-now", "both-sent");
    await laptop.reads("FROM THE PHONE", "FROM THE LAPTOP");
    await laptop.go();
    await reference(laptop);
    await laptop.open("/record");
    await laptop.reads("FROM THE LAPTOP");
    await laptop.leave();
    await phone.leave();
  });

  it("contacts that two devices change are shown both ways too", async () => {
    const phone = await settled(demo());
    const laptop = await phone.alike({ js: false });
    await laptop.open("/account/contact");
    await phone.open("/account/contact");
    await phone.fill({ email: "phone@porozhsk.example" });
    await phone.go();
    await laptop.fill({ email: "laptop@porozhsk.example" });
    await laptop.go({ status: 409 });
    await laptop.reads("phone@porozhsk.example", "laptop@porozhsk.example");
    await laptop.follow("/account");
    await laptop.reads("phone@porozhsk.example");
    await laptop.leave();
    await phone.leave();
  });

  it("all fields of a record can be corrected by the person, each on a page of its own", async () => {
    const someone = await settled(demo(), { js: false });
    await someone.open("/correct/birth?who=0");
    await someone.fillDay("birth", { day: 18, month: 5, year: 1993 });
    await someone.go();
    await someone.open("/correct/citizenship?who=0");
    await someone.select("citizenship", "TJK");
    await someone.go();
    await someone.open("/correct/document?who=0");
    await someone.select("kind", "passport");
    await someone.fill({ number: "AC 5550001" });
    await someone.go();
    const { bytes } = await someone.download("/data/export.json");
    const { identity } = JSON.parse(bytes).record;
    assert.equal(identity.birth.day, 18);
    assert.match(JSON.stringify(identity), /TJK/);
    assert.match(JSON.stringify(identity), /AC ?5550001/);
    await someone.leave();
  });
});
