"""Starts the room: on this machine only, at a port of its own, until it is stopped."""

import socket
from collections.abc import Callable
from pathlib import Path

from corro.errors import BadOptionError
from corro.web.app import make_app
from corro.web.visit import Room

LOOPBACK = "127.0.0.1"
"""The one address that is listened on: no other machine reaches it. Source: RFC 1122, 3.2.1.3 (g)."""


def bound(port: int) -> socket.socket:
    """Return a socket that listens on this machine only.

    Args:
        port: Where; 0 for any that is free.

    Raises:
        BadOptionError: Something else listens there.
    """
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((LOOPBACK, port))
    except OSError as error:
        made.close()
        raise BadOptionError(f"Port {port} is taken. Name another with --port, or leave it out.", port=port) from error
    return made


def serve(record: Path, by: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve a record until interrupted.

    Args:
        record: Its file.
        by: Who judges where the record has no accounts.
        port: Where; 0 for any that is free.
        tell: Told the address, with the secret of this start in it.
    """
    import uvicorn

    with bound(port) as listening:
        room = Room(record, listening.getsockname()[1], by)
        tell(f"http://{LOOPBACK}:{room.port}/?key={room.door.secret}")
        config = uvicorn.Config(
            make_app(room),
            access_log=False,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            ws="none",
        )
        uvicorn.Server(config).run(sockets=[listening])
