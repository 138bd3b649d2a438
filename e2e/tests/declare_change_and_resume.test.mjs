// PRODUCT 1: nothing typed is lost: back, change, another device, a nervous finger.

import assert from "node:assert/strict";
import { it } from "node:test";
import { answerAll, answerBirth, answerCitizenship, answerName, begin, newcomer, reference } from "../lib/declare.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

suite("answers are kept", (demo) => {
  it("back shows the answer that was given", async () => {
    const someone = await Visitor.arrive(demo(), { js: false });
    const person = newcomer();
    await begin(someone);
    await answerName(someone, person.name);
    await answerBirth(someone, person.birth);
    await someone.back();
    assert.equal(await someone.value("birth-year"), "1993");
    await someone.back();
    assert.equal(await someone.value("passport"), person.name.passport);
    await someone.go();
    assert.equal(someone.path, "/declare/step/citizenship", "what is answered is not asked again");
    await someone.leave();
  });

  it("a question that is not reached yet leads to the first open one", async () => {
    const someone = await Visitor.arrive(demo(), { js: false });
    await begin(someone);
    await someone.open("/declare/step/contact");
    assert.equal(someone.path, "/declare/step/name");
    await someone.open("/declare/check");
    assert.equal(someone.path, "/declare/step/name");
    await someone.leave();
  });

  it("each answer can be changed from the last page, which comes back", async () => {
    const someone = await Visitor.arrive(demo(), { js: false });
    await begin(someone);
    await answerAll(someone, newcomer());
    await someone.follow("/declare/step/name?change=1");
    await someone.fill({ passport: "NAMUNAVA LAYLO" });
    await someone.go();
    assert.equal(someone.path, "/declare/check");
    await someone.reads("NAMUNAVA LAYLO");
    await someone.follow("/declare/step/until?change=1");
    await someone.back();
    assert.equal(someone.path, "/declare/check");
    await someone.go();
    await reference(someone);
    await someone.leave();
  });

  for (const locale of LOCALES) {
    it(`another device goes on where the first stopped, by a one-time code: ${locale}`, async () => {
      const phone = await Visitor.arrive(demo(), { locale });
      const person = newcomer();
      await begin(phone);
      await answerName(phone, person.name);
      await answerBirth(phone, person.birth);
      const [code] = await phone.printCodes();

      const library = await Visitor.arrive(demo(), { locale, js: false, width: 1100 });
      await library.signInWith(code);
      await library.open("/declare");
      await library.sees("declare-resume");
      await library.go();
      await answerCitizenship(library, person.citizenship);
      await library.open("/declare/step/name");
      assert.equal(await library.value("passport"), person.name.passport);
      await library.leave();
      await phone.leave();
    });
  }

  it("two devices that answer one question are shown both answers, and asked", async () => {
    const phone = await Visitor.arrive(demo());
    await begin(phone);
    await answerName(phone, { passport: "FROM THE START" });
    const laptop = await phone.alike({ js: false });
    await laptop.open("/declare/step/name");
    await phone.open("/declare/step/name");
    await phone.fill({ passport: "FROM THE PHONE" });
    await phone.go();
    await laptop.fill({ passport: "FROM THE LAPTOP" });
    await laptop.go({ status: 409 });
    await laptop.reads("FROM THE PHONE", "FROM THE LAPTOP");
    await laptop.go();
    await laptop.open("/declare/step/name");
    assert.equal(await laptop.value("passport"), "FROM THE LAPTOP");
    await laptop.leave();
    await phone.leave();
  });

  for (const js of [true, false]) {
    it(`a double tap files once, ${js ? "with" : "without"} JavaScript`, async () => {
      const someone = await Visitor.arrive(demo(), { js });
      await begin(someone);
      await answerAll(someone, newcomer());
      const button = someone.page.locator("main button.ds-button");
      await Promise.all([someone.page.waitForURL(/\/declared\//), button.dblclick()]);
      await someone.open("/receipts");
      assert.equal(await someone.page.locator("main .ds-task-list__item").count(), 1);
      await someone.leave();
    });
  }

  it("two sendings that cross on the wire file once", async () => {
    const someone = await Visitor.arrive(demo(), { js: false });
    await begin(someone);
    await answerAll(someone, newcomer());
    const fields = await someone.page.locator("main form input").evaluateAll((all) => all.map((i) => [i.name, i.value]));
    const send = () => someone.context.request.post(someone.page.url(), { form: Object.fromEntries(fields) });
    const [one, other] = await Promise.all([send(), send()]);
    assert.match(one.url(), /\/declared\//);
    assert.equal(other.url(), one.url());
    await someone.open("/receipts");
    assert.equal(await someone.page.locator("main .ds-task-list__item").count(), 1);
    await someone.leave();
  });
});
