// Somebody who has declared already: the same forms, sent without looking at the pages. For tests about what comes afterwards.

import assert from "node:assert/strict";
import { newcomer } from "./declare.mjs";
import { Visitor } from "./visitor.mjs";

const day = (name, value) => (value ? { [`${name}-day`]: value.day, [`${name}-month`]: value.month, [`${name}-year`]: value.year } : {});

/** A visitor with a declaration, `person.number` being its reference. Photos and family members are for the real journey. */
export async function settled(demo, options = {}, person = newcomer()) {
  const visitor = await Visitor.arrive(demo, options);
  const http = visitor.context.request;
  const at = (path) => `${demo.base}/${visitor.locale}${path}`;
  let csrf;
  const readToken = async () => {
    [, csrf] = /name="csrf" value="([^"]+)"/.exec(await (await http.get(at("/declare"))).text());
  };
  let version = 0;
  const post = async (path, fields = {}) => {
    const form = Object.fromEntries(Object.entries({ csrf, ...fields }).map(([name, value]) => [name, String(value ?? "")]));
    const answer = await http.post(at(path), { form, maxRedirects: 0 });
    assert.equal(answer.status(), 303, `${path}: ${answer.status()}`);
    return answer.headers().location;
  };
  const step = async (name, fields) => {
    await post(`/declare/step/${name}`, { ...fields, version });
    version += 1;
  };
  await readToken();
  await post("/declare");
  // From here on it is somebody's own form, and so is its token.
  await readToken();
  await step("name", person.name);
  await step("birth", day("birth", person.birth));
  await step("citizenship", { citizenship: person.citizenship });
  await step("arrived", day("arrived", person.arrived));
  const { hits } = await (await http.post(`${demo.base}/api/v1/addresses`, { form: { q: person.place.query } })).json();
  person.place.text = hits[0].text;
  await step("address", { q: person.place.text });
  await step("unit", { flat: person.place.flat, room: person.place.room });
  await step("since", day("since", person.since));
  await step("until", day("until", person.until));
  await step("family", { family: "no" });
  await step("document", { kind: person.document?.kind, number: person.document?.number });
  await step("evidence");
  await step("contact", { email: person.contact.email, phone: person.contact.phone });
  const done = await post("/declare/check", { key: `${Math.random()}-${Date.now()}`, version });
  [, person.number] = /\/declared\/([0-9A-Z-]+)$/.exec(done);
  visitor.person = person;
  return visitor;
}
