import { execa } from 'execa';
import { test } from 'tap';
import { editionIds } from '../../model/editions.ts';
import { modspec } from './modspec.ts';

/** What bash offers at the end of these words. */
async function offered(script: string, words: readonly string[]): Promise<string[]> {
  const asking = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _modspec; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await execa('bash', ['--noprofile', '--norc', '-c', `${script}\n${asking}`]);
  return stdout.split('\n').filter(Boolean);
}

test('bash completes commands, flags and values', async (t) => {
  const { stdout: script, exitCode } = await modspec(['completion', 'bash']);
  t.equal(exitCode, 0);
  t.strictSame(await offered(script, ['modspec', 're']), ['report', 'rename', 'report-bug']);
  t.strictSame(await offered(script, ['modspec', 'run', '--ba']), ['--bail', '--baseline']);
  t.strictSame(
    await offered(script, ['modspec', 'run', '--edition', 'node-2']),
    editionIds.filter((id) => id.startsWith('node-2')),
  );
  t.strictSame(await offered(script, ['modspec', 'run', '--impl', 'ref']), ['reference']);
  t.strictSame(await offered(script, ['modspec', 'list', 'c']), ['cases']);
  t.strictSame(
    await offered(script, ['modspec', 'run', '--impl', './my']),
    [],
    'files are left to the shell',
  );
});

for (const [shell, start] of [
  ['zsh', /^#compdef modspec\n/],
  ['fish', /^complete -c modspec -f -n __fish_use_subcommand -a run -d '/m],
] as const) {
  test(`${shell} gets a script with every command`, async (t) => {
    const { stdout } = await modspec(['completion', shell]);
    t.match(stdout, start);
    for (const name of ['run', 'watch', 'explain', 'completion'])
      t.match(stdout, new RegExp(`\\b${name}\\b`));
    const found = await execa('which', [shell], { reject: false });
    if (found.exitCode === 0)
      t.equal((await execa(shell, ['-n'], { input: stdout, reject: false })).exitCode, 0);
  });
}
