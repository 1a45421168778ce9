// Catches what a program prints. ES5 without dependencies, like host.cjs.
'use strict';

/** From now on calls `take` with everything that is printed. */
exports.catchOutput = function catchOutput(take) {
  process.stdout.write = function (chunk, encoding, callback) {
    take(typeof chunk === 'string' ? chunk : chunk.toString());
    var called = typeof encoding === 'function' ? encoding : callback;
    if (typeof called === 'function') called();
    return true;
  };
};
