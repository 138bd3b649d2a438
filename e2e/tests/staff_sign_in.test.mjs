// Issue 6: staff sign in by their office's own service, a real OpenID Connect provider that runs here; nobody else comes in.

import assert from "node:assert/strict";
import { it } from "node:test";
import { TownAccount, comeThrough, leaveFor, person, signInAs, walk } from "../lib/provider.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

const PEOPLE = {
  anna: person("Anna Test", "everybody", "clerks"),
  boris: person("Boris Test", "officers"),
  clara: person("Clara Test", "appeals", "officers"),
  dora: person("Dora Test", "privacy"),
  stranger: person("Stranger Test", "everybody"),
};

/** The pseudonym that people see of whoever is signed in. */
async function pseudonym(visitor) {
  await visitor.open("/staff");
  const [found] = /S-[0-9A-Z]{4,}/.exec(await visitor.text()) ?? [];
  assert.ok(found, "no pseudonym");
  return found;
}

/** Opens the address that the provider sent the browser back to, perhaps changed. */
const comeBack = (visitor, url, expected) => visitor.open(`/staff/oidc${url.search}`, expected);

async function refused(visitor, url) {
  await comeBack(visitor, url, { status: 403 });
  await visitor.sees("signin-untrusted-title", "signin-untrusted-body");
  await visitor.open("/cases");
  assert.equal(visitor.path, "/staff/sign-in", "nobody is signed in");
}

const town = new TownAccount({ people: PEOPLE });
suite("staff sign in by their office's own service", (demo) => {
  for (const [i, locale] of LOCALES.entries()) {
    it(`a clerk, an officer and a member of the appeal body, each to their work: ${locale}`, async () => {
      for (const [id, role, first, office] of [
        ["anna", "role-clerk", "/desk", "Отдел учёта города Порожска"],
        ["boris", "role-officer", "/cases", "Отдел учёта города Порожска"],
        ["clara", "role-appeal", "/cases", "Appeals commission"],
      ]) {
        const visitor = await Visitor.arrive(demo(), { locale, js: i % 2 === 0 });
        await visitor.open("/sign-in");
        await visitor.follow("/staff/sign-in");
        await signInAs(town, visitor, id);
        assert.equal(visitor.path, first);
        const name = await pseudonym(visitor);
        await visitor.sees(role);
        await visitor.reads(office);
        await visitor.readsNot("Test", "anna", "boris", "clara");
        await visitor.signOut();
        // The next time it is the same person.
        await signInAs(town, visitor, id);
        assert.equal(await pseudonym(visitor), name);
        await visitor.leave();
      }
    });

    it(`somebody without a role there does not come in, and reads why: ${locale}`, async () => {
      const visitor = await Visitor.arrive(demo(), { locale, js: i % 2 === 1 });
      await signInAs(town, visitor, "stranger", { status: 403 });
      await visitor.sees("signin-nobody-title", "signin-nobody-body");
      await visitor.follow("/staff/sign-in");
      await signInAs(town, visitor, "cancel", { status: 403 });
      await visitor.sees("signin-declined-title", "signin-declined-body");
      await visitor.open("/desk");
      assert.equal(visitor.path, "/staff/sign-in");
      await visitor.leave();
    });
  }

  it("whoever was somewhere comes back there, and from another site's address to their own work", async () => {
    const visitor = await Visitor.arrive(demo(), { js: false });
    await visitor.open("/cases/number");
    assert.equal(visitor.path, "/staff/sign-in");
    await comeThrough(town, visitor, "boris");
    assert.equal(visitor.path, "/cases/number");
    await visitor.signOut();
    await visitor.open("/staff/sign-in?to=//evil.example");
    await comeThrough(town, visitor, "boris");
    assert.equal(visitor.path, "/cases");
    await visitor.leave();
  });

  it("whoever loses their role there is signed out, and comes in again with another", async () => {
    const visitor = await Visitor.arrive(demo());
    await signInAs(town, visitor, "boris");
    const before = await pseudonym(visitor);
    const elsewhere = await visitor.alike({ js: false });
    await town.knows({ ...PEOPLE, boris: person("Boris Test") });
    await signInAs(town, await Visitor.arrive(demo(), { js: false }), "boris", { status: 403 });
    await elsewhere.open("/cases");
    assert.equal(elsewhere.path, "/staff/sign-in", "the other session has ended");
    await town.knows({ ...PEOPLE, boris: person("Boris Test", "clerks") });
    await signInAs(town, visitor, "boris");
    assert.equal(visitor.path, "/desk");
    assert.equal(await pseudonym(visitor), before);
    const { boris, ...others } = PEOPLE;
    await town.knows(others);
    await visitor.signOut();
    await leaveFor(town, visitor);
    assert.equal(await visitor.page.locator('button[value="boris"]').count(), 0, "the provider no longer knows them");
    await town.knows(PEOPLE);
    await visitor.leave();
    await elsewhere.leave();
  });

  it("a sign-in works once, and in the browser in which it began", async () => {
    const visitor = await Visitor.arrive(demo(), { js: false });
    const url = await walk(town, visitor, "boris");
    const another = await Visitor.arrive(demo(), { js: false });
    await refused(another, url);
    await comeBack(visitor, url);
    assert.equal(visitor.path, "/cases");
    await visitor.signOut();
    await refused(visitor, url);
    // The same code with a sign-in of its own: the provider refuses it.
    const fresh = await walk(town, visitor, "boris");
    fresh.searchParams.set("code", url.searchParams.get("code"));
    await refused(visitor, fresh);
    await another.leave();
    await visitor.leave();
  });

  it("nothing of a sign-in can be changed on the way", async () => {
    const visitor = await Visitor.arrive(demo(), { js: false });
    const changed = (name, value) => async () => {
      const url = await walk(town, visitor, "boris");
      url.searchParams.set(name, value);
      return url;
    };
    const asked = (name, value) => () => walk(town, visitor, "boris", (url) => {
      assert.ok(url.searchParams.has(name), name);
      url.searchParams.set(name, value);
      return url;
    });
    for (const lie of [
      changed("state", "x".repeat(43)),
      changed("code", "x".repeat(43)),
      changed("iss", "http://127.0.0.1:1"),
      asked("state", "x".repeat(43)),
      asked("nonce", "x".repeat(43)),
      asked("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
    ]) await refused(visitor, await lie());
    const url = await walk(town, visitor, "boris");
    url.searchParams.delete("iss");
    await refused(visitor, url);
    await refused(visitor, new URL(visitor.demo.base));
    await visitor.leave();
  });

  it("another provider's word counts for nothing", async () => {
    const foreign = new TownAccount({ people: { boris: person("Boris Test", "officers") } });
    await foreign.up(demo().base);
    const visitor = await Visitor.arrive(demo(), { js: false });
    const elsewhere = (url) => new URL(String(url).replace(town.issuer, foreign.issuer));
    const url = await walk(foreign, visitor, "boris", elsewhere);
    assert.equal(url.searchParams.get("iss"), foreign.issuer);
    await refused(visitor, url);
    const again = await walk(foreign, visitor, "boris", elsewhere);
    again.searchParams.set("iss", town.issuer);
    await refused(visitor, again);
    await foreign.down();
    await visitor.leave();
  });

  for (const locale of LOCALES) {
    it(`a provider that is away is said to be away: ${locale}`, async () => {
      await town.down();
      for (const js of [true, false]) {
        const visitor = await Visitor.arrive(demo(), { locale, js });
        await visitor.open("/staff/sign-in");
        await visitor.follow("/staff/oidc/start", { status: 503 });
        await visitor.sees("signin-away-title", "signin-away-body");
        await visitor.follow("/staff/sign-in");
        await visitor.leave();
      }
      await town.up(demo().base);
    });
  }
}, { provider: town });

const late = new TownAccount({ people: PEOPLE, skewSeconds: -1800 });
suite("a provider whose clock is half an hour late", (demo) => {
  it("signs nobody in", async () => {
    const visitor = await Visitor.arrive(demo(), { js: false });
    await signInAs(late, visitor, "boris", { status: 403 });
    await visitor.sees("signin-untrusted-title");
    await visitor.leave();
  });
}, { provider: late });

const terse = new TownAccount({ people: PEOPLE, inToken: false, links: false });
suite("a provider that tells groups at its UserInfo endpoint only, where links are turned off", (demo) => {
  it("signs an officer in, and there are no links for staff", async () => {
    assert.deepEqual(Object.keys(demo().links).sort(), ["host", "newcomer", "resident"]);
    const visitor = await Visitor.arrive(demo(), { js: false });
    await signInAs(terse, visitor, "boris");
    assert.equal(visitor.path, "/cases");
    await visitor.leave();
  });
}, { provider: terse });
