// Checks "Who looked" on this device: takes the list with its proofs from our own site, asks check.wasm (crates/history-wasm) about it, and
// says the answers beside the entries. Nothing is sent anywhere.

/** Asks the WebAssembly: the keys as text, the file as bytes. */
async function ask(program, keys, file) {
  const { instance } = await WebAssembly.instantiate(program);
  const { memory, room, check, answer, answer_length } = instance.exports;
  const line = new TextEncoder().encode(keys);
  const place = room(line.length + file.byteLength);
  if (!place) throw new Error("too long");
  const shared = new Uint8Array(memory.buffer, place, line.length + file.byteLength);
  shared.set(line);
  shared.set(new Uint8Array(file), line.length);
  check(line.length);
  return JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, answer(), answer_length())));
}

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.status);
  return response.arrayBuffer();
}

function paragraph(text, wrong) {
  const element = document.createElement("p");
  element.className = wrong ? "ds-error-message" : "ds-hint";
  element.dataset.checked = wrong ? "wrong" : "right";
  element.textContent = text;
  return element;
}

export async function check(section) {
  const words = JSON.parse(section.dataset.words);
  const say = (word, n) => words[word].replace("{n}", n);
  const result = section.querySelector("[data-result]");
  for (const old of document.querySelectorAll("[data-checked]")) old.remove();
  result.textContent = words.checking;

  const [program, file] = await Promise.all([load(section.dataset.wasm), load(section.dataset.history)]);
  const report = await ask(program, section.querySelector("textarea").value, file);
  result.textContent = "";
  if (report.error) return result.append(paragraph(report.error === "keys" ? words.keys : words.failed, true));

  const right = (word) => word === "shown" || word === "undated";
  const shown = new Map(report.looks.entries.map((entry) => [String(entry.seq), entry.word]));
  // Of two entries with one number the wrong one counts.
  for (const { seq, word } of report.looks.entries) if (!right(word)) shown.set(String(seq), word);
  // What the page shows as sealed and the list does not have.
  const gone = new Set();
  for (const entry of document.querySelectorAll("[data-look]")) {
    const number = entry.dataset.look;
    const word = shown.get(number);
    const waits = !word && "waits" in entry.dataset;
    if (!word && !waits) gone.add(Number(number));
    const found = word ? words[word] : say("look-gap", number);
    const note = paragraph(waits ? words.waits : say("here", found), !waits && !right(word));
    if (entry.matches("li")) entry.append(note);
    else entry.after(note);
  }

  const waiting = [], wrong = [];
  const range = (from, to) => (from === to ? String(from) : `${from}–${to}`);
  for (const [kind, { said, waiting: newest, missing, entries: all }] of Object.entries({ act: report.acts, look: report.looks })) {
    if (newest) waiting.push(say(kind, range(said - newest + 1, said)));
    for (const [from, to] of missing) wrong.push(say(`${kind}-gap`, range(from, to)));
    for (const { seq, word } of all) if (!right(word)) wrong.push(`${say(kind, seq)}: ${words[word]}`);
  }
  for (const number of gone) {
    if (!report.looks.missing.some(([from, to]) => from <= number && number <= to)) wrong.push(say("look-gap", number));
  }
  if (wrong.length || !report.whole) result.append(...[words.wrong, ...wrong].map((text) => paragraph(text, true)));
  else result.append(paragraph(words.whole, false));
  if (waiting.length) result.append(paragraph(say("waiting", waiting.join(", ")), false));
}
