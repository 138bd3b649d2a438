// PRODUCT 1, charter 1: a photo of a lease can be added; what a camera wrote beside the picture is gone.

import assert from "node:assert/strict";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { addPhoto, answerAll, answerBirth, answerCitizenship, answerDay, answerDocument, answerFamily, answerName, answerPlace, begin, newcomer, reference } from "../lib/declare.mjs";
import { leaseWithTraces, markers } from "../lib/photos.mjs";
import { suite } from "../lib/suite.mjs";
import { Visitor } from "../lib/visitor.mjs";
import { LOCALES } from "../lib/words.mjs";

// Exif and XMP (APP1), ICC (APP2), IPTC (APP13), comment.
const METADATA = [0xe1, 0xe2, 0xed, 0xfe];

async function upToEvidence(visitor) {
  const person = newcomer();
  await begin(visitor);
  await answerName(visitor, person.name);
  await answerBirth(visitor, person.birth);
  await answerCitizenship(visitor, person.citizenship);
  await answerDay(visitor, "arrived", person.arrived);
  await answerPlace(visitor, person.place);
  await answerDay(visitor, "since", person.since);
  await answerDay(visitor, "until", null);
  await answerFamily(visitor, []);
  await answerDocument(visitor, null);
}

/** Whether the page's script has made the chosen photo smaller than the limit within a moment. */
async function shrinks(visitor) {
  await pause(1500);
  return visitor.page.locator("main input[type=file]").evaluate((input) => input.files[0].size < 12e6);
}

suite("a photo of a lease", (demo) => {
  let lease;
  const photo = async (title) => {
    if (!lease) {
      const camera = await Visitor.arrive(demo());
      await camera.open("/check");
      lease = await leaseWithTraces(camera.page);
      await camera.leave();
    }
    return { title, name: "IMG_SECRET.jpg", mimeType: "image/jpeg", buffer: lease };
  };

  for (const js of [true, false]) {
    it(`is kept without metadata and can be seen by its person, ${js ? "with" : "without"} JavaScript`, async () => {
      const sent = await photo("Договор найма");
      assert.ok(markers(sent.buffer).includes(0xe1) && sent.buffer.includes("SECRETMAKER"), "the photo that is sent has traces");
      const someone = await Visitor.arrive(demo(), { js });
      await begin(someone);
      await answerAll(someone, newcomer({ photos: [sent] }));
      await someone.reads("Договор найма");
      await someone.go();
      await reference(someone);

      await someone.open("/data");
      const shown = someone.page.locator('main a[href*="/photo"]');
      assert.equal(await shown.count(), 1, "the page of a person's data links the photo that is kept");
      const kept = await someone.download(`${demo().base}${await shown.getAttribute("href")}`);
      assert.equal(kept.type, "image/jpeg");
      for (const trace of ["Exif", "SECRET", "xmp", "GPS"]) assert.ok(!kept.bytes.includes(trace), `${trace} is in the photo`);
      assert.deepEqual(markers(kept.bytes).filter((m) => METADATA.includes(m)), []);
      await someone.leave();
    });
  }

  it("can be taken away again before it is sent", async () => {
    const someone = await Visitor.arrive(demo(), { js: false });
    await upToEvidence(someone);
    await addPhoto(someone, await photo("Wrong one"));
    await someone.reads("Wrong one");
    await someone.press('main form[action$="/remove"] button');
    await someone.readsNot("Wrong one");
    await someone.leave();
  });

  for (const locale of LOCALES) {
    it(`that is a PDF, no picture, or 50 MB gets a clear sentence, and nothing is lost: ${locale}`, async () => {
      const someone = await Visitor.arrive(demo(), { locale, js: locale === "ru" });
      await upToEvidence(someone);
      const pdf = { title: "Договор", name: "lease.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj <</Filter /FlateDecode>>") };
      await addPhoto(someone, pdf, { status: 422 });
      await someone.sees("photo-pdf");
      assert.deepEqual(await someone.errors(), ["photo"]);
      assert.equal(await someone.value("title"), "Договор", "the name that was typed is kept");

      await addPhoto(someone, { title: "", name: "notes.jpg", mimeType: "image/jpeg", buffer: Buffer.from("not a picture at all") }, { status: 422 });
      await someone.sees("photo-none");

      const folder = await mkdtemp(join(tmpdir(), "doorstep-photo-"));
      const path = join(folder, "huge.jpg");
      const file = await open(path, "w");
      await file.write(lease ?? Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
      await file.truncate(50 * 1024 * 1024);
      await file.close();
      await someone.page.locator("main input[type=file]").setInputFiles(path);
      // A browser with a script makes a large picture smaller by itself, and then there is nothing to refuse.
      const smaller = someone.js && await shrinks(someone);
      await someone.press('main form[enctype="multipart/form-data"] button', { status: smaller ? 200 : 422 });
      if (!smaller) await someone.sees("photo-too-large");
      await rm(folder, { recursive: true });

      await someone.open("/declare/step/name");
      assert.equal(await someone.value("passport"), "NAMUNAVA LOLA");
      await someone.leave();
    });
  }
});
