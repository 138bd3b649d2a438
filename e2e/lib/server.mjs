// One running demo for one test file: its own folder, its own free port, its own invented people.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./port.mjs";

const BINARY = process.env.DOORSTEP_BIN;
// A real register takes longer to import than the invented town.
const START_MS = 180_000;
const ANSWER_MS = 20_000;

const ROLES = {
  "a resident with nothing yet": "newcomer",
  "a resident with a history": "resident",
  "a host": "host",
  "a clerk at a desk": "clerk",
  "an officer": "officer",
  "a data-protection officer": "dpo",
  "a supervisor": "supervisor",
  "a second officer": "second",
  "a member of the appeal body": "appeal",
};

const last = (said) => said.join("").slice(-2000);

/** A demo that is up: where it is, and the sign-in links that it printed, by role. */
export class Demo {
  #child;
  #options;

  constructor(dir, port, options) {
    this.dir = dir;
    this.port = port;
    this.base = `http://localhost:${port}`;
    this.links = {};
    /** The cookies of who signed in by such a link since the start, by role. */
    this.sessions = new Map();
    this.#options = { ...options };
  }

  /** Starts a demo; `addresses` is a file with a real register, `provider` a service by which staff sign in. */
  static async start(options = {}) {
    if (!BINARY) throw new Error("DOORSTEP_BIN names no binary; start the tests with e2e/run");
    const demo = new Demo(await mkdtemp(join(tmpdir(), "doorstep-e2e-")), await freePort(), options);
    await options.provider?.up(demo.base);
    await demo.#up();
    return demo;
  }

  /** Where else a journey may lead: the service by which staff sign in. */
  get elsewhere() {
    return this.#options.provider ? [this.#options.provider.issuer] : [];
  }

  async #up() {
    this.sessions.clear();
    const { addresses, pack, provider, ahead = 0 } = this.#options;
    const args = ["demo", "--dir", this.dir, "--port", String(this.port), "--limit-factor", "1000", "--ahead", String(ahead)];
    if (addresses) args.push("--addresses", addresses);
    if (pack) args.push("--pack", pack);
    if (provider) args.push("--staff", await provider.settings(this.dir));
    this.#child = spawn(BINARY, args, { stdio: ["ignore", "pipe", "pipe"] });
    const said = [];
    this.#child.stderr.on("data", (chunk) => said.push(String(chunk)));
    const ready = new Promise((resolve, reject) => {
      createInterface({ input: this.#child.stdout }).on("line", (line) => {
        said.push(`${line}\n`);
        const [, who, link] = /^ {2}(an? [a-z -]+?) +(http\S+)$/.exec(line) ?? [];
        if (who in ROLES) this.links[ROLES[who]] = link;
        if (line.startsWith("Ready.")) resolve();
      });
      this.#child.once("exit", (code) => reject(new Error(`the demo ended with ${code}:\n${last(said)}`)));
    });
    const late = AbortSignal.timeout(START_MS);
    await Promise.race([ready, once(late, "abort").then(() => Promise.reject(new Error(`not ready:\n${last(said)}`)))]);
    await this.#answers(said);
  }

  // The port is open from the start; the pages answer a moment after "Ready".
  async #answers(said) {
    const answer = await fetch(`${this.base}/`, { signal: AbortSignal.timeout(ANSWER_MS) }).catch((error) => error);
    if (!answer.ok) throw new Error(`${this.base} answers ${answer.status ?? answer}:\n${last(said)}`);
  }

  async #down() {
    if (this.#child.exitCode !== null) return;
    this.#child.removeAllListeners("exit");
    const gone = once(this.#child, "exit");
    this.#child.kill("SIGINT");
    const stopped = await Promise.race([gone.then(() => true), pause(5000, false, { ref: false })]);
    if (!stopped) {
      this.#child.kill("SIGKILL");
      await gone;
    }
  }

  /** Stops it and starts it again on the same folder: what was declared is still there, and the links are fresh. */
  async restart() {
    await this.#down();
    await this.#up();
  }

  /** The same, and then it is so many days later than it really is. */
  async later(days) {
    await this.#down();
    this.#options.ahead = days;
    await this.#up();
  }

  /** Stops it and throws its folder away. */
  async stop() {
    await this.#down();
    await this.#options.provider?.down();
    await rm(this.dir, { recursive: true, force: true });
  }

  /** The path after the language of a role's sign-in link. */
  signInPath(role) {
    return new URL(this.links[role]).pathname.replace(/^\/[^/]+/, "");
  }

  async #letters(to, contains) {
    const found = [];
    for (const name of (await readdir(join(this.dir, "mail"))).filter((n) => n.endsWith(".txt")).sort()) {
      const text = await readFile(join(this.dir, "mail", name), "utf8");
      if (text.startsWith(`To: ${to}\n`) && text.includes(contains)) found.push(text);
    }
    return found;
  }

  /** Every SMS to a number so far; it may take the system ten seconds to write the first. */
  async texts(to) {
    for (let tries = 0; tries < 100; tries += 1) {
      const names = (await readdir(join(this.dir, "mail"))).filter((n) => n.endsWith(".sms")).sort();
      const all = await Promise.all(names.map((name) => readFile(join(this.dir, "mail", name), "utf8")));
      const found = all.filter((text) => text.startsWith(`To: ${to}\n`)).map((text) => text.split("\n\n")[1].trim());
      if (found.length) return found;
      await pause(100);
    }
    throw new Error(`no SMS to ${to}`);
  }

  /** How many letters to an address say something. */
  async letters(to, contains) {
    return (await this.#letters(to, contains)).length;
  }

  /** The newest letter to an address that says something; it may take the system ten seconds to write it. */
  async letter(to, contains = "") {
    for (let tries = 0; tries < 100; tries += 1) {
      const found = await this.#letters(to, contains);
      if (found.length) return found.at(-1);
      await pause(100);
    }
    throw new Error(`no letter to ${to} with "${contains}"`);
  }
}
