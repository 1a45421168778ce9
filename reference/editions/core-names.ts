// Which core modules each Node line has, by the names under which a program can require them: the steps of IS_CORE_MODULE
// and IS_SCHEMED_MODULE of spec/01-algorithm/1-algorithm.md as a table.

import { type Line, lines } from '../behaviours/lines.ts';

/** The names that one step knows. */
export interface NameGroup {
  readonly step: string;
  readonly names: readonly string[];
}

/** The names that need no scheme. */
export function coreNamesOf(line: Line): NameGroup[] {
  return groupsIn(spans, line);
}

/** The names that are core modules only behind `node:`. */
export function schemeOnlyNamesOf(line: Line): NameGroup[] {
  return groupsIn(schemeOnlySpans, line);
}

function groupsIn(table: readonly Span[], line: Line): NameGroup[] {
  return table
    .filter(([, first, last]) => isIn(line, first, last))
    .map(([step, , , names]) => ({ step, names: names.split(/\s+/) }));
}

function isIn(line: Line, first: Line, last: Span[2]): boolean {
  const position = lines.indexOf(line);
  return lines.indexOf(first) <= position && (last === 'still' || position <= lines.indexOf(last));
}

/**
 * A step, and the first and the last line that have its names, `still` where none has dropped them; seen on the releases of
 * the lines.
 */
type Span = readonly [step: string, first: Line, last: Line | 'still', names: string];

const spans: readonly Span[] = [
  // IS_CORE_MODULE 2: (node) If NAME is one of `assert`, `buffer`, `child_process`, `cluster`, `console`,
  //   `constants`, `crypto`, `dgram`, `dns`, `domain`, `events`, `fs`, `http`, `https`, `module`, `net`,
  //   `os`, `path`, `punycode`, `querystring`, `readline`, `repl`, `stream`, `string_decoder`, `sys`,
  //   `timers`, `tls`, `tty`, `url`, `util`, `vm` and `zlib`, return true.
  [
    'IS_CORE_MODULE 2',
    '0.10',
    'still',
    `assert buffer child_process cluster console constants crypto dgram dns domain events fs http
      https module net os path punycode querystring readline repl stream string_decoder sys timers
      tls tty url util vm zlib`,
  ],
  // IS_CORE_MODULE 3: (node 0.10–4) If NAME is `freelist`, return true.
  ['IS_CORE_MODULE 3', '0.10', '4', 'freelist'],
  // IS_CORE_MODULE 4: (node 0.10–6) If NAME is `_debugger` or `_linklist`, return true.
  ['IS_CORE_MODULE 4', '0.10', '6', '_debugger _linklist'],
  // IS_CORE_MODULE 5: (node 0.10–24) If NAME is one of `_stream_duplex`, `_stream_passthrough`,
  //   `_stream_readable`, `_stream_transform` and `_stream_writable`, return true.
  [
    'IS_CORE_MODULE 5',
    '0.10',
    '24',
    '_stream_duplex _stream_passthrough _stream_readable _stream_transform _stream_writable',
  ],
  // IS_CORE_MODULE 6: (node 0.12) If NAME is `_debugger_agent` or `smalloc`, return true.
  ['IS_CORE_MODULE 6', '0.12', '0.12', '_debugger_agent smalloc'],
  // IS_CORE_MODULE 7: (node 0.12–8) If NAME is `_tls_legacy`, return true.
  ['IS_CORE_MODULE 7', '0.12', '8', '_tls_legacy'],
  // IS_CORE_MODULE 8: (node 0.12+) If NAME is one of `_http_agent`, `_http_client`, `_http_common`,
  //   `_http_incoming`, `_http_outgoing`, `_http_server`, `_tls_common` and `_tls_wrap`, return true.
  [
    'IS_CORE_MODULE 8',
    '0.12',
    'still',
    `_http_agent _http_client _http_common _http_incoming _http_outgoing _http_server _tls_common
      _tls_wrap`,
  ],
  // IS_CORE_MODULE 9: (node 4–6) If NAME is `_debug_agent`, return true.
  ['IS_CORE_MODULE 9', '4', '6', '_debug_agent'],
  // IS_CORE_MODULE 10: (node 4–24) If NAME is `_stream_wrap`, return true.
  ['IS_CORE_MODULE 10', '4', '24', '_stream_wrap'],
  // IS_CORE_MODULE 11: (node 4+) If NAME is `process` or `v8`, return true.
  ['IS_CORE_MODULE 11', '4', 'still', 'process v8'],
  // IS_CORE_MODULE 12: (node 4–10) If NAME is one of `v8/tools/SourceMap`, `v8/tools/codemap`,
  //   `v8/tools/consarray`, `v8/tools/csvparser`, `v8/tools/logreader`, `v8/tools/profile`,
  //   `v8/tools/profile_view`, `v8/tools/splaytree`, `v8/tools/tickprocessor` and
  //   `v8/tools/tickprocessor-driver`, return true.
  [
    'IS_CORE_MODULE 12',
    '4',
    '10',
    `v8/tools/SourceMap v8/tools/codemap v8/tools/consarray v8/tools/csvparser v8/tools/logreader
      v8/tools/profile v8/tools/profile_view v8/tools/splaytree v8/tools/tickprocessor
      v8/tools/tickprocessor-driver`,
  ],
  // IS_CORE_MODULE 13: (node 8–10) If NAME is one of `node-inspect/lib/_inspect`,
  //   `node-inspect/lib/internal/inspect_client` and `node-inspect/lib/internal/inspect_repl`, return true.
  [
    'IS_CORE_MODULE 13',
    '8',
    '10',
    `node-inspect/lib/_inspect node-inspect/lib/internal/inspect_client
      node-inspect/lib/internal/inspect_repl`,
  ],
  // IS_CORE_MODULE 14: (node 10) If NAME is `v8/tools/arguments`, return true.
  ['IS_CORE_MODULE 14', '10', '10', 'v8/tools/arguments'],
  // IS_CORE_MODULE 15: (node 8+) If NAME is one of `async_hooks`, `http2`, `inspector` and `perf_hooks`,
  //   return true.
  ['IS_CORE_MODULE 15', '8', 'still', 'async_hooks http2 inspector perf_hooks'],
  // IS_CORE_MODULE 16: (node 10+) If NAME is `trace_events`, return true.
  ['IS_CORE_MODULE 16', '10', 'still', 'trace_events'],
  // IS_CORE_MODULE 17: (node 12+) If NAME is `worker_threads`, return true.
  ['IS_CORE_MODULE 17', '12', 'still', 'worker_threads'],
  // IS_CORE_MODULE 18: (node 14+) If NAME is `diagnostics_channel` or `fs/promises`, return true.
  ['IS_CORE_MODULE 18', '14', 'still', 'diagnostics_channel fs/promises'],
  // IS_CORE_MODULE 19: (node 16+) If NAME is one of `assert/strict`, `dns/promises`, `path/posix`,
  //   `path/win32`, `stream/consumers`, `stream/promises`, `stream/web`, `timers/promises` and `util/types`,
  //   return true.
  [
    'IS_CORE_MODULE 19',
    '16',
    'still',
    `assert/strict dns/promises path/posix path/win32 stream/consumers stream/promises stream/web
      timers/promises util/types`,
  ],
  // IS_CORE_MODULE 20: (node 18+) If NAME is `readline/promises` or `wasi`, return true.
  ['IS_CORE_MODULE 20', '18', 'still', 'readline/promises wasi'],
  // IS_CORE_MODULE 21: (node 20+) If NAME is `inspector/promises`, return true.
  ['IS_CORE_MODULE 21', '20', 'still', 'inspector/promises'],
];

const schemeOnlySpans: readonly Span[] = [
  // IS_SCHEMED_MODULE 2: If NAME is `test`, return true.
  ['IS_SCHEMED_MODULE 2', '16', 'still', 'test'],
  // IS_SCHEMED_MODULE 3: (node 18+) If NAME is `test/reporters`, return true.
  ['IS_SCHEMED_MODULE 3', '18', 'still', 'test/reporters'],
  // IS_SCHEMED_MODULE 4: (node 20+) If NAME is `sea`, return true.
  ['IS_SCHEMED_MODULE 4', '20', 'still', 'sea'],
  // IS_SCHEMED_MODULE 5: (node 22+) If NAME is `sqlite`, return true.
  ['IS_SCHEMED_MODULE 5', '22', 'still', 'sqlite'],
  // IS_SCHEMED_MODULE 6: (node 26+) If NAME is `ffi`, return true.
  ['IS_SCHEMED_MODULE 6', '26', 'still', 'ffi'],
];
