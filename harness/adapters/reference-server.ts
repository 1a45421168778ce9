// The process of the reference server under test: it serves the app in the working folder.

import { serveApp } from '../../reference/deployd/index.ts';

const {
  MODSPEC_PORT: port,
  MODSPEC_ENVIRONMENT: environment = '',
  MODSPEC_EDITION: edition = '',
  MODSPEC_MARKER: marker,
} = process.env;

const server = serveApp({ app: process.cwd(), port: Number(port), environment, edition });
server.on('listening', () => {
  process.stdout.write(`${marker}\n`);
  process.stdin.on('data', (lines) => {
    for (let count = String(lines).split('\n').length; count > 1; count--)
      process.stdout.write(`${marker}\n`);
  });
});
