// Several newcomers were sold the address of a flat whose owner knows none of them. The owner disputes each entry, and an officer asks about the
// address. Nobody's registration ends before they were heard, and they learn what to do.

import assert from "node:assert/strict";
import { it } from "node:test";
import { DESK, answers, atOffice, decides, disputes, hostOf, myCase, openCase, residentAt } from "../lib/court.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";

const FLAT = 303;
const SOLD = "I paid a man at the market for this address. I sleep at the hostel by the station.";
const BUYERS = [
  ["en", true, "SAMPLEJEE ARUN"],
  ["uz-Latn", false, "NAMUNAYEV BOTIR"],
  ["ru", false, "OBRAZTSOV PYOTR"],
];

suite("scenario: a sold fictitious address", (demo) => {
  it("is heard person by person, and once about the address itself", async () => {
    const residents = [];
    for (const [locale, js, passport] of BUYERS) residents.push(await residentAt(demo(), FLAT, { locale, js }, { name: { passport } }));
    const owner = await hostOf(demo(), FLAT, { locale: "ru", js: true }, { name: { passport: "PRIMEROVA ZOYA" } });
    await owner.open("/homes");
    await owner.follow("/homes/1");
    await owner.reads(...BUYERS.map(([, , passport]) => passport));
    await owner.sees("host-no-right", "host-liability");
    for (const [, , passport] of BUYERS) await disputes(owner, passport, "dont-know", "Я не знаю этого человека. В квартире живём мы с мужем.");

    const paths = [];
    for (const resident of residents) {
      paths.push(await myCase(resident));
      await resident.sees("case-stranger-means-resident", "mine-can", "mine-ways", "mine-silence");
      await resident.open("/record");
      await resident.sees("record-in-force", "record-disputed");
    }
    // One of them says how it was; the others have not said anything yet.
    await answers(residents[0], paths[0], SOLD);

    const officer = await Visitor.as("officer", demo(), { locale: "en", width: DESK });
    for (const path of paths.slice(1)) {
      await openCase(officer, atOffice(path));
      await officer.sees("office-not-yet", "case-refusal-not-heard");
      await officer.open(`${atOffice(path)}/draft/registration-ends/write?from=1`, { status: 422 });
    }

    // About the address, and about nobody in particular.
    await officer.open("/cases");
    await officer.follow("/cases/address");
    await officer.fill({ q: "Садовая 1" });
    await officer.press("main button[name=find]");
    await officer.chooseFirst("pick");
    await officer.go();
    await officer.choose("kind", "crowded");
    await officer.fill({ flat: String(FLAT), words: "The owner knows nobody of those who declared the flat." });
    await officer.go();
    const aboutAddress = officer.path;
    await openCase(officer, aboutAddress);
    await officer.readsNot(...BUYERS.map(([, , passport]) => passport));
    const ownersCase = aboutAddress.replace("/cases/", "/my-cases/");
    await owner.open(ownersCase);
    await owner.sees("mine-title-crowded-other", "case-crowded-means-other");
    await owner.reads(String(FLAT));
    await answers(owner, ownersCase, "Адрес продают без нас. Мы заявили в полицию.");
    await decides(officer, aboutAddress, "address-marked", { from: 2 });
    await owner.open(ownersCase);
    await owner.sees("outcome-address-marked", "reason-crowded-address-marked-2-why");
    await owner.leave();

    // Who was heard is decided by two officers; until it has effect, and for everybody else, all stays.
    await decides(officer, atOffice(paths[0]), "registration-ends", { from: 2, grounds: ["residents-words"], second: "O-5" });
    await officer.leave();
    for (const resident of residents) {
      await resident.open("/record");
      await resident.sees("record-in-force", "record-card-move");
      await resident.open("/my-cases");
      await resident.sees("mine-stage-hearing");
      assert.equal(await resident.page.locator('main a[href*="/my-cases/"]').count(), 1, "the case about the address is nobody's but the owner's");
      await resident.leave();
    }
  });
});
