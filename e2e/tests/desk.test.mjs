// PRODUCT 1 at a desk, charter 2: everything can be done with a clerk, who sees one person at a time.

import assert from "node:assert/strict";
import { it } from "node:test";
import { answerAll, newcomer, reference } from "../lib/declare.mjs";
import { assertPdfSays } from "../lib/pdf.mjs";
import { settled } from "../lib/settle.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES, words } from "../lib/words.mjs";

suite("a clerk at a desk", (demo) => {
  it("declares for somebody whose document they have seen, and the receipt says so, in three languages", async () => {
    const clerkSignedIn = await Visitor.as("clerk", demo(), { width: 1100 });
    for (const [i, locale] of LOCALES.entries()) {
      const clerk = await clerkSignedIn.alike({ locale, js: i % 2 === 0 });
      await clerk.open("/desk");
      await clerk.reads("C-17");
      await clerk.press('form[action$="/desk/new"] button');
      assert.equal(clerk.path, "/declare/step/name");
      const person = newcomer({ document: { kind: "passport", number: `AD 100200${i}`, seen: true } });
      await answerAll(clerk, person);
      await clerk.go();
      const number = await reference(clerk);
      // What the person takes along is in their language, whatever the clerk reads.
      const theirs = LOCALES[(i + 1) % LOCALES.length];
      await clerk.follow("/desk/papers");
      await clerk.select("language", theirs);
      await clerk.go();
      assert.match(await clerk.page.locator(`main div[lang="${theirs}"]`).innerText(), words(theirs, "codes-each-once"));
      const codes = await clerk.codes();
      const [code, second] = codes;
      await clerk.open("/desk");
      await clerk.sees("desk-present");
      await clerk.press('form[action$="/desk/done"] button');
      await clerk.open("/record");
      assert.equal(clerk.path, "/sign-in", "the person's record went with them");

      const atHome = await Visitor.arrive(demo(), { locale, js: false });
      await atHome.signInWith(code);
      await atHome.open(`/receipts/${number}/1`);
      await atHome.sees("grade-document-seen");
      await atHome.readsNot("AD 100200");
      assertPdfSays((await atHome.download(`/receipts/${number}/1.pdf`)).bytes, number);
      await atHome.leave();

      await clerk.open("/desk");
      await clerk.fill({ code: "WRONG" });
      await clerk.press('form[action$="/desk/receive"] button', { status: 422 });
      assert.deepEqual(await clerk.errors(), ["code"]);
      await clerk.fill({ code: second });
      await clerk.press('form[action$="/desk/receive"] button');
      await clerk.open("/record");
      await clerk.reads(person.name.passport);
      await clerk.open("/desk");
      await clerk.press('form[action$="/desk/done"] button');
      await clerk.leave();
    }
    await clerkSignedIn.leave();
  });

  it("stands in the list of looks of the person whom they helped", async () => {
    const someone = await settled(demo(), { js: false });
    const { person } = someone;
    const [code] = await someone.printCodes();
    await demo().restart();
    const clerk = await Visitor.as("clerk", demo(), { js: false });
    await clerk.open("/desk");
    await clerk.fill({ code });
    await clerk.press('form[action$="/desk/receive"] button');
    await clerk.open("/record");
    await clerk.reads(person.name.passport);
    await someone.open("/looks");
    await someone.sees("purpose-desk-help", "role-clerk");
    await someone.reads("C-17");
    await clerk.leave();
    await someone.leave();
  });
});
