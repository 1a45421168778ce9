// Another hash for MD4, by which old tools name things: the OpenSSL of Node 17 and later refuses it, and which hash it is does not
// matter.

import crypto from 'node:crypto';

export function replaceMd4() {
  const { createHash } = crypto;
  crypto.createHash = (algorithm, ...more) => createHash(algorithm === 'md4' ? 'md5' : algorithm, ...more);
}
