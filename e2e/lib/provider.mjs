// The service by which an office's people sign in, as a journey uses it.

import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "./port.mjs";
import { LOCALES } from "./words.mjs";

const PROCESS = fileURLToPath(new URL("./provider_process.mjs", import.meta.url));
const CLIENT = { id: "doorstep", secret: "known-to-two" };
// In this order: whoever is in two of them comes in by the first.
const GROUPS = { appeals: "appeal", clerks: "clerk", officers: "officer", supervisors: "supervisor", privacy: "dpo" };

/** Somebody whom the provider knows, in these groups. */
export const person = (name, ...groups) => ({ name, groups });

export class TownAccount {
  #child;
  #options;

  constructor(options = {}) {
    this.#options = { people: {}, inToken: true, skewSeconds: 0, links: true, ...options };
  }

  /** Starts it for a site at this address. */
  async up(base) {
    this.port ??= await freePort();
    this.issuer = `http://127.0.0.1:${this.port}`;
    this.base = base;
    const { people, inToken, skewSeconds } = this.#options;
    const redirects = LOCALES.map((locale) => `${base}/${locale}/staff/oidc`);
    this.#child = fork(PROCESS, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
    const said = [];
    this.#child.stderr.on("data", (chunk) => said.push(String(chunk)));
    this.#child.send({ port: this.port, client: CLIENT, redirects, people, inToken, skewSeconds });
    const ended = once(this.#child, "exit").then(() => Promise.reject(new Error(`the provider ended:\n${said.join("")}`)));
    await Promise.race([once(this.#child, "message"), ended]);
    ended.catch(() => {});
  }

  async down() {
    if (!this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, "exit");
    this.#child.kill();
    await gone;
  }

  /** From now on these are its people. */
  async knows(people) {
    this.#options.people = people;
    await new Promise((resolve, reject) => { this.#child.send({ people }, (error) => (error ? reject(error) : resolve())); });
  }

  /** Writes the section `[staff]` of Doorstep's settings into a folder; answers the file. */
  async settings(folder) {
    const secret = `${folder}/oidc.secret`;
    await writeFile(secret, `${CLIENT.secret}\n`, { mode: 0o600 });
    const groups = Object.entries(GROUPS).map(([group, role]) => {
      const office = role === "appeal" ? 'office = "Appeals commission"\n' : "";
      return `[[staff.oidc.group]]\ngroup = "${group}"\nrole = "${role}"\n${office}`;
    });
    const file = `${folder}/staff.toml`;
    await writeFile(file, [
      `[staff]\nlinks = ${this.#options.links}`,
      `[staff.oidc]\nname = "Town account"\nissuer = "${this.issuer}"\nclient_id = "${CLIENT.id}"`,
      `client_secret_file = "${secret}"\ngroups_claim = "groups"`,
      ...groups,
    ].join("\n"));
    return file;
  }
}

const away = (provider, visitor) => Promise.all([
  visitor.page.waitForURL((url) => url.origin === provider.issuer),
  visitor.page.locator('main a[href*="/staff/oidc/start"]').click(),
]);

/** From the page "Sign in as staff" to the provider's own. */
export async function leaveFor(provider, visitor) {
  await visitor.open("/staff/sign-in");
  await away(provider, visitor);
}

/** From that page, which is open, through the provider's as one of its people. */
export async function comeThrough(provider, visitor, id, expected) {
  await away(provider, visitor);
  await visitor.press(`button[value="${id}"]`, expected);
}

/** Signs in there, and comes back as one of its people. */
export async function signInAs(provider, visitor, id, expected) {
  await leaveFor(provider, visitor);
  await visitor.press(`button[value="${id}"]`, expected);
}

/**
 * The same without looking at the pages, up to the address at which the provider sends the browser back; nobody goes there yet.
 * `authorize` may change the address by which the browser goes to the provider.
 */
export async function walk(provider, visitor, id, authorize = (url) => url) {
  const http = visitor.context.request;
  const next = async (answer, from) => new URL((await answer).headers().location, from);
  const onward = { maxRedirects: 0 };
  const start = await next(http.get(`${visitor.demo.base}/${visitor.locale}/staff/oidc/start`, onward), visitor.demo.base);
  const there = authorize(start);
  let url = await next(http.get(String(there), onward), there);
  url = await next(http.post(String(url), { form: { id }, ...onward }), url);
  while (url.origin === provider.issuer) url = await next(http.get(String(url), onward), url);
  return url;
}
