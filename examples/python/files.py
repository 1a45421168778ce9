"""Files and folders: the operations of that section of spec/01-algorithm/1-algorithm.md, in their order.

No program runs here, so `require.extensions` has no other keys than those of the first steps.
"""

from __future__ import annotations

import os
from typing import Optional

from errors import coded_error
from package_json import PackageJson
from paths import applied_to, is_file, is_folder


class Files(PackageJson):
    def load_as_file(self, x: str) -> Optional[str]:
        """Tries the path X as it is, and then with each extension."""
        return (
            self.file_at(x)  # LOAD_AS_FILE 1
            or self.file_at(x + ".js")  # LOAD_AS_FILE 2
            or self.file_at(x + ".json")  # LOAD_AS_FILE 3
            or self.file_at(x + ".node")  # LOAD_AS_FILE 4
        )

    def load_as_directory(self, x: str) -> Optional[str]:
        """The file of the folder X: its main, or its index."""
        if not is_folder(x):  # LOAD_AS_DIRECTORY 1
            return None
        found = self.load_main(x) or self.load_index(x)  # LOAD_AS_DIRECTORY 2, 3
        if found is not None:
            return found
        if self.applies("node 12+") and self.package_main(x) is not None:  # LOAD_AS_DIRECTORY 4
            raise coded_error("MODULE_NOT_FOUND", f"the main of {x} names no file")
        return None

    def load_main(self, x: str) -> Optional[str]:
        """The file that the main of the folder X names."""
        main = self.package_main(x)  # LOAD_MAIN 1
        if main is None:  # LOAD_MAIN 2
            return None
        m = applied_to(x, main)  # LOAD_MAIN 3
        return self.load_as_file(m) or self.load_index(m)  # LOAD_MAIN 4, 5

    def load_index(self, x: str) -> Optional[str]:
        """The index of the folder X."""
        return (
            self.file_at(applied_to(x, "index.js"))  # LOAD_INDEX 1
            or self.file_at(applied_to(x, "index.json"))  # LOAD_INDEX 2
            or self.file_at(applied_to(x, "index.node"))  # LOAD_INDEX 3
        )

    def file_at(self, x: str) -> Optional[str]:
        """The real path of the file at the path X. No file is asked for as the entry here."""
        before, null, _ = x.partition("\0")
        if self.applies("locked, node 4+") and null and is_file(before):  # FILE_AT 1
            if self.applies("locked, node 4–8"):  # FILE_AT 1.i
                raise coded_error("ENOENT", f"{before} is followed by U+0000")
            if self.applies("node 10+"):  # FILE_AT 1.ii
                raise coded_error("ERR_INVALID_ARG_VALUE", f"{before} is followed by U+0000")
        if null or not is_file(x):  # FILE_AT 2
            return None
        if self.applies("node 8+") and self.environment.get("NODE_PRESERVE_SYMLINKS") == "1":  # FILE_AT 3
            return x
        return os.path.realpath(x)  # FILE_AT 5
