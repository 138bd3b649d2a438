// Issue 2 "Bad input": all errors at once, links to the fields, values kept, in the person's language; nothing is lost.

import assert from "node:assert/strict";
import { it } from "node:test";
import { daysAgo, daysFromToday } from "../lib/days.mjs";
import { answerBirth, answerCitizenship, answerDay, answerName, answerPlace, begin, newcomer } from "../lib/declare.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

const LETTERS_200 = "Ñ".repeat(200);
const PERSON = newcomer();

suite("what cannot be right is said clearly", (demo) => {
  for (const [i, locale] of LOCALES.entries()) {
    it(`names: empty, a picture, 201 letters, a reversed direction; 200 letters and marks are fine: ${locale}`, async () => {
      const someone = await Visitor.arrive(demo(), { locale, js: i % 2 === 0 });
      await begin(someone);
      await someone.go({ status: 422 });
      assert.deepEqual(await someone.errors(), ["passport"]);
      await someone.sees("error-name-empty", "error-summary-title");
      assert.match(await someone.page.title(), /^[^–]*:/, "the title says that there is an error");

      await someone.fill({ passport: "LOLA 😀", local: `${LETTERS_200}Ñ`, called: "Ло\u202Eла", machine: "12345" });
      await someone.go({ status: 422 });
      assert.deepEqual((await someone.errors()).toSorted(), ["called", "local", "machine", "passport"]);
      await someone.sees("error-picture", "error-too-long", "error-control", "error-no-letter");
      assert.equal(await someone.value("passport"), "LOLA 😀");
      assert.equal(await someone.value("local"), `${LETTERS_200}Ñ`);

      await someone.fill({ passport: LETTERS_200, local: "محمد\u200F علي", called: "O", machine: "" });
      await someone.go();
      assert.equal(someone.path, "/declare/step/birth");
      await someone.leave();
    });

    it(`days: impossible, in the future, before birth, in words: ${locale}`, async () => {
      const someone = await Visitor.arrive(demo(), { locale, js: i % 2 === 1 });
      await begin(someone);
      await answerName(someone, PERSON.name);
      const refuse = async (field, day, key) => {
        await someone.fillDay(field, day);
        await someone.go({ status: 422 });
        assert.deepEqual(await someone.errors(), [field]);
        await someone.sees(key);
        assert.equal(await someone.value(`${field}-day`), String(day.day));
      };
      await refuse("birth", { day: 30, month: 2, year: 1990 }, "error-date-none-such");
      await refuse("birth", daysFromToday(1), "error-birth-future");
      await refuse("birth", { day: "x", month: 2, year: 1990 }, "error-date-parts");
      await answerBirth(someone, { day: 17, month: { en: "May", ru: "мая", "uz-Latn": "may" }[locale], year: 1993 });
      await answerCitizenship(someone, "");
      await refuse("arrived", daysFromToday(3), "error-arrived-future");
      await refuse("arrived", { day: 1, month: 1, year: 1980 }, "refusal-before-birth");
      await answerDay(someone, "arrived", daysAgo(2));
      await answerPlace(someone, { ...PERSON.place });
      await refuse("since", daysAgo(5), "refusal-before-arrival");
      await refuse("since", daysFromToday(400), "refusal-too-far-ahead");
      await answerDay(someone, "since", daysAgo(1));
      await refuse("until", daysAgo(2), "refusal-ends-before-begins");
      await answerDay(someone, "until", { day: "", month: "", year: "" });

      await someone.go({ status: 422 });
      assert.deepEqual(await someone.errors(), ["family"]);
      await someone.choose("family", "yes");
      await someone.go();
      await someone.fillDay("birth", { day: 31, month: 4, year: 2015 });
      await someone.go({ status: 422 });
      assert.deepEqual((await someone.errors()).toSorted(), ["birth", "passport"], "all errors come at once");
      assert.equal(await someone.value("birth-day"), "31");
      await someone.leave();
    });

    it(`contacts: both mistakes at once: ${locale}`, async () => {
      const someone = await Visitor.as("newcomer", demo(), { locale, js: i % 2 === 0 }).catch(async () => {
        await demo().restart();
        return Visitor.as("newcomer", demo(), { locale, js: i % 2 === 0 });
      });
      await someone.open("/account/contact");
      await someone.fill({ email: "lola at mail", phone: "call me" });
      await someone.go({ status: 422 });
      assert.deepEqual(await someone.errors(), ["email", "phone"]);
      assert.equal(await someone.value("email"), "lola at mail");
      assert.equal(await someone.value("phone"), "call me");
      await someone.open("/check");
      await someone.fill({ code: "ABC" });
      await someone.go({ status: 422 });
      assert.deepEqual(await someone.errors(), ["code"]);
      await someone.open("/no-such-page", { status: 404 });
      await someone.sees("fail-not-found-title", "fail-not-found-body");
      await someone.open("/r/NOSUCHRECEIPT", { status: 404 });
      await someone.sees("receipt-none-text");
      await someone.open("/leave");
      await someone.leave();
    });
  }

  it("ten thousand family members in one form are refused with a sentence, and the journey goes on", async () => {
    const someone = await Visitor.arrive(demo(), { js: false });
    await begin(someone);
    const csrf = await someone.page.locator("main [name=csrf]").inputValue();
    const many = Array.from({ length: 10_000 }, (_, n) => `passport=NAMUNA+${n}`).join("&");
    const answer = await someone.context.request.post(someone.page.url(), {
      headers: { "content-type": "application/x-www-form-urlencoded" }, data: `csrf=${csrf}&${many}`,
    });
    assert.equal(answer.status(), 413);
    assert.match(await answer.text(), /<h1/);
    await answerName(someone, PERSON.name);
    await someone.leave();
  });

  it("a form that another site sends is refused", async () => {
    const someone = await Visitor.arrive(demo(), { js: false });
    await begin(someone);
    const csrf = await someone.page.locator("main [name=csrf]").inputValue();
    const send = (headers, token) => someone.context.request.post(someone.page.url(), { headers, form: { csrf: token, passport: "X", version: "0" } });
    assert.equal((await send({ origin: "https://elsewhere.example" }, csrf)).status(), 403);
    assert.equal((await send({ "sec-fetch-site": "cross-site" }, csrf)).status(), 403);
    assert.equal((await send({}, "AAAA")).status(), 403);
    await someone.open("/declare/step/name");
    assert.equal(await someone.value("passport"), "");
    await someone.leave();
  });
});
