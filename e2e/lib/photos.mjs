// Photos made by hand, with all that a telephone writes beside the picture.

const segment = (marker, payload) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
};

// TIFF 6.0, little-endian: IFD0 with Make and a pointer to the GPS IFD, which has a reference and three rationals.
function exif() {
  const tiff = Buffer.alloc(140);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  entry(tiff, 10, 0x010f, 2, 12, 38); // Make
  entry(tiff, 22, 0x8825, 4, 1, 56); // GPSInfo
  tiff.write("SECRETMAKER\0", 38, "latin1");
  tiff.writeUInt16LE(2, 56);
  entry(tiff, 58, 1, 2, 2, 0x4e); // GPSLatitudeRef: "N", held in the entry itself
  entry(tiff, 70, 2, 5, 3, 90); // GPSLatitude
  [55, 1, 45, 1, 7, 1].forEach((n, i) => tiff.writeUInt32LE(n, 90 + 4 * i));
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]));
}

function entry(tiff, at, tag, type, count, value) {
  tiff.writeUInt16LE(tag, at);
  tiff.writeUInt16LE(type, at + 2);
  tiff.writeUInt32LE(count, at + 4);
  tiff.writeUInt32LE(value, at + 8);
}

/** A JPEG of a drawn lease, by the browser, with Exif GPS, XMP and a comment put in behind its start. */
export async function leaseWithTraces(page) {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 480);
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, 640, 480);
    pen.fillStyle = "#123";
    for (let y = 40; y < 440; y += 24) pen.fillRect(40, y, 300 + ((y * 37) % 260), 8);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 })).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  });
  const jpeg = Buffer.from(base64, "base64");
  const xmp = segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRETXMP</x:xmpmeta>", "latin1"));
  const comment = segment(0xfe, Buffer.from("SECRETCOMMENT", "latin1"));
  return Buffer.concat([jpeg.subarray(0, 2), exif(), xmp, comment, jpeg.subarray(2)]);
}

/** The markers of a JPEG's segments up to its picture data. */
export function markers(jpeg) {
  const found = [];
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2)) {
    found.push(jpeg[at + 1]);
  }
  return found;
}
