// Refuses an implementation that can't be asked about the platform.

import { machinePlatform } from '../../model/machine-platform.ts';
import type { Platform } from '../../model/platform.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Description } from '../adapters/adapter.ts';
import { registry } from '../registry/registry.ts';

/** @throws {UsageError} that says which implementations there are for it */
export function checkPlatform(spec: string, { platforms = [] }: Description, platform: Platform): void {
  if (platform === machinePlatform || platforms.includes(platform)) return;
  const byName = registry.filter((entry) => entry.platforms?.includes(platform)).map(({ name }) => name);
  throw new UsageError(
    `--platform ${platform}: ${spec} follows the rules of paths of this machine only; expected an implementation that takes them as a parameter: ${['reference', ...byName].join(', ')}, or an adapter whose 'implementation' names the platform in 'platforms'`,
  );
}
