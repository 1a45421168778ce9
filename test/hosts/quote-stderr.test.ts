import { test } from 'tap';
import { inOneLine, quoteStderr } from '../../harness/hosts/quote-stderr.ts';

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

test('in one line, a quotation is the line that names the error, and not code', async (t) => {
  const head = 'its process exited with code 1 before it answered; it wrote on stderr:';
  const said = (...lines: string[]) => inOneLine([head, ...lines].join('\n'));
  t.equal(
    said('1 | ', `2 | ${'x'.repeat(1000)}`, '    ^', 'TypeError: no function', '      at f (a.js:1:2)'),
    `${head} TypeError: no function`,
  );
  t.equal(
    said('EINVAL: Invalid argument', ' syscall: "fstat"', '   errno: -22'),
    `${head} EINVAL: Invalid argument`,
  );
  t.equal(said('first', 'last', ''), `${head} last`);
  t.equal(said('1 | '), 'its process exited with code 1 before it answered');
  t.equal(inOneLine('it did not introduce itself within 5 ms'), 'it did not introduce itself within 5 ms');
});
