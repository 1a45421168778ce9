// The part of a host that runs inside the implementation's own process: it takes requests, asks a driver, and
// replies. Plain ES5 without dependencies, because it also runs inside Node 0.10.
//
// Ways of life:
// - shared: `start`, `run` and `stop` messages as JSON lines on stdin, many cases one after another;
// - alone: one `run` message as an argument, the process then ends by itself as the program would;
// - thread: as alone, but in a thread that a shared host starts when a `run` message asks for one.
// Replies are JSON lines on descriptor 3, so that standard output belongs to the program; each begins with a line end,
// because a driver may name a descriptor on which others write too.
//
// A driver has: describe() -> start reply; resolve(specifier, referrer, context) -> path or core module name;
// run(entry, context) in a shared process; runAlone(entry, context) in one of its own. Any may return a promise. It is
// `bare` when nothing but a loader is in its process, so that whatever is left to do there is the program's.
'use strict';

var fs = require('fs');
var path = require('path');
var setting = require('./put-back.cjs');
var thread = require('./thread.cjs');

// What a loader puts in the place of these must not reach the replies.
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

/** Serves the driver in the way of life that the command line names. */
exports.serve = function serve(driver) {
  replyDescriptor = driver.replyDescriptor || replyDescriptor;
  if (thread.request) serveInThread(driver, thread.request);
  else if (process.argv[2] === 'alone') serveAlone(driver, parse(process.argv[3]), reply);
  else serveShared(driver);
};

/**
 * Answers the resolutions of a case before the runtime runs the program of it by itself, and tells which error ends
 * that.
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

/** All but the first, whatever has become of the methods of arrays. */
function tail(items) {
  var rest = [];
  var index;
  for (index = 1; index < items.length; index++) rest[index - 1] = items[index];
  return rest;
}

/** Listeners of 'exit' are the loader's; they get no time, because nothing that they do is looked at. */
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

/** A thread that did not come to the answers takes the process with it, as it would if it were one. */
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

/** Runs the entry with its output captured; other cases share this process. */
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

/** Gives what is printed to `take` from now on. */
function catchOutput(take) {
  process.stdout.write = function (chunk, encoding, callback) {
    take(typeof chunk === 'string' ? chunk : chunk.toString());
    var called = typeof encoding === 'function' ? encoding : callback;
    if (typeof called === 'function') called();
    return true;
  };
}

/** Calls back when the process would end by itself but for the requests it waits for. */
function whenIdle(done) {
  stdin.unref();
  once.call(process, 'beforeExit', function () {
    stdin.ref();
    done();
  });
}

// --- alone, in a process or in a thread -------------------------------------------------------------------------

/** Standard output goes through the messages as well, so that nothing of it is left when the program ends the thread. */
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

/** Runs the entry as the program of this process or thread. How it ends and what it prints is seen from outside. */
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

/** An absolute path, the name of a core module, or whatever else was answered, as far as it can be told. */
function describeTarget(answer) {
  if (typeof answer !== 'string') return { kind: 'file', path: '(' + typeof answer + ')' };
  var text = answer.slice(0, longestPath);
  if (path.resolve(text) === path.normalize(text)) return { kind: 'file', path: text };
  if (text.length <= longestName && coreName.test(text))
    return { kind: 'builtin', name: text.replace(/^node:/, '') };
  return { kind: 'file', path: text };
}

// No file of a tree has a longer one.
var longestPath = 10000;
var longestName = 200;

// Which names are core modules depends on the line that a loader follows, but none of them has a dot.
var coreName = /^(node:)?[a-z_][a-z0-9_]*(\/[a-z0-9_]+)*$/;

/**
 * Calls `ask`, waits for a promise if it gives one, then calls `done({ thrown })` or `done(undefined, value)`; once,
 * however often a promise that is none says so.
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

/** `{ value }`, or `{ error: { thrown } }`: anything may be thrown, undefined too. */
function attempt(action) {
  try {
    return { value: action() };
  } catch (error) {
    return { error: { thrown: error } };
  }
}

/** What can be told of a thrown value, which may be anything and may throw when touched. */
function describeError(error) {
  var described = {};
  try {
    described.name = String((error && error.name) || typeof error).slice(0, 200);
    if (error && error.code !== undefined) described.code = String(error.code).slice(0, 200);
    described.message = String(error && error.message !== undefined ? error.message : error).slice(0, 2000);
    return described;
  } catch (_) {
    return { name: 'unreadable', message: 'the thrown value threw when it was read' };
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
