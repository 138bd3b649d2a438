// Somebody hides from a violent husband who knows the flat's owner. From the first minute nobody finds them: not the host, not whoever lives with
// them, not a letter, not a desk. Each gets the same answer as if nobody were there.

import assert from "node:assert/strict";
import { it } from "node:test";
import { DESK, atOffice, decides, hostOf, linkForHost, openCase, putsInEffect, residentAt } from "../lib/court.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";

const FLAT = 307;
const HER = "NAMUNAVA SHIRIN";
// As long and of the same letters as a true one.
const NO_LINK = "/h/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/** What a page says and how it answers, without what is new on every page. */
async function answerOf(visitor, path) {
  const answer = await visitor.context.request.get(`${visitor.demo.base}/${visitor.locale}${path}`);
  const body = (await answer.text()).replaceAll(path, "").replace(/name="csrf" value="[^"]*"/g, "");
  return { status: answer.status(), body };
}

suite("scenario: a protected address", (demo) => {
  it("is hidden from everybody, with the same answer as if nothing were there", async () => {
    const document = { kind: "passport", number: "AN 1002003" };
    const she = await residentAt(demo(), FLAT, { locale: "uz-Latn", js: false }, { name: { passport: HER }, document, contact: { email: "shirin@porozhsk.example" } });
    const flatmate = await residentAt(demo(), FLAT, { locale: "ru", js: true }, { name: { passport: "NUSQA MALIKA" } });
    const host = await hostOf(demo(), FLAT, { locale: "en", js: true }, { name: { passport: "SAMPLESON HANNA" } });
    await host.open("/homes/1");
    await host.reads(HER, "NUSQA MALIKA");
    const entry = (await host.page.locator("main .ds-summary-list__row").filter({ hasText: HER }).locator("a").getAttribute("href")).replace(/^\/[^/]+/, "");
    const link = await linkForHost(she);

    // She asks, and it is so.
    await she.open("/record");
    await she.follow("/ask");
    await she.follow("/ask/address");
    assert.equal(await she.page.locator("a.ds-exit").count(), 1);
    await she.sees("ask-address-lead", "ask-address-hides-host", "ask-address-hides-results");
    await she.fill({ words: "Erim meni qidiryapti." });
    await she.go();
    await she.sees("ask-address-done", "ask-address-done-now");
    she.codeSheet = await she.printCodes();
    await she.open("/record");
    await she.sees("record-in-force", "record-hidden");

    // The host: as if she had never been there.
    await host.open("/homes/1");
    await host.reads("NUSQA MALIKA");
    await host.readsNot(HER);
    const nobody = await answerOf(host, `/homes/1/entry/${"0".repeat(32)}`);
    assert.deepEqual(await answerOf(host, entry), nobody, "her entry is no entry");
    await host.leave();
    // Whoever has a link that she gave before.
    const stranger = await Visitor.arrive(demo(), { locale: "ru", js: false });
    await stranger.open(link, { status: 404 });
    await stranger.sees("host-door-nothing");
    assert.deepEqual(await answerOf(stranger, link), await answerOf(stranger, NO_LINK), "her link is no link");
    await stranger.leave();
    // Whoever lives there too.
    for (const path of ["/record", "/receipts", "/inbox", "/my-cases"]) {
      await flatmate.open(path);
      await flatmate.readsNot(HER);
    }
    const data = await flatmate.download("/data/export.json");
    assert.ok(!data.bytes.toString("utf8").includes(HER));
    await flatmate.leave();
    // A clerk with her document's number, whoever stands at the desk.
    const clerk = await Visitor.as("clerk", demo(), { locale: "ru", width: DESK });
    const answers = [];
    for (const [number, name] of [[document.number, "NAMUNAVA"], ["AN 1002999", "NAMUNAVA"]]) {
      await clerk.open("/desk/document");
      await clerk.choose("seen", "yes");
      await clerk.fill({ number, name, "birth-day": "17", "birth-month": "5", "birth-year": "1993" });
      await clerk.go({ status: 422 });
      await clerk.sees("desk-shown-nobody");
      answers.push((await clerk.text()).replaceAll(number, ""));
    }
    assert.equal(answers[0], answers[1], "her document is no document");
    await clerk.leave();
    // Her mail says nothing of it.
    const mail = await demo().letter("shirin@porozhsk.example");
    assert.ok(!mail.includes("307") && !mail.includes("Садовая"), mail);

    // An officer reads her words, and that it stays so.
    const path = await ownCase(she);
    const officer = await Visitor.as("officer", demo(), { locale: "ru", width: DESK });
    await officer.open("/cases");
    await officer.readsNot(HER);
    await openCase(officer, atOffice(path));
    await officer.reads("Erim meni qidiryapti.");
    await officer.sees("office-stands-protected");
    await decides(officer, atOffice(path), "protected", { from: 1 });
    // No letter goes to a door that somebody else may open.
    await openCase(officer, atOffice(path));
    await officer.sees("office-channel-inbox");
    await officer.seesNot("office-channel-letter");
    await putsInEffect(officer, atOffice(path));
    await officer.leave();
    await she.open(path);
    await she.sees("mine-title-protection-resident", "outcome-protected", "reason-protection-protected-1-why");
    await she.open("/record");
    await she.sees("record-in-force", "record-hidden");
    await she.open("/looks");
    await she.sees("purpose-protection", "purpose-host-view");
    await she.leave();
  });
});

/** The path of her case, from the page about her address. */
async function ownCase(she) {
  await she.open("/ask/address");
  await she.sees("ask-address-is-hidden");
  return (await she.page.locator('main a[href*="/my-cases/"]').first().getAttribute("href")).replace(/^\/[^/]+/, "");
}
