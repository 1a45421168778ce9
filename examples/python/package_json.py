"""Reading package.json: the operations of that section of spec/01-algorithm/1-algorithm.md, in their order."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, List, Mapping, NamedTuple, NoReturn, Optional

from context import Context
from errors import coded_error, error_of_class
from paths import applied_to, is_file, is_refused

BYTE_ORDER_MARK = "\ufeff"
KNOWN_STRINGS = {"main", "name", "type", "exports", "imports"}

TOKEN = re.compile(
    r"""
    (?P<string> " (?: [^"\\\x00-\x1f] | \\ [^\x00-\x1f] )* " )
    | [{}\[\]:,]
    | [^"{}\[\]:,\x20\t\n\r]+
    | (?P<space> [\x20\t\n\r]+ )
    """,
    re.VERBOSE,
)


@dataclass
class Package:
    """A folder with a package.json, and the properties of the object that READ_PACKAGE_JSON returns for it.

    A property that is absent is not in `properties`; JSON's null is None there.
    """

    folder: str
    properties: dict[str, Any]

    def has(self, name: str) -> bool:
        return name in self.properties

    def get(self, name: str) -> Any:
        """The value of a property, and None for one that is absent or null."""
        return self.properties.get(name)


class Token(NamedTuple):
    """A token of a package.json, and the places in the text where it begins and ends."""

    text: str
    start: int
    end: int

    @property
    def is_string(self) -> bool:
        return self.text.startswith('"')


class Tokens:
    """The tokens of a text. Where there is no token, the text of one is empty."""

    NONE = Token("", -1, -1)

    def __init__(self, tokens: List[Token]) -> None:
        self._tokens = tokens

    def __getitem__(self, index: int) -> Token:
        return self._tokens[index] if index < len(self._tokens) else self.NONE

    def has(self, index: int) -> bool:
        return index < len(self._tokens)

    def last(self) -> Token:
        return self._tokens[-1] if self._tokens else self.NONE


class PackageJson(Context):
    def __init__(self, edition: str, environment: Mapping[str, str], working_folder: str) -> None:
        super().__init__(edition, environment, working_folder)
        self._returned: dict[tuple[str, bool], Optional[Package]] = {}

    def package_main(self, x: str) -> Optional[str]:
        """The main of the folder X, or nothing."""
        package = self.read_package_json(x, strict=False)  # PACKAGE_MAIN 1
        if package is None:  # PACKAGE_MAIN 2
            return None
        if self.applies("node 24+") and package.has("imports"):  # PACKAGE_MAIN 3
            self.parse_map(package.get("imports"))
        main = package.get("main")  # PACKAGE_MAIN 4
        if main is None or main is False or main == "" or _is_zero(main):  # PACKAGE_MAIN 5
            return None
        if isinstance(main, str):  # PACKAGE_MAIN 6
            return main
        if self.applies("locked, node 0.10–8"):  # PACKAGE_MAIN 7
            raise error_of_class("TypeError", f"the main of {x} is not a string")
        if self.applies("node 10–16"):  # PACKAGE_MAIN 8
            raise coded_error("ERR_INVALID_ARG_TYPE", f"the main of {x} is not a string")
        return None

    def read_package_json(self, x: str, strict: bool) -> Optional[Package]:
        """The package in the folder X, or nothing."""
        file = applied_to(x, "package.json")  # READ_PACKAGE_JSON 1
        if self.applies("node 22+"):  # READ_PACKAGE_JSON 1.i
            file = file.split("\0")[0]
        returned = self._returned.get((file, strict))
        if returned is not None:  # READ_PACKAGE_JSON 2
            return returned
        if self.applies("node 12–20, node 24+") and (file, strict) in self._returned:  # READ_PACKAGE_JSON 3
            return None
        package = self._read_anew(x, file, strict)
        self._returned[file, strict] = package
        return package

    def _read_anew(self, x: str, file: str, strict: bool) -> Optional[Package]:
        content = _content(file)
        if self.applies("node 26") and (is_refused(file) or is_file(file) and content is None):  # READ_PACKAGE_JSON 4
            _invalid(file)
        if content is None:  # READ_PACKAGE_JSON 5
            return None
        if self.applies("locked, node 0.10–20"):  # READ_PACKAGE_JSON 6
            return Package(x, self.parse_package_json(file, content, strict))
        return Package(x, self.scan_package_json(file, content))  # READ_PACKAGE_JSON 7

    def parse_package_json(self, file: str, content: bytes, strict: bool) -> dict[str, Any]:
        """What the JSON text in FILE says."""
        text = content.decode("utf-8", "replace")  # PARSE_PACKAGE_JSON 1
        if self.applies("locked, node 4+") and text.startswith(BYTE_ORDER_MARK):  # PARSE_PACKAGE_JSON 2
            text = text[1:]
        if self.applies("node 10") and '"main"' not in text:  # PARSE_PACKAGE_JSON 3
            return {}
        if self.applies("node 12–16") and not strict and not self.has_known_string(content):  # PARSE_PACKAGE_JSON 4
            return {}
        try:
            package = _parse_json(text)
        except ValueError as error:
            if self.applies("node 12+") and strict:  # PARSE_PACKAGE_JSON 5
                _invalid(file)
            raise error_of_class("SyntaxError", f"{file}: {error}")  # PARSE_PACKAGE_JSON 6
        if package is None:  # PARSE_PACKAGE_JSON 7
            raise error_of_class("TypeError", f"{file} is null")
        if not isinstance(package, dict):  # PARSE_PACKAGE_JSON 8
            return {}
        prototype = package.get("__proto__")  # PARSE_PACKAGE_JSON 9
        if self.applies("node 0.10") and isinstance(prototype, dict):  # PARSE_PACKAGE_JSON 10
            package = {**prototype, **package}
        return package  # PARSE_PACKAGE_JSON 11

    def has_known_string(self, content: bytes) -> bool:
        """Whether a package.json has a string by which Node 12 to 16 know that it is worth parsing."""
        text = content[3:-4] if content.startswith(b"\xef\xbb\xbf") else content[:-1]  # HAS_KNOWN_STRING 1
        strings = re.split(rb'(?<!\\)"', text)[1:-1:2]  # HAS_KNOWN_STRING 2
        return any(name.encode() in strings for name in KNOWN_STRINGS)  # HAS_KNOWN_STRING 3, 4

    def scan_package_json(self, file: str, content: bytes) -> dict[str, Any]:
        """What the top level of FILE says. Values that do not count are skipped and not parsed."""
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            _invalid(file)  # SCAN_PACKAGE_JSON 1
        text = text[1:] if text.startswith(BYTE_ORDER_MARK) else text
        tokens = _divide(text, file)  # SCAN_PACKAGE_JSON 1, 2
        if tokens[0].text != "{" or tokens.last().text != "}":  # SCAN_PACKAGE_JSON 3
            _invalid(file)
        package: dict[str, Any] = {}  # SCAN_PACKAGE_JSON 4
        if tokens[1].text == "}":  # SCAN_PACKAGE_JSON 5
            return package
        i = 1  # SCAN_PACKAGE_JSON 6
        while True:
            if not tokens[i].is_string or tokens[i + 1].text != ":" or not tokens.has(i + 2):  # SCAN_PACKAGE_JSON 7
                _invalid(file)
            key, value = tokens[i].text, tokens[i + 2]
            if key in ('"exports"', '"imports"') and value.text in ("{", "["):  # SCAN_PACKAGE_JSON 8
                end = self.skip_map(tokens, i + 2, file)  # SCAN_PACKAGE_JSON 8.i
                package[key[1:-1]] = text[value.start : tokens[end - 1].end]  # SCAN_PACKAGE_JSON 8.ii
            else:  # SCAN_PACKAGE_JSON 9
                end = self.skip_value(tokens, i + 2, file)  # SCAN_PACKAGE_JSON 9.i
                string = _valid_string(value)
                if key in ('"name"', '"type"') and string is None:  # SCAN_PACKAGE_JSON 9.ii
                    _invalid(file)
                if key in ('"exports"', '"imports"') and value.is_string and string is None:  # SCAN_PACKAGE_JSON 9.iii
                    _invalid(file)
                if key[1:-1] in KNOWN_STRINGS and string is not None:  # SCAN_PACKAGE_JSON 9.iv
                    package[key[1:-1]] = string
            if tokens[end].text != ",":
                break
            i = end + 1  # SCAN_PACKAGE_JSON 10
        if tokens[end].text != "}":  # SCAN_PACKAGE_JSON 11
            _invalid(file)
        if "exports" in package:  # SCAN_PACKAGE_JSON 12
            package["exports"] = self.parse_map(package["exports"])
        if self.applies("node 22") and "imports" in package:  # SCAN_PACKAGE_JSON 13
            package["imports"] = self.parse_map(package["imports"])
        return package  # SCAN_PACKAGE_JSON 14

    def skip_value(self, tokens: Tokens, start: int, file: str) -> int:
        """The index of the token after the value that begins at START. One kind of bracket may close another."""
        if tokens[start].text in ("}", "]", ":", ","):  # SKIP_VALUE 1
            _invalid(file)
        i, depth = start, 0  # SKIP_VALUE 2
        while True:
            if tokens[i].text in ("{", "["):  # SKIP_VALUE 3
                depth += 1
            if tokens[i].text in ("}", "]"):  # SKIP_VALUE 4
                depth -= 1
            i += 1  # SKIP_VALUE 5
            if depth == 0:  # SKIP_VALUE 6
                return i
            if not tokens.has(i):  # SKIP_VALUE 7
                _invalid(file)
            # SKIP_VALUE 8

    def skip_map(self, tokens: Tokens, start: int, file: str) -> int:
        """The index of the token after the object or array that begins at START."""
        i = start + 1  # SKIP_MAP 1
        if tokens[i].text == "]":  # SKIP_MAP 2
            return i + 1
        depth = 2  # SKIP_MAP 3
        if tokens[start].text == "{":  # SKIP_MAP 4
            if tokens[i].is_string and tokens[i + 1].text != ":":  # SKIP_MAP 4.i
                _invalid(file)
            if tokens[i].is_string:  # SKIP_MAP 4.ii
                i += 2
            else:
                depth = 1
        if tokens[i].is_string and tokens[i + 1].text == ":":  # SKIP_MAP 5
            i += 1
        elif tokens[i].text not in ("{", "[", ":", ","):  # SKIP_MAP 6
            depth -= 1
        i += 1  # SKIP_MAP 7
        while depth > 0:  # SKIP_MAP 8
            if not tokens.has(i):  # SKIP_MAP 8.i
                _invalid(file)
            if tokens[i].text in ("{", "["):  # SKIP_MAP 8.ii
                depth += 1
            if tokens[i].text in ("}", "]"):  # SKIP_MAP 8.iii
                depth -= 1
            i += 1  # SKIP_MAP 8.iv
        return i  # SKIP_MAP 9

    def parse_map(self, text: Any) -> Any:
        """The package map that TEXT is the text of. One that has been parsed already stays as it is."""
        if not isinstance(text, str) or not text.startswith(("{", "[")):  # PARSE_MAP 1
            return text
        try:
            return _parse_json(text)  # PARSE_MAP 3
        except ValueError as error:
            raise error_of_class("SyntaxError", str(error))  # PARSE_MAP 2


def _is_zero(value: Any) -> bool:
    return isinstance(value, float) and value == 0


def _content(file: str) -> Optional[bytes]:
    """The content of FILE, or nothing if it is not a file or cannot be read."""
    if not is_file(file):
        return None
    try:
        with open(file, "rb") as stream:
            return stream.read()
    except OSError:
        return None


def _parse_json(text: str) -> Any:
    """Raises ValueError where `JSON.parse` throws a SyntaxError. All numbers are floats, as in JavaScript."""
    return json.loads(text, parse_int=float, parse_constant=_refuse_constant)


def _refuse_constant(name: str) -> NoReturn:
    """Python's own NaN and Infinity are not JSON."""
    raise ValueError(f"unexpected {name}")


def _divide(text: str, file: str) -> Tokens:
    tokens: List[Token] = []
    place = 0
    while place < len(text):
        match = TOKEN.match(text, place)
        if match is None:
            _invalid(file)
        if match["space"] is None:
            tokens.append(Token(match[0], *match.span()))
        place = match.end()
    return Tokens(tokens)


def _valid_string(token: Token) -> Optional[str]:
    """The string that a token is the JSON of, or nothing."""
    if not token.is_string:
        return None
    try:
        return _parse_json(token.text)
    except ValueError:
        return None


def _invalid(file: str) -> NoReturn:
    raise coded_error("ERR_INVALID_PACKAGE_CONFIG", f"{file} is not valid")
