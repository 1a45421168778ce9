// Whether the system allows this process to open more files.

import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';

/** Whether so many files can be open at the same time, in addition to those that are open now. */
export function canOpen(count: number): boolean {
  const opened: number[] = [];
  try {
    while (opened.length < count) opened.push(openSync(devNull, 'r'));
    return true;
  } catch {
    return false;
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
  }
}

/** What the user can do. */
export const tooManyOpenFiles: string =
  "too many open files; raise the limit, for example with 'ulimit -n 1024', or lower --jobs";
