// A host who quarrelled with their tenants disputes everybody. The caseworker sees it as a fact about the disputes, and decides each alone. One
// decision is wrong: its resident appeals with one button, and the appeal body annuls it.

import { it } from "node:test";
import {
  DESK, answers, atOffice, confirms, decides, disputes, files, hostOf, letterArrived, myCase, openCase, residentAt,
} from "../lib/court.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";

const FLAT = 304;
const TENANTS = ["NUSQA ALMAZ", "ULGU KANYKEI", "MISOLOV SARDOR"];

suite("scenario: revenge", (demo) => {
  it("shows as a fact about the disputes, and a wrong decision is annulled on appeal", async () => {
    const [first, ...others] = TENANTS;
    const resident = await residentAt(demo(), FLAT, { locale: "uz-Latn", js: true }, { name: { passport: first } });
    for (const passport of others) await (await residentAt(demo(), FLAT, { js: false }, { name: { passport } })).leave();
    const host = await hostOf(demo(), FLAT, { locale: "ru", js: false }, { name: { passport: "OBRAZTSOV EGOR" } });
    for (const passport of TENANTS) await disputes(host, passport, "moved-out", "Все съехали, никого нет.");

    const path = await myCase(resident);
    const office = atOffice(path);
    const officer = await Visitor.as("officer", demo(), { locale: "ru", width: DESK });
    await openCase(officer, office);
    await officer.sees("office-disputes-title", "office-disputes-note");
    await officer.readsFact("office-disputes", 3, 3, 3, 0, 0, 0);

    // A paper that the resident never signed. They are shown it, and say so.
    await files(officer, office, "document", "Акт о передаче комнаты с подписью жильца.");
    await resident.open("/inbox");
    await resident.sees("msg-case-more-subject");
    await resident.open(path);
    await resident.reads("Акт о передаче комнаты с подписью жильца.");
    await answers(resident, path, "Bu mening imzom emas. Men shu yerda yashayman.");
    await decides(officer, office, "registration-ends", { from: 2, grounds: ["document"], second: "O-5" });
    const second = await Visitor.as("second", demo(), { locale: "ru", width: DESK, js: false });
    await confirms(second, office);
    await second.leave();

    await resident.open(path);
    await resident.sees("outcome-registration-ends", "mine-appeal-not-yet");
    await letterArrived(officer, office, "resident");
    await officer.leave();
    await resident.open(path);
    await resident.sees("mine-now-appealable", "mine-appeal-how");
    await resident.follow("/appeal");
    // One button is enough: no words are asked for.
    await resident.go();
    await resident.sees("done-appeal", "mine-now-appealed");
    await resident.open("/record");
    await resident.sees("record-in-force", "record-disputed");

    const member = await Visitor.as("appeal", demo(), { locale: "en", width: DESK });
    await openCase(member, office);
    await member.reads("Bu mening imzom emas. Men shu yerda yashayman.");
    await member.follow("/appeal");
    await member.choose("result", "annulled");
    await member.fill({ reasons: "Подпись не проверили, а соседей никто не спросил. Хозяин оспорил всех сразу." });
    await member.go();
    await member.sees("office-do-appeal-done");
    await member.leave();

    for (const someone of [resident, host]) {
      await someone.open("/inbox");
      await someone.sees("msg-case-annulled-subject");
      await someone.reads("Хозяин оспорил всех сразу.");
      await someone.open(path);
      await someone.sees("mine-now-annulled", "entry-appeal-annulled");
      await someone.reads("Хозяин оспорил всех сразу.");
    }
    await resident.open("/record");
    await resident.sees("record-in-force");
    await resident.seesNot("record-disputed-text");
    await resident.leave();
    await host.leave();
  });
});
