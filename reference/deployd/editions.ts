// The editions of Deployd, and what each of them does.

import { readColumns } from '../behaviours/flags.ts';
import { type DeploydBehaviours, flags } from './behaviours.ts';

/** The release lines of Deployd, by the edition of each, in release order. */
const lines = ['deployd-0.6', 'deployd-0.8', 'deployd-0.8.9', 'deployd-1', 'deployd-1.1'];

/** The ids of the editions that the reference server knows, in release order. */
export const deploydEditions: readonly string[] = ['deployd-locked', ...lines];

const known = new Map<string, DeploydBehaviours>();

/**
 * What an edition decides.
 * @throws {RangeError} when there is no such edition; the message names those there are.
 */
export function deploydBehavioursOf(edition: string): DeploydBehaviours {
  const found = known.get(edition) ?? readColumns(flags, deploydColumnsOf(edition));
  known.set(edition, found);
  return found;
}

/** The columns that an edition reads, first its own, then those of the lines before, newest first. */
export function deploydColumnsOf(edition: string): string[] {
  if (!deploydEditions.includes(edition)) {
    throw new RangeError(`there is no edition '${edition}'; known are ${deploydEditions.join(', ')}`);
  }
  // The text, and 0.6 wherever the text is silent.
  const line = edition === 'deployd-locked' ? 'deployd-0.6' : edition;
  return [...new Set([edition, ...lines.slice(0, lines.indexOf(line) + 1).reverse()])];
}
