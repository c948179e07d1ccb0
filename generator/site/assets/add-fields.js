// Answers that are keys of an entry, and the id it gets. The rules stand in generator/write/{fields,ids}.py; this is their
// second writing. What keys a kind has comes from the models, through assets/data/add.js.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const { clean, oneLine, paragraphs, address, curled, words } = huddlekit.addTidy, write = huddlekit.add.write;
  const YES = new Set(write.yes), NO = new Set(write.no), SILENT = new Set(write.silent), SHORT = 400, LONGEST = 60, TELLING = 4;
  const LETTERS = { ß: "ss", ẞ: "ss", æ: "ae", Æ: "ae", œ: "oe", Œ: "oe", ø: "o", Ø: "o", ð: "d", Ð: "d", đ: "d", Đ: "d", þ: "th", Þ: "th", ł: "l", Ł: "l", ı: "i" };

  function isMapping(value) { return value !== null && typeof value === "object" && !Array.isArray(value); }
  function mapped(value, work) { return Object.fromEntries(Object.keys(value).map((key) => [key, work(value[key], key)])); }
  function slug(text) {
    return Array.from(text, (letter) => LETTERS[letter] || letter).join("").normalize("NFKD").replace(/[\u0300-\u036f'’‘]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  }
  function telling(text) {
    const found = slug(text).split("-").filter(Boolean), heard = found.filter((word) => !SILENT.has(word));
    return (heard.length ? heard : found).slice(0, TELLING);
  }
  function numbered(kind, text) {
    let value = 0x811c9dc5;
    new TextEncoder().encode(text).forEach((byte) => { value = Math.imul(value ^ byte, 0x01000193); });
    return text ? [kind, (value >>> 0).toString(16).padStart(8, "0")] : [];
  }
  function cut(parts) {
    let name = "";
    for (const word of parts) {
      const longer = name ? `${name}-${word}` : word.slice(0, LONGEST);
      if (longer.length > LONGEST) break;
      name = longer;
    }
    return name;
  }
  function proposed(kind, data) {
    const text = (key) => (typeof data[key] === "string" ? data[key] : "");
    const heard = kind === "quote" ? telling(text("text")) : slug(text("title")).split("-").filter(Boolean);
    const parts = [...(kind === "quote" ? slug(text("author")).split("-") : []), ...(heard.length ? heard : numbered(kind, text(kind === "quote" ? "text" : "title")))];
    return `${write.folders[kind]}/${cut(parts.filter(Boolean)) || kind}`;
  }
  function free(id, taken) {
    let found = id, number = 1;
    while (taken.has(found)) { number += 1; found = `${id}-${number}`; }
    return found;
  }

  function yes(answer) { return answer === true || (typeof answer === "string" && YES.has(oneLine(answer).toLowerCase())); }
  function no(answer) { return NO.has(answer.toLowerCase()); }
  function said(answers, key) {
    const value = answers[key];
    if (Array.isArray(value)) return value.join("\n");
    return value === undefined || value === null || typeof value === "boolean" || isMapping(value) ? "" : String(value);
  }
  function prose(answers, key) { return curled(paragraphs(said(answers, key))); }

  function meant(node, value, schema) {
    let found = node.allOf ? node.allOf[0] : node;
    if (found.$ref) found = schema.definitions[found.$ref.split("/").pop()];
    for (const choice of found.oneOf || found.anyOf || []) {
      const one = meant(choice, value, schema), type = (one.properties || {}).type || {};
      if (isMapping(value) && value.type !== undefined && [type.const, ...(type.enum || [])].includes(value.type)) return one;
    }
    return found;
  }
  function tagged(value, terms) {
    const found = Object.keys(terms).filter((tag) => slug(terms[tag]) === slug(value)).pop();
    return found || slug(value);
  }
  function written(value, node) {
    if (Array.isArray(value)) return value.map((part) => written(part, node));
    if (isMapping(value)) return mapped(value, (part) => written(part, {}));
    if (typeof value !== "string") return value;
    if (node["x-vocabulary"]) return tagged(value, write.vocabularies[node["x-vocabulary"]] || {});
    if (node.enum) return node.enum.filter((word) => slug(word) === slug(value)).pop() || slug(value);
    if ((node.pattern || "").includes("http")) return address(value);
    return (node.maxLength || 0) > SHORT ? curled(paragraphs(value)) : words(value);
  }
  function parts(value, item) {
    const given = Array.isArray(value) ? value : [value];
    if (item.type === "object") return given;
    const marks = item.maxLength ? /\n/ : /[,;\n]/;
    return given.flatMap((each) => (typeof each === "string" ? clean(each).split(marks) : [each])).filter((part) => typeof part !== "string" || oneLine(part));
  }
  function shape(value, start, schema) {
    const node = meant(start, value, schema);
    if (node.type === "array") {
      const item = meant(node.items, null, schema), made = parts(value, item).map((part) => shape(part, item, schema));
      return item["x-vocabulary"] || item.enum ? Array.from(new Set(made)) : made;
    }
    if (node.type === "object" && isMapping(value)) return mapped(value, (part, key) => shape(part, (node.properties || {})[key] || {}, schema));
    if (typeof value === "string" && node.type === "integer" && /^[0-9]{1,6}$/.test(oneLine(value))) return Number(oneLine(value));
    if (typeof value === "string" && node.type === "boolean") return yes(value) || no(oneLine(value)) ? yes(value) : oneLine(value);
    return written(value, node);
  }
  function shaped(kind, answers) {
    const schema = write.schemas[kind];
    return mapped(answers, (value, key) => shape(value, schema.properties[key] || {}, schema));
  }
  huddlekit.addFields = { slug, proposed, free, yes, no, said, prose, shaped, meant };
})();
