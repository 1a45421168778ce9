"""Which file does a specifier name? The algorithm of spec/01-algorithm/1-algorithm.md, in its order.

The operations about core modules are in core_modules.py, those about files and folders in files.py, those about
package.json in package_json.py, and those of the second page in packages.py.

A resolver is made for each case, and the files of a case stay as they are. So the steps after REQUIRE 4.i find again what
that step would return, and LOAD_NODE_MODULES 2 decides only about what LOAD_PACKAGE_SELF has returned.
"""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Tuple

from errors import ResolveError, coded_error
from packages import Packages
from paths import applied_to, folder_of, is_folder, leaves


class Resolver(Packages):
    def __init__(self, edition: str, environment: Mapping[str, str], working_folder: str) -> None:
        super().__init__(edition, environment, working_folder)
        self._found: Dict[Tuple[str, ...], str] = {}

    # From a specifier to a file

    def require(self, x: str, y: Optional[str]) -> str:
        """The name of a core module, or the path of a file, which begins with `/`. Raises ResolveError.

        X is the specifier, and Y the path of the referrer if there is one.
        """
        if self.is_core_module(x):  # REQUIRE 1
            return x
        if self.applies("node 14+") and x.startswith("node:"):  # REQUIRE 2
            if self.applies("node 14"):  # REQUIRE 2.i
                return x
            if self.applies("node 16+") and self.is_schemed_module(x[len("node:") :]):  # REQUIRE 2.ii
                return x
        if self.applies("node 12+") and y is not None:  # REQUIRE 3
            found = self.load_package_imports(x, y) if x.startswith("#") else None  # REQUIRE 3.i
            if found is not None:
                return found
            found = self.load_package_self(x, y)  # REQUIRE 3.ii
            if found is not None:
                self._found[(x, *self._searched_from(folder_of(y)))] = found
                return found
        if self.is_path_specifier(x):  # REQUIRE 4
            for folder in self.base_folders(x, y):  # REQUIRE 4.ii
                found = self._require_in(folder, x)
                if found is not None:
                    return found
            if not (self.applies("node 4–10") and x == "."):  # REQUIRE 4.iii
                raise _not_found(x, y)  # REQUIRE 4.iv
        found = self.load_node_modules(x, folder_of(y) if y is not None else None)  # REQUIRE 5
        if found is not None:
            return found
        raise _not_found(x, y)  # REQUIRE 6

    def _require_in(self, folder: str, x: str) -> Optional[str]:
        if self.applies("locked, node 4–16") and not is_folder(folder):  # REQUIRE 4.ii.a
            return None
        if self.applies("node 18+") and not is_folder(folder) and not leaves(x, folder):  # REQUIRE 4.ii.b
            return None
        p = applied_to(folder, x)  # REQUIRE 4.ii.c
        found = self.load_main(p) if self.applies("node 4–8") else None  # REQUIRE 4.ii.d
        if found is None and not self.names_folder(x):  # REQUIRE 4.ii.e
            found = self.load_as_file(p)
        return found or self.load_as_directory(p)  # REQUIRE 4.ii.f

    def is_path_specifier(self, x: str) -> bool:
        """Whether X is a path specifier, and not a bare specifier."""
        return (
            x == ".." or x.startswith(("./", "../", "/"))  # IS_PATH_SPECIFIER 1
            or self.applies("locked, node 4+") and x == "."  # IS_PATH_SPECIFIER 2
            or self.applies("node") and x.startswith("..")  # IS_PATH_SPECIFIER 3
        )

    def names_folder(self, x: str) -> bool:
        """Whether X names a folder only: then no file such as `foo.js` is tried for `./foo/`."""
        return (
            x.endswith("/")  # NAMES_FOLDER 1
            or self.applies("locked, node 10+") and x.rpartition("/")[2] in (".", "..")  # NAMES_FOLDER 2
        )

    def base_folders(self, x: str, y: Optional[str]) -> List[str]:
        """The folders from which the path specifier X starts."""
        if x.startswith("/"):  # BASE_FOLDERS 1
            return ["/"]
        if y is not None:  # BASE_FOLDERS 2
            return [folder_of(y)]
        if self.applies("locked, node 0.10–4"):  # BASE_FOLDERS 3
            return [*self.node_modules_paths(self.working_folder), self.working_folder, *self.global_folders()]
        if self.applies("node 6–10"):  # BASE_FOLDERS 4
            return [self.working_folder, *self.node_modules_paths(self.working_folder), *self.global_folders()]
        return [self.working_folder]  # BASE_FOLDERS 5

    # Bare specifiers

    def load_node_modules(self, x: str, start: Optional[str]) -> Optional[str]:
        """Searches for the bare specifier X in one folder after the other."""
        folders = self._searched_from(start)  # LOAD_NODE_MODULES 1
        if (x, *folders) in self._found:  # LOAD_NODE_MODULES 2
            return self._found[(x, *folders)]
        for folder in folders:  # LOAD_NODE_MODULES 3
            found = self._search_in(folder, x)
            if found is not None:
                return found
        return None

    def _searched_from(self, start: Optional[str]) -> List[str]:
        """The folders in which a referrer in the folder START searches for bare specifiers."""
        folders = self.node_modules_paths(start) if start is not None else []
        return folders + self.global_folders()

    def _search_in(self, folder: str, x: str) -> Optional[str]:
        if self.applies("locked, node 4+") and not is_folder(folder):  # LOAD_NODE_MODULES 3.i
            return None
        found = self.load_package_exports(x, folder) if self.applies("node 12+") else None  # LOAD_NODE_MODULES 3.ii
        if found is not None:
            return found
        p = applied_to(folder, x)  # LOAD_NODE_MODULES 3.iii
        found = self.load_main(p) if self.applies("node 4–8") else None  # LOAD_NODE_MODULES 3.iv
        if found is None and not self.names_folder(x):  # LOAD_NODE_MODULES 3.v
            found = self.load_as_file(p)
        return found or self.load_as_directory(p)  # LOAD_NODE_MODULES 3.vi

    def node_modules_paths(self, start: str) -> List[str]:
        """The `node_modules` folders in the folder START and in each folder above it."""
        parts = start.rstrip("/").split("/")  # NODE_MODULES_PATHS 1
        folders: List[str] = []  # NODE_MODULES_PATHS 3
        for i in range(len(parts) - 1, -1, -1):  # NODE_MODULES_PATHS 2, 4, 4.iv
            if parts[i] == "node_modules":  # NODE_MODULES_PATHS 4.i
                continue
            folders.append("/".join([*parts[: i + 1], "node_modules"]))  # NODE_MODULES_PATHS 4.ii, 4.iii
        return folders  # NODE_MODULES_PATHS 5

    def global_folders(self) -> List[str]:
        """The folders that are searched after all `node_modules` folders."""
        folders: List[str] = []  # GLOBAL_FOLDERS 1
        node_path = self.environment.get("NODE_PATH")
        if node_path:  # GLOBAL_FOLDERS 2
            for entry in node_path.split(":"):
                if self.applies("node 0.10–0.12") or entry:  # GLOBAL_FOLDERS 2.i, 2.ii
                    folders.append(self._as_written(entry))
        home = self.environment.get("HOME")
        if home:  # GLOBAL_FOLDERS 3
            folders.append(applied_to(home, ".node_modules"))  # GLOBAL_FOLDERS 3.i
            folders.append(applied_to(home, ".node_libraries"))  # GLOBAL_FOLDERS 3.ii
        # GLOBAL_FOLDERS 4 adds nothing: no Node is installed.
        return folders  # GLOBAL_FOLDERS 5

    def _as_written(self, entry: str) -> str:
        """An entry of NODE_PATH: its segments `..` stay, and a relative one is in the working folder."""
        if not entry:
            return self.working_folder
        return entry if entry.startswith("/") else f"{self.working_folder}/{entry}"


def _not_found(x: str, y: Optional[str]) -> ResolveError:
    return coded_error("MODULE_NOT_FOUND", f"Cannot find module '{x}' from '{y}'")
