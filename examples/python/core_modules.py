"""The core modules: the last two operations of the section "From a specifier to a file" that speak of them."""

from __future__ import annotations

from context import Context

# REQUIRE follows `locked` with the core modules that every Node has, and those that `locked` was written with.
LOADER_HAS = frozenset(
    "assert buffer child_process cluster console constants crypto dgram dns domain events fs http https module net os"
    " path process punycode querystring readline repl stream string_decoder sys timers tls tty url util v8 vm"
    " zlib".split()
)

# IS_CORE_MODULE 2 to 21: the condition of each step, and its names.
CORE_MODULES = [
    (
        "node",  # IS_CORE_MODULE 2
        "assert buffer child_process cluster console constants crypto dgram dns domain events fs http https module net"
        " os path punycode querystring readline repl stream string_decoder sys timers tls tty url util vm zlib",
    ),
    ("node 0.10–4", "freelist"),  # IS_CORE_MODULE 3
    ("node 0.10–6", "_debugger _linklist"),  # IS_CORE_MODULE 4
    (
        "node 0.10–24",  # IS_CORE_MODULE 5
        "_stream_duplex _stream_passthrough _stream_readable _stream_transform _stream_writable",
    ),
    ("node 0.12", "_debugger_agent smalloc"),  # IS_CORE_MODULE 6
    ("node 0.12–8", "_tls_legacy"),  # IS_CORE_MODULE 7
    (
        "node 0.12+",  # IS_CORE_MODULE 8
        "_http_agent _http_client _http_common _http_incoming _http_outgoing _http_server _tls_common _tls_wrap",
    ),
    ("node 4–6", "_debug_agent"),  # IS_CORE_MODULE 9
    ("node 4–24", "_stream_wrap"),  # IS_CORE_MODULE 10
    ("node 4+", "process v8"),  # IS_CORE_MODULE 11
    (
        "node 4–10",  # IS_CORE_MODULE 12
        "v8/tools/SourceMap v8/tools/codemap v8/tools/consarray v8/tools/csvparser v8/tools/logreader v8/tools/profile"
        " v8/tools/profile_view v8/tools/splaytree v8/tools/tickprocessor v8/tools/tickprocessor-driver",
    ),
    (
        "node 8–10",  # IS_CORE_MODULE 13
        "node-inspect/lib/_inspect node-inspect/lib/internal/inspect_client node-inspect/lib/internal/inspect_repl",
    ),
    ("node 10", "v8/tools/arguments"),  # IS_CORE_MODULE 14
    ("node 8+", "async_hooks http2 inspector perf_hooks"),  # IS_CORE_MODULE 15
    ("node 10+", "trace_events"),  # IS_CORE_MODULE 16
    ("node 12+", "worker_threads"),  # IS_CORE_MODULE 17
    ("node 14+", "diagnostics_channel fs/promises"),  # IS_CORE_MODULE 18
    (
        "node 16+",  # IS_CORE_MODULE 19
        "assert/strict dns/promises path/posix path/win32 stream/consumers stream/promises stream/web timers/promises"
        " util/types",
    ),
    ("node 18+", "readline/promises wasi"),  # IS_CORE_MODULE 20
    ("node 20+", "inspector/promises"),  # IS_CORE_MODULE 21
]


class CoreModules(Context):
    def is_core_module(self, name: str) -> bool:
        """Whether `require(NAME)` finds a core module, without the scheme `node:`."""
        if self.applies("locked") and name in LOADER_HAS:  # IS_CORE_MODULE 1
            return True
        for condition, names in CORE_MODULES:  # IS_CORE_MODULE 2 to 21
            if self.applies(condition) and name in names.split():
                return True
        return False  # IS_CORE_MODULE 22

    def is_schemed_module(self, name: str) -> bool:
        """Whether NAME is the name of a core module after the scheme `node:`."""
        if self.is_core_module(name):  # IS_SCHEMED_MODULE 1
            return True
        if name == "test":  # IS_SCHEMED_MODULE 2
            return True
        if self.applies("node 18+") and name == "test/reporters":  # IS_SCHEMED_MODULE 3
            return True
        if self.applies("node 20+") and name == "sea":  # IS_SCHEMED_MODULE 4
            return True
        if self.applies("node 22+") and name == "sqlite":  # IS_SCHEMED_MODULE 5
            return True
        if self.applies("node 26") and name == "ffi":  # IS_SCHEMED_MODULE 6
            return True
        return False  # IS_SCHEMED_MODULE 7
