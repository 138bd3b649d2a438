// A real OpenID Connect provider (npm `oidc-provider`) on loopback, in a process of its own. Its people are invented; they sign in by
// pressing a button with their name. The parent says what it is to be: who its people are, who may come back, how wrong its clock goes.

import { generateKeyPairSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";

const [settings] = await once(process, "message");
const { port, client, redirects, inToken, skewSeconds } = settings;
let { people } = settings;
process.on("message", (change) => { people = change.people; });

if (skewSeconds) {
  const now = Date.now;
  Date.now = () => now() + skewSeconds * 1000;
}

const issuer = `http://127.0.0.1:${port}`;
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

const provider = new Provider(issuer, {
  clients: [{
    client_id: client.id, client_secret: client.secret, redirect_uris: redirects, response_types: ["code"],
    grant_types: ["authorization_code"],
  }],
  jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", kid: randomBytes(8).toString("hex") }] },
  cookies: { keys: [randomBytes(32).toString("hex")] },
  scopes: ["openid", "profile"],
  claims: { openid: ["sub"], profile: ["name", "groups"] },
  // The standard leaves it open whether a provider tells all in the token, or at its UserInfo endpoint only.
  conformIdTokenClaims: !inToken,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, id) => (people[id] ? { accountId: id, claims: () => ({ sub: id, ...people[id] }) } : undefined),
  // Nobody is asked whether their own office may know their name.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope("openid profile");
    await grant.save();
    return grant;
  },
});

const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Town account</title><h1>Who are you?</h1>${body}</html>`;

async function interaction(request, response) {
  if (request.method === "GET") {
    const { uid } = await provider.interactionDetails(request, response);
    const button = (id) => `<p><button name="id" value="${id}">${id}</button></p>`;
    const form = `<form method="post" action="/interaction/${uid}">${Object.keys(people).map(button).join("")}${button("cancel")}</form>`;
    response.setHeader("content-type", "text/html; charset=utf-8").end(page(form));
    return;
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const id = new URLSearchParams(String(Buffer.concat(chunks))).get("id");
  const result = id === "cancel" ? { error: "access_denied", error_description: "turned back" } : { login: { accountId: id, remember: false } };
  await provider.interactionFinished(request, response, result);
}

const callback = provider.callback();
const server = createServer((request, response) => {
  if (!request.url.startsWith("/interaction/")) return callback(request, response);
  interaction(request, response).catch((error) => response.writeHead(500).end(String(error)));
});
server.listen(port, "127.0.0.1", () => process.send("ready"));
