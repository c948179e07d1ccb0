// An entry as YAML text. The rules stand in generator/write/yaml_text.py; this is their second writing.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const WIDTH = 100, BRACES = 60;
  const RESERVED = new Set("true false yes no on off null y n".split(" ")), CONTROL = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;
  const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`=<~]/, NUMBER = /^(?:[-+.0-9][!-~]*|[0-9 :.TtZz+-]+)$/;
  const ITEM = /^[a-z][a-z0-9/-]*$/, WORDS = /^[A-Za-z][A-Za-z0-9 /-]*$/;

  function long(text) { return Array.from(text).length; }
  function isMapping(value) { return value !== null && typeof value === "object" && !Array.isArray(value); }
  function isScalar(value) { return typeof value === "number" || typeof value === "boolean"; }
  function isPlain(text) {
    if (!text || /^ | $/.test(text) || CONTROL.test(text) || INDICATOR.test(text)) return false;
    if (text.endsWith(":") || text.includes(": ") || text.includes(" #")) return false;
    return !RESERVED.has(text.toLowerCase()) && !NUMBER.test(text);
  }
  function canFold(text) {
    return !CONTROL.test(text.replace(/\n/g, "")) && text.split("\n").every((each) => each.split(" ").every(Boolean));
  }
  function folded(text, indent) {
    const lines = [], space = " ".repeat(indent);
    text.split("\n").forEach((paragraph, number) => {
      if (number) lines.push("");
      const words = paragraph.split(" ");
      let line = words[0];
      words.slice(1).forEach((word) => {
        if (indent + long(line) + 1 + long(word) <= WIDTH) line += ` ${word}`;
        else { lines.push(space + line); line = word; }
      });
      lines.push(space + line);
    });
    return lines;
  }
  function textLines(head, text, indent, fold) {
    const quoted = JSON.stringify(text), line = isPlain(text) ? text : quoted;
    const fits = long(head) + 1 + long(line) <= WIDTH && (line === text || line === `"${text}"`);
    if (canFold(text) && (fold || !fits)) return [`${head} >-`, ...folded(text, indent + 2)];
    return [`${head} ${fits ? line : quoted}`];
  }
  function bare(part, shape) { return typeof part === "string" && shape.test(part) && isPlain(part); }
  // A list in brackets or a mapping in braces, where its parts allow it.
  function short(value) {
    const shape = isMapping(value) ? WORDS : ITEM, parts = Object.values(value);
    if (!parts.every((part) => isScalar(part) || bare(part, shape))) return null;
    if (isMapping(value)) return `{${Object.keys(value).map((key) => `${key}: ${value[key]}`).join(", ")}}`;
    return `[${parts.join(", ")}]`;
  }
  function valueLines(head, value, indent, fold) {
    if (typeof value === "string") return textLines(head, value, indent, fold);
    if (isScalar(value)) return [`${head} ${value}`];
    const brief = short(value);
    if (brief !== null && long(`${head} ${brief}`) <= (isMapping(value) ? BRACES : WIDTH)) return [`${head} ${brief}`];
    return [head, ...(isMapping(value) ? mappingLines(value, indent + 2) : value.flatMap((item) => itemLines(item, indent + 2)))];
  }
  function itemLines(item, indent) {
    const dash = `${" ".repeat(indent)}-`;
    if (!isMapping(item) || !Object.keys(item).length) return valueLines(dash, item, indent, false);
    const [first, ...others] = mappingLines(item, indent + 2);
    return [`${dash} ${first.slice(indent + 2)}`, ...others];
  }
  function mappingLines(data, indent) {
    return Object.keys(data).flatMap((key) => valueLines(`${" ".repeat(indent)}${key}:`, data[key], indent, !indent && key === "text"));
  }
  huddlekit.addYaml = (data) => mappingLines(data, 0).map((line) => `${line}\n`).join("");
})();
