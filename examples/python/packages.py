"""How the `exports` and `imports` of a package decide: spec/01-algorithm/2-package-algorithm.md, in its order."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from functools import cmp_to_key
from typing import Any, List, NamedTuple, Optional, Union

from core_modules import CoreModules
from errors import ResolveError, coded_error, error_of_class
from files import Files
from package_json import Package
from paths import applied_to, folder_of, is_folder, name_of, refuse_unreachable
from urls import Url, file_path_of, is_url_by_itself, percent_decoded, url_of, url_of_path


class NoUrl(Enum):
    """The results of an operation that are not a URL."""

    NULL = "the map blocks the specifier"
    UNDEFINED = "no condition applied"


Result = Union[Url, NoUrl]


class Match(NamedTuple):
    """A result, and the key by which PACKAGE_IMPORTS_EXPORTS_RESOLVE 5 found it."""

    result: Result
    found_by: Optional[str] = None


class Packages(Files, CoreModules):
    # From a specifier to a package

    def load_package_imports(self, x: str, y: str) -> Optional[str]:
        """Looks up the subpath import X in the `imports` of the package to which the file Y belongs."""
        scope = self.lookup_package_scope(y)  # LOAD_PACKAGE_IMPORTS 1
        if self.applies("node 24+") and scope is not None and scope.has("imports"):  # LOAD_PACKAGE_IMPORTS 2
            scope.properties["imports"] = self.parse_map(scope.get("imports"))
        if scope is None or scope.get("imports") is None:  # LOAD_PACKAGE_IMPORTS 3
            return None
        match = self.package_imports_resolve(x, y)  # LOAD_PACKAGE_IMPORTS 4
        return self.resolve_esm_match(match)  # LOAD_PACKAGE_IMPORTS 5

    def load_package_self(self, x: str, y: str) -> Optional[str]:
        """A package with `exports` can be required by its own name from its own files."""
        scope = self.lookup_package_scope(y)  # LOAD_PACKAGE_SELF 1
        if scope is None or not scope.has("exports"):  # LOAD_PACKAGE_SELF 2
            return None
        if self.applies("node 18+") and scope.get("exports") is None:  # LOAD_PACKAGE_SELF 3
            return None
        name = scope.get("name")
        if not isinstance(name, str) or (x != name and not x.startswith(name + "/")):  # LOAD_PACKAGE_SELF 4
            return None
        if self.applies("node 12–16") and scope.get("exports") is None:  # LOAD_PACKAGE_SELF 5
            raise error_of_class("TypeError", f"the exports of {scope.folder} are null")
        subpath = "." + x[len(name) :]  # LOAD_PACKAGE_SELF 6
        match = self.package_exports_resolve(scope, subpath)  # LOAD_PACKAGE_SELF 7
        return self.resolve_esm_match(match)  # LOAD_PACKAGE_SELF 8

    def load_package_exports(self, x: str, folder: str) -> Optional[str]:
        """If the package that X names in FOLDER has `exports`, they alone decide."""
        name = self.package_name(x)  # LOAD_PACKAGE_EXPORTS 1
        if name is None:  # LOAD_PACKAGE_EXPORTS 2
            return None
        package = self.read_package_json(applied_to(folder, name), strict=False)  # LOAD_PACKAGE_EXPORTS 3
        if self.applies("node 24+") and package is not None and package.has("imports"):  # LOAD_PACKAGE_EXPORTS 4
            self.parse_map(package.get("imports"))
        if package is None or package.get("exports") is None:  # LOAD_PACKAGE_EXPORTS 5
            return None
        subpath = "." + x[len(name) :]  # LOAD_PACKAGE_EXPORTS 6
        match = self.package_exports_resolve(package, subpath)  # LOAD_PACKAGE_EXPORTS 7
        return self.resolve_esm_match(match)  # LOAD_PACKAGE_EXPORTS 8

    def package_name(self, x: str) -> Optional[str]:
        """The name of a package with which the specifier X begins, or nothing."""
        first, *others = x.split("/")
        name = first  # PACKAGE_NAME 1
        if name.startswith("@") and len(name) > 1 and _is_plain(name) and others and _is_plain(others[0]):
            name = f"{first}/{others[0]}"  # PACKAGE_NAME 2
        if not _is_plain(first):  # PACKAGE_NAME 3
            return None
        if re.search("[\n\r\u2028\u2029]", x[len(name) :]):  # PACKAGE_NAME 4
            return None
        return name  # PACKAGE_NAME 5

    def resolve_esm_match(self, match: Match) -> str:
        """The file of the URL that a map has given."""
        url = match.result
        if re.search("%2F|%5C", url.text, re.IGNORECASE):  # RESOLVE_ESM_MATCH 1
            raise coded_error("ERR_INVALID_MODULE_SPECIFIER", f"{url.text} has an encoded slash or backslash")
        if url.scheme != "file":  # RESOLVE_ESM_MATCH 2
            raise coded_error("ERR_INVALID_URL_SCHEME", f"{url.text} is not a file: URL")
        p = file_path_of(url)  # RESOLVE_ESM_MATCH 3
        if self.applies("node 12–16") and self.is_folder_mapping(match.found_by):  # RESOLVE_ESM_MATCH 4
            found = self.load_as_file(p) or self.load_as_directory(p)  # RESOLVE_ESM_MATCH 4.i, 4.ii
            if found is not None:
                return found
        found = self.file_at(p)
        if found is not None:  # RESOLVE_ESM_MATCH 5
            return found
        raise coded_error("MODULE_NOT_FOUND", f"there is no {p}")  # RESOLVE_ESM_MATCH 6

    # Package maps

    def is_folder_mapping(self, key: Optional[str]) -> bool:
        """A key that ends in `/`, in Node 12 to 16. In 14 and 16 it has no `*`: with one it is a pattern."""
        if key is None or not key.endswith("/"):
            return False
        return self.applies("node 12") or self.applies("node 14–16") and "*" not in key

    def package_exports_resolve(self, package: Package, subpath: str) -> Match:
        """Looks up SUBPATH, which is `.` or begins with `./`, in the `exports` of PACKAGE."""
        exports = package.get("exports")  # PACKAGE_EXPORTS_RESOLVE 1
        dotted = [key.startswith(".") for key in exports] if isinstance(exports, dict) else []
        if any(dotted) and not all(dotted):  # PACKAGE_EXPORTS_RESOLVE 2
            raise coded_error("ERR_INVALID_PACKAGE_CONFIG", f"some exports of {package.folder} do not begin with a dot")
        if isinstance(exports, (str, list)) or not all(dotted):  # PACKAGE_EXPORTS_RESOLVE 3
            exports = {".": exports}
        match = self.package_imports_exports_resolve(subpath, exports, package, False)  # PACKAGE_EXPORTS_RESOLVE 4
        if isinstance(match.result, Url):  # PACKAGE_EXPORTS_RESOLVE 5
            return match
        raise coded_error(  # PACKAGE_EXPORTS_RESOLVE 6
            "ERR_PACKAGE_PATH_NOT_EXPORTED", f"{package.folder} does not export {subpath}"
        )

    def package_imports_resolve(self, x: str, y: str) -> Match:
        """Looks up the subpath import X for the file Y."""
        if (
            x == "#"  # PACKAGE_IMPORTS_RESOLVE 1
            or self.applies("node 12–22") and x.startswith("#/")  # PACKAGE_IMPORTS_RESOLVE 2
            or self.applies("node 18+") and x.endswith("/")  # PACKAGE_IMPORTS_RESOLVE 3
        ):
            raise coded_error("ERR_INVALID_MODULE_SPECIFIER", f"{x} is no subpath import")
        scope = self.lookup_package_scope(y)  # PACKAGE_IMPORTS_RESOLVE 4
        not_defined = coded_error("ERR_PACKAGE_IMPORT_NOT_DEFINED", f"{x} is not defined for {y}")
        if self.applies("node 12–20"):  # PACKAGE_IMPORTS_RESOLVE 5
            folder = folder_of(y)
            while folder != scope.folder:
                if name_of(folder).endswith("node_modules"):
                    raise not_defined
                folder = folder_of(folder)
            if name_of(folder).endswith("node_modules"):
                raise not_defined
        match = self.package_imports_exports_resolve(x, scope.get("imports"), scope, True)  # PACKAGE_IMPORTS_RESOLVE 6
        if match.result is NoUrl.UNDEFINED:
            if self.applies("node 12"):  # PACKAGE_IMPORTS_RESOLVE 7
                raise error_of_class("TypeError", f"no condition of {x} applies")
            if self.applies("node 14"):  # PACKAGE_IMPORTS_RESOLVE 8
                raise coded_error("ERR_INVALID_ARG_TYPE", f"no condition of {x} applies")
            if self.applies("node 16") and match.found_by is not None:  # PACKAGE_IMPORTS_RESOLVE 9
                raise coded_error("ERR_INVALID_ARG_TYPE", f"no condition of {x} applies")
        if isinstance(match.result, Url):  # PACKAGE_IMPORTS_RESOLVE 10
            return match
        raise not_defined  # PACKAGE_IMPORTS_RESOLVE 11

    def package_imports_exports_resolve(self, x: str, map_: Any, package: Package, internal: bool) -> Match:
        """Looks up X in MAP, a map of PACKAGE. INTERNAL is true if MAP is the `imports`."""
        targets = map_ if isinstance(map_, dict) else {}
        if x in targets:  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 1
            looks_like_pattern = "*" in x or x.endswith("/")
            if not (self.applies("node 14+") and looks_like_pattern):  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 1.i
                return Match(  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 1.ii
                    self.package_target_resolve(package, targets[x], x, None, internal)
                )
        keys: List[str] = []
        by_pattern = cmp_to_key(self.pattern_key_compare)
        if self.applies("node 12"):  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 2
            keys = sorted((key for key in targets if key.endswith(("*", "/"))), key=len, reverse=True)
        if self.applies("node 14–16"):  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 3
            wanted = [key for key in targets if key.count("*") == 1 or "*" not in key and key.endswith("/")]
            keys = sorted(wanted, key=by_pattern)
        if self.applies("node 18+"):  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 4
            keys = sorted((key for key in targets if key.count("*") == 1), key=by_pattern)
        for key in keys:  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 5
            base, trailer = key, ""
            if self.applies("node 12"):  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.i
                base = key[:-1] if key.endswith("*") else key
            if self.applies("node 14+"):  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.ii
                base, _, trailer = key.partition("*")
            if not x.startswith(base) or not x.endswith(trailer) or len(x) < len(key):
                continue  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.iii
            match = x[len(base) : len(x) - len(trailer)]  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.iv
            return Match(  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.v
                self.package_target_resolve(package, targets[key], key, match, internal), found_by=key
            )
        return Match(NoUrl.NULL)  # PACKAGE_IMPORTS_EXPORTS_RESOLVE 6

    def pattern_key_compare(self, a: str, b: str) -> int:
        """Below 0 if A goes before B, above 0 if B goes before A, and 0 if the one that the map has first does."""
        base_a = a.find("*") + 1 or len(a)  # PATTERN_KEY_COMPARE 1
        base_b = b.find("*") + 1 or len(b)
        if base_a != base_b:  # PATTERN_KEY_COMPARE 2, 3
            return base_b - base_a
        if self.applies("node 14–16") and "*" not in a:  # PATTERN_KEY_COMPARE 4
            return 1
        if self.applies("node 14–16") and "*" not in b:  # PATTERN_KEY_COMPARE 5
            return -1
        return len(b) - len(a)  # PATTERN_KEY_COMPARE 6, 7, 8

    def package_target_resolve(
        self, package: Package, target: Any, key: str, match: Optional[str], internal: bool
    ) -> Result:
        """The URL that TARGET names. MATCH was in the place of the `*` of KEY, or after it in a folder mapping."""
        if isinstance(target, str):  # PACKAGE_TARGET_RESOLVE 1
            return self._resolve_string_target(package, target, key, match, internal)
        if isinstance(target, list):  # PACKAGE_TARGET_RESOLVE 2
            return self._resolve_array_target(package, target, key, match, internal)
        if isinstance(target, dict):  # PACKAGE_TARGET_RESOLVE 3
            return self._resolve_object_target(package, target, key, match, internal)
        if target is None:  # PACKAGE_TARGET_RESOLVE 4
            return NoUrl.NULL
        raise _invalid_target(package, target, key)  # PACKAGE_TARGET_RESOLVE 5

    def _resolve_string_target(
        self, package: Package, target: str, key: str, match: Optional[str], internal: bool
    ) -> Url:
        if self.is_folder_mapping(key) and match and not target.endswith("/"):  # PACKAGE_TARGET_RESOLVE 1.i
            raise _invalid_target(package, target, key)
        if not target.startswith("./"):  # PACKAGE_TARGET_RESOLVE 1.ii
            if not internal or target.startswith(("/", "../")) or is_url_by_itself(target):
                raise _invalid_target(package, target, key)  # PACKAGE_TARGET_RESOLVE 1.ii.a
            return self.package_resolve(  # PACKAGE_TARGET_RESOLVE 1.ii.b
                self.insert_match(target, key, match), package
            )
        if self.has_refused_segment(target[2:]):  # PACKAGE_TARGET_RESOLVE 1.iii
            raise _invalid_target(package, target, key)
        url = url_of(target, package.folder)  # PACKAGE_TARGET_RESOLVE 1.iv
        if not url.path.startswith(url_of_path(package.folder).path.rstrip("/") + "/"):  # PACKAGE_TARGET_RESOLVE 1.v
            raise _invalid_target(package, target, key)
        if not match:  # PACKAGE_TARGET_RESOLVE 1.vi
            return url
        if self.has_refused_segment(match):  # PACKAGE_TARGET_RESOLVE 1.vii
            raise coded_error("ERR_INVALID_MODULE_SPECIFIER", f"{match} has a segment that {key} does not match")
        if self.is_folder_mapping(key):  # PACKAGE_TARGET_RESOLVE 1.viii
            return url_of(match, url)
        return url_of(self.insert_match(url.text, key, match), url)  # PACKAGE_TARGET_RESOLVE 1.ix

    def _resolve_array_target(
        self, package: Package, target: List[Any], key: str, match: Optional[str], internal: bool
    ) -> Result:
        if not target:  # PACKAGE_TARGET_RESOLVE 2.i
            return NoUrl.NULL
        last: Union[NoUrl, ResolveError] = NoUrl.UNDEFINED  # PACKAGE_TARGET_RESOLVE 2.ii
        for item in target:  # PACKAGE_TARGET_RESOLVE 2.iii
            try:
                result = self.package_target_resolve(package, item, key, match, internal)
            except ResolveError as error:  # PACKAGE_TARGET_RESOLVE 2.iii.a
                if error.code != "ERR_INVALID_PACKAGE_TARGET":
                    raise
                last = error  # PACKAGE_TARGET_RESOLVE 2.iii.c
                continue
            if isinstance(result, Url):  # PACKAGE_TARGET_RESOLVE 2.iii.b
                return result
            if result is NoUrl.NULL:  # PACKAGE_TARGET_RESOLVE 2.iii.c
                last = result
        if isinstance(last, ResolveError):  # PACKAGE_TARGET_RESOLVE 2.iv
            raise last
        return last  # PACKAGE_TARGET_RESOLVE 2.v

    def _resolve_object_target(
        self, package: Package, target: dict[str, Any], key: str, match: Optional[str], internal: bool
    ) -> Result:
        if any(map(_is_javascript_index, target)):  # PACKAGE_TARGET_RESOLVE 3.i
            raise coded_error("ERR_INVALID_PACKAGE_CONFIG", f"{package.folder} has a number as a condition of {key}")
        for condition, value in target.items():  # PACKAGE_TARGET_RESOLVE 3.ii
            if not self.condition_applies(condition):  # PACKAGE_TARGET_RESOLVE 3.ii.a
                continue
            result = self.package_target_resolve(package, value, key, match, internal)  # PACKAGE_TARGET_RESOLVE 3.ii.b
            if result is not NoUrl.UNDEFINED:  # PACKAGE_TARGET_RESOLVE 3.ii.c
                return result
        return NoUrl.UNDEFINED  # PACKAGE_TARGET_RESOLVE 3.iii

    def condition_applies(self, condition: str) -> bool:
        """Whether CONDITION is one of the conditions of `require`."""
        return (
            condition in ("default", "require", "node")  # CONDITION_APPLIES 1
            or self.applies("node 14+") and condition == "node-addons"  # CONDITION_APPLIES 2
            or self.applies("node 20+") and condition == "module-sync"  # CONDITION_APPLIES 3
        )

    def has_refused_segment(self, text: str) -> bool:
        """Whether TEXT has a segment that a target or a match must not have."""
        for segment in re.split(r"[/\\]", text):  # HAS_REFUSED_SEGMENT 1
            if self.applies("node 16+"):  # HAS_REFUSED_SEGMENT 1.i
                segment = percent_decoded(segment).decode("utf-8", "replace").lower()
            if segment in (".", "..", "node_modules"):  # HAS_REFUSED_SEGMENT 1.ii
                return True
        return False  # HAS_REFUSED_SEGMENT 2

    def insert_match(self, text: str, key: str, match: Optional[str]) -> str:
        """TEXT, a target or its URL, with MATCH put in."""
        if match is None:  # INSERT_MATCH 1
            return text
        if self.is_folder_mapping(key):  # INSERT_MATCH 2
            return text + match

        def replacement(star: re.Match[str]) -> str:
            if not self.applies("node 12–14"):
                return match
            meaning = {  # INSERT_MATCH 3
                "$$": "$",
                "$&": "*",
                "$`": text[: star.start()],
                "$'": text[star.end() :],
            }
            return re.sub(r"\$[$&`']", lambda found: meaning[found[0]], match)

        return re.sub(r"\*", replacement, text)  # INSERT_MATCH 4

    # Targets that name a package

    def package_resolve(self, x: str, package: Package) -> Url:
        """Looks up the package that a target of `imports` names, as `import` does it."""
        if self.applies("node 16+") and self.is_core_module(x):  # PACKAGE_RESOLVE 1
            return Url("node", x, "")
        segments = x.split("/")
        name = "/".join(segments[: 2 if x.startswith("@") else 1])  # PACKAGE_RESOLVE 2
        if x.startswith("@") and len(segments) == 1 or "\\" in name or "%" in name:  # PACKAGE_RESOLVE 3
            raise coded_error("ERR_INVALID_MODULE_SPECIFIER", f"{x} names no package")
        if self.applies("node 16+") and name.startswith("."):  # PACKAGE_RESOLVE 4
            raise coded_error("ERR_INVALID_MODULE_SPECIFIER", f"{x} names no package")
        subpath = "." + x[len(name) :]  # PACKAGE_RESOLVE 5
        if package.get("name") == name and package.get("exports") is not None:  # PACKAGE_RESOLVE 6
            return self.package_exports_resolve(package, subpath).result
        folder = package.folder
        while True:  # PACKAGE_RESOLVE 7
            found = file_path_of(url_of("node_modules/" + name, folder))  # PACKAGE_RESOLVE 7.i
            is_cut = "#" in name or "?" in name
            if not is_cut and is_folder(found):  # PACKAGE_RESOLVE 7.ii
                return self._resolve_in(found, subpath)
            if self.applies("node 14–16") and not is_cut:  # PACKAGE_RESOLVE 7.ii.a
                refuse_unreachable(found)
            if folder == "/":
                raise coded_error("MODULE_NOT_FOUND", f"there is no package {name}")  # PACKAGE_RESOLVE 8
            folder = folder_of(folder)

    def _resolve_in(self, found: str, subpath: str) -> Url:
        package = self.read_package_json(found, strict=True)  # PACKAGE_RESOLVE 7.iii
        if self.applies("node 24+") and package is not None and package.has("imports"):  # PACKAGE_RESOLVE 7.iv
            self.parse_map(package.get("imports"))
        if package is not None and package.get("exports") is not None:  # PACKAGE_RESOLVE 7.v
            return self.package_exports_resolve(package, subpath).result
        if subpath == ".":  # PACKAGE_RESOLVE 7.vi
            return self.package_main_resolve(found, package)
        return url_of(subpath, found)  # PACKAGE_RESOLVE 7.vii

    def package_main_resolve(self, found: str, package: Optional[Package]) -> Url:
        """The main or the index of a package that has no `exports`, without `require.extensions`."""
        main = package.get("main") if package is not None else None
        if isinstance(main, str):  # PACKAGE_MAIN_RESOLVE 1
            for ending in ("", ".js", ".json", ".node", "/index.js", "/index.json", "/index.node"):
                text = f"./{main}{ending}"  # PACKAGE_MAIN_RESOLVE 1.i
                try:
                    p = self._path_of_main(text, found)
                except ResolveError:
                    if self.applies("node 12"):  # PACKAGE_MAIN_RESOLVE 1.ii
                        continue
                    raise
                if self.file_at(p) is not None:  # PACKAGE_MAIN_RESOLVE 1.v
                    return url_of_path(p)
        for name in ("index.js", "index.json", "index.node"):  # PACKAGE_MAIN_RESOLVE 2
            p = applied_to(found, name)  # PACKAGE_MAIN_RESOLVE 2.i
            if self.file_at(p) is not None:  # PACKAGE_MAIN_RESOLVE 2.ii
                return url_of_path(p)
        raise coded_error("MODULE_NOT_FOUND", f"{found} has neither a main nor an index")  # PACKAGE_MAIN_RESOLVE 3

    def _path_of_main(self, text: str, found: str) -> str:
        if self.applies("node 12–20"):  # PACKAGE_MAIN_RESOLVE 1.iii
            return file_path_of(url_of(text, found))
        return applied_to(found, text[2:])  # PACKAGE_MAIN_RESOLVE 1.iv

    # The scope of a file

    def lookup_package_scope(self, y: str) -> Optional[Package]:
        """The package to which the file Y belongs, or nothing."""
        scope = folder_of(y)  # LOOKUP_PACKAGE_SCOPE 1
        while name_of(scope) != "node_modules":  # LOOKUP_PACKAGE_SCOPE 2
            package = self.read_package_json(scope, strict=False)
            if package is not None:  # LOOKUP_PACKAGE_SCOPE 3
                return package
            if scope == "/":  # LOOKUP_PACKAGE_SCOPE 4
                return None
            scope = folder_of(scope)  # LOOKUP_PACKAGE_SCOPE 5
        return None


def _is_plain(segment: str) -> bool:
    return segment != "" and not segment.startswith(".") and "\\" not in segment and "%" not in segment


def _is_javascript_index(key: str) -> bool:
    """Whether KEY is how JavaScript writes a number from 0 up to, but not including, 4294967295."""
    if not re.fullmatch(r"[0-9.]+(e-[0-9]+)?", key, re.ASCII):
        return False
    try:
        number = float(key)
    except ValueError:
        return False
    return number < 4294967295 and key == _as_javascript_writes(number)


def _as_javascript_writes(number: float) -> str:
    if 0 < number < 1e-6:
        return repr(number).replace("e-0", "e-")
    return format(Decimal(repr(number)), "f").removesuffix(".0")


def _invalid_target(package: Package, target: Any, key: str) -> ResolveError:
    return coded_error("ERR_INVALID_PACKAGE_TARGET", f"{target!r} is no target of {key} in {package.folder}")
