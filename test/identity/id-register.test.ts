import { test } from 'tap';
import { UsageError } from '../../model/usage-error.ts';
import { presentId } from '../../suite/identity/id-register.ts';
import { readIdRegister } from '../../suite/identity/read-id-register.ts';

test('a register leads from every former id to the present one, or to none', async (t) => {
  const text =
    '- { id: a, renamed: b }\n- id: b\n  renamed: c\n- id: d\n  retired: it was wrong\n- { id: e, renamed: d }\n';
  const register = readIdRegister(t.testdir({ 'ids.yaml': text }));
  t.match(register.get('d'), { retired: 'it was wrong', line: 4 });
  t.strictSame(
    ['a', 'b', 'c', 'd', 'e'].map((id) => presentId(register, id)),
    ['c', 'c', 'c', undefined, undefined],
  );
});

test('no register, and one with nothing but comments, are empty', async (t) => {
  t.equal(readIdRegister(t.testdir({})).size, 0);
  t.equal(readIdRegister(t.testdir({ 'ids.yaml': '# nothing yet\n' })).size, 0);
});

test('a register that is not one is refused with file and line', async (t) => {
  const faults = [
    ['a: b\n', /ids\.yaml:1: expected a list of ids/],
    ['- [\n', /ids\.yaml:\d: this is not YAML/],
    ['- id: a\n  renamed: b\n- id: c\n', /ids\.yaml:3: expected an 'id' with either 'retired/],
    ['- id: a\n  renamed: b\n  retired: why\n', /ids\.yaml:1: expected an 'id'/],
    [
      '- { id: a, renamed: b }\n- { id: a, retired: why }\n',
      /ids\.yaml:2: 'a' is already registered on line 1/,
    ],
    ['- { id: a, renamed: b }\n- { id: b, renamed: a }\n', /ids\.yaml:1: 'a' is renamed in a circle/],
  ] as const;
  for (const [text, message] of faults) {
    const error = t.throws(() => readIdRegister(t.testdir({ 'ids.yaml': text })));
    t.type(error, UsageError);
    t.match(String(error), message);
  }
});
