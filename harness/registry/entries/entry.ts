// The description of an implementation with a bundled adapter, as plain data: one entry for each implementation.

import type { Platform } from '../../../model/platform.ts';
import type { Capability } from '../../../model/vocabulary.ts';

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

/** The description of any implementation that has a name. */
interface NamedEntry {
  /** The name after `--impl`; that of the npm package if there is one. */
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
  /** Other names of it. */
  readonly aliases?: readonly string[];
  /** The npm package; the version after `--impl NAME@` is a version of this package. */
  readonly package: string;
  /** The default version; the adapter was tried with it. */
  readonly version: string;
  /** Packages (`name@version`) that it needs but does not depend on. */
  readonly beside?: readonly string[];
  /** What only versions below one need. */
  readonly former?: FormerNeeds;
  readonly driving: Driving;
  /** Besides that of the machine, the platforms whose rules of paths its driver hands to it. */
  readonly platforms?: readonly Platform[];
  /** The edition that it follows; absent if it runs on a Node and follows the line of that Node. */
  readonly edition?: string;
}

export interface FormerNeeds {
  readonly below: string;
  /** Packages beside them; `@VERSION` becomes their own version. */
  readonly beside?: readonly string[];
  /** Exact versions of indirect dependencies, because newer ones do not work with them. */
  readonly pins?: Readonly<Record<string, string>>;
  /** Capabilities that came with the version. */
  readonly lack?: readonly Capability[];
  /** Whether standard input must be a pipe: Node gives its child processes a socket. */
  readonly pipe?: boolean;
}

/** An implementation with its other interfaces and configurations, each of which is an implementation too. */
export interface EntryWithVariants extends RegistryEntry {
  readonly variants?: readonly Variant[];
}

/** What another interface or configuration of a package says otherwise; it is called `NAME+SUFFIX`. */
export interface Variant extends Partial<Omit<RegistryEntry, 'name' | 'aliases' | 'package' | 'version'>> {
  readonly suffix: string;
  readonly note: string;
}

/** An implementation that is a program installed on the system. */
export interface EngineEntry extends NamedEntry {
  /** The name of the program. */
  readonly command: string;
  /** How to install it. */
  readonly install: string;
  /** The module in `drivers/` that runs it. */
  readonly driver: string;
  readonly edition: string;
}

/** A difference that the implementation documents as intended. It still counts as a failure; reports mark it. */
export interface IntendedDifference {
  readonly about: string;
  readonly link: string;
  /** Globs of the rules, or of the cases, whose failures it explains. */
  readonly concerns: readonly string[];
}

export type Driving =
  /** A module in `drivers/` that asks the fetched package inside a host. */
  | {
      readonly kind: 'module';
      readonly driver: string;
      /** Which interface or configuration the driver uses, if it knows more than one. */
      readonly variant?: string;
      /** Flags of Node that the package wants. */
      readonly flags?: readonly string[];
      /** Whether Node's own loader loads modules of a program for it; Node is then started with the conditions that a user adds. */
      readonly loadsByNode?: boolean;
    }
  /** The running Node with hooks; names are resolved where the package is installed. */
  | {
      readonly kind: 'node hook';
      /** Modules that are preloaded (`node -r`). */
      readonly preload?: readonly string[];
      /**
       * Statements that start the hooks before the program, for hooks that no module starts by itself. They have node:module as
       * `module`, the URL of a file where the package is installed as `here`, and the `require` of that file.
       */
      readonly start?: string;
      readonly environment?: Readonly<Record<string, string>>;
    }
  /** A binary in the package that replaces node. */
  | {
      readonly kind: 'runtime';
      readonly binary: string;
      readonly flags: readonly string[];
      /** Where the host writes its replies while a program runs. */
      readonly replies: 'preloaded' | 'on stderr';
    };
