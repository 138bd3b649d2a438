// PRODUCT 4 and 10: what is due, by when and why; a copy of everything.

import assert from "node:assert/strict";
import { it } from "node:test";
import { assertPdfSays } from "../lib/pdf.mjs";
import { settled } from "../lib/settle.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

suite("what is due, and what is kept", (demo) => {
  it("each duty says by when, why and by which source, in three languages, with a file for the calendar", async () => {
    const resident = await Visitor.as("resident", demo());
    for (const [i, locale] of LOCALES.entries()) {
      const reader = await resident.alike({ locale, js: i % 2 === 0 });
      await reader.open("/due");
      await reader.unfold();
      await reader.sees("due-how", "due-sources", "due-pack");
      assert.ok(await reader.page.locator("main time").count() > 0, "a date is machine-readable");
      assert.ok(await reader.page.locator('main a[href^="https://"], main a[href^="http://"]').count() > 0, "a source is linked");
      await reader.leave();
      const declarer = await settled(demo(), { locale, js: false });
      await declarer.open(`/declared/${declarer.person.number}`);
      const link = await declarer.page.locator('main a[href$=".ics"]').first().getAttribute("href");
      const { type, bytes } = await declarer.download(`${demo().base}${link}`);
      assert.match(type, /^text\/calendar/);
      assertCalendar(bytes);
      await declarer.leave();
    }
    await resident.leave();
  });

  it("everything that is kept can be taken along, to read and for a program, in three languages", async () => {
    const resident = await Visitor.as("resident", demo(), { js: false }).catch(async () => {
      // The printed link works once, and the test before has used it.
      await demo().restart();
      return Visitor.as("resident", demo(), { js: false });
    });
    for (const [i, locale] of LOCALES.entries()) {
      const reader = await resident.alike({ locale, js: i % 2 === 1 });
      await reader.open("/data");
      await reader.sees("data-copy", "data-kept", "data-not-kept");
      const json = await reader.download("/data/export.json");
      assert.equal(json.type, "application/json");
      assert.match(json.headers["content-disposition"], /attachment/);
      const copy = JSON.parse(json.bytes);
      assert.match(JSON.stringify(copy.record), /NAMUNA NODIRA/);
      assert.ok(copy.acts.length >= 3, "each act is in the copy");
      assert.ok(copy.looks.length >= 1, "each look is in the copy");
      assert.doesNotMatch(json.bytes.toString(), /"(lat|lon|latitude|longitude|device|score)"/i);
      const pdf = await reader.download("/data/export.pdf");
      assertPdfSays(pdf.bytes, "NAMUNA NODIRA");
      await reader.leave();
    }
    await resident.leave();
  });
});

// RFC 5545: lines end with CRLF and have at most 75 octets.
function assertCalendar(bytes) {
  const lines = bytes.toString("utf8").split("\r\n");
  assert.equal(lines[0], "BEGIN:VCALENDAR");
  assert.equal(lines.at(-2), "END:VCALENDAR");
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes("\n")), "lines are folded");
  const count = (wanted) => lines.filter((line) => line === wanted).length;
  assert.ok(count("BEGIN:VEVENT") > 0);
  assert.equal(count("BEGIN:VALARM"), 2 * count("BEGIN:VEVENT"), "each day has two reminders");
  assert.equal(lines.filter((line) => /^DTSTART;VALUE=DATE:\d{8}$/.test(line)).length, count("BEGIN:VEVENT"));
  assert.ok(!bytes.includes("NAMUNA"), "a calendar file names nobody");
}
