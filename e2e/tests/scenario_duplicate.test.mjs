// Somebody who forgot that they had a record declares once more, with the same document. The program notices and joins nothing: an officer hears
// both, two officers decide, and the records can be taken apart again.

import { it } from "node:test";
import {
  APPEAL_DAYS, DESK, answers, atOffice, back, confirms, decides, letterArrived, myCase, openCase, putsInEffect, residentAt,
} from "../lib/court.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";

const DOCUMENT = { kind: "passport", number: "AP 3004005" };
const NAMES = ["EXEMPLU IOANA", "EXEMPLU IOANNA"];

suite("scenario: a duplicate", (demo) => {
  it("is noticed by the program, joined by two officers, and taken apart again", async () => {
    let first = await residentAt(demo(), 308, { locale: "ru", js: true }, { name: { passport: NAMES[0] }, document: DOCUMENT });
    let second = await residentAt(demo(), 309, { locale: "en", js: false }, { name: { passport: NAMES[1] }, document: { ...DOCUMENT } });
    const path = await myCase(first);
    await first.sees("mine-title-possible-duplicate-resident", "case-possible-duplicate-means-resident");
    await first.readsNot(NAMES[1]);
    await myCase(second);
    await second.sees("mine-title-possible-duplicate-resident", "case-possible-duplicate-program");
    await second.open("/inbox");
    await second.sees("msg-case-told-subject");
    await second.readsNot(NAMES[0]);
    await answers(first, path, "Обе записи мои: первую я забыла.");
    await answers(second, path, "Both records are mine.");
    await second.readsNot("Обе записи мои");

    const office = atOffice(path);
    const officer = await Visitor.as("officer", demo(), { locale: "en", width: DESK });
    await openCase(officer, office);
    await officer.sees("office-side-first", "office-side-second");
    await officer.reads(...NAMES, DOCUMENT.number, "Both records are mine.");
    await decides(officer, office, "records-merged", { from: 1, grounds: ["residents-words"], second: "O-5" });
    const colleague = await Visitor.as("second", demo(), { locale: "uz-Latn", width: DESK, js: false });
    await confirms(colleague, office);
    await colleague.leave();
    for (const [someone, side] of [[first, "resident"], [second, "other"]]) {
      await someone.open(path);
      await someone.sees("outcome-records-merged", "reason-possible-duplicate-records-merged-1-why");
      await letterArrived(officer, office, side);
    }
    await officer.leave();
    await first.open(path);
    await first.sees("mine-now-appealable", "mine-appeal-term-by");
    await first.open("/record");
    await first.readsNot(NAMES[1]);

    await demo().later(APPEAL_DAYS);
    const later = await Visitor.as("officer", demo(), { locale: "en", width: DESK });
    await putsInEffect(later, office);
    first = await back(demo(), first);
    second = await back(demo(), second);
    await first.open("/record");
    await first.reads(...NAMES);
    await second.open("/record");
    await second.reads(...NAMES);
    await second.sees("record-joined");
    await second.seesNot("record-family");
    for (const someone of [first, second]) {
      await someone.sees("record-in-force");
      await someone.open("/inbox");
      await someone.sees("msg-case-effect-subject");
    }

    await later.open(`${office}/apart`);
    await later.fill({ words: "Вторая запись оказалась записью сестры." });
    await later.go();
    await later.sees("office-do-apart-done");
    await later.leave();
    for (const [someone, own, others] of [[first, ...NAMES], [second, NAMES[1], NAMES[0]]]) {
      await someone.open("/inbox");
      await someone.sees("msg-case-separated-subject");
      await someone.open("/record");
      await someone.reads(own);
      await someone.readsNot(others);
      await someone.sees("record-in-force");
      await someone.leave();
    }
  });
});
