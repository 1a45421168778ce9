// How the running Node is made to load an adapter that is written in TypeScript.

import path from 'node:path';
import { UsageError } from '../../model/usage-error.ts';

const takesTypesOut = '--experimental-strip-types';

/**
 * The flags with which the running Node loads this file.
 * @throws {UsageError} if it is TypeScript and this Node takes no types out
 */
export function typeScriptFlags(spec: string, file: string): string[] {
  if (!/^\.[cm]?ts$/.test(path.extname(file))) return [];
  const { typescript } = process.features as { typescript?: string | false };
  if (typescript) return [];
  if (process.allowedNodeEnvironmentFlags.has(takesTypesOut))
    return [takesTypesOut, '--disable-warning=ExperimentalWarning'];
  throw new UsageError(
    `--impl ${spec}: Node ${process.versions.node} does not load TypeScript; run modspec with Node 22.18 or newer, or name the compiled file`,
  );
}

/** What is wrong with TypeScript in an adapter that did not start, from what its process wrote; undefined if it is something else. */
export function typeScriptMistake(spec: string, said: string): UsageError | undefined {
  if (said.includes('ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX')) {
    const [, detail = ''] = /ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX\]?:\s*(.*)/.exec(said) ?? [];
    return new UsageError(
      `--impl ${spec}: Node only takes types out, and this TypeScript needs to be compiled${detail && ` (${detail})`}; compile it and name the result, or write it without 'enum', 'namespace' and parameter properties${at(said)}`,
    );
  }
  if (!/ERR_UNKNOWN_FILE_EXTENSION.*\.[cm]?ts\b/.test(said)) return undefined;
  return new UsageError(
    `--impl ${spec}: it imports TypeScript, which Node ${process.versions.node} does not load; run modspec with Node 22.18 or newer, or compile it${at(said)}`,
  );
}

/** The file and line that Node named, if it named one. */
function at(said: string): string {
  const [, place] = /(?:^|[\s(])((?:file:\/\/)?\/[^\s:]{1,1000}\.[cm]?ts(?::\d+)?)/m.exec(said) ?? [];
  return place === undefined ? '' : `; see ${place}`;
}
