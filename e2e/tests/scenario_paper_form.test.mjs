// A paper form comes by post, a month after somebody moved in and posted in time. A clerk types it, its postmark counts, the answer goes by post
// with receipt and codes; a friend with a telephone helps to sign in; a landlord checks the receipt.

import assert from "node:assert/strict";
import { it } from "node:test";
import { DESK } from "../lib/court.mjs";
import { daysAgo } from "../lib/days.mjs";
import { answerAll, newcomer, reference } from "../lib/declare.mjs";
import { assertPdfSays, keepPicture } from "../lib/pdf.mjs";
import { leaseWithTraces } from "../lib/photos.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { words } from "../lib/words.mjs";

suite("scenario: a paper form", (demo) => {
  it("counts from its postmark, and is answered by post", async () => {
    // Somebody prints the form where there is a printer.
    const printer = await Visitor.arrive(demo(), { locale: "en", js: false });
    await printer.open("/paper");
    await printer.sees("paper-counts");
    keepPicture((await printer.download(`${demo().base}/uz-Latn/paper/form.pdf`)).bytes, "form-uz-Latn");
    await printer.leave();

    const clerk = await Visitor.as("clerk", demo(), { locale: "ru", width: DESK });
    await clerk.open("/desk");
    await clerk.follow("/desk/post");
    await clerk.fillDay("posted", daysAgo(30));
    await clerk.page.locator("main input[type=file]").setInputFiles({ name: "scan.jpg", mimeType: "image/jpeg", buffer: await leaseWithTraces(clerk.page) });
    await clerk.go();
    await clerk.sees("desk-post-banner", "desk-post-field");
    const person = newcomer({
      name: { passport: "NAMUNAYEV RUSTAM", local: "Намунаев Рустам" }, arrived: daysAgo(32), since: daysAgo(32),
      document: { kind: "passport", number: "AF 7008009" }, place: { query: "Садовая 1", flat: "306", room: "" },
    });
    await answerAll(clerk, person);
    await clerk.go();
    const number = await reference(clerk);
    await clerk.follow("/desk/papers");
    await clerk.select("language", "uz-Latn");
    await clerk.go();
    const sheet = await clerk.page.locator('main div[lang="uz-Latn"]').innerText();
    for (const key of ["papers-letter-title", "statement-posted-on", "papers-codes-apart"]) assert.match(sheet, words("uz-Latn", key));
    assert.ok(sheet.includes(number) && sheet.includes(person.name.passport));
    const [code] = await clerk.codes();
    await clerk.open("/desk");
    await clerk.press('form[action$="/desk/done"] button');
    await clerk.leave();

    // At home, weeks later, with somebody's telephone.
    const atHome = await Visitor.arrive(demo(), { locale: "uz-Latn", js: true });
    await atHome.signInWith(code);
    await atHome.open("/record");
    await atHome.sees("record-in-force");
    await atHome.open("/due");
    await atHome.seesNot("due-passed");
    await atHome.sees("due-met-posted");
    await atHome.open("/looks");
    await atHome.sees("purpose-desk-post");
    await atHome.open(`/receipts/${number}/1`);
    await atHome.sees("statement-posted-on");
    assertPdfSays((await atHome.download(`/receipts/${number}/1.pdf`)).bytes, number, "NAMUNAYEV RUSTAM");
    const link = new URL(await atHome.page.locator('main a[href*="/r/"]').getAttribute("href"));
    await atHome.leave();

    const landlord = await Visitor.arrive(demo(), { locale: "ru", js: false });
    await landlord.open("/check");
    await landlord.fill({ code: link.href });
    await landlord.go();
    await landlord.reads(number);
    await landlord.sees("statement-posted-on");
    await landlord.leave();
  });
});
