// The part of a host that runs inside the process of the implementation: it takes requests, asks a driver, and
// replies. Plain ES5 without dependencies, because it also runs in Node 0.10.
//
// Modes:
// - shared: `start`, `run` and `stop` messages as JSON lines on stdin, for many cases one after another;
// - alone: one `run` message as an argument; the process then ends by itself as the program does;
// - thread: like alone, but in a thread that a shared host starts when a `run` message requests one.
// Replies are JSON lines on descriptor 3, because standard output belongs to the program; each begins with a line end,
// because others may write to the descriptor too if a driver names another one.
//
// A driver has: describe() -> start reply; resolve(specifier, referrer, context) -> path or name of a core module;
// run(entry, context) in a shared process; runAlone(entry, context) in its own process. Each may return a promise. A
// driver is `bare` if its process contains only a loader, so that all remaining work belongs to the program.
'use strict';

var fs = require('fs');
var path = require('path');
var setting = require('./put-back.cjs');
var thread = require('./thread.cjs');

// A loader may replace these; the replies must not depend on that.
var writeSync = fs.writeSync;
var chdir = process.chdir;
var parse = JSON.parse;
var stringify = JSON.stringify;
var exit = process.reallyExit || process.exit;
var once = process.once;
var split = Function.prototype.call.bind(String.prototype.split);
var Bytes = Buffer;
var bytesFrom = Buffer.from && Buffer.from !== Uint8Array.from && Buffer.from;

var replyDescriptor = 3;
var stdin;

/** Serves the driver in the mode that the command line names. */
exports.serve = function serve(driver) {
  replyDescriptor = driver.replyDescriptor || replyDescriptor;
  if (thread.request) serveInThread(driver, thread.request);
  else if (process.argv[2] === 'alone') serveAlone(driver, parse(process.argv[3]), reply);
  else serveShared(driver);
};

/**
 * Answers the resolutions of a case before the runtime itself runs the program, and reports the error that ends the
 * program.
 */
exports.serveBefore = function serveBefore(driver, request) {
  replyDescriptor = driver.replyDescriptor || replyDescriptor;
  reply({ ready: true });
  process.on('uncaughtExceptionMonitor', function (error) {
    reply({ uncaught: describeError(error) });
  });
  answerAll(driver, request, resolutionsOf(request), null, function (answers) {
    reply({ answers: answers });
  });
};

// --- shared ---------------------------------------------------------------------------------------------------

function serveShared(driver) {
  var waiting = [];
  var busy = false;
  var rest = '';
  var base = process.cwd();

  function next() {
    if (busy || waiting.length === 0) return;
    busy = true;
    var line = waiting[0];
    waiting = tail(waiting);
    handle(driver, parse(line), base, function (answer) {
      busy = false;
      if (answer) reply(answer);
      next();
    });
  }

  stdin = process.stdin;
  stdin.setEncoding('utf8');
  stdin.on('data', function (chunk) {
    var lines = split(rest + chunk, '\n');
    var index;
    rest = lines[lines.length - 1];
    for (index = 0; index < lines.length - 1; index++) waiting[waiting.length] = lines[index];
    next();
  });
  stdin.on('end', leave);
}

/** All but the first; works even if the methods of arrays were replaced. */
function tail(items) {
  var rest = [];
  var index;
  for (index = 1; index < items.length; index++) rest[index - 1] = items[index];
  return rest;
}

/** Listeners of 'exit' belong to the loader; they are not awaited, because nothing that they do is observed. */
function leave() {
  exit.call(process, 0);
}

function handle(driver, message, base, done) {
  if (message.cmd === 'stop') return leave();
  if (message.cmd === 'start') return done(driver.describe());
  var putBack = setting.setUpFor(message.case);
  if (message.inThread) askThread(message.case, finish);
  else answerAll(driver, message.case, message.case.questions, runCaptured, finish);

  function finish(answers) {
    chdir.call(process, base);
    putBack();
    done({ seq: message.seq, answers: answers });
  }
}

/** A thread that ends before it answers ends the process too, as it would if it were the process. */
function askThread(request, done) {
  thread.start(request, function (told) {
    if (!told.answers) return exit.call(process, told.exitCode);
    var program = { kind: 'run', stdout: told.stdout, exitCode: told.exitCode };
    if (told.uncaught) program.error = told.uncaught;
    var place = 0;
    done(
      request.questions.map(function (question) {
        return question.kind === 'run' ? program : told.answers[place++];
      })
    );
  });
}

/** Runs the entry with its output captured; other cases use the same process. */
function runCaptured(driver, question, context, done) {
  var write = process.stdout.write;
  var putBack = driver.bare ? setting.noteProgram() : nothing;
  var stdout = '';
  catchOutput(function (text) {
    stdout += text;
  });
  if (driver.bare) process.argv = [process.argv[0], question.entry].concat(context.arguments);
  settle(
    function () {
      return driver.run(question.entry, context);
    },
    function (error) {
      if (error || !driver.bare) finish(error);
      else whenIdle(finish);
    }
  );

  function finish(error) {
    process.stdout.write = write;
    var exitCode = process.exitCode || 0;
    process.exitCode = undefined;
    putBack();
    var answer = { kind: 'run', stdout: stdout, exitCode: error ? null : exitCode };
    if (error) answer.error = describeError(error.thrown);
    done(answer);
  }
}

function nothing() {}

/** From now on calls `take` with everything that is printed. */
function catchOutput(take) {
  process.stdout.write = function (chunk, encoding, callback) {
    take(typeof chunk === 'string' ? chunk : chunk.toString());
    var called = typeof encoding === 'function' ? encoding : callback;
    if (typeof called === 'function') called();
    return true;
  };
}

/** Calls back when the process has nothing left to do except to wait for requests. */
function whenIdle(done) {
  stdin.unref();
  once.call(process, 'beforeExit', function () {
    stdin.ref();
    done();
  });
}

// --- alone, in a process or in a thread -------------------------------------------------------------------------

/** Standard output is also sent in messages, so that none of it is lost when the program ends the thread. */
function serveInThread(driver, request) {
  catchOutput(function (text) {
    thread.tell({ stdout: text });
  });
  serveAlone(driver, request, thread.tell);
}

function serveAlone(driver, request, tell) {
  tell({ ready: true });
  var program = request.questions.filter(function (question) {
    return question.kind === 'run';
  })[0];
  answerAll(driver, request, resolutionsOf(request), null, function (answers) {
    tell({ answers: answers });
    if (program) runNaturally(driver, program, contextOf(request), tell);
  });
}

function resolutionsOf(request) {
  return request.questions.filter(function (question) {
    return question.kind === 'resolve';
  });
}

/** Runs the entry as the program of this process or thread. Its end and its output are observed from outside. */
function runNaturally(driver, question, context, tell) {
  process.argv = [process.argv[0], question.entry].concat(context.arguments);
  settle(
    function () {
      return (driver.runAlone || driver.run)(question.entry, context);
    },
    function (error) {
      if (!error) return;
      tell({ uncaught: describeError(error.thrown) });
      throw error.thrown;
    }
  );
}

// --- both -----------------------------------------------------------------------------------------------------

function contextOf(request) {
  return {
    root: request.root,
    edition: request.edition,
    environment: request.environment,
    arguments: request.arguments
  };
}

function answerAll(driver, request, questions, runProgram, done) {
  var context = contextOf(request);
  var answers = [];
  function next() {
    var question = questions[answers.length];
    if (!question) return done(answers);
    var take = function (answer) {
      answers[answers.length] = answer;
      next();
    };
    if (question.kind === 'run') runProgram(driver, question, context, take);
    else resolve(driver, question, context, take);
  }
  next();
}

function resolve(driver, question, context, done) {
  settle(
    function () {
      return driver.resolve(question.specifier, question.from, context);
    },
    function (error, answer) {
      done(error ? { kind: 'error', error: describeError(error.thrown) } : describeTarget(answer));
    }
  );
}

/** An absolute path, the name of a core module, or a description of any other answer. */
function describeTarget(answer) {
  if (typeof answer !== 'string') return { kind: 'file', path: '(' + typeof answer + ')' };
  var text = answer.slice(0, longestPath);
  if (path.resolve(text) === path.normalize(text)) return { kind: 'file', path: text };
  if (text.length <= longestName && coreName.test(text))
    return { kind: 'builtin', name: text.replace(/^node:/, '') };
  return { kind: 'file', path: text };
}

// No path of a file in a tree is longer.
var longestPath = 10000;
var longestName = 200;

// The names of core modules depend on the line that a loader follows, but none of them contains a dot.
var coreName = /^(node:)?[a-z_][a-z0-9_]*(\/[a-z0-9_]+)*$/;

/**
 * Calls `ask`, waits for a promise if it returns one, then calls `done({ thrown })` or `done(undefined, value)`; only
 * once, even if a false promise settles several times.
 */
function settle(ask, done) {
  var settled = false;
  function once(error, value) {
    if (settled) return;
    settled = true;
    done(error, value);
  }
  function fail(error) {
    once({ thrown: error });
  }
  function succeed(value) {
    once(undefined, value);
  }
  var outcome = attempt(ask);
  if (outcome.error || !outcome.value) return once(outcome.error, outcome.value);
  var then = attempt(function () {
    return outcome.value.then;
  });
  if (then.error || typeof then.value !== 'function') return once(then.error, outcome.value);
  var asked = attempt(function () {
    then.value.call(outcome.value, succeed, fail);
  });
  if (asked.error) once(asked.error);
}

/** `{ value }`, or `{ error: { thrown } }`: a program may throw any value, even undefined. */
function attempt(action) {
  try {
    return { value: action() };
  } catch (error) {
    return { error: { thrown: error } };
  }
}

/** Describes a thrown value. It may be any value, and may throw when its properties are read. */
function describeError(error) {
  var described = {};
  try {
    described.name = String((error && error.name) || typeof error).slice(0, 200);
    if (error && error.code !== undefined) described.code = String(error.code).slice(0, 200);
    described.message = String(error && error.message !== undefined ? error.message : error).slice(0, 2000);
    return described;
  } catch (_) {
    return { name: 'unreadable', message: 'reading the thrown value threw an error' };
  }
}

function reply(message) {
  var bytes = toBuffer('\n' + stringify(message) + '\n');
  var written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(replyDescriptor, bytes, written, bytes.length - written, null);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}

function toBuffer(text) {
  return bytesFrom ? bytesFrom(text, 'utf8') : new Bytes(text, 'utf8');
}
