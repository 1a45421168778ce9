#!/usr/bin/env node
import { canOpen, tooManyOpenFiles } from '../dist/model/open-files.js';

// Node opens about fifty files while it imports modspec, and does not wait for one to be closed.
if (canOpen(64)) {
  const { main } = await import('../dist/bin/main.js');
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write(`modspec: ${tooManyOpenFiles}\n`);
  process.exitCode = 3;
}
