// TypeScript whose types are taken out before it is loaded. The Node that runs the reference does it, if it can.

import HostModule from 'node:module';
import { strippingInNodeModules } from '../errors/es-module-errors.ts';
import type { Telling } from '../errors/texts.ts';

type Strip = (source: string, options: { readonly mode: 'strip'; readonly sourceUrl: string }) => string;

const strip: Strip | undefined = Reflect.get(HostModule, 'stripTypeScriptTypes');

/** Whether this Node can take types out: since 22.13. */
export const hostStripsTypes: boolean = strip !== undefined;

/** The name that a file would have in JavaScript, which decides of which kind it is. */
export function javaScriptName(filename: string): string {
  return filename.replace(/\.([cm]?)ts$/, '.$1js');
}

/**
 * The text of a TypeScript file as JavaScript; as it is where this Node can't take types out.
 * @throws an Error with a code for a file of an installed package, and for what is more than types.
 */
export function stripTypes(context: Telling, source: string, filename: string): string {
  if (/[/\\]node_modules[/\\]/.test(filename)) throw strippingInNodeModules(context, filename);
  return strip === undefined ? source : strip(source, { mode: 'strip', sourceUrl: filename });
}
