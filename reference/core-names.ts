// Which core modules each Node line has, by the names under which a program can require them.

/** The Node lines in release order. */
const lines = ['0.10', '0.12', '4', '6', '8', '10', '12', '14', '16', '18', '20', '22', '24', '26'] as const;
export type Line = (typeof lines)[number];

/** The names that need no scheme. */
export function coreNamesOf(line: Line): string[] {
  return namesIn(spans, line);
}

/** The names that are core modules only behind `node:`. */
export function schemeOnlyNamesOf(line: Line): string[] {
  return namesIn(schemeOnlySpans, line);
}

function namesIn(table: readonly Span[], line: Line): string[] {
  const at = lines.indexOf(line);
  return table
    .filter(([first, last]) => lines.indexOf(first) <= at && at <= lines.indexOf(last))
    .flatMap(([, , names]) => names.split(/\s+/));
}

/** The first and the last line that have these names; seen on the releases of the lines. */
type Span = readonly [first: Line, last: Line, names: string];

const spans: readonly Span[] = [
  ['0.10', '4', 'freelist'],
  ['0.10', '6', '_debugger _linklist'],
  ['0.10', '24', `_stream_duplex _stream_passthrough _stream_readable _stream_transform _stream_writable`],
  [
    '0.10',
    '26',
    `assert buffer child_process cluster console constants crypto dgram dns domain events fs http
      https module net os path punycode querystring readline repl stream string_decoder sys timers
      tls tty url util vm zlib`,
  ],
  ['0.12', '0.12', '_debugger_agent smalloc'],
  ['0.12', '8', '_tls_legacy'],
  [
    '0.12',
    '26',
    `_http_agent _http_client _http_common _http_incoming _http_outgoing _http_server _tls_common
      _tls_wrap`,
  ],
  ['4', '6', '_debug_agent'],
  ['4', '24', '_stream_wrap'],
  ['4', '26', 'process v8'],
  ['8', '26', 'async_hooks http2 inspector perf_hooks'],
  ['10', '26', 'trace_events'],
  ['12', '26', 'worker_threads'],
  ['14', '26', 'diagnostics_channel fs/promises'],
  [
    '16',
    '26',
    `assert/strict dns/promises path/posix path/win32 stream/consumers stream/promises stream/web
      timers/promises util/types`,
  ],
  ['18', '26', 'readline/promises wasi'],
  ['20', '26', 'inspector/promises'],
];

const schemeOnlySpans: readonly Span[] = [
  ['16', '26', 'test'],
  ['18', '26', 'test/reporters'],
  ['20', '26', 'sea'],
  ['22', '26', 'sqlite'],
  ['26', '26', 'ffi'],
];
