// What a bundled adapter says of its implementation: plain data, one entry an implementation.

import type { Capability } from '../../model/vocabulary.ts';

export const implementationKinds = [
  'runtime',
  'loader hook',
  'loader',
  'resolver',
  'bundler',
  'engine',
  'server',
] as const;
export type ImplementationKind = (typeof implementationKinds)[number];

/** What is said of any implementation that can be named. */
interface NamedEntry {
  /** The name after `--impl`, which is the npm package's where there is one. */
  readonly name: string;
  readonly kind: ImplementationKind;
  readonly homepage: string;
  readonly capabilities: readonly Capability[];
  /** What is configured, and why that is fair. */
  readonly note: string;
  readonly differences?: readonly IntendedDifference[];
}

/** An implementation that is fetched from npm. */
export interface RegistryEntry extends NamedEntry {
  /** Other names people know it by. */
  readonly aliases?: readonly string[];
  /** What is fetched from npm; the version after `--impl NAME@` is this package's. */
  readonly package: string;
  /** The version that is used when none is named, and on which the adapter was tried. */
  readonly version: string;
  /** Packages (`name@version`) that it is used with and does not bring itself. */
  readonly beside?: readonly string[];
  readonly driving: Driving;
  /** The edition it aims at; absent for what runs on a Node and follows that Node's own line. */
  readonly edition?: string;
}

/** An implementation that is a program of the system. */
export interface EngineEntry extends NamedEntry {
  /** The name of the program. */
  readonly command: string;
  /** How to get it, for whom has it not. */
  readonly install: string;
  /** The module in `drivers/` that runs it. */
  readonly driver: string;
  readonly edition: string;
}

/** A difference that the implementation documents as intended. It still counts; reports show it as such. */
export interface IntendedDifference {
  readonly about: string;
  readonly link: string;
  /** Globs of the rules, or of the cases, that it explains. */
  readonly concerns: readonly string[];
}

export type Driving =
  /** A module in `drivers/` that asks the fetched package inside a host. */
  | { readonly kind: 'module'; readonly driver: string; readonly parameter?: string }
  /** The running Node with modules preloaded (`node -r`); names are resolved where the package is installed. */
  | {
      readonly kind: 'node hook';
      readonly preload: readonly string[];
      readonly environment?: Readonly<Record<string, string>>;
    }
  /** A binary inside the package that takes the place of node. */
  | {
      readonly kind: 'runtime';
      readonly binary: string;
      readonly flags: readonly string[];
      /** How it lets modspec reply while a program runs. */
      readonly replies: 'preloaded' | 'on stderr';
    };
