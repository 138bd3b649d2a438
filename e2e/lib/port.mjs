// Ports of this machine.

import { once } from "node:events";
import { createServer } from "node:net";

/** One that nothing uses, below those that systems hand out by themselves: nothing else is given it between two starts. */
export async function freePort() {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 10_000);
    const probe = createServer().listen(port, "127.0.0.1");
    const free = await once(probe, "listening").then(() => true, () => false);
    if (!free) continue;
    probe.close();
    await once(probe, "close");
    return port;
  }
}
