// Packs files into one zip without squeezing them (PDFs are squeezed already): huddlekit.zip([{name, bytes}], date) -> Blob.
(function () {
  "use strict";
  var UTF8_NAMES = 0x0800, VERSION = 20, LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50;

  var table = new Uint32Array(256).map(function (_, number) {
    for (var bit = 0; bit < 8; bit += 1) number = number & 1 ? 0xedb88320 ^ (number >>> 1) : number >>> 1;
    return number;
  });
  function checksum(bytes) {
    var sum = 0xffffffff;
    for (var i = 0; i < bytes.length; i += 1) sum = table[(sum ^ bytes[i]) & 0xff] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  }
  // Fields are [bytes, value] pairs, little end first, as the format has them.
  function record(fields) {
    var length = fields.reduce(function (sum, field) { return sum + field[0]; }, 0);
    var view = new DataView(new ArrayBuffer(length)), at = 0;
    fields.forEach(function (field) {
      if (field[0] === 2) view.setUint16(at, field[1], true);
      else view.setUint32(at, field[1], true);
      at += field[0];
    });
    return new Uint8Array(view.buffer);
  }
  function stamp(date) {
    return {
      time: (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1),
      day: ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate()
    };
  }
  // What the head of a file and its line in the directory have in common.
  function common(file, when) {
    var size = file.bytes.length;
    return [[2, VERSION], [2, UTF8_NAMES], [2, 0], [2, when.time], [2, when.day], [4, checksum(file.bytes)],
      [4, size], [4, size], [2, file.path.length], [2, 0]];
  }
  function zip(files, date) {
    var when = stamp(date), parts = [], directory = [], at = 0;
    files.forEach(function (file) {
      var packed = { bytes: file.bytes, path: new TextEncoder().encode(file.name) };
      var shared = common(packed, when), head = record([[4, LOCAL]].concat(shared));
      parts.push(head, packed.path, packed.bytes);
      directory.push(record([[4, CENTRAL], [2, VERSION]].concat(shared, [[2, 0], [2, 0], [2, 0], [4, 0], [4, at]])), packed.path);
      at += head.length + packed.path.length + packed.bytes.length;
    });
    var size = directory.reduce(function (sum, part) { return sum + part.length; }, 0);
    var end = record([[4, END], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0]]);
    return new Blob(parts.concat(directory, [end]), { type: "application/zip" });
  }
  (window.huddlekit = window.huddlekit || {}).zip = zip;
})();
