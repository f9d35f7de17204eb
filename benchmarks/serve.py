"""Serves a folder on the loopback interface packed with gzip, as web hosts do: what Lighthouse measures is the course.

.venv/bin/python benchmarks/serve.py site 8000
"""

from __future__ import annotations

import gzip
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PACKED = (".html", ".js", ".css", ".svg", ".json")


class PackingHandler(SimpleHTTPRequestHandler):
    """Sends text packed; browsers may keep what is named by its content."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file() or file.suffix not in PACKED:
            return super().do_GET()
        body = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        for name, value in (
            ("Content-Type", self.guess_type(str(file))),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "max-age=31536000" if file.parent.name == "assets" else "no-cache"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def main(folder: str = "site", port: str = "8000") -> None:
    """Serve until interrupted."""
    print(f"http://127.0.0.1:{port}/")
    ThreadingHTTPServer(("127.0.0.1", int(port)), partial(PackingHandler, directory=folder)).serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
