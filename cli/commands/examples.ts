// The examples in the help of each command.

import type { Command } from 'commander';

interface Example {
  readonly line: string;
  readonly what: string;
}

const examples: Readonly<Record<string, readonly Example[]>> = {
  run: [
    { line: 'run --impl ./my-loader', what: 'every case; what failed, rule by rule' },
    {
      line: 'run --impl ./my-loader --last-failed --bail',
      what: 'what failed last time, up to the first failure',
    },
    { line: 'run --impl ./my-loader --case ID --keep', what: 'one case, and its tree on the disk' },
    { line: 'run --impl bun --impl deno --format html=report.html', what: 'two loaders by name, one report' },
  ],
  watch: [
    { line: 'watch --impl ./my-loader', what: 'all cases, and again when a file of the loader is saved' },
    { line: "watch --impl ./my-loader --case 'exports-*'", what: 'only some cases' },
    { line: 'watch --spec spec', what: 'the pages that you write, on the reference' },
  ],
  bisect: [
    {
      line: "bisect --impl resolve --case 'folder-slash-*'",
      what: 'the versions between which these cases changed',
    },
    {
      line: 'bisect --impl esbuild --rule exports-main --from 0.14',
      what: 'the cases of a rule, from one version on',
    },
  ],
  history: [
    { line: 'history --impl enhanced-resolve --versions minor', what: 'the newest of each minor version' },
    {
      line: 'history --impl bun --versions all --minutes 30',
      what: 'as many as half an hour allows; the next command goes on',
    },
  ],
  'report-bug': [
    { line: 'report-bug --impl bun --case ID', what: 'a report for its tracker' },
    {
      line: 'report-bug --impl resolve --case ID --since',
      what: 'the same, with the version since which it fails',
    },
  ],
  report: [{ line: 'report before.json after.json --out report.html', what: 'two runs side by side' }],
  site: [
    { line: 'site runs/*.json --out site', what: 'the newest run of each loader, and what changed before' },
  ],
  diff: [
    { line: 'diff before.json after.json', what: 'what is fixed, what regressed' },
    { line: 'diff before.json after.json --format markdown', what: 'the same for a pull request' },
  ],
  generate: [
    { line: 'generate', what: 'writes cases/ from spec/' },
    { line: 'generate --check', what: 'fails if cases/ is out of date, for CI' },
  ],
  merge: [
    {
      line: 'merge shard-1.json shard-2.json --out run.json --format pretty',
      what: 'the runs of two machines as one',
    },
  ],
  doctor: [
    { line: 'doctor --impl ./my-loader', what: 'checks your adapter' },
    { line: "doctor --impl stdio:'python3 adapter.py'", what: 'the same for a program' },
  ],
  lint: [
    { line: 'lint', what: 'all rules on all pages' },
    { line: 'lint --rule missing-counter-case', what: 'one rule' },
    {
      line: 'lint --explain missing-counter-case',
      what: 'why that rule exists, and how to fix its findings',
    },
  ],
  list: [
    { line: 'list impls', what: 'the loaders that --impl knows by name' },
    { line: 'list cases', what: 'the ids of all cases' },
  ],
  show: [
    { line: 'show folder-main-before-index', what: 'a case' },
    { line: 'show REQUIRE --edition node-24', what: 'the algorithm, as one edition has it' },
  ],
  extract: [{ line: 'extract folder-main-before-index /tmp/case', what: 'the tree of a case on the disk' }],
  exec: [
    { line: 'exec main.js', what: 'a program with the reference loader' },
    { line: 'exec --edition node-10 main.js --flag', what: 'as that line does; the rest is for the program' },
  ],
  explain: [
    { line: 'explain ./foo --from lib/main.js', what: 'which file it is, and why' },
    { line: 'explain dep/sub --from main.js --edition node-24 --all', what: 'with every step' },
    { line: "explain '#dep/feature' --import --from main.mjs", what: 'as import resolves it' },
    { line: 'explain --case folder-main-before-index', what: 'the questions of a case' },
  ],
  new: [
    { line: 'new folder-main', what: 'a draft below that rule' },
    { line: "new folder-main --title 'A main that is empty'", what: 'with its title' },
    { line: 'new import-folder --import', what: 'a draft that asks by import' },
  ],
  rename: [{ line: 'rename old-id new-id', what: 'the old id redirects from now on' }],
  try: [
    { line: 'try folder-main-empty', what: 'what the page, the reference and real Nodes say' },
    { line: 'try folder-main-empty --write', what: 'fills in what real Nodes do' },
  ],
  capture: [
    {
      line: 'capture ./my-project --entry main.js --impl ./my-loader --out found.md',
      what: 'the smallest case that shows what goes wrong',
    },
  ],
  fuzz: [
    {
      line: 'fuzz --impl ./my-loader --against node@24 --seed 7 --questions 50000 --out found',
      what: 'random questions',
    },
    { line: 'fuzz --impl ./my-loader --by import', what: 'random imports' },
  ],
  init: [
    { line: 'init', what: 'asks what it can not find out' },
    { line: 'init --kind resolver --edition node-22', what: 'asks nothing' },
    { line: "init --kind protocol --command 'python3 adapter.py'", what: 'a loader in another language' },
  ],
  completion: [
    { line: 'completion bash > ~/.local/share/bash-completion/completions/modspec', what: 'for bash' },
    { line: 'completion zsh > ~/.zfunc/_modspec', what: 'for zsh, with ~/.zfunc in fpath' },
    { line: 'completion fish > ~/.config/fish/completions/modspec.fish', what: 'for fish' },
  ],
};

/** Adds the examples to the help of each command. */
export function addExamples(program: Command): void {
  for (const command of program.commands) {
    const own = examples[command.name()] ?? [];
    if (own.length > 0) command.addHelpText('after', render(own));
  }
}

function render(own: readonly Example[]): string {
  const width = Math.max(...own.map(({ line }) => line.length));
  const lines = own.map(({ line, what }) => `  modspec ${line.padEnd(width)}  ${what}`);
  return `\n${own.length === 1 ? 'Example' : 'Examples'}:\n${lines.join('\n')}\n`;
}
