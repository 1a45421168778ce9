// A project of some thirty files, in which one folder has a main and an index.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes the project; its entry is `src/server.js`. */
export function writeShop(root: string): void {
  const put = (file: string, content: string | Buffer) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  };
  put(
    'package.json',
    json({ name: 'shop', version: '1.0.0', main: 'src/server.js', dependencies: { money: '1' } }),
  );
  put('README.md', '# Shop\n\n```js\nrequire("shop");\n```\n');
  put('logo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]));
  put('windows.js', 'exports.lines = 2;\r\n');
  put(
    'src/server.js',
    requiring('./config', './routes/cart', './routes/orders', './services/payment', 'money'),
  );
  put('src/config.json', json({ port: 80, currency: 'EUR' }));
  for (const route of ['cart', 'orders', 'users', 'stock'])
    put(`src/routes/${route}.js`, requiring('../config', '../models/item', `../models/${route}`));
  for (const model of ['item', 'cart', 'orders', 'users', 'stock', 'prices'])
    put(`src/models/${model}.js`, `// The model of ${model}.\nexports.id = '${model}';\n`);
  put(
    'src/services/payment/package.json',
    json({
      name: 'payment',
      private: true,
      main: './lib/gateway.js',
      keywords: ['pay'],
      engines: { node: '*' },
    }),
  );
  put('src/services/payment/index.js', "// Of before.\nexports.id = 'index';\n");
  put(
    'src/services/payment/lib/gateway.js',
    "'use strict';\nvar log = require('./log');\n\nexports.id = 'gateway';\nlog(1);\n",
  );
  put('src/services/payment/lib/log.js', 'module.exports = function () {};\n');
  for (const part of ['index', 'round', 'format', 'parse'])
    put(
      `node_modules/money/${part}.js`,
      part === 'index' ? requiring('./round', './format') : `exports.id = '${part}';\n`,
    );
  put('node_modules/money/package.json', json({ name: 'money', version: '1.2.3' }));
  put('test/cart.js', requiring('../src/routes/cart'));
  put('test/orders.js', requiring('../src/routes/orders'));
  put('.git/HEAD', 'ref: refs/heads/main\n');
  symlinkSync('src/models', path.join(root, 'models'));
}

function requiring(...specifiers: string[]): string {
  return specifiers.map((one, at) => `var part${at} = require('${one}');\n`).join('');
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
