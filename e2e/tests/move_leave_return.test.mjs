// PRODUCT 2: a family moves, leaves, comes back to the same address.

import assert from "node:assert/strict";
import { it } from "node:test";
import { daysAgo } from "../lib/days.mjs";
import { answerDay, answerEvidence, answerPlace, declare, newcomer, reference } from "../lib/declare.mjs";
import { eachWay, suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

const CHILD = { passport: "NAMUNAVA ZARA", birth: { day: 1, month: 9, year: 2018 } };

suite("a family moves, leaves and comes back", (demo) => {
  eachWay(LOCALES, (locale, js, how) => {
    it(`with one declaration each time: ${how}`, async () => {
      const mother = await Visitor.arrive(demo(), { locale, js });
      const person = newcomer({ arrived: daysAgo(6), since: daysAgo(6), family: [CHILD], place: { query: "Лесная 2" } });
      const first = await declare(mother, person);
      const moved = await move(mother);
      const left = await leaveCountry(mother);
      const back = await comeBack(mother);
      assert.equal(new Set([first, moved, left, back]).size, 4);

      await mother.open("/receipts");
      for (const number of [first, moved, left, back]) await mother.reads(number);
      await mother.sees("statement-arrival", "statement-move", "statement-left", "statement-same");
      await mother.leave();
    });
  });

  async function move(mother) {
    await mother.open("/record");
    await mother.follow("/move");
    await mother.go();
    const place = { query: "Школьная 3", flat: "7" };
    await answerPlace(mother, place);
    await answerDay(mother, "since", daysAgo(2));
    await answerDay(mother, "until", null);
    assert.equal(mother.path, "/move/step/along");
    await mother.reads(CHILD.passport);
    await mother.chooseFirst("along");
    await mother.go();
    await answerEvidence(mother, []);
    await mother.reads(place.text, CHILD.passport);
    await mother.go();
    const number = await reference(mother);
    await mother.open("/record");
    const text = await mother.text();
    assert.equal(text.split(place.text).length - 1, 2, "mother and child both live at the new address");
    return number;
  }

  async function leaveCountry(mother) {
    await mother.follow("/leave");
    await mother.fillDay("on", daysAgo(1));
    await mother.chooseFirst("along");
    await mother.go();
    await mother.sees("leave-check-title", "leave-effect");
    await mother.reads(CHILD.passport);
    await mother.go();
    await mother.sees("declared-left");
    const number = await reference(mother);
    await mother.open("/record");
    await mother.sees("record-left");
    return number;
  }

  async function comeBack(mother) {
    await mother.follow("/return");
    await mother.fillDay("arrived", daysAgo(0));
    await mother.chooseFirst("along");
    await mother.go();
    const number = await reference(mother);
    await mother.open("/record");
    await mother.sees("record-in-force");
    return number;
  }
});
