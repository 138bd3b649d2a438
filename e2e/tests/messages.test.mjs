// PRODUCT, "found in real failures": what proves that a message arrived, an SMS that says nothing, and a letter for whoever has neither.

import assert from "node:assert/strict";
import { it } from "node:test";
import { daysAgo } from "../lib/days.mjs";
import { newcomer } from "../lib/declare.mjs";
import { assertPdfSays, keepPicture } from "../lib/pdf.mjs";
import { settled } from "../lib/settle.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

suite("messages", (demo) => {
  it("are proved by the person's own opening, and say how they went, in three languages", async () => {
    for (const [i, locale] of LOCALES.entries()) {
      const phone = `+998 90 555 02 0${i}`;
      const someone = await settled(demo(), { locale, js: i % 2 === 0 }, newcomer({ contact: { phone } }));
      const [sms] = await demo().texts(phone);
      assert.match(sms, /^Doorstep: /);
      assert.ok(sms.includes(`localhost:${demo().port}`), sms);
      assert.ok(!/NAMUNAVA|Намунава|http|555/.test(sms), sms);
      await someone.open("/inbox");
      await someone.sees("inbox-title", "msg-declared-subject", "message-one");
      await someone.press('main a[href*="/inbox/"]');
      await someone.sees("message-how", "message-way-inbox", "message-way-sms", "message-silence");
      await someone.sees("message-opened");
      await someone.back();
      await someone.leave();
    }
  });

  it("go by letter to whoever is reached in no two other ways, one at a time, each with a look", async () => {
    for (const [i, locale] of LOCALES.entries()) {
      // The same document twice: both are told, and both notices have to be proved.
      const document = { kind: "passport", number: `AE 200300${i}` };
      const first = await settled(demo(), { locale, js: i % 2 === 0 }, newcomer({ document }));
      const second = await settled(demo(), { locale, js: false }, newcomer({ document, name: { passport: "NAMUNAVA ZULFIYA" } }));
      const clerk = await Visitor.as("clerk", demo(), { locale, js: i % 2 === 1 });
      await clerk.open("/post");
      await clerk.sees("post-title", "post-why", "post-they-see");
      await clerk.readsNot("NAMUNAVA", "Намунава");
      // The town has letters of its own, which are older.
      let bytes;
      for (;;) {
        const more = await clerk.page.locator('form[action$="/post/take"] button').count();
        assert.ok(more, "the letter of this test is among those that wait");
        await clerk.press('form[action$="/post/take"] button');
        await clerk.sees("post-print-title", "post-posted-title");
        const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await clerk.text())[0];
        ({ bytes } = await clerk.download("/post/letter.pdf"));
        assertPdfSays(bytes, code);
        if (bytes.length && (await looks(first, "purpose-post-letter"))) {
          await clerk.fillDay("on", { day: 1, month: 1, year: 2020 });
          await clerk.press('form[action$="/post/posted"] button', { status: 422 });
          assert.deepEqual(await clerk.errors(), ["on"]);
          await clerk.open("/post");
          await clerk.press('form[action$="/post/posted"] button');
          await clerk.open("/post/record");
          await clerk.go({ status: 422 });
          assert.deepEqual(await clerk.errors(), ["code", "says", "on"]);
          await clerk.fill({ code: code.toLowerCase() });
          await clerk.choose("says", "delivered");
          await clerk.fillDay("on", daysAgo(0));
          await clerk.go();
          await clerk.sees("post-noted-title");
          break;
        }
        await clerk.press('form[action$="/post/posted"] button');
      }
      assertPdfSays(bytes, "NAMUNAVA LOLA", first.person.place.text.split(",")[0]);
      keepPicture(bytes, `letter-${locale}`);
      await clerk.leave();
      await first.open("/inbox");
      await first.sees("msg-case-told-subject");
      await first.leave();
      await second.leave();
    }
  });

  it("are handed over at a desk against a signature", async () => {
    const someone = await settled(demo(), { js: false });
    const [code] = await someone.printCodes();
    const clerk = await Visitor.as("clerk", demo(), { js: false });
    await clerk.open("/desk");
    await clerk.fill({ code });
    await clerk.press('form[action$="/desk/receive"] button');
    await clerk.open("/inbox");
    await clerk.press('main a[href*="/inbox/"]');
    await clerk.sees("message-desk-title", "message-unopened");
    const { bytes } = await clerk.download(`${clerk.path}/letter.pdf`);
    assertPdfSays(bytes, someone.person.name.passport);
    await clerk.follow("/handed");
    await clerk.sees("message-signed-title", "message-signed-text");
    await clerk.go();
    await clerk.sees("message-way-by-hand", "message-arrived");
    await clerk.leave();
    await someone.leave();
  });
});

/** Whether somebody's list of looks says this. */
async function looks(visitor, purpose) {
  await visitor.open("/looks");
  return visitor.sees(purpose).then(() => true, () => false);
}
