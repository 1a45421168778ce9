// Finds an unused port of this machine, below the ports that systems use for outgoing connections.

import { randomInt } from 'node:crypto';
import getPort from 'get-port';

export function freePort(): Promise<number> {
  const candidates = Array.from({ length: 50 }, () => randomInt(20_000, 32_000));
  return getPort({ host: '127.0.0.1', port: candidates });
}
