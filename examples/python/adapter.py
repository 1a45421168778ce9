"""Lets modspec ask resolver.py, by the protocol of docs/protocol.md: a JSON object a line, in and out."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from errors import ResolveError
from resolver import Resolver

INTRODUCTION = {
    "version": 1,
    "implementation": {
        "name": "python-resolver",
        "version": "2.0.0",
        "edition": "locked",
        "capabilities": ["resolve", "error codes", "builtins", "global folders", "es modules"],
    },
}


def main() -> None:
    for line in sys.stdin:
        request = json.loads(line)
        if request["cmd"] == "stop":
            return
        reply = INTRODUCTION if request["cmd"] == "start" else answer_case(request)
        print(json.dumps(reply), flush=True)


def answer_case(request: dict[str, Any]) -> dict[str, Any]:
    case = request["case"]
    resolver = Resolver(case["edition"], os.environ, working_folder=case["root"])
    return {"seq": request["seq"], "answers": [answer(resolver, question) for question in case["questions"]]}


def answer(resolver: Resolver, question: dict[str, Any]) -> dict[str, Any]:
    try:
        found = resolver.require(question["specifier"], question["from"])
    except ResolveError as error:
        code = {"code": error.code} if error.code else {}
        return {"kind": "error", "error": {"name": error.name, "message": str(error), **code}}
    if found.startswith("/"):
        return {"kind": "file", "path": found}
    return {"kind": "builtin", "name": found[len("node:") :] if found.startswith("node:") else found}


if __name__ == "__main__":
    main()
