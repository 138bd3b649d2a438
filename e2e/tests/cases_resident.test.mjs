// PRODUCT 6, 7 and 12: a resident asks for something to be put right, answers, appeals with one button, and is found by nobody. Each page in
// each language, at 360 pixels, with and without a script.

import assert from "node:assert/strict";
import { it } from "node:test";
import { newcomer } from "../lib/declare.mjs";
import { leaseWithTraces } from "../lib/photos.mjs";
import { settled } from "../lib/settle.mjs";
import { eachWay, suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

const caseOf = (visitor) => /\/my-cases\/[0-9a-f-]+/.exec(visitor.path)[0];

suite("cases of a resident", (demo) => {
  eachWay(LOCALES, (locale, js, way) => {
    it(`my host refuses: a complete path, with an answer in words and a photo (${way})`, async () => {
      const visitor = await settled(demo(), { locale, js });
      await visitor.open("/record");
      await visitor.follow("/ask");
      await visitor.sees("ask-host-refuses", "ask-home-not-fit", "ask-address", "ask-correction", "ask-appeal");
      await visitor.follow("/ask/host-refuses");
      await visitor.sees("ask-host-refuses-true", "ask-host-refuses-reads");
      await visitor.go({ status: 422 });
      assert.deepEqual(await visitor.errors(), ["words"]);
      await visitor.fill({ words: "She says no.\nShe wants 10,000 for it." });
      await visitor.go();
      await visitor.sees("done-opened", "mine-title-host-refuses-resident", "case-host-refuses-means-resident", "mine-now-hearing");
      await visitor.reads("She wants 10,000 for it.");
      const path = caseOf(visitor);

      await visitor.open("/ask/host-refuses");
      await visitor.sees("ask-open-already");
      await visitor.follow(path);
      await visitor.follow("/answer");
      await visitor.go({ status: 422 });
      await visitor.fill({ words: "Here is the lease." });
      await visitor.go();
      assert.equal(visitor.path, `${path}/answer/photos`);
      await visitor.fill({ title: "The lease" });
      await visitor.page.locator('input[name="photo"]').setInputFiles({ name: "lease.jpg", mimeType: "image/jpeg", buffer: await leaseWithTraces(visitor.page) });
      await visitor.press('main form[enctype] button');
      await visitor.reads("The lease");
      await visitor.follow("/answer/check");
      await visitor.reads("Here is the lease.", "The lease");
      await visitor.go();
      await visitor.sees("done-answer");
      await visitor.reads("Here is the lease.");

      await visitor.follow("/hearing");
      await visitor.go();
      await visitor.sees("done-hearing", "entry-hearing-asked");
      const paper = await visitor.download(`${path}/case.pdf`);
      assert.equal(paper.type, "application/pdf");
      await visitor.follow("/take-back");
      await visitor.sees("do-take-back-then");
      await visitor.go();
      await visitor.sees("done-take-back", "mine-now-withdrawn");
      await visitor.open("/my-cases");
      await visitor.sees("mine-none-open", "mine-over", "mine-stage-closed");
      await visitor.leave();
    });

    it(`my home cannot be registered as it is, and a field is wrong (${way})`, async () => {
      const visitor = await settled(demo(), { locale, js });
      await visitor.open("/ask/home-not-fit");
      await visitor.sees("ask-home-not-fit-true", "ask-home-not-fit-then");
      await visitor.fill({ words: "The house has no number." });
      await visitor.go();
      await visitor.sees("done-opened", "case-home-not-fit-means-resident");
      await visitor.open("/ask/correction");
      await visitor.fill({ words: "My street is misspelt." });
      await visitor.go();
      await visitor.open("/ask/appeal");
      await visitor.fill({ words: "My entry took a year." });
      await visitor.go();
      await visitor.open("/record");
      await visitor.sees("record-in-force", "record-under-correction", "record-under-correction-text");
      await visitor.open("/my-cases");
      await visitor.sees("mine-title-home-not-fit-resident", "mine-title-correction-resident", "mine-title-appeal-resident", "mine-stage-hearing");
      await visitor.leave();
    });

    it(`nobody finds whoever asks for it, at once (${way})`, async () => {
      const visitor = await settled(demo(), { locale, js }, newcomer({ contact: { email: "hidden@porozhsk.example" } }));
      await visitor.open("/ask/address");
      assert.equal(await visitor.page.locator("a.ds-exit").count(), 1);
      await visitor.sees("ask-address-lead", "ask-address-hides-host", "ask-address-changes-sign-in");
      await visitor.reads("hidden@porozhsk.example");
      await visitor.go();
      await visitor.sees("ask-address-done", "ask-address-done-codes-text");
      await visitor.follow("/account/codes");
      await visitor.open("/ask/address");
      await visitor.sees("ask-address-is-hidden");
      const link = visitor.page.locator('main a[href*="/my-cases/"]').first();
      const path = (await link.getAttribute("href")).replace(/^\/[^/]+/, "");
      await visitor.follow(path);
      await visitor.sees("mine-title-protection-resident", "case-protection-means-resident");
      await visitor.open("/record");
      await visitor.sees("record-in-force", "record-hidden");
      await visitor.open(`${path}/take-back`);
      await visitor.sees("do-show-again-then");
      await visitor.go();
      await visitor.sees("mine-now-withdrawn");
      await visitor.open("/ask/address");
      await visitor.sees("ask-address-lead");
      await visitor.leave();
    });
  });

  it("nothing is lost where nothing is declared yet: who may see an address can be asked first", async () => {
    const visitor = await Visitor.as("newcomer", demo(), { locale: "ru", js: false });
    await visitor.open("/record");
    await visitor.follow("/ask/address");
    await visitor.go();
    await visitor.sees("ask-address-done");
    await visitor.open("/my-cases");
    await visitor.sees("mine-title-protection-resident");
    await visitor.leave();
  });
});
