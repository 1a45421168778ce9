"""Lets modspec ask resolver.py, by the protocol of docs/protocol.md: a JSON object a line, in and out."""

import json
import sys

from resolver import NotFound, resolve

INTRODUCTION = {
    "version": 1,
    "implementation": {
        "name": "python-resolver",
        "version": "1.0.0",
        "edition": "locked",
        "capabilities": ["resolve", "error codes", "builtins"],
    },
}


def main():
    for line in sys.stdin:
        request = json.loads(line)
        if request["cmd"] == "stop":
            return
        reply = INTRODUCTION if request["cmd"] == "start" else answer_case(request)
        print(json.dumps(reply), flush=True)


def answer_case(request):
    questions = request["case"]["questions"]
    return {"seq": request["seq"], "answers": [answer(question) for question in questions]}


def answer(question):
    try:
        kind, found = resolve(question["specifier"], question["from"])
    except NotFound as error:
        return {"kind": "error", "error": {"name": "Error", "code": "MODULE_NOT_FOUND", "message": str(error)}}
    except ValueError as error:
        return {"kind": "error", "error": {"name": "SyntaxError", "message": str(error)}}
    return {"kind": "builtin", "name": found} if kind == "builtin" else {"kind": "file", "path": found}


if __name__ == "__main__":
    main()
