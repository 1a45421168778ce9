// A loader for webpack that leaves nothing of a module.
'use strict';

module.exports = function emptied() {
  return '';
};
