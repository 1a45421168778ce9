"""The files of one folder, shown in another one as a Mac shows them: a name is found whatever the case of its letters and
whatever its Unicode normal form, and keeps the spelling in which it was made.

    name-insensitive-fs.py FOLDER MOUNT_POINT

It needs fusepy, prints a line when the folder is there, and ends when its standard input does.
"""

import errno
import os
import signal
import sys
import threading
import unicodedata

try:
    from fusepy import FUSE, FuseOSError, Operations
except ImportError:  # PyPI has it under another name than Debian.
    from fuse import FUSE, FuseOSError, Operations


def folded(name):
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


class NameInsensitive(Operations):
    def __init__(self, folder):
        self.folder = folder

    def found(self, path):
        """The place of a path, as its names are spelled there; of names that do not exist, as they are asked for."""
        place = self.folder
        for name in path.strip("/").split("/"):
            place = os.path.join(place, self.spelled(place, name)) if name else place
        return place

    @staticmethod
    def spelled(folder, name):
        if os.path.lexists(os.path.join(folder, name)):
            return name
        try:
            names = os.listdir(folder)
        except OSError:
            return name
        return next((one for one in names if folded(one) == folded(name)), name)

    def __call__(self, operation, *args):
        try:
            return super().__call__(operation, *args)
        except FuseOSError:
            raise
        except OSError as error:
            raise FuseOSError(error.errno or errno.EIO) from error

    def init(self, path):
        print("mounted", flush=True)

    def access(self, path, amode):
        return 0 if os.access(self.found(path), amode) else -errno.EACCES

    def getattr(self, path, fh=None):
        state = os.fstat(fh) if fh is not None else os.lstat(self.found(path))
        return {key: getattr(state, key) for key in dir(state) if key.startswith("st_")}

    def readdir(self, path, fh):
        return [".", ".."] + os.listdir(self.found(path))

    def readlink(self, path):
        return os.readlink(self.found(path))

    def mkdir(self, path, mode):
        os.mkdir(self.found(path), mode)

    def rmdir(self, path):
        os.rmdir(self.found(path))

    def unlink(self, path):
        os.unlink(self.found(path))

    def symlink(self, path, target):
        os.symlink(target, self.found(path))

    def rename(self, old, new):
        place, wanted = self.found(old), self.found(new)
        # The same file gets the new spelling.
        if place == wanted:
            wanted = os.path.join(os.path.dirname(place), os.path.basename(new))
        os.rename(place, wanted)

    def link(self, path, target):
        os.link(self.found(target), self.found(path))

    def chmod(self, path, mode):
        os.chmod(self.found(path), mode)

    def chown(self, path, uid, gid):
        os.lchown(self.found(path), uid, gid)

    def utimens(self, path, times=None):
        os.utime(self.found(path), times, follow_symlinks=False)

    def statfs(self, path):
        state = os.statvfs(self.found(path))
        return {key: getattr(state, key) for key in dir(state) if key.startswith("f_") and key != "f_fsid"}

    def open(self, path, flags):
        return os.open(self.found(path), flags)

    def create(self, path, mode, fi=None):
        return os.open(self.found(path), os.O_RDWR | os.O_CREAT | os.O_TRUNC, mode)

    def read(self, path, size, offset, fh):
        return os.pread(fh, size, offset)

    def write(self, path, data, offset, fh):
        return os.pwrite(fh, data, offset)

    def truncate(self, path, length, fh=None):
        os.truncate(self.found(path) if fh is None else fh, length)

    def release(self, path, fh):
        os.close(fh)


def end_with_input():
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    folder, mount_point = sys.argv[1:]
    threading.Thread(target=end_with_input, daemon=True).start()
    # Nothing is remembered of names, because another spelling of a name may change what it stands for.
    timeouts = {"entry_timeout": 0, "attr_timeout": 0, "ac_attr_timeout": 0}
    FUSE(
        NameInsensitive(folder),
        mount_point,
        foreground=True,
        nothreads=True,
        use_ino=True,
        fsname="name-insensitive",
        **timeouts,
    )
