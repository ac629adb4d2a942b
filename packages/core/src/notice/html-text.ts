/** Latin letters and signs in the order of their code points from U+00A0, as HTML names them. */
const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(" ").map((name, index): [string, string] => [name, String.fromCodePoint(0xa0 + index)]),
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hyphen", "-"],
  ["dash", "-"],
  ["minus", "−"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["sbquo", "‚"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["bdquo", "„"],
  ["hellip", "…"],
  ["bull", "•"],
  ["ensp", " "],
  ["emsp", " "],
  ["thinsp", " "],
  ["zwnj", "\u200c"],
  ["zwj", "\u200d"],
  ["oelig", "œ"],
  ["OElig", "Œ"],
  ["scaron", "š"],
  ["lbrack", "["],
  ["rbrack", "]"],
  ["lsqb", "["],
  ["rsqb", "]"],
]);

/** Elements whose content nobody reads. */
const SKIPPED = new Set("style script title template noscript".split(" "));
const BLOCK = new Set(
  "p div br tr table ul ol li h1 h2 h3 h4 h5 h6 blockquote section article header footer td th hr center body pre".split(
    " ",
  ),
);

/** Quotations deeper than this are marked no further. */
const DEEPEST_QUOTE = 8;

/**
 * The text of an HTML mail, for reading what it says and nothing else. One pass over the text, so that a mail
 * costs little beside its MIME parsing; quotations (`blockquote`) come out with `> ` before each line.
 */
export function htmlToText(html: string): string {
  const out: string[] = [];
  let quoted = 0;
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf("<", at);
    const end = open < 0 ? html.length : open;
    if (end > at) out.push(readableText(html.slice(at, end)));
    const tag = open < 0 ? END : readTag(html, open);
    at = tag.end;
    quoted = quotedAfter(tag, quoted);
    if (BLOCK.has(tag.name)) out.push(newLine(quoted));
  }
  const lines = out.join("").split("\n");
  return lines.map((line) => line.trimEnd()).join("\n");
}

function newLine(quoted: number): string {
  return quoted === 0 ? "\n" : `\n${"> ".repeat(quoted)}`;
}

function quotedAfter(tag: Tag, quoted: number): number {
  const change = tag.closing ? -1 : 1;
  return tag.name === "blockquote" ? Math.min(DEEPEST_QUOTE, Math.max(0, quoted + change)) : quoted;
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly end: number;
}

const END: Tag = { name: "", closing: false, end: Number.POSITIVE_INFINITY };

function readTag(html: string, open: number): Tag {
  if (html.startsWith("<!--", open)) {
    return { name: "", closing: false, end: endAfter(html, "-->", open + 4) };
  }
  const closing = html.charAt(open + 1) === "/";
  const name = readName(html, closing ? open + 2 : open + 1);
  if (name === "" && !closing && html.charAt(open + 1) !== "!" && html.charAt(open + 1) !== "?") {
    return { name: "", closing: false, end: open + 1 };
  }
  const end = tagEnd(html, open);
  return !closing && SKIPPED.has(name)
    ? { name, closing, end: endAfter(html, `</${name}`, end) }
    : { name, closing, end };
}

/** Letters and digits that begin with a letter; no name of interest is longer. */
function readName(html: string, from: number): string {
  let to = from;
  while (to < from + 18 && isNameCode(html.charCodeAt(to), to > from)) to += 1;
  return html.slice(from, to).toLowerCase();
}

function isNameCode(code: number, inside: boolean): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (inside && code >= 0x30 && code <= 0x39);
}

/** The end of a tag, past any `>` inside a quoted attribute; a quote that never closes ends the tag at its first `>`. */
function tagEnd(html: string, open: number): number {
  const simple = html.indexOf(">", open);
  if (simple < 0) {
    return html.length;
  }
  let even = true;
  for (let at = html.indexOf('"', open); at >= 0 && at < simple; at = html.indexOf('"', at + 1)) even = !even;
  if (even) {
    return simple + 1;
  }
  const quote = html.indexOf('"', simple);
  const after = quote < 0 || quote - simple > 2_000 ? -1 : html.indexOf(">", quote);
  return after < 0 ? simple + 1 : after + 1;
}

function endAfter(html: string, mark: string, from: number): number {
  let end = html.indexOf(mark, from);
  if (end < 0 && mark.startsWith("</")) {
    end = html.indexOf(mark.toUpperCase(), from);
  }
  if (end < 0) {
    return html.length;
  }
  return mark.startsWith("</") ? end : end + mark.length;
}

function readableText(raw: string): string {
  const text = raw.includes("&") ? decodeReferences(raw) : raw;
  return /[\r\n\t]| {2}/.test(text) ? text.replace(/[\r\n\t ]+/g, " ") : text;
}

/** Character references as browsers read them, as far as mails use them. */
export function decodeReferences(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,8});?/gi, (whole, reference: string) =>
    reference.startsWith("#")
      ? fromCode(reference)
      : (NAMED.get(reference) ?? NAMED.get(reference.toLowerCase()) ?? whole),
  );
}

function fromCode(reference: string): string {
  const code = /^#x/i.test(reference)
    ? Number.parseInt(reference.slice(2), 16)
    : Number.parseInt(reference.slice(1), 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";
}
