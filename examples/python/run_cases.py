"""Runs the cases of a folder against resolver.py, without modspec: a runner of one's own, as cases/README.md describes it.

usage: run_cases.py CASES [EDITION]     exits with 1 when a case does not pass
"""

import base64
import json
import os
import pathlib
import shutil
import sys
import tempfile

from errors import ResolveError
from resolver import Resolver

# What the loader can do, and what the machine offers: a case that needs anything else is skipped.
OFFERED = {"error codes", "builtins", "global folders", "es modules", "symlinks", "posix", "fresh process"}
if sys.platform == "linux":
    OFFERED.add("case-sensitive")


def main(folder, edition="locked"):
    counts = {"pass": 0, "fail": 0, "skip": 0}
    for file in sorted(pathlib.Path(folder).glob("*.json")):
        page = json.loads(file.read_text(encoding="utf-8"))
        if page.get("format") == 1:  # schema.json has none
            for case in page["cases"]:
                run_case(case, edition, counts)
    print(f"{edition}: {counts['pass']} passed, {counts['fail']} failed, {counts['skip']} skipped")
    return 1 if counts["fail"] else 0


def run_case(case, edition, counts):
    questions = [(question, expected) for question in case["questions"] for expected in question["expect"]
                 if edition in expected["editions"]]
    if not questions:
        return  # the case does not belong to this edition
    # What is asked by import says so; this resolver knows require alone.
    if any(question["kind"] != "resolve" or "by" in question for question, _ in questions) or not OFFERED.issuperset(case["needs"]):
        counts["skip"] += 1
        return
    wrong = ask_in_tree(case, edition, questions)
    counts["fail" if wrong else "pass"] += 1
    for line in wrong:
        print(f"fail {case['id']} ({case['hash']}): {line}")


def ask_in_tree(case, edition, questions):
    root = os.path.realpath(tempfile.mkdtemp())
    try:
        build_tree(root, case["tree"])
        environment = {name: fill(value, root) for name, value in case.get("environment", {}).items()}
        resolver = Resolver(edition, environment, working_folder=root)
        return [line for question, expected in questions for line in compare(resolver, root, question, expected)]
    finally:
        for entry in case["tree"]:
            if "mode" in entry:  # a closed folder cannot be removed
                os.chmod(os.path.join(root, entry["path"]), 0o700)
        shutil.rmtree(root)


def build_tree(root, entries):
    for entry in sorted(entries, key=lambda entry: entry["kind"] == "symlink"):
        place = os.path.join(root, entry["path"])
        os.makedirs(place if entry["kind"] == "folder" else os.path.dirname(place), exist_ok=True)
        if entry["kind"] == "file":
            pathlib.Path(place).write_bytes(fill(entry["text"], root).encode())
        elif entry["kind"] == "bytes":
            pathlib.Path(place).write_bytes(base64.b64decode(entry["base64"]))
        elif entry["kind"] == "symlink":
            os.symlink(fill(entry["target"], root), place)
    for entry in entries:
        if "mode" in entry:
            os.chmod(os.path.join(root, entry["path"]), int(entry["mode"], 8))


def compare(resolver, root, question, expected):
    observed = ask(resolver, fill(question["specifier"], root), os.path.join(root, question["from"]))
    wanted = {
        "file": lambda: ("file", os.path.join(root, expected["path"])),
        "builtin": lambda: ("builtin", expected["name"]),
        "error": lambda: ("error", expected["error"]),
    }[expected["kind"]]()
    if observed != wanted:
        line = f"{question['specifier']!r} from {question['from']}: expected {wanted}, observed {observed}"
        yield line.replace(root, "<tree>")


def ask(resolver, specifier, referrer):
    try:
        found = resolver.require(specifier, referrer)
    except ResolveError as error:
        return "error", error.code or error.name
    return ("file", found) if found.startswith("/") else ("builtin", found.replace("node:", "", 1))


def fill(text, root):
    return text.replace("<tree>", root)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
