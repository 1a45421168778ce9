// The history of an implementation as JSON: a line for each case and rule.

import stringify from 'json-stringify-pretty-compact';
import { type History, historySchema } from '../../model/history.ts';
import { inertJson } from '../../model/inert.ts';

export function renderHistoryJson(history: History): string {
  return inertJson(`${stringify(historySchema.parse(history), { maxLength: 200 })}\n`);
}
