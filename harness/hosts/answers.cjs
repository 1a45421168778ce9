// The answers of a driver to the questions of a case. ES5 without dependencies, like host.cjs.
'use strict';

var path = require('path');
var settling = require('./settle.cjs');

/** The platform of this machine. */
var machine = path.sep === '/' ? 'posix' : 'win32';

exports.contextOf = contextOf;

function contextOf(request) {
  return {
    root: request.root,
    edition: request.edition,
    platform: request.platform || machine,
    environment: request.environment,
    conditions: request.conditions || [],
    arguments: request.arguments
  };
}

// The errors that `decline` has made; a loader under test can't make one.
var declined = [];

/** What a driver throws for a question that its loader does not answer, such as one of another function. */
exports.decline = function decline(reason) {
  var error = new Error(reason);
  declined.push(error);
  return error;
};

/** Asks one question after another, until one is declined; `runProgram` runs the entry. */
exports.answerAll = function answerAll(driver, request, questions, runProgram, done) {
  var context = contextOf(request);
  var answers = [];
  function next() {
    var question = questions[answers.length];
    if (!question) return done(answers);
    var take = function (answer) {
      if (answer.declined !== undefined) return done(answers, answer.declined);
      answers[answers.length] = answer;
      next();
    };
    if (question.kind === 'run') runProgram(driver, question, context, take);
    else resolve(driver, question, context, take);
  }
  next();
};

function resolve(driver, question, context, done) {
  var ask = askers[question.by] || 'resolve';
  var describe = question.by ? describeImported : describeTarget;
  settling.settle(
    function () {
      return driver[ask](question.specifier, question.from, context);
    },
    function (error, answer) {
      if (error && declined.indexOf(error.thrown) >= 0) return done({ declined: error.thrown.message });
      done(error ? { kind: 'error', error: settling.describeError(error.thrown) } : describe(answer));
    }
  );
}

// The function of a driver for each way of import.
var askers = { import: 'resolveImport', 'import.meta.resolve': 'resolveImportMeta' };

/** A URL, as text or as an object; or the same as for require, if the loader returns paths. */
function describeImported(answer) {
  var text = String((answer && answer.href) || answer).slice(0, longestUrl);
  return /^[a-z][a-z0-9+.-]+:/i.test(text) ? { kind: 'url', url: text } : describeTarget(answer);
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
// Each byte of a path may take three characters.
var longestUrl = 30000;
var longestName = 200;

// The names of core modules depend on the line that a loader follows, but none of them contains a dot.
var coreName = /^(node:)?[a-z_][a-z0-9_-]*(\/[a-z0-9_-]+)*$/i;

exports.resolutionsOf = function resolutionsOf(request) {
  return request.questions.filter(function (question) {
    return question.kind === 'resolve';
  });
};

/** Whether the entry of a program is imported, whatever its package says. */
exports.isEsModule = function isEsModule(entry) {
  return /\.mjs$/.test(entry);
};
