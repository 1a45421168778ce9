// Calls what may throw, or return a promise, and describes what was thrown. ES5 without dependencies, like host.cjs.
'use strict';

/**
 * Calls `ask`, waits for a promise if it returns one, then calls `done({ thrown })` or `done(undefined, value)`; only
 * once, even if a false promise settles several times.
 */
exports.settle = function settle(ask, done) {
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
};

/** `{ value }`, or `{ error: { thrown } }`: a program may throw any value, even undefined. */
function attempt(action) {
  try {
    return { value: action() };
  } catch (error) {
    return { error: { thrown: error } };
  }
}

/** Describes a thrown value. It may be any value, and may throw when its properties are read. */
exports.describeError = function describeError(error) {
  var described = {};
  try {
    described.name = String((error && error.name) || typeof error).slice(0, 200);
    if (error && error.code !== undefined) described.code = String(error.code).slice(0, 200);
    described.message = String(error && error.message !== undefined ? error.message : error).slice(0, 2000);
    return described;
  } catch (_) {
    return { name: 'unreadable', message: 'reading the thrown value threw an error' };
  }
};
