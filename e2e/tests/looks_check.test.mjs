// Issue 5: "recorded in the public log" is checked in the browser; what is not true and what is missing is shown in red, not hidden.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { axeFaults, scrollFaults } from "../lib/gates.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES, words } from "../lib/words.mjs";

const PICTURES = fileURLToPath(new URL("../artefacts/looks_check/", import.meta.url));
const RED = ".ds-error-message[data-checked=wrong]";

/** Opens the list, and again until the witnesses have signed for everything in it. */
async function openSealed(visitor) {
  for (let tries = 0; tries < 40; tries += 1) {
    await visitor.open("/looks");
    const open = await visitor.page.locator("[data-look][data-waits]").count();
    if (open === 0 && await visitor.page.locator("[data-look]").count() > 0) return;
    await pause(500);
  }
  throw new Error("the looks are not witnessed");
}

/** Presses the button, and waits for the answer. */
async function check(visitor, name) {
  await visitor.page.locator("[data-check] button").click();
  const result = visitor.page.locator("[data-result]");
  await result.locator("[data-checked]").first().waitFor();
  const faults = [...await scrollFaults(visitor.page), ...await axeFaults(visitor.page)];
  assert.deepEqual(faults, []);
  await mkdir(PICTURES, { recursive: true });
  await visitor.page.screenshot({ path: `${PICTURES}${visitor.locale}-${visitor.width}-${name}.png`, fullPage: true });
  return result.innerText();
}

/** The list as the server gives it from now on. */
async function tampered(visitor, edit) {
  await visitor.page.route("**/looks/history.json", async (route) => {
    const response = await route.fetch();
    const history = await response.json();
    edit(history);
    await route.fulfill({ response, json: history });
  });
}

/** Puts other words into an entry, as somebody who cannot change the log any more. */
function reword(entry) {
  entry.proof = entry.proof.replace(/^extra (.+)$/m, (_, extra) => {
    const bytes = Buffer.from(extra, "base64");
    const said = bytes.subarray(32).toString();
    const other = said.replace(/"purpose":"[a-z_]+"/, '"purpose":"delivery"');
    assert.notEqual(other, said, "the entry has a purpose");
    return `extra ${Buffer.concat([bytes.subarray(0, 32), Buffer.from(other)]).toString("base64")}`;
  });
}

suite("who looked, checked on the device", (demo) => {
  let resident;

  it("three looks are made", async () => {
    resident = await Visitor.as("resident", demo());
    const host = await Visitor.as("host", demo());
    for (let looks = 0; looks < 3; looks += 1) {
      await host.open("/homes");
      await host.follow("/homes/1");
    }
    await host.leave();
  });

  for (const locale of LOCALES) {
    it(`a true list is found to be true, entry by entry: ${locale}`, async () => {
      const reader = await resident.alike({ locale });
      await openSealed(reader);
      await reader.seesNot("looks-check-whole", "looks-check-shown");
      const loaded = [];
      reader.page.on("request", (request) => loaded.push(new URL(request.url())));
      const said = await check(reader, "true");
      assert.match(said, words(locale, "looks-check-whole"));
      assert.equal(await reader.page.locator(RED).count(), 0);
      const entries = await reader.page.locator("[data-look]").count();
      assert.ok(entries >= 3);
      assert.equal(await reader.page.locator(".ds-timeline [data-checked=right]").count(), entries, "each entry has an answer");
      await reader.unfold();
      await reader.sees("looks-check-shown");
      const kinds = loaded.map((url) => url.pathname.replace(/\.[0-9a-f]{10}\./, ".")).sort();
      assert.deepEqual(kinds, ["/assets/check.js", "/assets/check.wasm", `/${locale}/looks/history.json`], "loaded when it was asked for");
      await reader.leave();
    });

    it(`what was changed and what is missing stands there in red: ${locale}`, async () => {
      const reader = await resident.alike({ locale });
      await openSealed(reader);
      const numbers = [];
      await tampered(reader, (history) => {
        const newest = history.looks.length;
        reword(history.looks[newest - 1]);
        history.looks.splice(newest - 2, 1);
        numbers.push(newest, newest - 1);
      });
      const said = await check(reader, "tampered");
      const [changed, missing] = numbers;
      assert.doesNotMatch(said, words(locale, "looks-check-whole"));
      assert.match(said, words(locale, "looks-check-wrong"));
      assert.match(said, words(locale, "looks-check-changed"));
      assert.match(said, words(locale, "looks-check-look-gap"));
      assert.ok(said.includes(String(missing)), `the missing number is named: ${said}`);
      const beside = reader.page.locator(`p[data-look="${changed}"] + ${RED}`);
      assert.match(await beside.innerText(), words(locale, "looks-check-changed"));
      const [r, g, b] = (await beside.evaluate((e) => getComputedStyle(e).color)).match(/\d+/g).map(Number);
      assert.ok(r > 2 * g && r > 2 * b, `it is red: ${[r, g, b]}`);
      await reader.unfold();
      const gone = reader.page.locator(`li[data-look="${missing}"] ${RED}`);
      assert.match(await gone.innerText(), words(locale, "looks-check-look-gap"), "beside an entry that the page shows and the list lacks");
      await reader.leave();
    });
  }

  it("with other keys nothing is shown to be true, and with none nothing is checked", async () => {
    const reader = await resident.alike({ locale: "en" });
    await openSealed(reader);
    await reader.unfold();
    const keys = await reader.page.locator("#keys").inputValue();
    await reader.page.locator("#keys").fill(keys.replace(/--witness \S+/, "").replace(/--quorum \d+/, "--quorum 1"));
    assert.match(await check(reader, "fewer-witnesses"), words("en", "looks-check-whole"));
    await reader.page.locator("#keys").fill("--key log.example+00000000+AAAA");
    assert.match(await check(reader, "no-keys"), words("en", "looks-check-keys"));
    assert.equal(await reader.page.locator(".ds-timeline [data-checked]").count(), 0, "the answers of before are gone");
    await reader.leave();
  });

  it("when our side does not answer, it says what to do", async () => {
    const reader = await resident.alike({ locale: "en" });
    await openSealed(reader);
    await reader.page.route("**/check.*.wasm", (route) => route.abort());
    await reader.page.locator("[data-check] button").click();
    await reader.page.locator("[data-result]").filter({ hasText: words("en", "looks-check-failed") }).waitFor();
    assert.equal(await reader.page.locator("[data-check] button").isEnabled(), true);
    await reader.page.close();
    await reader.context.close();
  });

  it("without a script there is the file and how to check it", async () => {
    for (const locale of LOCALES) {
      const reader = await resident.alike({ locale, js: false });
      await openSealed(reader);
      await reader.sees("looks-history", "looks-how", "looks-proof");
      await reader.seesNot("looks-check-lead", "looks-check-button");
      await reader.leave();
    }
  });

  it("no other page may run WebAssembly", async () => {
    for (const [path, may] of [["/looks", true], ["/record", false], ["/log", false], ["/inbox", false]]) {
      const { headers } = await resident.download(path);
      assert.equal(headers["content-security-policy"].includes("wasm-unsafe-eval"), may, path);
    }
    await resident.leave();
  });
});
