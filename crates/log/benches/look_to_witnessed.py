"""How long it takes from a look until the person reads that witnesses have confirmed it, in a demo that this starts and ends.

    python3 crates/log/benches/look_to_witnessed.py target/release/doorstep [LOOKS]

The host opens the list of their home; the resident reads /looks again and again until the newest entry is confirmed. Only the standard
library is used. The time holds what the resident's own reading takes.
"""

import http.client
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

CONFIRMED = "Sealed, and confirmed by witnesses"


class Visitor:
    """Somebody with a cookie jar of their own."""

    def __init__(self, port, link):
        self.port, self.cookies = port, {}
        path = re.sub(r"^https?://[^/]+", "", link)
        # The link shows a button, so that a program that only fetches it does not use it up.
        form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.get(path)))
        self.ask("POST", path, urllib.parse.urlencode(form))

    def get(self, path):
        return self.ask("GET", path, None)

    def ask(self, method, path, body):
        for _ in range(5):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            headers = {"Cookie": cookies, "Host": f"localhost:{self.port}", "Sec-Fetch-Site": "same-origin"}
            if body is not None:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    key, _, rest = value.partition("=")
                    self.cookies[key] = rest.split(";")[0]
            said = answer.read().decode()
            if answer.status not in (302, 303):
                assert answer.status == 200, (path, answer.status, said[:300])
                return said
            method, body, path = "GET", None, re.sub(r"^https?://[^/]+", "", answer.getheader("Location"))
        raise AssertionError(f"{path} goes in circles")


def newest(page):
    """What the page of looks says of its first entry."""
    entries = page.split('class="ds-timeline__item', 1)
    return entries[1].split("</li>", 1)[0] if len(entries) == 2 else ""


def moments(page):
    """How many looks the page lists."""
    return len(re.findall(r"<time ", page))


def measure(resident, host, looks):
    times = []
    for n in range(looks):
        seen = moments(resident.get("/en/looks"))
        # Spread over the second of the log.
        time.sleep(0.37 * n % 1)
        host.get("/en/homes/1")
        start = time.monotonic()
        while True:
            page = resident.get("/en/looks")
            if moments(page) > seen and CONFIRMED in newest(page):
                break
            time.sleep(0.05)
        times.append(time.monotonic() - start)
    times.sort()
    print(f"{looks} looks: median {times[looks // 2]:.2f} s, longest {times[-1]:.2f} s from the look to \"{CONFIRMED}\"")


def main(program, looks):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "demo", "--dir", folder, "--port", str(port)]
        demo = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            said = []
            for line in demo.stdout:
                said.append(line)
                if line.startswith("Ready"):
                    break
            links = {who: link for who, link in re.findall(r"^  (.*?)\s+(http\S+)$", "".join(said), re.M)}
            link = lambda word: next(link for who, link in links.items() if word in who.lower())
            measure(Visitor(port, link("history")), Visitor(port, link("host")), looks)
        finally:
            demo.terminate()
            demo.wait()


if __name__ == "__main__":
    main(str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 20)
