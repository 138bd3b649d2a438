// Charter 2: on paper. The form is there for everybody; what came by post is typed without the person and counts from its postmark; the answer
// by post has a receipt and codes in their language.

import assert from "node:assert/strict";
import { it } from "node:test";
import { daysAgo } from "../lib/days.mjs";
import { answerAll, newcomer, reference } from "../lib/declare.mjs";
import { assertPdfSays } from "../lib/pdf.mjs";
import { leaseWithTraces } from "../lib/photos.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES, words } from "../lib/words.mjs";

suite("a paper form", (demo) => {
  it("can be printed by anybody, in three languages", async () => {
    for (const locale of LOCALES) {
      const anybody = await Visitor.arrive(demo(), { locale, js: false });
      await anybody.open("/");
      await anybody.follow("/paper");
      await anybody.sees("paper-counts");
      for (const [language, said] of [["ru", "Я сообщаю, где живу"], ["uz-Latn", "Qayerda yashashimni bildiraman"], ["en", "I declare where I live"]]) {
        const form = await anybody.download(`${demo().base}/${language}/paper/form.pdf`);
        assert.equal(form.type, "application/pdf");
        assertPdfSays(form.bytes, said, "12. ", "15. ");
      }
      await anybody.leave();
    }
  });

  it("is typed by a clerk, counts from its postmark, and is answered by post", async () => {
    const signedIn = await Visitor.as("clerk", demo(), { width: 1024 });
    for (const [i, locale] of LOCALES.entries()) {
      const clerk = await signedIn.alike({ locale, js: i !== 0, width: 1024 });
      await clerk.open("/desk");
      await clerk.follow("/desk/post");
      await clerk.go({ status: 422 });
      assert.deepEqual((await clerk.errors()).sort(), ["photo", "posted"]);
      await clerk.fillDay("posted", daysAgo(30));
      await clerk.page.locator("main input[type=file]").setInputFiles({ name: "scan.jpg", mimeType: "image/jpeg", buffer: await leaseWithTraces(clerk.page) });
      await clerk.go();
      assert.equal(clerk.path, "/declare/step/name");
      await clerk.sees("desk-post-banner", "desk-post-field");
      // Came and moved in 32 days ago: too late today, in time on the day of the postmark.
      const person = newcomer({ arrived: daysAgo(32), since: daysAgo(32), citizenship: "", document: { kind: "passport", number: `AF 300400${i}` } });
      await answerAll(clerk, person);
      await clerk.go();
      const number = await reference(clerk);
      await clerk.follow("/desk/papers");
      const theirs = LOCALES[(i + 2) % LOCALES.length];
      await clerk.select("language", theirs);
      await clerk.go();
      const sheet = await clerk.page.locator(`main div[lang="${theirs}"]`).innerText();
      for (const key of ["papers-letter-title", "papers-letter-check", "statement-posted-on", "papers-codes-apart"]) assert.match(sheet, words(theirs, key));
      assert.ok(sheet.includes(number) && sheet.includes(person.name.passport));
      const [code] = await clerk.codes();
      if (clerk.js) {
        const [file] = await Promise.all([clerk.page.waitForEvent("download"), clerk.page.locator("main button.ds-button").first().click()]);
        const chunks = [];
        for await (const chunk of await file.createReadStream()) chunks.push(chunk);
        assertPdfSays(Buffer.concat(chunks), number, code);
      }
      await clerk.open("/desk");
      await clerk.sees("desk-post-banner");
      await clerk.press('form[action$="/desk/done"] button');

      const atHome = await Visitor.arrive(demo(), { locale: theirs, js: false });
      await atHome.signInWith(code);
      await atHome.open("/due");
      await atHome.seesNot("due-passed");
      await atHome.sees("due-met-posted");
      await atHome.open("/looks");
      await atHome.sees("purpose-desk-post");
      await atHome.open("/data");
      await atHome.leave();
      await clerk.leave();
    }
    await signedIn.leave();
  });
});
