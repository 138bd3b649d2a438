// A host gets a letter about somebody and says "I do not know this person". The resident answers with the lease. Nothing changes, and both are
// told why.

import assert from "node:assert/strict";
import { it } from "node:test";
import {
  APPEAL_DAYS, DESK, answers, atOffice, back, decides, myCase, offered, openCase, putsInEffect, residentAt, saysWithoutAccount,
} from "../lib/court.mjs";
import { letterTo } from "../lib/letters.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";

const FLAT = 302;
const WHO = "Kvartirani o'g'lim ijaraga bergan, men bu odamni tanimayman.";
const LEASE = "Here is my lease. Her son let me the flat.";

suite("scenario: a mistaken dispute", (demo) => {
  it("ends with nothing changed, on the resident's lease", async () => {
    let resident = await residentAt(demo(), FLAT, { locale: "en", js: false }, { name: { passport: "MISOLOVA KAMILA" } });
    await resident.open("/my-host");
    await resident.sees("my-host-letter-waits");
    const { number, code } = await letterTo(demo(), FLAT, "letter-to-the-home");

    const host = await Visitor.arrive(demo(), { locale: "uz-Latn", js: true });
    await host.open(`/host?n=${number}&c=${code}`);
    await host.go();
    await host.reads("MISOLOVA KAMILA");
    await host.readsNot("1993", resident.person.number);
    await saysWithoutAccount(host, "dont-know", { words: WHO, name: "Namunayeva Barno" });
    await host.follow(await host.page.locator('main a[href*="/my-cases/"]').getAttribute("href"));
    await host.sees("mine-title-stranger-other", "case-stranger-means-other");

    await resident.open("/inbox");
    await resident.sees("msg-case-told-subject");
    await resident.open("/looks");
    await resident.sees("purpose-host-view");
    const path = await myCase(resident);
    await resident.sees("mine-title-stranger-resident", "case-stranger-means-resident");
    await resident.reads(WHO);
    await answers(resident, path, LEASE, { lease: "The lease of May" });
    await host.open(path);
    await host.reads(LEASE);

    const office = atOffice(path);
    const officer = await Visitor.as("officer", demo(), { locale: "ru", width: DESK, js: false });
    await openCase(officer, office);
    await officer.reads(WHO, LEASE, "The lease of May");
    const photo = await officer.page.locator('main a[href*="/photo/"]').first().getAttribute("href");
    assert.equal((await officer.download(demo().base + photo)).type, "image/jpeg");
    await decides(officer, office, "nothing-changes", { from: 3, grounds: ["residents-words"] });
    await openCase(officer, office);
    assert.ok(!(await offered(officer, office)).includes("effect"));
    await officer.leave();

    for (const someone of [resident, host]) {
      await someone.open(path);
      await someone.sees("mine-decision", "outcome-nothing-changes", "reason-stranger-nothing-changes-3-facts", "reason-stranger-nothing-changes-3-why");
      await someone.sees("heard-answered", "heard-opened");
      await someone.open("/inbox");
      await someone.sees("msg-case-decided-subject");
    }

    await demo().later(APPEAL_DAYS);
    const later = await Visitor.as("officer", demo(), { locale: "ru", width: DESK });
    await putsInEffect(later, office);
    await later.leave();
    resident = await back(demo(), resident);
    await resident.open("/record");
    await resident.sees("record-in-force");
    await resident.seesNot("record-disputed-text");
    await resident.open(path);
    await resident.sees("mine-now-stayed");
    await resident.leave();
    await host.leave();
  });
});
