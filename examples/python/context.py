"""What every operation may ask: the edition that is followed, and the process in which `require` is called."""

from __future__ import annotations

from typing import Mapping

# What all lines do alike, any of them does.
LINE_FOR_ALL = "node-24"


class Context:
    def __init__(self, edition: str, environment: Mapping[str, str], working_folder: str) -> None:
        self.edition = LINE_FOR_ALL if edition == "node-all" else edition
        self.environment = environment
        self.working_folder = working_folder

    def applies(self, condition: str) -> bool:
        """Whether the edition is one of those that a condition of the pages names, such as `locked, node 4–16`."""
        return any(self._is_one_of(editions) for editions in condition.split(", "))

    def _is_one_of(self, editions: str) -> bool:
        """EDITIONS is `locked`, `node`, `node 14`, `node 14+` or `node 12–16`."""
        kind, _, lines = editions.partition(" ")
        own_kind, _, own_line = self.edition.partition("-")
        if kind != own_kind or not lines:
            return kind == own_kind
        if lines.endswith("+"):
            return _number(own_line) >= _number(lines[:-1])
        first, _, last = lines.partition("–")
        return _number(first) <= _number(own_line) <= _number(last or first)


def _number(line: str) -> tuple[int, ...]:
    """Node 0.12 comes after Node 0.10 and before Node 4."""
    return tuple(int(part) for part in line.split("."))
