"""`mirage new`: the beginning of an application."""

from __future__ import annotations

import re
from pathlib import Path

import click

from mirage.cli.output import Output

_APP = '''"""A server that greets: runs under CPython, as a Linux process and as a virtual machine."""

import asyncio


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer one request and close."""
    await reader.readuntil(b"\\r\\n\\r\\n")
    body = b"Hello from {name}\\n"
    writer.write(b"HTTP/1.1 200 OK\\r\\nContent-Type: text/plain\\r\\nConnection: close\\r\\n")
    writer.write(b"Content-Length: " + str(len(body)).encode() + b"\\r\\n\\r\\n" + body)
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    server = await asyncio.start_server(serve, "0.0.0.0", 8080)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
'''

_PROJECT = """[project]
name = "{name}"
version = "0.1.0"
requires-python = ">=3.11"

[tool.mirage]
entry = "app.py"
memory = "64M"
ports = ["8080:8080"]
"""


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
def new(path: Path) -> None:
    """Make a project directory at PATH with a small web server in it."""
    output = Output()
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", path.resolve().name).strip("-") or "app"
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        output.fail(f"{path} exists and is not empty")
    path.mkdir(parents=True, exist_ok=True)
    (path / "app.py").write_text(_APP.replace("{name}", name), encoding="utf-8")
    (path / "pyproject.toml").write_text(_PROJECT.replace("{name}", name), encoding="utf-8")
    output.say(f"made {path}; try: mirage run {path}")
