// Which core modules each Node line has, by the names under which a program can require them.

import { type Line, lines } from './lines.ts';

/** The names that need no scheme. */
export function coreNamesOf(line: Line): string[] {
  return namesIn(spans, line);
}

/** The names that are core modules only behind `node:`. */
export function schemeOnlyNamesOf(line: Line): string[] {
  return namesIn(schemeOnlySpans, line);
}

function namesIn(table: readonly Span[], line: Line): string[] {
  return table
    .filter(([first, last]) => isIn(line, first, last))
    .flatMap(([, , names]) => names.split(/\s+/));
}

function isIn(line: Line, first: Line, last: Span[1]): boolean {
  const position = lines.indexOf(line);
  return lines.indexOf(first) <= position && (last === 'still' || position <= lines.indexOf(last));
}

/** The first and the last line that have these names, `still` where none has dropped them; seen on the releases of the lines. */
type Span = readonly [first: Line, last: Line | 'still', names: string];

const spans: readonly Span[] = [
  ['0.10', '4', 'freelist'],
  ['0.10', '6', '_debugger _linklist'],
  ['0.10', '24', `_stream_duplex _stream_passthrough _stream_readable _stream_transform _stream_writable`],
  [
    '0.10',
    'still',
    `assert buffer child_process cluster console constants crypto dgram dns domain events fs http
      https module net os path punycode querystring readline repl stream string_decoder sys timers
      tls tty url util vm zlib`,
  ],
  ['0.12', '0.12', '_debugger_agent smalloc'],
  ['0.12', '8', '_tls_legacy'],
  [
    '0.12',
    'still',
    `_http_agent _http_client _http_common _http_incoming _http_outgoing _http_server _tls_common
      _tls_wrap`,
  ],
  ['4', '6', '_debug_agent'],
  ['4', '24', '_stream_wrap'],
  ['4', 'still', 'process v8'],
  ['8', 'still', 'async_hooks http2 inspector perf_hooks'],
  ['10', 'still', 'trace_events'],
  ['12', 'still', 'worker_threads'],
  ['14', 'still', 'diagnostics_channel fs/promises'],
  [
    '16',
    'still',
    `assert/strict dns/promises path/posix path/win32 stream/consumers stream/promises stream/web
      timers/promises util/types`,
  ],
  ['18', 'still', 'readline/promises wasi'],
  ['20', 'still', 'inspector/promises'],
];

const schemeOnlySpans: readonly Span[] = [
  ['16', 'still', 'test'],
  ['18', 'still', 'test/reporters'],
  ['20', 'still', 'sea'],
  ['22', 'still', 'sqlite'],
  ['26', 'still', 'ffi'],
];
