// Somebody's telephone, with codes and e-mail in it, is gone. They come to a desk with their passport and are back in minutes; whoever found the
// telephone is out; the supervisor's sample and the person's own list show what the clerk did.

import assert from "node:assert/strict";
import { it } from "node:test";
import { DESK, residentAt } from "../lib/court.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { passportLines, scan } from "../lib/zone.mjs";

// At half a minute a page that is ten minutes.
const PAGES = 20;

suite("scenario: a lost device", (demo) => {
  it("is replaced at a desk, by document, in twenty pages at most", async () => {
    const email = "lost@porozhsk.example";
    const document = { kind: "passport", number: "AK 4005006" };
    const phone = await residentAt(demo(), 305, { locale: "uz-Latn", js: true }, { name: { passport: "NAMUNAVA GULNORA" }, document, contact: { email } });
    // Whoever found it has the open session and the sheet of codes behind the cover.
    const finder = await phone.alike({ locale: "uz-Latn", js: true });
    finder.codeSheet = phone.codeSheet;
    await phone.leave();
    await finder.open("/record");
    await finder.sees("record-in-force");

    const clerk = await Visitor.as("clerk", demo(), { locale: "ru", width: DESK });
    await clerk.open("/desk");
    await clerk.follow("/desk/document");
    await clerk.sees("desk-shown-title");
    await clerk.choose("seen", "yes");
    await clerk.page.locator("main [name=zone]").focus();
    await scan(clerk, passportLines({ name: "NAMUNAVA<<GULNORA", number: "AK4005006", birth: "930517" }));
    await clerk.keys("Enter");
    await clerk.sees("desk-present");
    await clerk.follow("/desk/lost");
    await clerk.sees("desk-lost-out", "desk-lost-codes", "desk-lost-told");
    assert.equal(await clerk.value("language"), "uz-Latn", "the codes are printed in the person's language");
    await clerk.go();
    const codes = await clerk.codes();
    await clerk.open("/desk");
    await clerk.press('form[action$="/desk/done"] button');
    await clerk.leave();

    const fresh = await Visitor.arrive(demo(), { locale: "uz-Latn", js: false });
    await fresh.signInWith(codes[0]);
    await fresh.open("/record");
    await fresh.reads("NAMUNAVA GULNORA");
    const pages = clerk.seen + fresh.seen;
    assert.ok(pages <= PAGES, `${pages} pages`);

    await finder.open("/record");
    assert.equal(finder.path, "/sign-in", "the lost telephone is signed out");
    await finder.signInWith(finder.codeSheet[1], { status: 422 });
    await finder.leave();

    await fresh.open("/looks");
    await fresh.sees("purpose-desk-document", "purpose-desk-help");
    await fresh.reads("C-17");
    await fresh.open("/inbox");
    await fresh.sees("msg-desk-lost-subject", "msg-desk-document-subject");
    await demo().letter(email, "C-17");
    await fresh.leave();

    const supervisor = await Visitor.as("supervisor", demo(), { locale: "en", width: DESK, js: false });
    await supervisor.open("/sample");
    await supervisor.reads("C-17");
    await supervisor.readsNot("NAMUNAVA");
    await supervisor.leave();
  });
});
