// Flags as people type them from other test runners, and what they are called here.

/** The commands that take cases to run; others may pass flags on to a program. */
const commands = ['run', 'watch', 'merge'];

const names: Readonly<Record<string, string>> = {
  '--reporter': '--format',
  '--reporters': '--format',
  '--filter': '--case',
  '--only': '--case',
  '--concurrency': '--jobs',
  '--workers': '--jobs',
  '--max-workers': '--jobs',
  '--fail-fast': '--bail',
  '--failed': '--last-failed',
  '--lf': '--last-failed',
  '-t': '--grep',
  '-g': '--grep',
  '-j': '--jobs',
  '-b': '--bail',
};

/** Reporters of other runners, each with the format that shows the same. */
const reporters: Readonly<Record<string, string>> = {
  default: 'pretty',
  dot: 'pretty',
  spec: 'pretty',
  verbose: 'pretty',
  tap14: 'tap',
  xunit: 'junit',
  md: 'markdown',
};

/** The command line in modspec's own words. */
export function inOwnWords(argv: readonly string[]): string[] {
  const [command = '', ...words] = argv;
  if (!commands.includes(command)) return [...argv];
  let previous = '';
  const translated = words.map((word) => {
    const [, flag = word, rest = ''] = /^(-[^=]+)(=.*)?$/s.exec(word) ?? [];
    const own = Object.hasOwn(names, flag) ? `${names[flag]}${rest}` : word;
    const value = previous === '--format' ? formatOf(own) : own.replace(/^(--format=)(.*)$/s, withFormat);
    previous = own;
    return value;
  });
  return [command, ...translated];
}

function withFormat(_: string, flag: string, value: string): string {
  return flag + formatOf(value);
}

function formatOf(value: string): string {
  const [name = '', ...file] = value.split('=');
  return [Object.hasOwn(reporters, name) ? reporters[name] : name, ...file].join('=');
}
