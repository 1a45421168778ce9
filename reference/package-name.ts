// The name of a package at the beginning of a specifier, and what stands behind it.

/** A specifier such as `@scope/name/lib/a`, split: the subpath is `.`, or begins with `./`. */
export interface PackageSpecifier {
  readonly name: string;
  readonly subpath: string;
}

/**
 * Splits what `require` is asked for. A name has no backslash and no percent sign in it and does not begin with a
 * dot; undefined when the specifier does not begin with a name.
 */
export function splitSpecifier(specifier: string): PackageSpecifier | undefined {
  const [name] = /^(?:@[^/\\%]+\/)?[^./\\%][^/\\%]*(?=\/|$)/.exec(specifier) ?? [];
  return name === undefined ? undefined : { name, subpath: `.${specifier.slice(name.length)}` };
}

/** Splits a target of `imports` at its first slash, or at its second behind a scope. A scope alone is no name. */
export function splitTarget(target: string): PackageSpecifier | undefined {
  const [name] = (target.startsWith('@') ? /^[^/]*\/[^/]*/ : /^[^/]*/).exec(target) ?? [];
  return name === undefined ? undefined : { name, subpath: `.${target.slice(name.length)}` };
}
