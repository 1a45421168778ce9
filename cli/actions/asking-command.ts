// The command that asks the same cases of the same implementations again, for reports.

import { quoteCommand } from '../../model/quote-command.ts';

export interface AskingOptions {
  readonly impl: readonly string[];
  readonly edition?: string;
  readonly platform?: string;
  readonly spec?: string;
  readonly case: readonly string[];
  readonly grep: readonly string[];
  readonly lastFailed: boolean;
}

/** Without the options that only decide where and how fast is asked, so that the shards of a run have the same. */
export function askingCommand(options: AskingOptions): string {
  const { impl, edition, platform, spec, case: globs, grep, lastFailed } = options;
  return quoteCommand([
    'npx',
    'modspec',
    'run',
    ...impl.flatMap((one) => ['--impl', one]),
    ...(edition === undefined ? [] : ['--edition', edition]),
    ...(platform === undefined ? [] : ['--platform', platform]),
    ...(spec === undefined ? [] : ['--spec', spec]),
    ...globs.flatMap((glob) => ['--case', glob]),
    ...grep.flatMap((text) => ['--grep', text]),
    ...(lastFailed ? ['--last-failed'] : []),
  ]);
}
