// PRODUCT 4, charter 12: what is due is said before anything is declared; who could not be in time is heard; the rules can be printed.

import assert from "node:assert/strict";
import { it } from "node:test";
import { daysAgo } from "../lib/days.mjs";
import { answerAll, begin, newcomer } from "../lib/declare.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

suite("what is due before anything is declared", (demo) => {
  for (const [i, locale] of LOCALES.entries()) {
    it(`is counted from the day of arrival: ${locale}`, async () => {
      const someone = await Visitor.arrive(demo(), { locale, js: i % 2 === 0 });
      await begin(someone);
      await someone.open("/due");
      await someone.sees("due-unsaid");
      await someone.open("/declare/step/name");
      await answerAll(someone, newcomer());
      const day = await someone.page.locator(".ds-due__date time").first().getAttribute("datetime");
      assert.match(day, /^\d{4}-\d{2}-\d{2}$/, "check-answers says by when");
      await someone.unfold();
      await someone.sees("due-how", "calendar-deadline");
      await someone.open("/due");
      assert.equal(await someone.page.locator(".ds-due__date time").first().getAttribute("datetime"), day);
      assert.ok(await someone.page.locator(".ds-calendar__day--deadline").count() > 0, "each day is drawn");
      await someone.leave();
    });

    it(`and who could not be in time says why, or not: ${locale}`, async () => {
      const someone = await Visitor.arrive(demo(), { locale, js: i % 2 === 1 });
      await begin(someone);
      await answerAll(someone, newcomer({ arrived: daysAgo(60), since: daysAgo(60), late: "" }));
      await someone.open("/due");
      await someone.sees("due-passed", "due-why-hint");
      await someone.press("main form button", { status: 422 });
      await someone.fill({ words: "Я лежала с температурой." });
      await someone.press("main form button");
      await someone.sees("due-explained");
      await someone.reads("Я лежала с температурой.");
      assert.equal(await someone.page.locator("main textarea").count(), 0, "it is asked once");
      await someone.leave();
    });

    it(`and the rules are counted for any day, and printed: ${locale}`, async () => {
      const lawyer = await Visitor.arrive(demo(), { locale, js: i % 2 === 0 });
      await lawyer.open("/");
      await lawyer.open("/rules");
      await lawyer.follow("/rules/ru.arrival.general");
      await lawyer.go({ status: 422 });
      await lawyer.fillDay("event", { day: 26, month: 12, year: 2025 });
      await lawyer.fill({ citizenship: "UZB" });
      await lawyer.go();
      assert.equal(await lawyer.page.locator(".ds-due__date time").first().getAttribute("datetime"), "2026-01-16");
      assert.ok(!lawyer.page.url().includes("UZB") && !lawyer.page.url().includes("2025"), "what was typed stands in no address");
      await lawyer.page.emulateMedia({ media: "print" });
      assert.ok(await lawyer.page.locator(".ds-calendar").first().isVisible(), "the calendar is on the paper");
      assert.ok(!(await lawyer.page.locator("main form").isVisible()), "the form is not");
      await lawyer.leave();
    });
  }
});
