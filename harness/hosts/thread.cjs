// Runs a case in its own thread inside a shared host. A thread is a whole environment of Node without anything of other
// cases. It starts much faster than a process, and ends like one, with an exit code from Node itself. ES5 without
// dependencies, like host.cjs; Node has threads since version 12.
'use strict';

var setting = require('./put-back.cjs');

var threads = attemptToLoad();
var Thread = threads && threads.Worker;
var script = process.argv[1];
var argv = process.argv.slice(2);
// Programs in this process may replace these functions.
var variables = setting.copyOf(process.env);

/** The request of this thread; undefined in the main thread of a process. */
exports.request = threads && !threads.isMainThread ? threads.workerData : undefined;

/** Sends a message from this thread to the thread that started it. */
exports.tell = function tell(message) {
  threads.parentPort.postMessage(message);
};

/**
 * Starts the script of this process again as a thread that answers the request, and waits for its end.
 * @param done called with the messages of the thread in one object, with their `stdout` joined, and `exitCode`
 */
exports.start = function start(request, done) {
  var told = { stdout: '' };
  var environment = setting.copyOf(variables);
  Object.keys(request.environment).forEach(function (name) {
    if (name !== 'NODE_OPTIONS') environment[name] = request.environment[name];
  });
  var thread = new Thread(script, {
    argv: argv,
    env: environment,
    stdout: true,
    workerData: request
  });
  thread.on('message', function (message) {
    Object.keys(Object(message)).forEach(function (key) {
      told[key] = key === 'stdout' ? told.stdout + message.stdout : message[key];
    });
  });
  // The thread itself reports the error that ended it; here the error must only not end this thread too.
  thread.on('error', function () {});
  thread.on('exit', function (exitCode) {
    told.exitCode = exitCode;
    done(told);
  });
};

function attemptToLoad() {
  try {
    return require('worker_threads');
  } catch (_) {
    return undefined;
  }
}
