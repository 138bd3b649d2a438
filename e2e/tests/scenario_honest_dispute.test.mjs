// A host says that somebody moved out, and it is so. Both are heard, two officers decide, both are told, the time for an appeal passes, and
// only then the registration ends.

import assert from "node:assert/strict";
import { it } from "node:test";
import {
  APPEAL_DAYS, DESK, answers, atOffice, back, confirms, decides, linkForHost, myCase, offered, openCase, putsInEffect, residentAt, saysWithoutAccount,
} from "../lib/court.mjs";
import { posted } from "../lib/letters.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { words } from "../lib/words.mjs";

const LEFT = "Sentyabrda ko'chib ketdi, kalitlar menda.";
const YES = "Да, я переехала к брату в сентябре.";

suite("scenario: an honest dispute", (demo) => {
  it("ends a registration after notice, hearing, two officers and the time for an appeal", async () => {
    const name = { passport: "OBRAZTSOVA LOLA", local: "Образцова Лола" };
    let resident = await residentAt(demo(), 301, { locale: "ru", js: true }, { name });
    const { number } = resident.person;
    const link = await linkForHost(resident);
    await resident.open(`/receipts/${number}/1`);
    const receipt = new URL(await resident.page.locator('main a[href*="/r/"]').getAttribute("href")).pathname.replace(/^\/[^/]+/, "");

    const host = await Visitor.arrive(demo(), { locale: "uz-Latn", js: false });
    await host.open(link);
    await host.go();
    await host.reads("OBRAZTSOVA LOLA");
    await saysWithoutAccount(host, "moved-out", { words: LEFT, name: "Namunayeva Barno", email: "barno@porozhsk.example" });

    const path = await myCase(resident);
    await resident.sees("mine-title-moved-out-resident", "case-moved-out-means-resident", "mine-not-counting", "mine-silence");
    await resident.reads(LEFT);
    await resident.open("/record");
    await resident.sees("record-in-force", "record-disputed", "record-disputed-text");
    await answers(resident, path, YES);

    const office = atOffice(path);
    const officer = await Visitor.as("officer", demo(), { locale: "ru", width: DESK });
    await openCase(officer, office);
    await officer.sees("office-disputed", "office-side-resident", "office-side-host");
    await officer.reads(LEFT, YES);
    await decides(officer, office, "registration-ends", { grounds: ["residents-words"], second: "O-5" });
    await resident.open(path);
    await resident.sees("mine-now-hearing");

    const second = await Visitor.as("second", demo(), { locale: "en", width: DESK, js: false });
    await confirms(second, office);
    await second.leave();

    // The decision reaches the resident twice: they read it, and a letter comes.
    await resident.open(path);
    await resident.sees("mine-decision", "mine-now-confirmed", "outcome-registration-ends", "reason-moved-out-registration-ends-1-why", "mine-appeal-not-yet");
    await resident.reads("O-4", "O-5");
    const clerk = await Visitor.as("clerk", demo(), { locale: "ru", width: DESK });
    await posted(clerk, name.passport, words("ru", "msg-case-decided-subject"));
    await clerk.leave();
    await resident.open(path);
    await resident.sees("mine-now-appealable", "mine-appeal-term-by", "mine-appeal-how");
    await host.open(path);
    await host.sees("mine-title-moved-out-other", "outcome-registration-ends", "reason-moved-out-registration-ends-1-why");
    await openCase(officer, office);
    assert.ok(!(await offered(officer, office)).includes("effect"), "nothing takes effect before the time for an appeal is over");
    await resident.open("/record");
    await resident.sees("record-in-force", "record-disputed");
    await officer.leave();

    await demo().later(APPEAL_DAYS);
    const officerLater = await Visitor.as("officer", demo(), { locale: "ru", width: DESK });
    await putsInEffect(officerLater, office);
    await officerLater.leave();
    resident = await back(demo(), resident);
    await resident.open("/record");
    await resident.sees("record-decided", "record-decided-case", "record-decided-next", "record-card-new");
    await resident.seesNot("record-disputed-text");
    await resident.open("/inbox");
    await resident.sees("msg-case-ended-subject");
    await resident.open(path);
    await resident.sees("mine-now-settled", "outcome-registration-ends");
    await resident.leave();
    const hostLater = await back(demo(), host);
    await hostLater.follow("/my-cases");
    await hostLater.follow(path);
    await hostLater.sees("mine-now-settled");
    await hostLater.leave();

    // A receipt says what was declared when: it stays genuine, and says that this may have changed.
    const checker = await Visitor.arrive(demo(), { locale: "en", js: false });
    await checker.open(receipt);
    await checker.sees("receipt-genuine", "receipt-link-means");
    await checker.reads(number);
    await checker.leave();
  });
});
