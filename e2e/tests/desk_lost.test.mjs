// PRODUCT 11: somebody who lost telephone and codes comes with a document. Counted in pages and keys, because it has to take minutes.

import assert from "node:assert/strict";
import { it } from "node:test";
import { newcomer } from "../lib/declare.mjs";
import { settled } from "../lib/settle.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";
import { passportLines, scan } from "../lib/zone.mjs";

// Ten minutes for a slow hand: two seconds a key, half a minute to read a page.
const PAGES = 6;
const KEYS = 20;

suite("somebody who lost everything", (demo) => {
  it("is back in a few pages by a document, with the old sign-ins ended and a message about it", async () => {
    const signedIn = await Visitor.as("clerk", demo(), { width: 1024 });
    for (const [i, locale] of LOCALES.entries()) {
      const email = `lost${i}@porozhsk.example`;
      const document = { kind: "passport", number: `AG 500600${i}` };
      const someone = await settled(demo(), { js: false, locale }, newcomer({ document, contact: { email } }));
      const [oldCode] = await someone.printCodes();
      const clerk = await signedIn.alike({ locale, js: true, width: 1024 });
      const lines = passportLines({ name: "NAMUNAVA<<LOLA", number: `AG500600${i}`, birth: "930517" });
      let pages = 0;
      let keys = 0;
      const page = async (act) => { await act; pages += 1; };
      const press = async (...names) => { for (const name of names) { await clerk.page.keyboard.press(name); keys += 1; } };

      await page(clerk.open("/desk"));
      await page(clerk.follow("/desk/document"));
      keys += 1;
      // The scanner types where the focus is; the tick before it is one key back.
      await press("Shift+Tab", "Space", "Tab");
      await scan(clerk, lines);
      await page(clerk.keys("Enter"));
      keys += 1;
      await clerk.sees("desk-present");
      await page(clerk.follow("/desk/lost"));
      keys += 1;
      await clerk.sees("desk-lost-out", "desk-lost-told");
      await page(clerk.go());
      keys += 1;
      assert.ok(pages <= PAGES && keys <= KEYS, `${pages} pages, ${keys} keys`);
      const codes = await clerk.codes();
      await clerk.open("/desk");
      await clerk.press('form[action$="/desk/done"] button');

      await someone.open("/record");
      assert.equal(someone.path, "/sign-in", "the lost telephone is signed out");
      await someone.signInWith(oldCode, { status: 422 });
      await someone.signInWith(codes[0]);
      await someone.open("/looks");
      await someone.sees("purpose-desk-document", "purpose-desk-help");
      await someone.open("/inbox");
      await someone.sees("msg-desk-lost-subject", "msg-desk-document-subject");
      await demo().letter(email, "C-17");
      await someone.leave();
      await clerk.leave();
    }
    await signedIn.leave();
  });

  it("is not found by a number alone", async () => {
    const someone = await settled(demo(), { js: false }, newcomer({ document: { kind: "passport", number: "AH 7008009" } }));
    const clerk = await Visitor.as("clerk", await restarted(demo()), { width: 360 });
    for (const [name, day] of [["MISOLOV", "17"], ["NAMUNAVA", "18"]]) {
      await clerk.open("/desk/document");
      await clerk.choose("seen", "yes");
      await clerk.fill({ number: "AH 7008009", name, "birth-day": day, "birth-month": "5", "birth-year": "1993" });
      await clerk.go({ status: 422 });
      await clerk.sees("desk-shown-nobody");
    }
    await someone.open("/looks");
    await someone.sees("purpose-desk-document");
    await clerk.leave();
    await someone.leave();
  });
});

async function restarted(demo) {
  await demo.restart();
  return demo;
}
