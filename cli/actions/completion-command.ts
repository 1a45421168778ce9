// `modspec completion`: the scripts with which shells complete modspec, made from its table of commands and flags.

import type { Command, Option } from 'commander';
import { knownImplementations } from '../../harness/adapters/known-implementations.ts';
import { editionIds } from '../../model/editions.ts';
import { diffFormats } from '../../reports/commands/render-diff.ts';
import { findingFormats } from '../../reports/commands/render-findings.ts';
import { lintRules } from '../../suite/lint/catalogue.ts';
import { bisectFormats } from './bisect-command.ts';
import { explainFormats } from './explain-command.ts';
import { listable } from './list-command.ts';
import { runFormats } from './write-reports.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

export function completionCommand(program: Command, shell: Shell): void {
  process.stdout.write(scripts[shell](commandsOf(program)));
}

interface Completed {
  readonly name: string;
  readonly description: string;
  readonly flags: readonly Flag[];
  /** The values of its first argument, as far as they are known. */
  readonly values: readonly string[];
}

interface Flag {
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  readonly values: readonly string[];
}

const argumentsOf: Readonly<Record<string, readonly string[]>> = {
  list: listable,
  completion: ['bash', 'zsh', 'fish'],
};

const formatsOf: Readonly<Record<string, readonly string[]>> = {
  run: runFormats,
  merge: runFormats,
  lint: findingFormats,
  explain: explainFormats,
  diff: diffFormats,
  bisect: bisectFormats,
};

function commandsOf(program: Command): Completed[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    flags: command.options.filter(({ hidden }) => !hidden).map((option) => toFlag(command.name(), option)),
    values: argumentsOf[command.name()] ?? [],
  }));
}

function toFlag(command: string, option: Option): Flag {
  return {
    long: option.long ?? '',
    description: option.description,
    takesValue: option.required || option.optional,
    values: option.argChoices ?? valuesOf(command, option.long ?? ''),
  };
}

function valuesOf(command: string, flag: string): readonly string[] {
  switch (flag) {
    case '--impl':
      return knownImplementations().map(({ name }) => name);
    case '--against':
      return ['reference', 'node'];
    case '--edition':
      return editionIds;
    case '--format':
      return formatsOf[command] ?? [];
    case '--rule':
    case '--explain':
      return lintRules.map(({ name }) => name);
    default:
      return [];
  }
}

const scripts: Readonly<Record<Shell, (commands: readonly Completed[]) => string>> = {
  bash: (commands) => `# bash completion for modspec
_modspec() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${commands.map(({ name }) => name).join(' ')} --help --version'
  else
    case "$command $previous" in
${commands.flatMap(bashValues).join('\n')}
    esac
    if [ -z "$words" ]; then
      case $command in
${commands.map(bashFlags).join('\n')}
      esac
    fi
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _modspec modspec
`,
  zsh: (commands) => `#compdef modspec
# zsh completion for modspec
_modspec() {
  if (( CURRENT == 2 )); then
    local -a commands=(
${commands.map(({ name, description }) => `      ${quote(`${name}:${description}`)}`).join('\n')}
    )
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(zshCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = _modspec ]; then _modspec "$@"; else compdef _modspec modspec; fi
`,
  fish: (commands) => `# fish completion for modspec
${commands.flatMap(fishLines).join('\n')}
`,
};

function bashValues({ name, flags, values }: Completed): string[] {
  const lines = flags
    .filter((flag) => flag.values.length > 0)
    .map((flag) => `      '${name} ${flag.long}') words=${quote(flag.values.join(' '))} ;;`);
  return values.length === 0
    ? lines
    : [...lines, `      '${name} ${name}') words=${quote(values.join(' '))} ;;`];
}

function bashFlags({ name, flags }: Completed): string {
  const all = ['--help', ...flags.map(({ long }) => long)];
  return `        ${name}) case $current in -*) words=${quote(all.join(' '))} ;; esac ;;`;
}

function zshCase({ name, flags, values }: Completed): string {
  const said = flags.map(({ long, description, takesValue, values: known }) => {
    const value = takesValue ? `:value:${known.length > 0 ? `(${known.join(' ')})` : '_files'}` : '';
    return quote(`*${long}[${description.replace(/[[\]:]/g, ' ')}]${value}`);
  });
  const first = values.length > 0 ? `'1:what:(${values.join(' ')})'` : "'*:file:_files'";
  return `    ${name}) _arguments ${[...said, first].join(' ')} ;;`;
}

function fishLines({ name, description, flags, values }: Completed): string[] {
  const within = `complete -c modspec -n '__fish_seen_subcommand_from ${name}'`;
  return [
    `complete -c modspec -f -n __fish_use_subcommand -a ${name} -d ${quote(description)}`,
    ...flags.map(({ long, description: said, takesValue, values: known }) => {
      const value = known.length > 0 ? ` -x -a ${quote(known.join(' '))}` : takesValue ? ' -r' : '';
      return `${within} -l ${long.slice(2)}${value} -d ${quote(said)}`;
    }),
    ...(values.length > 0 ? [`${within} -f -a ${quote(values.join(' '))}`] : []),
  ];
}

/** In single quotes, as all three shells read them. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}
