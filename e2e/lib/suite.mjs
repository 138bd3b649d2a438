// A group of tests over one running demo.

import { after, before, describe } from "node:test";
import { Demo } from "./server.mjs";
import { closeBrowser } from "./visitor.mjs";

// A page that hangs must not hold up the run.
const TEST_MS = 150_000;

/** `tests` gets a function that answers the demo; `options` go to the demo. */
export function suite(title, tests, options = {}) {
  describe(title, { timeout: 4 * TEST_MS, skip: options.skip }, () => {
    let demo;
    before(async () => { demo = await Demo.start(options); }, { timeout: TEST_MS });
    after(async () => { await closeBrowser(); await demo?.stop(); }, { timeout: TEST_MS });
    tests(() => demo);
  });
}

/** Each language with a script and without, as `(locale, js, words for the title)`. */
export function eachWay(locales, visit) {
  for (const locale of locales) for (const js of [true, false]) visit(locale, js, `${locale}, ${js ? "with" : "without"} JavaScript`);
}
