"""URLs as the package algorithm makes them, from a text and a folder or another URL."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Union

from errors import coded_error, error_of_class

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
SPACE_AND_CONTROL = "".join(map(chr, range(0x21)))


@dataclass(frozen=True)
class Url:
    """A URL: its path ends before the first `?` or `#`, and what follows is its rest."""

    scheme: str
    path: str
    rest: str

    @property
    def text(self) -> str:
        return f"{self.scheme}:{'//' if self.scheme == 'file' else ''}{self.path}{self.rest}"


def is_url_by_itself(text: str) -> bool:
    return SCHEME.match(text) is not None


def url_of_path(path: str) -> Url:
    """The URL of a path of the file system. What a URL reads in another way is written so that it stays as it is."""
    return Url("file", re.sub(r"[%\\?#\t\n\r]", lambda found: f"%{ord(found[0]):02X}", path), "")


def url_of(text: str, base: Union[str, Url]) -> Url:
    """The URL of TEXT in BASE, which is the path of a folder or another URL."""
    text = re.sub(r"[\t\n\r]", "", text.strip(SPACE_AND_CONTROL))
    scheme = SCHEME.match(text)
    if scheme and scheme[1].lower() != "file":
        return Url(scheme[1].lower(), text[scheme.end() :], "")
    if scheme:
        text = re.sub(r"//[^/\\?#]*", "", text[scheme.end() :], count=1)
    path, rest = re.match(r"([^?#]*)(.*)", text, re.DOTALL).groups()
    segments = path.replace("\\", "/").split("/")
    if segments[0] != "":
        segments = _segments_of(base) + segments
    elif len(segments) == 1:
        segments = _segments_of(base) + [""]
    return Url("file", "/".join(_without_dots(segments)), rest)


def file_path_of(url: Url) -> str:
    """The path of a `file:` URL, percent-decoded."""
    if re.search("%2F", url.path, re.IGNORECASE):
        raise coded_error("ERR_INVALID_FILE_URL_PATH", f"{url.text} has an encoded slash")
    if re.search(r"%(?![0-9A-Fa-f]{2})", url.path):
        raise error_of_class("URIError", f"{url.text} has a % without two digits")
    try:
        return percent_decoded(url.path).decode("utf-8")
    except UnicodeDecodeError:
        raise error_of_class("URIError", f"{url.text} is not UTF-8")


def percent_decoded(text: str) -> bytes:
    """Each `%` with its two hexadecimal digits is one byte. Any other `%` stays."""
    return re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), text.encode("utf-8"))


def _segments_of(base: Union[str, Url]) -> list[str]:
    path = base.path if isinstance(base, Url) else url_of_path(base).path
    return path[: -1 if path.endswith("/") else None].split("/")


def _without_dots(segments: list[str]) -> list[str]:
    kept: list[str] = []
    for segment in segments:
        removed = re.sub("%2e", ".", segment, flags=re.IGNORECASE)
        if removed == "..":
            del kept[max(len(kept) - 1, 1) :]
        elif removed != ".":
            kept.append(segment)
    return kept + [""] if removed in (".", "..") else kept
