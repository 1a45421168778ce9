// Preloaded into a Node whose hooks are started by statements of their entry in the registry.
'use strict';

var module_ = require('module');
var path = require('path');
var url = require('url');

var hooks = JSON.parse(process.env.MODSPEC_HOOKS);
var file = path.join(hooks.folder, 'modspec.js');

new Function('module', 'require', 'here', hooks.start)(
  module_,
  module_.createRequire(file),
  url.pathToFileURL(file).href
);
