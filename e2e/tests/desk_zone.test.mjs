// The lines at the bottom of a passport, by a scanner that types or by hand: they fill in the answers, and each can be changed.

import assert from "node:assert/strict";
import { it } from "node:test";
import { answerContact, answerDay, answerEvidence, answerFamily, answerPlace, newcomer, reference } from "../lib/declare.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";
import { passportLines, scan } from "../lib/zone.mjs";

suite("the lines of a document at a desk", (demo) => {
  it("are scanned or typed, say which line is wrong, and stand in the receipt as the person wants them", async () => {
    const signedIn = await Visitor.as("clerk", demo(), { width: 1024 });
    for (const [i, locale] of LOCALES.entries()) for (const js of [true, false]) {
      const clerk = await signedIn.alike({ locale, js, width: 1024 });
      const lines = passportLines({ name: "NAMUNAVA<<LOLA", number: `AE100${i}00${js ? 1 : 2}`, birth: "930517" });
      await clerk.open("/desk");
      await clerk.press('form[action$="/desk/new"] button');

      // One digit of the birth is wrong.
      await clerk.fill({ zone: lines.join("\n").replace("930517", "930518") });
      await clerk.press("main button[name=read]", { status: 422 });
      assert.deepEqual(await clerk.errors(), ["zone"]);
      await clerk.sees("zone-fault-birth");

      if (js) {
        // A scanner types into the field that has the focus, and its last Enter sends it.
        await clerk.open("/declare/step/name");
        await scan(clerk, lines);
        await clerk.keys("Enter");
      } else {
        await clerk.fill({ zone: lines.join("\n").toLowerCase() });
        await clerk.press("main button[name=read]");
      }
      await clerk.sees("zone-read");
      assert.equal(await clerk.value("zone"), "", "the lines are gone");
      assert.equal(await clerk.value("machine"), "NAMUNAVA<<LOLA");
      assert.equal(await clerk.value("local"), "Намунава Лола");
      await clerk.sees("zone-offered");
      await clerk.fill({ local: "Намунава Ло́ла" });
      await clerk.go();
      assert.deepEqual([await clerk.value("birth-day"), await clerk.value("birth-month"), await clerk.value("birth-year")], ["17", "5", "1993"]);
      await clerk.go();
      assert.equal(await clerk.value("citizenship"), "UZB");
      await clerk.go();
      const person = newcomer();
      await answerDay(clerk, "arrived", person.arrived);
      await answerPlace(clerk, person.place);
      await answerDay(clerk, "since", person.since);
      await answerDay(clerk, "until", null);
      await answerFamily(clerk, []);
      assert.equal(await clerk.value("number"), `AE100${i}00${js ? 1 : 2}`);
      await clerk.choose("seen", "yes");
      await clerk.go();
      await answerEvidence(clerk, []);
      await answerContact(clerk, {});
      await clerk.go();
      const number = await reference(clerk);
      await clerk.open(`/receipts/${number}/1`);
      await clerk.reads("NAMUNAVA LOLA", "Намунава Ло́ла");
      await clerk.sees("grade-document-seen");
      await clerk.open("/desk");
      await clerk.press('form[action$="/desk/done"] button');
      await clerk.leave();
    }
    await signedIn.leave();
  });
});
