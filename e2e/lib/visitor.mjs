// Somebody with a browser. They open, fill in, press and read; each page that they reach is inspected and photographed.

import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { appendFile, mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { Glass, Scales, axeFaults, scrollFaults, watch } from "./gates.mjs";
import { words } from "./words.mjs";

const ARTEFACTS = fileURLToPath(new URL("../artefacts", import.meta.url));
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];
const PATIENCE_MS = 20_000;
const TEST = basename(process.argv[1] ?? "test").replace(/\.test\.mjs$/, "");
// Of a scenario every page is kept, numbered as it happened whoever was there, so that it can be looked through from the first to the last.
const STORY = TEST.startsWith("scenario_");
let told = 0;
if (STORY) rmSync(join(ARTEFACTS, TEST), { recursive: true, force: true });

let browser;
let glass;
// One inspection of a page in one language and mode is enough for a run; the same page looks the same in the next test file.
const INSPECTED = join(ARTEFACTS, "inspected.txt");
const inspected = new Set(existsSync(INSPECTED) ? readFileSync(INSPECTED, "utf8").split("\n") : []);
// STYLE "Pages": with everything from the server, and then with the style sheet kept by the browser. In bytes on the wire.
const FIRST_VIEW = { bytes: 25_000, requests: 4 };
const LATER_PAGE = { bytes: 6_000, requests: 2 };

/** The one browser of this test file. */
export async function openBrowser() {
  browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  return browser;
}

export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
  glass = undefined;
}

/** The name of a page for a file: its path without the language, ids and tokens. */
export function pageName(url) {
  const path = new URL(url).pathname.split("/").slice(2);
  const kept = path.map((part) => (/^[a-z]+([.-][a-z]+)*$/.test(part) ? part : "x"));
  return kept.join("-").replace(/^x$/, "") || "home";
}

export class Visitor {
  #faults = new Set();
  #seen = 0;

  /** A new browser profile: nobody is signed in. */
  static async arrive(demo, { locale = "en", js = true, width = 360 } = {}) {
    const context = await (await openBrowser()).newContext({
      javaScriptEnabled: js, viewport: { width, height: 740 }, locale, acceptDownloads: true, serviceWorkers: "block",
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const visitor = new Visitor();
    Object.assign(visitor, { demo, context, page, locale, js, width });
    visitor.cdp = await context.newCDPSession(page);
    await visitor.cdp.send("Network.enable");
    visitor.scales = new Scales(visitor.cdp);
    watch(page, demo.base, demo.elsewhere, (what) => visitor.#faults.add(what));
    return visitor;
  }

  /** As `arrive`, and then signed in by a link that the demo printed. A link is good once: whoever comes again has the same session. */
  static async as(role, demo, options = {}) {
    const visitor = await Visitor.arrive(demo, options);
    const session = demo.sessions.get(role);
    if (session) {
      await visitor.context.addCookies(session);
      return visitor;
    }
    await visitor.open(demo.signInPath(role));
    await visitor.go();
    demo.sessions.set(role, await visitor.context.cookies());
    return visitor;
  }

  /** The same person's session in another browser profile, with another language or without scripts. */
  async alike(options) {
    const twin = await Visitor.arrive(this.demo, options);
    await twin.context.addCookies(await this.context.cookies());
    return twin;
  }

  async #reach(action, { status = 200 } = {}) {
    this.scales.reset();
    const [response] = await Promise.all([this.page.waitForNavigation({ waitUntil: "load", timeout: PATIENCE_MS }), action()]);
    this.weight = this.scales.read();
    const got = response?.status() ?? 200;
    if (got !== status) throw new Error(`${this.page.url()} answered ${got}, not ${status}: ${(await this.text()).slice(0, 300)}`);
    await this.#inspect(got);
    return response;
  }

  async #inspect(status) {
    this.#seen += 1;
    const name = pageName(this.page.url());
    const mode = this.js ? "js" : "nojs";
    const h1s = await this.page.locator("h1").allInnerTexts();
    const key = [this.locale, mode, name, status, h1s.join("/").replace(/\S*\d\S*/g, "#")].join(" ");
    await mkdir(join(ARTEFACTS, TEST), { recursive: true });
    const limit = this.#seen === 1 ? FIRST_VIEW : LATER_PAGE;
    for (const what of ["bytes", "requests"]) {
      if (this.weight[what] > limit[what]) this.#faults.add(`${name} [${this.locale}, ${mode}]: ${this.weight[what]} ${what}, more than ${limit[what]}`);
    }
    const line = [TEST, this.locale, mode, name, status, this.weight.requests, this.weight.bytes].join("\t");
    await appendFile(join(ARTEFACTS, "weights.tsv"), `${line}\n`);
    const known = inspected.has(key);
    if (known && !STORY) return;
    const page = `${name}${status === 200 ? "" : `-${status}`}.png`;
    const way = `${this.locale}-${this.width}-${mode}`;
    told += 1;
    const file = STORY ? `${String(told).padStart(3, "0")}-${way}-${page}` : `${way}-${String(this.#seen).padStart(2, "0")}-${page}`;
    await this.page.screenshot({ path: join(ARTEFACTS, TEST, file), fullPage: true });
    if (known) return;
    inspected.add(key);
    await appendFile(INSPECTED, `${key}\n`);
    const where = `${new URL(this.page.url()).pathname} [${this.locale}, ${mode}]`;
    const lang = await this.page.locator("html").getAttribute("lang");
    if (lang !== this.locale) this.#faults.add(`${where}: the page says it is in ${lang}`);
    if (h1s.length !== 1) this.#faults.add(`${where}: ${h1s.length} first headings`);
    // What is folded away is inspected too.
    const folded = await this.page.evaluateHandle(() => [...document.querySelectorAll("details:not([open])")]);
    await folded.evaluate((all) => all.forEach((details) => { details.open = true; }));
    for (const what of await scrollFaults(this.page)) this.#faults.add(`${where}: ${what}`);
    glass ??= this.js ? undefined : await Glass.over(browser);
    for (const what of this.js ? await axeFaults(this.page) : await glass.faults(this.page)) this.#faults.add(`${where}: ${what}`);
    // A page that lacks a text shows its key.
    const raw = /(?:^|\s)\{?[a-z]+(?:-[a-z0-9]+){2,}\}?(?:\s|$)/.exec(await this.text());
    if (raw && !/https?:|@/.test(raw[0])) this.#faults.add(`${where}: looks like the key of a missing text: ${raw[0].trim()}`);
    await folded.evaluate((all) => all.forEach((details) => { details.open = false; }));
  }

  /** Opens everything that is folded away in the main part. */
  async unfold() {
    const folded = this.page.locator("main details:not([open]) > summary");
    while (await folded.count() > 0) await folded.first().click();
  }

  /** Opens a page by its path after the language. */
  open(path, expected) {
    return this.#reach(() => this.page.goto(`${this.demo.base}/${this.locale}${path}`), expected);
  }

  /** Fills in text fields by name. */
  async fill(fields) {
    for (const [name, value] of Object.entries(fields)) await this.page.locator(`main [name="${name}"]`).fill(value);
  }

  /** Fills in the three fields of a day. */
  fillDay(name, { day, month, year }) {
    return this.fill({ [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) });
  }

  /** Ticks a radio button or checkbox. */
  async choose(name, value) {
    await this.page.locator(`main input[name="${name}"][value="${value}"]`).check({ force: true });
  }

  /** Chooses from a drop-down list. */
  async select(name, value) {
    await this.page.locator(`main select[name="${name}"]`).selectOption(value);
  }

  /** Presses the page's main button. */
  go(expected) {
    const button = this.page.locator("main button.ds-button:not(.ds-button--secondary):not(.ds-button--link)").first();
    return this.#reach(() => button.click(), expected);
  }

  /** Presses a button that a selector finds. */
  press(selector, expected) {
    return this.#reach(() => this.page.locator(selector).first().click(), expected);
  }

  /** Presses a key that sends the page's form. */
  keys(key, expected) {
    return this.#reach(() => this.page.keyboard.press(key), expected);
  }

  /** Follows the link in the main part whose address ends so. */
  follow(end, expected) {
    return this.#reach(() => this.page.locator(`main a[href$="${end}"]`).first().click(), expected);
  }

  /** Follows the link "Back" of the page. */
  back(expected) {
    return this.#reach(() => this.page.locator("a.ds-back-link").click(), expected);
  }

  /** How many pages they have come to. */
  get seen() {
    return this.#seen;
  }

  /** The path after the language of the page that they are on. */
  get path() {
    return new URL(this.page.url()).pathname.replace(/^\/[^/]+/, "");
  }

  /** What the main part of the page says. */
  text() {
    return this.page.locator("main").innerText();
  }

  /** Asserts that the page says a text of the catalogue. */
  async sees(...keys) {
    const text = await this.text();
    for (const key of keys) assert.match(text, words(this.locale, key), `${this.path} does not say "${key}"`);
  }

  async seesNot(...keys) {
    const text = await this.text();
    for (const key of keys) assert.doesNotMatch(text, words(this.locale, key), `${this.path} says "${key}"`);
  }

  /** Asserts that the page says something word for word. */
  async reads(...texts) {
    const text = await this.text();
    for (const wanted of texts) assert.ok(text.includes(wanted), `${this.path} does not say "${wanted}": ${text.slice(0, 600)}`);
  }

  /** Asserts that the page says a text of the catalogue with these values in it, in this order. */
  async readsFact(key, ...values) {
    const parts = words(this.locale, key).source.split("[\\s\\S]*?");
    const wanted = parts.map((part, i) => part + (i < values.length ? `[\\s\\u2066-\\u2069]*${values[i]}` : "")).join("");
    assert.match(await this.text(), new RegExp(wanted), `${this.path} does not say "${key}" of ${values}`);
  }

  async readsNot(...texts) {
    const text = await this.text();
    for (const unwanted of texts) assert.ok(!text.includes(unwanted), `${this.path} says "${unwanted}"`);
  }

  /** The value of a field. */
  value(name) {
    return this.page.locator(`main [name="${name}"]`).first().inputValue();
  }

  /** The links of the error summary, each of which must lead to a field of the page. */
  async errors() {
    const links = await this.page.locator(".ds-error-summary a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    for (const link of links) {
      const field = await this.page.locator(link).evaluate((e) => e.tagName.toLowerCase());
      assert.match(field, /^(input|select|textarea|button)$/, `${link} of the error summary leads to <${field}>`);
    }
    return links.map((link) => link.slice(1));
  }

  /** Prints a sheet of one-time codes, and answers them. */
  async printCodes() {
    await this.open("/account/codes");
    await this.go();
    return this.codes();
  }

  /** The one-time codes that the page shows. */
  async codes() {
    const codes = await this.page.locator(".ds-codes .ds-code").evaluateAll((all) => all.map((c) => [...c.children].map((g) => g.textContent).join("-")));
    assert.equal(codes.length, 8);
    return codes;
  }

  /** Signs in with a one-time code. */
  async signInWith(code, expected) {
    await this.open("/sign-in/code");
    await this.fill({ code });
    await this.go(expected);
  }

  /** Signs out by the menu. */
  async signOut() {
    await this.page.locator("summary.ds-menu__toggle").click();
    await this.press('header form[action$="/sign-out"] button');
  }

  /** Ticks the first checkbox or radio button with this name. */
  async chooseFirst(name) {
    await this.page.locator(`main input[name="${name}"]`).first().check({ force: true });
  }

  /** Fetches a file of the site with their session, as a link with `download` does. */
  async download(path) {
    const url = path.startsWith("http") ? path : `${this.demo.base}/${this.locale}${path}`;
    const response = await this.context.request.get(url);
    assert.equal(response.status(), 200, url);
    return { type: response.headers()["content-type"], headers: response.headers(), bytes: await response.body() };
  }

  /** Closes the browser profile. Nothing may have been wrong on any page. */
  async leave() {
    for (const cookie of await this.context.cookies(this.demo.base)) {
      if (!(cookie.name.startsWith("__Host-") && cookie.httpOnly && cookie.secure)) this.#faults.add(`loose cookie ${cookie.name}`);
    }
    await this.context.close();
    assert.deepEqual([...this.#faults], [], "something is wrong with the pages on the way");
  }
}
