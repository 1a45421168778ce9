// The options of a command completed by the project file. What the command line says wins.

import path from 'node:path';
import type { Command } from 'commander';
import { findProjectFile, type Project, readProject } from '../../harness/project/find-project.ts';
import { UsageError } from '../../model/usage-error.ts';

interface WithConfig {
  /** A path, or false for none. */
  readonly config?: string | boolean;
}

/**
 * The options with what the project file says where no flag says it.
 * @param command of which flags were given
 * @param names the options that the project file may complete; by default all that the command has
 */
export async function withProject<T extends WithConfig>(
  options: T,
  command: Command,
  names: readonly string[] = command.options.map((option) => option.attributeName()),
): Promise<T> {
  const project = await openProject(options);
  if (project === undefined) return options;
  const stated = statedBy(project, options);
  const missing = Object.entries(stated).filter(
    ([name, value]) =>
      value !== undefined && names.includes(name) && command.getOptionValueSource(name) !== 'cli',
  );
  return { ...options, ...Object.fromEntries(missing) };
}

async function openProject({ config }: WithConfig): Promise<Project | undefined> {
  if (config === false) return undefined;
  const file = typeof config === 'string' ? path.resolve(config) : findProjectFile(process.cwd());
  return file === undefined ? undefined : readProject(path.relative(process.cwd(), file) || file);
}

/** By the names of the options. A part of a run, and a proof, can't be held against a baseline. */
function statedBy(project: Project, options: object): Record<string, unknown> {
  const isPart = ['shard', 'proveIsolation', 'proveHonesty'].some((name) => Reflect.get(options, name));
  return {
    impl: project.implementations,
    edition: project.edition,
    platform: project.platform,
    spec: project.spec,
    case: project.cases,
    baseline: isPart ? undefined : project.baseline,
    format: project.formats,
    jobs: project.jobs,
    timeout: project.timeout,
  };
}

/** The only implementation of a command that takes one. @throws {UsageError} if it is not clear which */
export async function oneImplementation<T extends WithConfig & { readonly impl?: string }>(
  options: T,
): Promise<T & { readonly impl: string }> {
  if (options.impl !== undefined) return { ...options, impl: options.impl };
  const named = (await openProject(options))?.implementations ?? [];
  const [impl] = named;
  if (impl !== undefined && named.length === 1) return { ...options, impl };
  throw new UsageError(
    named.length === 0
      ? "expected --impl IMPL, or a project file that names one; found neither; 'modspec init' writes one"
      : `expected --impl IMPL, because the project file names several: ${named.join(', ')}`,
  );
}
