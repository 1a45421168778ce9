// A case in a thread of its own, inside a shared host: a whole environment of Node, with nothing left in it of other
// cases, that starts in a fraction of the time a process takes and ends as one does, with an exit code of Node's own
// making. ES5 without dependencies, as host.cjs is; threads there are since Node 12.
'use strict';

var setting = require('./put-back.cjs');

var threads = attemptToLoad();
var Thread = threads && threads.Worker;
var script = process.argv[1];
var argv = process.argv.slice(2);
// Programs in this process may set others.
var variables = setting.copyOf(process.env);

/** The request that this thread was started for; undefined in the main thread of a process. */
exports.request = threads && !threads.isMainThread ? threads.workerData : undefined;

/** Sends a message of this thread to the one that started it. */
exports.tell = function tell(message) {
  threads.parentPort.postMessage(message);
};

/**
 * Starts the script of this process once more as a thread that answers the request, and waits for its end.
 * @param done is called with what the thread told, all messages in one object with their `stdout` joined, and `exitCode`
 */
exports.start = function start(request, done) {
  var told = { stdout: '' };
  var environment = setting.copyOf(variables);
  Object.keys(request.environment).forEach(function (name) {
    environment[name] = request.environment[name];
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
  // Which error ended it is told by itself; here it must only not end this thread as well.
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
