// PRODUCT "Signing in": a link by e-mail, a printed code, a passkey; sessions are the person's to end.

import assert from "node:assert/strict";
import { it } from "node:test";
import { newcomer } from "../lib/declare.mjs";
import { settled } from "../lib/settle.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

const AUTHENTICATOR = {
  protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
  automaticPresenceSimulation: true,
};

/** The path after the language of the link in a letter. */
function pathIn(letter, kind) {
  const [, path] = new RegExp(`http[^\\s/]*//[^/\\s]+/[^/\\s]+(/${kind}/[\\w.-]+)`).exec(letter);
  return path;
}

async function withAuthenticator(visitor) {
  await visitor.cdp.send("WebAuthn.enable");
  const { authenticatorId } = await visitor.cdp.send("WebAuthn.addVirtualAuthenticator", { options: AUTHENTICATOR });
  return authenticatorId;
}

suite("coming back", (demo) => {
  for (const [i, locale] of LOCALES.entries()) {
    it(`by a link in an e-mail, which works once: ${locale}`, async () => {
      const email = `lola${i}@porozhsk.example`;
      const first = await settled(demo(), { locale, js: i % 2 === 0 }, newcomer({ contact: { email } }));
      const { number } = first.person;
      await first.open(pathIn(await demo().letter(email, "/confirm-email/"), "confirm-email"));
      await first.go();
      await first.sees("confirmed-email-title");
      await first.leave();

      const later = await Visitor.arrive(demo(), { locale, js: i % 2 === 1 });
      await later.open("/sign-in");
      await later.follow("/sign-in/email");
      await later.fill({ email });
      await later.go();
      await later.sees("sign-in-sent-lead");
      const letter = await demo().letter(email, "/sign-in/link/");
      assert.doesNotMatch(letter, /Садовая|1993/, "a link for signing in says nothing about the person");
      const path = pathIn(letter, "sign-in/link");
      await later.open(path);
      await later.go();
      await later.open("/record");
      await later.reads(number);
      await later.leave();

      const replayer = await Visitor.arrive(demo(), { locale, js: false });
      await replayer.open(path, { status: 410 });
      await replayer.sees("fail-spent-link-title", "fail-spent-link-body");
      await replayer.leave();
    });

    it(`by a printed code, which works once: ${locale}`, async () => {
      const first = await settled(demo(), { locale, js: i % 2 === 1 });
      const { number } = first.person;
      const codes = await first.printCodes();
      await first.leave();

      const later = await Visitor.arrive(demo(), { locale, js: i % 2 === 0 });
      // Capitals, spaces and hyphens do not matter.
      await later.signInWith(codes[0].toLowerCase().replaceAll("-", " "));
      await later.open("/record");
      await later.reads(number);
      await later.leave();
      const replayer = await Visitor.arrive(demo(), { locale, js: false });
      await replayer.signInWith(codes[0], { status: 422 });
      assert.deepEqual(await replayer.errors(), ["code"]);
      await replayer.signInWith(codes[1]);
      await replayer.leave();
    });

    it(`by a passkey: ${locale}`, async () => {
      const first = await settled(demo(), { locale });
      const { number } = first.person;
      const authenticator = await withAuthenticator(first);
      await first.open("/account/passkeys");
      await first.press("#passkey");
      await first.seesNot("passkeys-none");
      assert.equal(await first.page.locator("main .ds-summary-list__row").count(), 1);
      const { credentials } = await first.cdp.send("WebAuthn.getCredentials", { authenticatorId: authenticator });
      assert.equal(credentials.length, 1);
      assert.equal(credentials[0].rpId, "localhost");

      const later = await Visitor.arrive(demo(), { locale });
      const same = await withAuthenticator(later);
      await later.cdp.send("WebAuthn.addCredential", { authenticatorId: same, credential: credentials[0] });
      await later.open("/sign-in/passkey");
      await later.press("#passkey");
      await later.open("/record");
      await later.reads(number);

      await later.open("/account/passkeys");
      await later.press('form[action$="/account/passkeys/remove"] button');
      await later.sees("passkeys-none");
      await later.signOut();
      await later.open("/sign-in/passkey");
      await later.press("#passkey", { status: 422 });
      await later.sees("sign-in-passkey-wrong");
      await later.leave();
      await first.leave();
    });
  }

  it("an address that its owner has not confirmed signs nobody in", async () => {
    const email = "typo@porozhsk.example";
    const first = await settled(demo(), { js: false }, newcomer({ contact: { email } }));
    await first.leave();
    const stranger = await Visitor.arrive(demo(), { js: false });
    await stranger.open("/sign-in/email");
    await stranger.fill({ email });
    await stranger.go();
    await stranger.sees("sign-in-sent-lead");
    await demo().letter(email, "/confirm-email/");
    assert.equal(await demo().letters(email, "/sign-in/link/"), 0);
    await stranger.leave();
  });

  it("an address that nobody has gets the same answer", async () => {
    const stranger = await Visitor.arrive(demo(), { js: false });
    await stranger.open("/sign-in/email");
    await stranger.fill({ email: "nobody@porozhsk.example" });
    await stranger.go();
    await stranger.sees("sign-in-sent-lead");
    await stranger.leave();
  });

  it("without a script, the page of passkeys says so and names the other ways", async () => {
    const someone = await Visitor.arrive(demo(), { js: false });
    await someone.open("/sign-in/passkey");
    await someone.sees("passkey-no-script");
    assert.equal(await someone.page.locator("#passkey").isVisible(), false);
    await someone.follow("/sign-in");
    await someone.leave();
  });

  it("a person sees where they are signed in, and ends it", async () => {
    const first = await settled(demo());
    const codes = await first.printCodes();
    const second = await Visitor.arrive(demo(), { js: false });
    await second.signInWith(codes[0]);
    const third = await Visitor.arrive(demo(), { js: false });
    await third.signInWith(codes[1]);

    await first.open("/account");
    await first.sees("sessions-current", "account-way-code");
    await first.press('main button[name="session"]:not([value="others"])');
    await first.press('main button[value="others"]');
    assert.equal(await first.page.locator('main button[name="session"]').count(), 0);
    for (const ended of [second, third]) {
      await ended.open("/record");
      assert.equal(ended.path, "/sign-in");
      await ended.leave();
    }

    await first.signOut();
    await first.open("/record");
    assert.equal(first.path, "/sign-in");
    await first.leave();
  });
});
