// Restores what a case changes in a process that other cases use. ES5 without dependencies, like host.cjs.
'use strict';

var Module = require('module');
var path = require('path');

var chdir = process.chdir;

/** Sets the folder and variables of a case. Returns the function that restores what the case may change for later cases. */
exports.setUpFor = function setUpFor(request) {
  var putVariablesBack = setVariables(request.environment);
  var handlers = copyOf(Module._extensions);
  chdir.call(process, placeOf(request));
  return function () {
    putVariablesBack();
    restoreInOrder(Module._extensions, handlers);
    forget(request.root);
  };
};

/** The folder of a case on this machine: where Windows is only a way to see the disk, its root is the drive Z:. */
function placeOf(request) {
  var isSeen = request.platform === 'win32' && path.sep === '/';
  return isSeen ? request.root.slice(2).replace(/\\/g, '/') : request.root;
}

exports.setVariables = setVariables;

/** Sets variables. Returns the function that restores those from before. */
function setVariables(environment) {
  var variables = exchange(process.env, environment);
  var changed = Object.keys(variables).length > 0;
  if (changed) readVariables();
  return function () {
    exchange(process.env, variables);
    if (changed) readVariables();
  };
}

/**
 * Notes what only a program changes, for a process that contains only a loader: its arguments, the names that it adds to
 * the global object, the listeners on `process`, the functions of the module system, and the paths that the module
 * system remembers. Returns the function that restores them.
 */
exports.noteProgram = function noteProgram() {
  var globals = Object.getOwnPropertyNames(global);
  var argv = process.argv;
  var mainModule = process.mainModule;
  var listeners = listenersOf(process);
  var functions = copyOf(Module);
  // Newer Nodes do not list these.
  functions.wrap = Module.wrap;
  functions.wrapper = Module.wrapper;
  if ('_stat' in Module) functions._stat = Module._stat;
  var methods = copyOf(Module.prototype);
  var removeHooks = noteHooks();
  return function () {
    removeHooks();
    restore(Module, functions);
    restore(Module._pathCache, {});
    restore(Module.prototype, methods);
    process.argv = argv;
    if (process.mainModule !== mainModule) process.mainModule = mainModule;
    removeOthers(process, listeners);
    removeNames(global, globals);
  };
};

/** Notes the hooks that a program registers. Returns the function that removes them. */
function noteHooks() {
  var registerHooks = Module.registerHooks;
  var handles = [];
  if (registerHooks)
    Module.registerHooks = function (hooks) {
      var handle = registerHooks.call(this, hooks);
      handles[handles.length] = handle;
      return handle;
    };
  return function () {
    handles.forEach(function (handle) {
      handle.deregister();
    });
  };
}

/** A later case may read the whole cache. Modules that an adapter has loaded for itself lie elsewhere and stay. */
function forget(root) {
  Object.keys(Module._cache || {}).forEach(function (key) {
    if (key.slice(0, root.length) === root || path.resolve(key) !== key) delete Module._cache[key];
  });
}

/** Node reads NODE_PATH and the home folder only when it starts. */
function readVariables() {
  if (Module._initPaths) Module._initPaths();
}

/** Sets these values, or removes those that are undefined, and returns the values from before. */
function exchange(target, values) {
  var before = {};
  Object.keys(values).forEach(function (name) {
    before[name] = target[name];
    if (values[name] === undefined) delete target[name];
    else target[name] = values[name];
  });
  return before;
}

exports.copyOf = copyOf;

function copyOf(table) {
  var copy = {};
  Object.keys(table || {}).forEach(function (name) {
    copy[name] = table[name];
  });
  return copy;
}

/** Restores the properties of the object; unchanged properties are not written. */
function restore(target, before) {
  var known = Object.keys(before);
  Object.keys(target || {}).forEach(function (name) {
    if (known.indexOf(name) < 0) delete target[name];
  });
  known.forEach(function (name) {
    if (target[name] !== before[name]) target[name] = before[name];
  });
}

/** Restores the table, including its order, because the order decides the search. */
function restoreInOrder(table, before) {
  if (Object.keys(table || {}).join() !== Object.keys(before).join()) restore(table, {});
  restore(table, before);
}

/** The listeners of each event, by the names of the events. */
function listenersOf(emitter) {
  var found = {};
  Object.keys(emitter._events || {}).forEach(function (event) {
    found[event] = emitter.listeners(event);
  });
  return found;
}

function removeOthers(emitter, before) {
  Object.keys(emitter._events || {}).forEach(function (event) {
    var known = before[event] || [];
    emitter.listeners(event).forEach(function (listener) {
      if (known.indexOf(listener) < 0) emitter.removeListener(event, listener);
    });
  });
}

function removeNames(object, before) {
  var names = Object.getOwnPropertyNames(object);
  if (names.length === before.length) return;
  names.forEach(function (name) {
    if (before.indexOf(name) < 0) delete object[name];
  });
}
