// Where the files of a POSIX system are for a Windows system: its root is the drive `Z:`, as in Wine.

const drive = 'Z:';

/** The Windows path of an absolute path of the disk. */
export function onDrive(path: string): string {
  return `${drive}${path.replaceAll('/', '\\')}`;
}

/** The path on the disk of an absolute and normalized Windows path; undefined on another drive, or on a server. */
export function onDisk(path: string): string | undefined {
  const plain = path.replace(/^\\\\[?.]\\(?=[a-z]:)/i, '');
  if (plain.slice(0, drive.length).toUpperCase() !== drive) return undefined;
  return plain.slice(drive.length).replaceAll('\\', '/') || '/';
}

const { cwd } = process;

/** The working folder of this process, also where `process.cwd` is replaced. */
export function workingFolderOnDrive(): string {
  return onDrive(cwd());
}
