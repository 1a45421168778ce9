import { test } from 'tap';
import { defineCommands } from '../../cli/command-line.ts';
import { inOwnWords } from '../../cli/familiar-flags.ts';
import { lintRules } from '../../suite/lint/catalogue.ts';

const said: [typed: string, meant: string][] = [
  ['run --impl x --reporter dot', 'run --impl x --format pretty'],
  ['run --impl x --reporter=junit=out.xml', 'run --impl x --format=junit=out.xml'],
  ['run --impl x --reporter xunit=out.xml', 'run --impl x --format junit=out.xml'],
  ['run --impl x -t main', 'run --impl x --grep main'],
  ['run --impl x --filter=a-*', 'run --impl x --case=a-*'],
  ['run --impl x -b', 'run --impl x --bail'],
  ['run --impl x --workers 2', 'run --impl x --jobs 2'],
  ['run --impl x --format json=a=b', 'run --impl x --format json=a=b'],
  ['exec main.js --reporter dot -t a', 'exec main.js --reporter dot -t a'],
];
for (const [typed, meant] of said) {
  test(typed, async (t) => {
    t.strictSame(inOwnWords(typed.split(' ')), meant.split(' '));
  });
}

test('the help of every command ends with examples, whose flags exist', async (t) => {
  for (const command of defineCommands(() => undefined).commands) {
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) });
    command.outputHelp();
    const [, examples = ''] = /\nExamples?:\n(.*)$/s.exec(help) ?? [];
    const lines = examples.trimEnd().split('\n');
    for (const line of lines) {
      t.match(line, new RegExp(`^ {2}modspec ${command.name()}(?: |$)`), command.name());
      const flags = [...(line.split(/ {2,}/)[1] ?? '').matchAll(/ (--[a-z-]+)/g)].map(
        ([, flag = '']) => flag,
      );
      const [, rule] = / --(?:rule|explain) (\S+)/.exec(command.name() === 'lint' ? line : '') ?? [];
      t.ok(rule === undefined || lintRules.some(({ name }) => name === rule), `${rule} is a rule`);
      for (const flag of flags.filter((one) => !['--flag'].includes(one)))
        t.ok(
          command.options.some(({ long }) => long === flag),
          `${command.name()} ${flag}`,
        );
    }
  }
});
