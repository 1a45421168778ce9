// The platform of the machine. On a Mac it is POSIX: how its file system finds names is seen by looking.

import type { Platform } from './platform.ts';

export const machinePlatform: Exclude<Platform, 'darwin'> = process.platform === 'win32' ? 'win32' : 'posix';
