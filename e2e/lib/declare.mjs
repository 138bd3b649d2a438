// The journey of a declaration, one function a question, so that a test says only what is special about its person.

import { daysAgo } from "./days.mjs";
import { words } from "./words.mjs";

/** An invented newcomer; every test changes what it is about. */
export const newcomer = (changes = {}) => ({
  name: { passport: "NAMUNAVA LOLA", local: "Намунава Лола" },
  birth: { day: 17, month: 5, year: 1993 },
  citizenship: "UZB",
  arrived: daysAgo(2),
  place: { query: "Садовая 1", flat: "12", room: "2" },
  since: daysAgo(1),
  until: null,
  family: [],
  document: null,
  photos: [],
  contact: {},
  ...changes,
});

const at = async (visitor, step) => {
  const where = visitor.path;
  if (!where.endsWith(`/step/${step}`)) throw new Error(`the next question is ${where}, not ${step}: ${(await visitor.text()).slice(0, 300)}`);
};

/** Begins: from the first page, by its button. */
export async function begin(visitor) {
  await visitor.open("/");
  await visitor.press("main a.ds-button--start");
  await visitor.sees("declare-start-title");
  await visitor.go();
}

export async function answerName(visitor, name) {
  await at(visitor, "name");
  await visitor.fill(name);
  await visitor.go();
}

export async function answerBirth(visitor, birth) {
  await at(visitor, "birth");
  await visitor.fillDay("birth", birth);
  await visitor.go();
}

export async function answerCitizenship(visitor, citizenship) {
  await at(visitor, "citizenship");
  await visitor.select("citizenship", citizenship);
  await visitor.go();
}

export async function answerDay(visitor, step, day) {
  await at(visitor, step);
  if (day) await visitor.fillDay(step, day);
  await visitor.go();
}

/** Where: from the register (a suggestion where there is a script, a list without), described, or no address. */
export async function answerPlace(visitor, place) {
  await at(visitor, "address");
  if (place === null) {
    // Filled in already, by an invitation.
    await visitor.go();
    await at(visitor, "unit");
  } else if (place.notListed) {
    await visitor.choose("pick", "not-listed");
    await visitor.go();
    await at(visitor, "not-listed");
    await visitor.fill({ description: place.notListed });
  } else if (place.noAddress) {
    await visitor.choose("pick", "none");
    await visitor.go();
    await at(visitor, "no-address");
    await visitor.fill({ reached: place.noAddress });
  } else {
    place.text = await pickAddress(visitor, place.query);
    await at(visitor, "unit");
    await visitor.reads(place.text);
    await visitor.fill({ flat: place.flat ?? "", room: place.room ?? "" });
  }
  await visitor.go();
}

async function pickAddress(visitor, query) {
  const field = visitor.page.locator("main [name=q]");
  if (visitor.js) {
    await field.pressSequentially(query);
    const first = visitor.page.locator(".ds-suggestions__option").first();
    await first.waitFor();
    await field.press("ArrowDown");
    await field.press("Enter");
    await visitor.go();
    return visitor.page.locator("main address").innerText();
  }
  await field.fill(query);
  await visitor.press("main button[name=find]");
  await visitor.sees("address-pick");
  const first = visitor.page.locator('main input[name=pick][value^="id:"]').first();
  await first.check({ force: true });
  await visitor.go();
  return visitor.page.locator("main address").innerText();
}

export async function answerFamily(visitor, family) {
  await at(visitor, "family");
  await visitor.choose("family", family.length ? "yes" : "no");
  await visitor.go();
  for (const [i, member] of family.entries()) {
    await at(visitor, "members");
    await visitor.fill({ passport: member.passport });
    await visitor.fillDay("birth", member.birth);
    if (member.citizenship) await visitor.select("citizenship", member.citizenship);
    await visitor.go();
    await visitor.reads(member.passport);
    await visitor.choose("another", i + 1 < family.length ? "yes" : "no");
    await visitor.go();
  }
}

export async function answerDocument(visitor, document) {
  await at(visitor, "document");
  if (document) {
    await visitor.choose("kind", document.kind);
    await visitor.fill({ number: document.number });
    if (document.seen) await visitor.choose("seen", "yes");
  }
  await visitor.go();
}

/** Adds photos, `{ name, mimeType, buffer }` each, and goes on. */
export async function answerEvidence(visitor, photos) {
  await at(visitor, "evidence");
  for (const photo of photos) {
    await addPhoto(visitor, photo);
    await visitor.reads(photo.title);
  }
  await visitor.go();
}

export async function addPhoto(visitor, photo, expected) {
  await visitor.fill({ title: photo.title ?? "" });
  await visitor.page.locator("main input[type=file]").setInputFiles(photo);
  await visitor.press('main form[enctype="multipart/form-data"] button', expected);
}

export async function answerContact(visitor, contact) {
  await at(visitor, "contact");
  await visitor.fill({ email: contact.email ?? "", phone: contact.phone ?? "" });
  await visitor.go();
}

/** Asked only of somebody who could not be in time. */
async function answerLate(visitor, late) {
  await at(visitor, "late");
  await visitor.fill({ late });
  await visitor.go();
}

/** All questions in order, up to check-answers. */
export async function answerAll(visitor, person) {
  await answerName(visitor, person.name);
  await answerBirth(visitor, person.birth);
  await answerCitizenship(visitor, person.citizenship);
  await answerDay(visitor, "arrived", person.arrived);
  await answerPlace(visitor, person.place);
  await answerDay(visitor, "since", person.since);
  await answerDay(visitor, "until", person.until);
  await answerFamily(visitor, person.family);
  await answerDocument(visitor, person.document);
  await answerEvidence(visitor, person.photos);
  await answerContact(visitor, person.contact);
  if (person.late !== undefined) await answerLate(visitor, person.late);
  await visitor.sees("check-title");
}

/** Declares from the first page to the confirmation. Answers the reference number. */
export async function declare(visitor, person) {
  await begin(visitor);
  await answerAll(visitor, person);
  await visitor.go();
  return reference(visitor);
}

/** The number on the confirmation that they are on. */
export async function reference(visitor) {
  const number = (await visitor.page.locator(".ds-panel__reference").innerText()).trim();
  if (!/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(number)) throw new Error(`no reference number: ${number}`);
  if (!words(visitor.locale, "declared-number").test(await visitor.text())) throw new Error("the number is not named");
  return number;
}
