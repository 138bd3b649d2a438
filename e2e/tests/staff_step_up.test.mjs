// Issue 6: a decision needs a passkey; the data-protection officer finds out whose a pseudonym is, and the member of staff sees it.

import assert from "node:assert/strict";
import { it } from "node:test";
import { TownAccount, person, signInAs } from "../lib/provider.mjs";
import { eachWay, suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES, words } from "../lib/words.mjs";

const AUTHENTICATOR = {
  protocol: "ctap2", transport: "usb", hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
  automaticPresenceSimulation: true,
};

async function withAuthenticator(visitor) {
  await visitor.cdp.send("WebAuthn.enable");
  const { authenticatorId } = await visitor.cdp.send("WebAuthn.addVirtualAuthenticator", { options: AUTHENTICATOR });
  return authenticatorId;
}

const ROLES = ["officer", "decider"];
const town = new TownAccount({
  people: Object.fromEntries(LOCALES.flatMap((locale) => ROLES.map((who) => [`${who}-${locale}`, person(`Officer of ${locale}`, "officers")]))),
});

// What each decides in favour of the person who asked: no second officer is needed.
const DECIDED = { ru: ["correction", "field-corrected"], "uz-Latn": ["look", "look-explained"], en: ["appeal", "granted"] };

const DIED = { ru: "stranger", "uz-Latn": "host-refuses", en: "home-not-fit" };

/** Opens a case of a kind, and answers its path after the language. */
async function openOne(officer, kind) {
  await officer.open("/cases");
  const line = officer.page.locator("main .ds-task-list__item", { hasText: words(officer.locale, `case-kind-${kind}`) }).first();
  const path = (await line.locator("a").getAttribute("href")).replace(/^\/[^/]+/, "");
  await officer.open(path);
  await officer.choose("purpose", "stated");
  await officer.go();
  return path;
}
suite("step-up", (demo) => {
  for (const locale of LOCALES) {
    it(`an officer adds a passkey, confirms, and goes back to where they were: ${locale}`, async () => {
      const officer = await Visitor.arrive(demo(), { locale });
      const authenticator = await withAuthenticator(officer);
      await signInAs(town, officer, `officer-${locale}`);
      await officer.open("/staff");
      await officer.follow("/staff/passkey");
      await officer.sees("staff-passkey-none");
      await officer.open("/staff/step-up?to=/cases?from=here");
      await officer.sees("step-up-none");
      await officer.press("main a#passkey");
      await officer.press("#passkey");
      assert.equal(officer.path, "/staff/step-up");
      await officer.sees("step-up-lead");
      const { credentials } = await officer.cdp.send("WebAuthn.getCredentials", { authenticatorId: authenticator });
      assert.equal(credentials.length, 1);
      await officer.press("#passkey");
      assert.equal(officer.path, "/cases");
      assert.equal(new URL(officer.page.url()).search, "?from=here");

      // A passkey that is not theirs does not count.
      await officer.cdp.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: authenticator });
      const other = await withAuthenticator(officer);
      await officer.cdp.send("WebAuthn.addCredential", { authenticatorId: other, credential: { ...credentials[0], signCount: 100 } });
      await officer.cdp.send("WebAuthn.setUserVerified", { authenticatorId: other, isUserVerified: false });
      await officer.open("/staff/step-up?to=//evil.example");
      await officer.page.locator("#passkey").click();
      await officer.page.locator("[data-passkey-error]:visible").waitFor();
      await officer.cdp.send("WebAuthn.setUserVerified", { authenticatorId: other, isUserVerified: true });
      await officer.press("#passkey");
      assert.equal(officer.path, "/cases", "and not to another site");

      await officer.open("/staff/passkey");
      await officer.press('form[action$="/staff/passkey/remove"] button');
      await officer.sees("staff-passkey-none");
      await officer.leave();
    });
  }

  for (const locale of LOCALES) {
    it(`what was typed goes along to the passkey, and the decision is made: ${locale}`, async () => {
      const [kind, outcome] = DECIDED[locale];
      const officer = await Visitor.arrive(demo(), { locale });
      await withAuthenticator(officer);
      await signInAs(town, officer, `decider-${locale}`);
      const draft = `${await openOne(officer, kind)}/draft/${outcome}`;
      // Before they type anything: a passkey.
      await officer.open(`${draft}/write?from=1`);
      assert.equal(officer.path, "/staff/step-up");
      await officer.sees("step-up-none");
      await officer.press("main a#passkey");
      await officer.press("#passkey");
      await officer.sees("step-up-lead");
      await officer.seesNot("step-up-kept");

      await officer.open(`${draft}/write?from=1`);
      const rule = "Section 7 & <others> of the invented act";
      await officer.fill({ rule });
      await officer.go();
      await officer.sees("step-up-title", "step-up-kept");
      assert.equal(officer.path, `${draft}/write`);
      assert.equal(await officer.page.locator("main input[name=rule]").inputValue(), rule);
      // A slip of the finger on the key: everything is still there.
      const answer = officer.page.waitForEvent("load");
      await officer.page.evaluate(() => {
        const form = document.querySelector("form[data-passkey]");
        form.elements.ceremony.value = "of-nobody";
        form.submit();
      });
      await answer;
      await officer.sees("step-up-wrong", "step-up-kept");
      assert.equal(await officer.page.locator("main input[name=rule]").inputValue(), rule);
      await officer.press("#passkey");
      await officer.sees("office-done-title", "office-do-decided-done");
      await officer.leave();

      // Without a script the page says what is missing; nothing is decided.
      const typist = await Visitor.arrive(demo(), { locale, js: false });
      await signInAs(town, typist, `decider-${locale}`);
      const other = await openOne(typist, DIED[locale]);
      await typist.open(`${other}/died`);
      await typist.fill({ "on-day": "1", "on-month": "11", "on-year": "2026", words: "A certificate of the clinic." });
      await typist.go();
      await typist.sees("step-up-title", "staff-passkey-no-script");
      await typist.follow(other);
      await typist.leave();
    });
  }

  it("a second passkey needs the first, also in a session that has just begun", async () => {
    const officer = await Visitor.arrive(demo());
    const authenticator = await withAuthenticator(officer);
    await signInAs(town, officer, "officer-en");
    await officer.open("/staff/passkey");
    await officer.press("#passkey");
    await officer.sees("staff-passkey-step-up");
    assert.equal(await officer.page.locator("main form").count(), 0, "nothing to add or remove");
    const { credentials } = await officer.cdp.send("WebAuthn.getCredentials", { authenticatorId: authenticator });

    // Somebody who took over the account at the provider, with a security key of their own.
    const thief = await Visitor.arrive(demo());
    await withAuthenticator(thief);
    await signInAs(town, thief, "officer-en");
    await thief.open("/staff/passkey");
    await thief.sees("staff-passkey-step-up");
    await thief.follow(encodeURIComponent("/staff/passkey"));
    await thief.page.locator("#passkey").click();
    await thief.page.locator("[data-passkey-error]:visible").waitFor();
    await thief.leave();

    await officer.follow(encodeURIComponent("/staff/passkey"));
    await officer.press("#passkey");
    assert.equal(officer.path, "/staff/passkey");
    await officer.cdp.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: authenticator });
    await withAuthenticator(officer);
    await officer.press("#passkey");
    assert.equal(await officer.page.locator("main .ds-summary-list__row").count(), 2);
    assert.equal(credentials.length, 1);
    await officer.leave();
  });

  eachWay(LOCALES, (locale, js, words) => {
    it(`the pages of passkeys, in a session by the operator's link: ${words}`, async () => {
      await demo().restart();
      const clerk = await Visitor.as("clerk", demo(), { locale, js });
      await clerk.open("/staff");
      await clerk.reads("C-17");
      await clerk.sees("staff-me-named-none");
      await clerk.open("/staff/passkey");
      await (js ? clerk.seesNot("staff-passkey-no-script") : clerk.sees("staff-passkey-no-script"));
      await clerk.open("/staff/step-up");
      await clerk.sees("step-up-none");
      await clerk.leave();
    });
  });
}, { provider: town });

suite("whose a pseudonym is", (demo) => {
  eachWay(LOCALES, (locale, js, words) => {
    it(`is told to the data-protection officer, and the member of staff sees it: ${words}`, async () => {
      await demo().restart();
      const dpo = await Visitor.as("dpo", demo(), { locale, js });
      assert.equal(dpo.path, "/staff/resolve");
      await dpo.go({ status: 422 });
      assert.deepEqual(await dpo.errors(), ["pseudonym", "why", "reference"]);
      const reference = `N 14/${locale}/${js}`;
      await dpo.fill({ pseudonym: "O-", reference });
      await dpo.choose("why", "court");
      await dpo.go({ status: 422 });
      assert.deepEqual(await dpo.errors(), ["pseudonym"]);
      assert.equal(await dpo.value("reference"), reference);
      await dpo.fill({ pseudonym: "O-4" });
      await dpo.go();
      await dpo.reads("Officer of the demo");
      await dpo.sees("resolve-found-noted");
      await dpo.readsNot("Clerk of the demo");

      const officer = await Visitor.as("officer", demo(), { locale, js });
      await officer.open("/staff/resolve", { status: 404 });
      await officer.open("/staff");
      await officer.reads(reference, "D-1");
      await officer.sees("resolve-why-court");
      await officer.leave();
      await dpo.leave();
    });
  });
});
