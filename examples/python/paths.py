"""The words that the steps use for paths, and for what the file system has there."""

from __future__ import annotations

import errno
import os
import stat

from errors import coded_error


def applied_to(folder: str, text: str) -> str:
    """TEXT applied to FOLDER: a path without empty segments, `.` and `..`. The file system is not asked."""
    kept: list[str] = []
    for segment in (text if text.startswith("/") else f"{folder}/{text}").split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment not in ("", "."):
            kept.append(segment)
    return "/" + "/".join(kept)


def leaves(text: str, folder: str) -> bool:
    """Whether one of the segments `..` of TEXT removes a segment of FOLDER when TEXT is applied to FOLDER."""
    depth = 0
    for segment in text.split("/"):
        if segment == "..":
            depth -= 1
        elif segment not in ("", "."):
            depth += 1
        if depth < 0:
            return not text.startswith("/") and folder != "/"
    return False


def folder_of(path: str) -> str:
    return path.rpartition("/")[0] or "/"


def name_of(path: str) -> str:
    return path.rpartition("/")[2]


def is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def is_file(path: str) -> bool:
    """A file is anything that is not a folder. What cannot be looked at does not exist."""
    try:
        return not stat.S_ISDIR(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def refuse_unreachable(path: str) -> None:
    """Raises the error of the file system if it refuses to look at PATH, and not because PATH does not exist."""
    try:
        os.stat(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        code = errno.errorcode.get(error.errno or 0, "EIO")
        raise coded_error(code, f"{path} cannot be looked at") from error
    except ValueError as error:
        raise coded_error("ERR_INVALID_ARG_VALUE", f"{path} is not a path") from error


def is_refused(path: str) -> bool:
    """Whether the file system has something at PATH, or may have, that cannot be looked at."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return False
