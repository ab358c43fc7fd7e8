"""How the process that evaluates queries and the one that asks it speak to each other.

Frames go over standard input and output. A frame is one letter, the length of its content in four
bytes, and the content. In: ``S`` settings, ``G`` the graph as N-Quads, then ``Q`` each query. Out:
``R`` ready, then for each query ``H`` the form of the answer, ``D`` pieces of it, and ``E`` its end
with the number of rows, or ``X`` why there is none. All but G and D hold JSON.
"""

from __future__ import annotations

from typing import IO

__all__ = ["read_frame", "write_frame"]


def read_frame(stream: IO[bytes]) -> tuple[bytes, bytes]:
    """The next frame: its letter and content.

    :raises EOFError: when the other side is gone.
    """
    head = stream.read(5)
    if len(head) < 5:
        raise EOFError
    content = stream.read(size := int.from_bytes(head[1:], "big"))
    if len(content) < size:
        raise EOFError
    return head[:1], content


def write_frame(stream: IO[bytes], letter: bytes, content: bytes) -> None:
    """Send one frame."""
    stream.write(letter + len(content).to_bytes(4, "big") + content)
    stream.flush()
