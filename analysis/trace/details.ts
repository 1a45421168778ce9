// Which steps of a trace are shown. Steps of small operations are left out: the step that calls them says the same.

import type { TraceEvent } from '../../reference/index.ts';

const small = [
  'IS_CORE_MODULE',
  'IS_SCHEMED_MODULE',
  'IS_PATH_SPECIFIER',
  'NAMES_FOLDER',
  'BASE_FOLDERS',
  'FILE_AT',
  'STAT',
  'READ_PACKAGE_JSON',
  'PARSE_PACKAGE_JSON',
  'HAS_KNOWN_STRING',
  'SCAN_PACKAGE_JSON',
  'SKIP_VALUE',
  'SKIP_MAP',
  'PARSE_MAP',
  'PACKAGE_NAME',
  'PATTERN_KEY_COMPARE',
  'CONDITION_APPLIES',
  'HAS_REFUSED_SEGMENT',
  'INSERT_MATCH',
];

/** The events without those of small operations, unless they throw. */
export function withoutDetails(events: readonly TraceEvent[]): TraceEvent[] {
  return events.filter(
    ({ step, outcome }) => outcome === 'thrown' || !small.includes(step.split(' ')[0] ?? ''),
  );
}
