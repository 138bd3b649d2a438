// Everything works without this file. It adds: suggestions under the address field, passkeys, smaller photos, a check of one's own
// list, and a guard against double taps. It asks our own site only, keeps nothing, and reads no sensor.

document.documentElement.classList.add("ds-js");

// ---- A second tap within five seconds sends nothing ----

for (const form of document.querySelectorAll("form[method=post]:not([data-passkey])")) {
  let sentAt = -Infinity;
  form.addEventListener("submit", (event) => {
    if (event.timeStamp - sentAt < 5000) event.preventDefault();
    else sentAt = event.timeStamp;
  });
}

// The error summary takes the focus, so that it is read first.
document.querySelector(".ds-error-summary")?.focus();

// ---- A scanner types the lines of a document and ends with Enter: as soon as they are whole, that sends them ----

for (const zone of document.querySelectorAll("textarea[data-zone]")) {
  zone.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || ![72, 88, 90].includes(zone.value.replace(/\s/g, "").length)) return;
    event.preventDefault();
    zone.form.requestSubmit(zone.parentElement.querySelector("button"));
  });
}

// ---- Suggestions: an ARIA combobox with a list (APG) ----

for (const input of document.querySelectorAll("input[data-suggest]")) suggest(input);

function suggest(input) {
  const list = document.createElement("ul");
  list.className = "ds-suggestions";
  list.id = `${input.id}-suggestions`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off",
  })) input.setAttribute(name, value);

  let timer, pending, active = -1;

  const options = () => [...list.children];
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (index) => {
    const all = options();
    active = all.length ? (index + all.length) % all.length : -1;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active < 0) return;
    input.setAttribute("aria-activedescendant", all[active].id);
    all[active].scrollIntoView({ block: "nearest" });
  };
  const pick = (option) => {
    input.value = option.dataset.text;
    close();
    input.focus();
  };
  // Every second piece is what was typed.
  const pieces = (texts) => texts.map((text, i) => {
    if (i % 2 === 0) return text;
    const typed = document.createElement("b");
    typed.append(text);
    return typed;
  });
  const show = (hits) => {
    list.replaceChildren(...hits.map((hit, i) => {
      const option = document.createElement("li");
      option.className = "ds-suggestions__option";
      option.id = `${list.id}-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.text = hit.text;
      option.append(...pieces(hit.marked));
      if (hit.alias) {
        const alias = document.createElement("span");
        alias.className = "ds-suggestions__detail";
        alias.append(...pieces(hit.alias_marked));
        option.append(alias);
      }
      return option;
    }));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };
  const ask = async () => {
    const typed = input.value.trim();
    pending?.abort();
    if (typed.length < 2) return close();
    pending = new AbortController();
    try {
      // In the body, not in the address: what stands in an address ends up in other people's logs.
      const body = new URLSearchParams({ q: typed });
      const answer = await fetch(input.dataset.suggest, { method: "POST", body, signal: pending.signal, headers: { accept: "application/json" } });
      const { hits } = await answer.json();
      if (answer.ok && document.activeElement === input) show((hits ?? []).slice(0, 8));
    } catch {
      close(); // the "Find" button still works
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) return;
      event.preventDefault();
      if (event.key === "ArrowDown") mark(active + 1);
      else mark(active < 0 ? -1 : active - 1);
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      pick(options()[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", () => setTimeout(close, 100));
  // mousedown, because the field must not lose the focus to the list
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) pick(option);
  });
}

// ---- Passkeys (WebAuthn level 3) ----

const decode = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

if (window.PublicKeyCredential && navigator.credentials) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    for (const note of document.querySelectorAll("[data-without-passkey]")) note.hidden = true;
    let ready = false;
    form.addEventListener("submit", async (event) => {
      if (ready) return;
      event.preventDefault();
      const button = form.querySelector("button");
      const error = form.querySelector("[data-passkey-error]");
      button.disabled = true;
      error.hidden = true;
      try {
        const answer = await ceremony(form);
        form.elements.ceremony.value = answer.ceremony;
        form.elements.credential.value = JSON.stringify(answer.credential);
        ready = true;
        form.submit();
      } catch {
        error.hidden = false;
        button.disabled = false;
      }
    });
  }
}

async function ceremony(form) {
  const body = new URLSearchParams({ csrf: form.elements.csrf.value });
  const answer = await fetch(form.dataset.begin, { method: "POST", body, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error("no ceremony");
  const { ceremony, publicKey } = await answer.json();
  publicKey.challenge = decode(publicKey.challenge);
  if (publicKey.user) publicKey.user.id = decode(publicKey.user.id);
  for (const known of [...(publicKey.excludeCredentials ?? []), ...(publicKey.allowCredentials ?? [])]) known.id = decode(known.id);
  const made = await navigator.credentials[form.dataset.passkey]({ publicKey });
  if (!made) throw new Error("no credential");
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (made.response[part]) response[part] = encode(made.response[part]);
  }
  return {
    ceremony,
    credential: { id: made.id, rawId: encode(made.rawId), type: made.type, response, extensions: made.getClientExtensionResults() },
  };
}

// ---- Photos: made smaller before they are sent; the server takes out everything but the picture in any case ----

const SIDE = 2400;

for (const input of document.querySelectorAll("input[type=file]")) {
  input.addEventListener("change", async () => {
    const file = input.files[0];
    if (!file || file.size < 1_500_000 || !window.createImageBitmap || !window.DataTransfer) return;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
      if (!blob || blob.size >= file.size || input.files[0] !== file) return;
      const files = new DataTransfer();
      files.items.add(new File([blob], "photo.jpg", { type: "image/jpeg" }));
      input.files = files.files;
    } catch {
      // a kind of picture that this browser cannot read goes as it is; the server says what it thinks of it
    }
  });
}

// ---- The check of "Who looked" on this device: loaded when it is asked for ----

for (const section of document.querySelectorAll("[data-check]")) {
  if (!window.WebAssembly) continue;
  section.hidden = false;
  const button = section.querySelector("button");
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await (await import(section.dataset.check)).check(section);
    } catch {
      section.querySelector("[data-result]").textContent = JSON.parse(section.dataset.words).failed;
    }
    button.disabled = false;
  });
}
