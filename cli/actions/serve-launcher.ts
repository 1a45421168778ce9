// The process of `modspec exec --deployd`: it serves the app in its working folder and prints the address on stderr.

import type { AddressInfo } from 'node:net';
import { serveApp } from '../../reference/deployd/index.ts';

const [, , edition = '', port = '', environment = ''] = process.argv;
const server = serveApp({ app: process.cwd(), port: Number(port), environment, edition });
server.on('listening', () => {
  const address = server.address() as AddressInfo;
  process.stderr.write(`listening at http://127.0.0.1:${address.port}/ in ${environment}\n`);
});
