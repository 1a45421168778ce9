"""Which file does a specifier name? The algorithm of spec/01-algorithm/1-algorithm.md, step by step, with nothing but os.path."""

import json
import os.path as path

EXTENSIONS = [".js", ".json", ".node"]

CORE_MODULES = set(
    "assert buffer child_process cluster constants console crypto dgram dns domain events fs http https module net os"
    " path process punycode querystring readline repl stream string_decoder sys timers tls tty url util v8 vm zlib".split()
)


class NotFound(Exception):
    """What Node reports with the code MODULE_NOT_FOUND."""


def resolve(specifier, referrer):
    """REQUIRE: ('builtin', its name) or ('file', its real path). Raises NotFound, or ValueError at broken JSON."""
    if specifier in CORE_MODULES:
        return "builtin", specifier
    start = path.dirname(referrer)
    if is_path(specifier):
        found = find(path.join(start, specifier))
    else:
        found = load_node_modules(specifier, start)
    if found is None:
        raise NotFound(f"Cannot find module '{specifier}' from '{referrer}'")
    return "file", path.realpath(found)


def is_path(specifier):
    return specifier in (".", "..") or specifier.startswith(("./", "../", "/"))


def load_node_modules(name, start):
    for folder in node_modules_paths(start):
        found = find(path.join(folder, name)) if path.isdir(folder) else None
        if found is not None:
            return found
    return None


def node_modules_paths(start):
    """From the folder of the referrer up to the root; a node_modules folder has no second one inside."""
    folders = [start]
    while path.dirname(folders[-1]) != folders[-1]:
        folders.append(path.dirname(folders[-1]))
    return [path.join(folder, "node_modules") for folder in folders if path.basename(folder) != "node_modules"]


def find(joined):
    """LOAD_AS_FILE, then LOAD_AS_DIRECTORY. What ends in a slash or in dots can only be a folder."""
    wanted = normalise(joined)
    names_folder = joined.endswith(("/", "/.", "/.."))
    return (None if names_folder else load_as_file(wanted)) or load_as_directory(wanted)


def load_as_file(wanted):
    for candidate in [wanted, *(wanted + extension for extension in EXTENSIONS)]:
        if is_file(candidate):
            return candidate
    return None


def load_as_directory(folder):
    main = read_main(path.join(folder, "package.json"))
    if main is not None:
        wanted = normalise(path.join(folder, main))
        found = load_as_file(wanted) or load_index(wanted)
        if found is not None:
            return found
    return load_index(folder)


def load_index(folder):
    candidates = [path.join(folder, "index" + extension) for extension in EXTENSIONS]
    return next(filter(is_file, candidates), None)


def read_main(package_json):
    """The text of "main", or None where there is none."""
    if not is_file(package_json):
        return None
    with open(package_json, encoding="utf-8-sig") as file:
        package = json.load(file)
    main = package.get("main") if isinstance(package, dict) else None
    return main if isinstance(main, str) and main else None


def is_file(candidate):
    try:
        return path.exists(candidate) and not path.isdir(candidate)
    except ValueError:  # a NUL in the name
        return False


def normalise(joined):
    """Takes out '.', '..' and doubled slashes without a look at the file system."""
    return "/" + path.normpath(joined).lstrip("/")
