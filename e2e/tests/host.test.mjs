// PRODUCT 6, charter 3, 4 and 10: a host answers about one entry by three doors, shows that a home is theirs, and invites others. Nothing
// ends by a host's word, and a host sees names and since when.

import assert from "node:assert/strict";
import { it } from "node:test";
import { answerAll, newcomer, reference } from "../lib/declare.mjs";
import { letterTo, paper } from "../lib/letters.mjs";
import { assertPdfSays } from "../lib/pdf.mjs";
import { settled } from "../lib/settle.mjs";
import { eachWay, suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

let flats = 100;

async function resident(demo, options, flat) {
  return settled(demo, options, newcomer({ place: { query: "Садовая 1", flat: String(flat), room: "" } }));
}

suite("a host", (demo) => {
  eachWay(LOCALES, (locale, js, how) => {
    it(`answers by a link that the resident shows, ${how}`, async () => {
      const flat = (flats += 1);
      const someone = await resident(demo(), { locale, js }, flat);
      await someone.open("/record");
      await someone.follow("/my-host");
      await someone.sees("my-host-lead", "my-host-spelling");
      await someone.chooseFirst("spelling");
      await someone.go();
      const link = await someone.page.locator('main a[href*="/h/"]').getAttribute("href");
      const path = new URL(link).pathname.replace(/^\/[^/]+/, "");
      await someone.open(path);
      await someone.go();
      await someone.sees("host-door-own");

      const host = await Visitor.arrive(demo(), { locale, js });
      await host.open("/");
      await host.follow("/hosts");
      await host.sees("host-no-right", "host-liability");
      await host.open(path);
      await host.sees("host-knock-text", "host-knock-seen");
      await host.readsNot(someone.person.name.passport);
      await host.go();
      await host.reads(someone.person.name.passport, String(flat));
      await host.readsNot(someone.person.number, "1993");
      await host.go({ status: 422 });
      assert.deepEqual(await host.errors(), ["say"]);
      await host.choose("say", "moved-out");
      await host.go();
      await host.sees("host-why-nothing-changes", "host-why-read-by-them");
      await host.fill({ email: "nobody" });
      await host.go({ status: 422 });
      assert.deepEqual(await host.errors(), ["words", "name", "email"]);
      await host.fill({ words: "Съехала в мае, ключи у меня.", name: "Вера Образцова", email: "" });
      await host.go();
      await host.sees("host-asked-text", "host-codes-text");
      const codes = await host.codes();
      await host.open(path, { status: 404 });
      await host.sees("host-door-nothing");
      await host.leave();

      const back = await Visitor.arrive(demo(), { locale, js });
      await back.signInWith(codes[1]);
      await back.leave();
      await someone.open("/inbox");
      await someone.reads("Съехала в мае, ключи у меня.");
      await someone.open("/looks");
      await someone.sees("purpose-host-view");
      await someone.open("/record");
      await someone.sees("record-in-force");
      await someone.leave();
    });

    it(`answers by the code of a letter, ${how}`, async () => {
      const flat = (flats += 1);
      const someone = await resident(demo(), { locale, js }, flat);
      await someone.open("/my-host");
      await someone.sees("my-host-letter-waits");
      const { number, code } = await letterTo(demo(), flat, `letter-entry-${locale}`);
      const host = await Visitor.arrive(demo(), { locale, js });
      await host.open("/host");
      await host.fill({ number, code: "ABCD-EFGH-JKMN" });
      await host.go({ status: 422 });
      await host.sees("host-letter-mistyped");
      await host.fill({ number: code, code: number });
      await host.go({ status: 422 });
      await host.sees("host-letter-wrong");
      await host.open(`/host?n=${number}&c=${code}`);
      await host.go();
      await host.reads(someone.person.name.passport);
      await host.choose("say", "lives-here");
      await host.go();
      await host.sees("host-thanks-text");
      await host.leave();
      await someone.open("/my-host");
      await someone.sees("my-host-letter-answered", "my-host-door-letter");
      await someone.press("button[value=keep]");
      await someone.sees("my-host-kept");
      await someone.leave();
    });
  });

  for (const [i, locale] of LOCALES.entries()) {
    const js = i % 2 === 0;
    it(`sees their homes, answers, invites, and gives a home up, in ${locale}`, async () => {
      const signedIn = await Visitor.as("host", demo(), { locale, js });
      const host = await signedIn.alike({ locale, js });
      await host.open("/homes");
      await host.sees("homes-they-see", "home-proof-extract");
      await host.follow("/homes/1");
      await host.sees("home-seen", "host-no-right");
      const entry = await host.page.locator('main a[href*="/entry/"]').last().getAttribute("href");
      await host.open(entry.replace(/^\/[^/]+/, ""));
      await host.sees("host-q-hint");
      await host.choose("say", "lives-here");
      await host.go();
      await host.sees("host-thanks-text");
      await host.open(`${entry.replace(/^\/[^/]+/, "")}/dont-know`);
      await host.go({ status: 422 });
      assert.deepEqual(await host.errors(), ["words"]);

      await host.open("/homes/1/invite");
      await host.sees("invite-they-decide");
      await host.go();
      const link = await host.page.locator('main a[href*="/i/"]').getAttribute("href");
      await host.open("/homes/1/rooms");
      await host.fill({ rooms: "101;3\n102;0\n101" });
      await host.go({ status: 422 });
      assert.deepEqual(await host.errors(), ["rooms", "rooms"]);
      await host.fill({ rooms: "101;3\n102\n103 а;2" });
      await host.go();
      const sheet = await paper(host, "/rooms/pdf", { names: "", rooms: "101;3\n102\n103 а;2" }, `rooms-${locale}`);
      assertPdfSays(sheet, "101", "102", "103 а");

      const guest = await Visitor.arrive(demo(), { locale, js });
      await guest.open(new URL(link).pathname.replace(/^\/[^/]+/, ""));
      await guest.sees("invited-you-decide", "invited-host-sees");
      await guest.go();
      const person = newcomer({ place: null });
      await answerAll(guest, person);
      await guest.go();
      await reference(guest);
      await guest.leave();
      await host.open("/homes/1/give-up");
      await host.sees("home-give-up-text");
      await host.leave();
      await signedIn.leave();
    });

    it(`shows that a home is theirs, by a letter and at a desk, in ${locale}`, async () => {
      const flat = (flats += 1);
      const host = await settled(demo(), { locale, js });
      await host.open("/homes");
      await host.sees("homes-none");
      await host.follow("/homes/add");
      await host.go({ status: 422 });
      assert.deepEqual(await host.errors(), ["q"]);
      await host.fill({ q: "Садовая 1" });
      await host.press("main button[name=find]");
      await host.chooseFirst("pick");
      await host.go();
      await host.go({ status: 422 });
      assert.deepEqual(await host.errors(), ["flat"]);
      await host.fill({ flat: String(flat) });
      await host.go();
      await host.sees("home-asked-text");
      await host.open("/homes");
      await host.sees("homes-letter-waits");
      const { number, code } = await letterTo(demo(), flat, `letter-home-${locale}`);
      const anon = await Visitor.arrive(demo(), { locale, js });
      await anon.open(`/host?n=${number}&c=${code}`);
      await anon.go();
      await anon.sees("host-letter-sign-in");
      await anon.leave();
      await host.open(`/host?n=${number}&c=${code}`);
      await host.go();
      assert.equal(host.path, "/homes");
      await host.sees("home-proof-letter");
      await host.follow("/give-up");
      await host.go();
      await host.sees("homes-none");
      const [one] = await host.printCodes();

      const clerk = await Visitor.as("clerk", demo(), { locale, js, width: 1100 });
      await clerk.open("/desk");
      await clerk.fill({ code: one });
      await clerk.press('form[action$="/desk/receive"] button');
      await clerk.open("/homes/add");
      await clerk.sees("home-add-how-extract");
      await clerk.fill({ q: "Садовая 1" });
      await clerk.press("main button[name=find]");
      await clerk.chooseFirst("pick");
      await clerk.go();
      await clerk.go({ status: 422 });
      assert.deepEqual(await clerk.errors(), ["seen"]);
      await clerk.fill({ flat: String(flat) });
      await clerk.choose("seen", "yes");
      await clerk.go();
      await clerk.sees("home-proof-extract");
      await clerk.open("/desk");
      await clerk.press('form[action$="/desk/done"] button');
      await clerk.leave();
      await host.open("/homes/1");
      await host.sees("home-whole");
      await host.open("/inbox");
      await host.reads("C-17");
      await host.leave();
    });
  }
});
