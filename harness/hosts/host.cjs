// The part of a host that runs inside the process of the implementation: it takes requests, asks a driver, and
// replies. Plain ES5 without dependencies, because it also runs in Node 0.10.
//
// Modes:
// - shared: `start`, `run` and `stop` messages as JSON lines on stdin, for many cases one after another;
// - alone: one `run` message as an argument; the process then ends by itself as the program does;
// - thread: like alone, but in a thread that a shared host starts when a `run` message requests one.
// Replies are JSON lines on descriptor 3, because standard output belongs to the program.
//
// A driver has: describe() -> start reply; resolve(specifier, referrer, context) -> path or name of a core module;
// resolveImport(specifier, referrer, context) and resolveImportMeta, the same for import and import.meta.resolve -> URL;
// run(entry, context) in a shared process; runAlone(entry, context) in its own process. Each may return a promise. A
// driver is `bare` if its process contains only a loader, so that all remaining work belongs to the program.
'use strict';

var alone = require('./alone-mode.cjs');
var asking = require('./answers.cjs');
var replies = require('./reply.cjs');
var settling = require('./settle.cjs');
var shared = require('./shared-mode.cjs');
var thread = require('./thread.cjs');

exports.decline = asking.decline;

/** Serves the driver in the mode that the command line names. */
exports.serve = function serve(driver) {
  replies.replyTo(driver.replyDescriptor);
  if (thread.request) alone.serveInThread(driver, thread.request);
  else if (process.argv[2] === 'alone') alone.serveAlone(driver, JSON.parse(process.argv[3]), replies.reply);
  else shared.serveShared(driver);
};

/**
 * Answers the resolutions of a case before the runtime itself runs the program, and reports the error that ends the
 * program.
 */
exports.serveBefore = function serveBefore(driver, request) {
  replies.replyTo(driver.replyDescriptor);
  replies.reply({ ready: true });
  watchErrors(function (error) {
    replies.reply({ uncaught: settling.describeError(error) });
  });
  asking.answerAll(driver, request, asking.resolutionsOf(request), null, function (answers) {
    replies.reply({ answers: answers });
  });
};

/** The event is younger than Node 10, which calls this function instead. */
function watchErrors(see) {
  var fatal = process._fatalException;
  if (!/^v(\d|1[01])\./.test(process.version)) return process.on('uncaughtExceptionMonitor', see);
  process._fatalException = function (error, fromPromise) {
    see(error);
    return fatal.call(process, error, fromPromise);
  };
}
