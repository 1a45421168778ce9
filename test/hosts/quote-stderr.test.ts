import { test } from 'tap';
import { quoteStderr } from '../../harness/hosts/quote-stderr.ts';

test('what a process wrote is quoted without frames of Node and of the host, on every system', async (t) => {
  const windows = [
    'node:internal/modules/cjs/loader:1',
    '  throw err;',
    'Error: no',
    '    at f (C:\\my loader\\a.js:1:2)',
    '    at ask (C:\\modspec\\dist\\harness\\hosts\\host.cjs:1:2)',
    '    at node:internal/main:1:2',
    '',
    'Node.js v20.20.2',
    '',
  ];
  const text = '; it wrote on stderr:\n  throw err;\nError: no\n    at f (C:/my loader/a.js:1:2)';
  t.equal(
    quoteStderr(windows.join('\r\n')),
    text.replaceAll(/(?<=C:.*)\//g, '\\').replace('\n  throw', '\nthrow'),
  );
  t.equal(quoteStderr(windows.join('\n').replaceAll('\\', '/')), text.replace('\n  throw', '\nthrow'));
  t.equal(quoteStderr('Node.js v20.20.2\r\n'), '');
});
