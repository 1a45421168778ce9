import type nodeFs from 'node:fs';
import type { PlatformPath } from 'node:path';
import type { Platform } from '../../../model/platform.ts';

export interface FilesSeen {
  /** Whether the platform is another one than that of the machine. */
  readonly isElsewhere: boolean;
  readonly fs: typeof nodeFs;
  readonly path: PlatformPath;
}

export function filesSeen(context: { readonly platform: Platform }): FilesSeen;
