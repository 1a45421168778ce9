"""The errors that the steps throw."""

from __future__ import annotations

from typing import Optional


class ResolveError(Exception):
    """An error of the class NAME. It has a CODE unless the steps name it by its class."""

    def __init__(self, message: str, code: Optional[str] = None, name: str = "Error") -> None:
        super().__init__(message)
        self.code = code
        self.name = name


def coded_error(code: str, message: str) -> ResolveError:
    return ResolveError(message, code=code)


def error_of_class(name: str, message: str) -> ResolveError:
    return ResolveError(message, name=name)
