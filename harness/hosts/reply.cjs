// Writes replies: JSON lines, each after a line end, because others may write to the descriptor too if a driver names
// another one than 3. ES5 without dependencies, like host.cjs.
'use strict';

var fs = require('fs');

// A loader may replace these; the replies must not depend on that.
var writeSync = fs.writeSync;
var stringify = JSON.stringify;
var Bytes = Buffer;
var bytesFrom = Buffer.from && Buffer.from !== Uint8Array.from && Buffer.from;

var replyDescriptor = 3;

/** From now on replies go to this descriptor, if it is one. */
exports.replyTo = function replyTo(descriptor) {
  replyDescriptor = descriptor || replyDescriptor;
};

exports.reply = function reply(message) {
  var bytes = toBuffer('\n' + stringify(message) + '\n');
  var written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(replyDescriptor, bytes, written, bytes.length - written, null);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
};

function toBuffer(text) {
  return bytesFrom ? bytesFrom(text, 'utf8') : new Bytes(text, 'utf8');
}
