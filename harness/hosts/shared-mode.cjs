// The mode `shared`: takes messages from stdin, for many cases one after another. ES5 without dependencies, like host.cjs.
'use strict';

var asking = require('./answers.cjs');
var output = require('./catch-output.cjs');
var replies = require('./reply.cjs');
var setting = require('./put-back.cjs');
var settling = require('./settle.cjs');
var thread = require('./thread.cjs');

// A loader may replace these; the replies must not depend on that.
var chdir = process.chdir;
var parse = JSON.parse;
var exit = process.reallyExit || process.exit;
var later = typeof setImmediate === 'function' ? setImmediate : setTimeout;
var once = process.once;
var split = Function.prototype.call.bind(String.prototype.split);

var stdin;

/** Serves until the message `stop`, or the end of stdin. */
exports.serveShared = function serveShared(driver) {
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
      if (answer) replies.reply(answer);
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
};

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
  else asking.answerAll(driver, message.case, message.case.questions, runCaptured, finish);

  function finish(answers, declined) {
    chdir.call(process, base);
    putBack();
    if (declined !== undefined) done({ seq: message.seq, skipped: true, reason: declined });
    else done({ seq: message.seq, answers: answers });
  }
}

/** A thread that ends before it answers ends the process too, as it would if it were the process. */
function askThread(request, done) {
  thread.start(request, function (told) {
    if (!told.answers) return exit.call(process, told.exitCode);
    var program = { kind: 'run', stdout: told.stdout, exitCode: told.exitCode };
    // A listener of the program may have caught it.
    if (told.uncaught && told.exitCode !== 0) program.error = told.uncaught;
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
  output.catchOutput(function (text) {
    stdout += text;
  });
  if (driver.bare) process.argv = [process.argv[0], question.entry].concat(context.arguments);
  settling.settle(
    function () {
      return driver.run(question.entry, context);
    },
    function (error) {
      if (error && asking.isEsModule(question.entry)) afterRejections(finish, error);
      else if (error || !driver.bare) finish(error);
      else whenIdle(finish);
    }
  );

  function finish(error) {
    process.stdout.write = write;
    var exitCode = process.exitCode || 0;
    forgetExitCode();
    putBack();
    var answer = { kind: 'run', stdout: stdout, exitCode: error ? null : exitCode };
    if (error) answer.error = settling.describeError(error.thrown);
    done(answer);
  }
}

function nothing() {}

/** Bun below 1.1 takes only numbers. */
function forgetExitCode() {
  try {
    process.exitCode = undefined;
  } catch (_error) {
    process.exitCode = 0;
  }
}

/**
 * Node 14 to 20 report the error of a CommonJS module that is imported a second time, as a rejection that nobody handles. It
 * must end this case and not a later one.
 */
function afterRejections(done, error) {
  later(function () {
    done(error);
  });
}

/** Calls back when the process has nothing left to do except to wait for requests. */
function whenIdle(done) {
  stdin.unref();
  once.call(process, 'beforeExit', function () {
    stdin.ref();
    done();
  });
}
