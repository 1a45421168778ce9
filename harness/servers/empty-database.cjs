// A substitute for a MongoDB that contains and stores nothing: it accepts every message of the old wire protocol and
// answers each query with "ok" or with no documents.
'use strict';

var net = require('net');

var opReply = 1;
var opQuery = 2004;

/** Calls back with its port. It does not keep the process alive. */
module.exports = function answerAsDatabase(onPort) {
  var server = net.createServer(function (socket) {
    var unread = Buffer.alloc(0);
    socket.unref();
    socket.on('error', function () {});
    socket.on('data', function (chunk) {
      unread = Buffer.concat([unread, chunk]);
      while (unread.length >= 16 && unread.length >= unread.readInt32LE(0)) {
        answer(socket, unread.slice(0, unread.readInt32LE(0)));
        unread = unread.slice(unread.readInt32LE(0));
      }
    });
  });
  server.listen(0, '127.0.0.1', function () {
    onPort(server.address().port);
  });
  server.unref();
};

function answer(socket, message) {
  if (message.readInt32LE(12) !== opQuery) return;
  var collection = message.toString('utf8', 20, message.indexOf(0, 20));
  var documents = /\.\$cmd$/.test(collection) ? [fine()] : [];
  var reply = Buffer.alloc(36);
  reply.writeInt32LE(message.readInt32LE(4), 8);
  reply.writeInt32LE(opReply, 12);
  reply.writeInt32LE(documents.length, 32);
  var whole = Buffer.concat([reply].concat(documents));
  whole.writeInt32LE(whole.length, 0);
  socket.write(whole);
}

/** Writes the document `{ ok: 1, ismaster: true }`. */
function fine() {
  var ok = Buffer.concat([Buffer.from('\x01ok\0'), double(1)]);
  var ismaster = Buffer.from('\x08ismaster\0\x01');
  var size = Buffer.alloc(4);
  size.writeInt32LE(4 + ok.length + ismaster.length + 1, 0);
  return Buffer.concat([size, ok, ismaster, Buffer.alloc(1)]);
}

function double(value) {
  var bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value, 0);
  return bytes;
}
