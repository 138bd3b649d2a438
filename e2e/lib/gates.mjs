// What must hold on every page that any journey visits, whatever the journey is about.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const NARROWEST = 320;

/** What is wrong with the headers of the answer at a path; nothing, if all is well. */
export function headerFaults(headers, path) {
  const said = headers["content-security-policy"] ?? "";
  // "Who looked" checks itself with WebAssembly; no other page may.
  const csp = /^\/[^/]+\/looks$/.test(path) ? said.replace("'wasm-unsafe-eval'", "") : said;
  const permissions = headers["permissions-policy"] ?? "";
  const faults = [];
  const must = (good, fault) => good || faults.push(fault);
  must(/(^|; *)default-src 'none'/.test(csp), "CSP does not start from nothing");
  must(csp !== "" && !/unsafe-inline|unsafe-eval|data:|https?:|\*/.test(csp), `CSP is loose: ${csp}`);
  must(/(^|; *)frame-ancestors 'none'/.test(csp), "can be framed");
  for (const sensor of ["geolocation", "accelerometer", "gyroscope", "magnetometer", "camera", "microphone", "bluetooth", "nfc"]) {
    must(permissions.includes(`${sensor}=()`), `Permissions-Policy allows ${sensor}`);
  }
  must(headers["x-content-type-options"] === "nosniff", "type may be sniffed");
  must(headers["referrer-policy"] === "no-referrer", "referrer goes out");
  must(headers["cross-origin-opener-policy"] === "same-origin", "opener is not isolated");
  return faults;
}

/** Watches all traffic of a page: other origins (but for those to which a journey may lead), headers, console, script errors. */
export function watch(page, base, elsewhere, fault) {
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== base && url.protocol !== "about:" && !elsewhere.includes(url.origin)) fault(`request to another origin: ${url.origin}`);
  });
  page.on("response", (response) => {
    if (!response.url().startsWith(base)) return;
    const path = new URL(response.url()).pathname;
    for (const what of headerFaults(response.headers(), path)) fault(`${path}: ${what}`);
  });
  page.on("pageerror", (error) => fault(`script error: ${error.message}`));
  page.on("console", (message) => {
    // Chromium itself reports the 4xx or 503 of a page that says what is wrong.
    const ours = message.type() === "error" && !/^Failed to load resource: .*status of (4\d\d|503)/.test(message.text());
    if (ours) fault(`console: ${message.text()}`);
  });
}

/** Counts what one view costs on the wire, headers included, in bytes. */
export class Scales {
  #sizes = new Map();

  constructor(cdp) {
    cdp.on("Network.requestWillBeSent", ({ requestId, request }) => {
      if (!request.url.startsWith("http")) return;
      this.#sizes.set(requestId, 0);
    });
    cdp.on("Network.requestServedFromCache", ({ requestId }) => this.#sizes.delete(requestId));
    cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (encodedDataLength === 0) this.#sizes.delete(requestId);
      else if (this.#sizes.has(requestId)) this.#sizes.set(requestId, encodedDataLength);
    });
  }

  reset() {
    this.#sizes.clear();
  }

  read() {
    // What has no size yet is still on its way, such as an icon that the page does not wait for.
    const sizes = [...this.#sizes.values()].filter((size) => size > 0);
    return { requests: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  }
}

/** axe on the page as it stands. */
export async function axeFaults(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(
    (rules) => window.axe.run(document, { runOnly: rules, resultTypes: ["violations"] }).then((r) => r.violations),
    RULES,
  );
  return found.map((v) => `axe ${v.id} (${v.impact}): ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 160)).join(" | ")}`);
}

/**
 * Shows a page that ran no script under a glass where only the inspection runs one: axe cannot work where scripts are off.
 * The style sheet comes from the site; the page's own script is cut out.
 */
export class Glass {
  #page;
  #html = "";

  static async over(browser) {
    const glass = new Glass();
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    glass.#page = await context.newPage();
    const shown = (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: glass.#html });
    await glass.#page.route((url) => url.searchParams.has("under-glass"), shown);
    return glass;
  }

  async faults(page) {
    this.#html = (await page.content()).replace(/<script\b[^>]*><\/script>/g, "");
    await this.#page.goto(`${new URL(page.url()).origin}/?under-glass`);
    return axeFaults(this.#page);
  }
}

/** Whether anything sticks out sideways on the narrowest screen. */
export async function scrollFaults(page) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: NARROWEST, height: size.height });
  const wide = await page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return null;
    const culprit = [...document.querySelectorAll("main *, header *, footer *")].find((e) => e.getBoundingClientRect().right > width + 1);
    return `${document.documentElement.scrollWidth} px, from ${culprit?.outerHTML.slice(0, 120)}`;
  }, NARROWEST);
  await page.setViewportSize(size);
  return wide ? [`scrolls sideways at ${NARROWEST} px: ${wide}`] : [];
}
