// The platform of the machine.

import type { Platform } from './platform.ts';

export const machinePlatform: Platform = process.platform === 'win32' ? 'win32' : 'posix';
