// Preloaded into a Node whose hooks are started by statements of their entry in the registry. Node also preloads it into the
// thread in which hooks run, where nothing is to be started.
'use strict';

var nodeModule = require('module');
var path = require('path');
var url = require('url');

if (require('worker_threads').isMainThread) start(JSON.parse(process.env.MODSPEC_HOOKS));

function start(hooks) {
  var file = path.join(hooks.folder, 'modspec.js');
  var statements = new Function('module', 'require', 'here', hooks.start);
  statements(nodeModule, nodeModule.createRequire(file), url.pathToFileURL(file).href);
}
