import type { Random } from "../random.ts";

export interface PoisonedMail {
  /** Which poison stands in which field. */
  readonly name: string;
  readonly raw: Uint8Array;
  /** A genuine notice of this order stands in it, or none. */
  readonly orderId: string | null;
}

/** Text that programs trip over: of our own, by class. Lone surrogates and bad UTF-8 are made of bytes below. */
const TEXTS: readonly (readonly [string, string])[] = [
  ["NUL", "a\0b"],
  ["control", "\u0001\u0007\u0008\u001b[31m\u007f\u0085"],
  ["direction", "\u202eabc\u202d\u2066x\u2069"],
  ["zero width", "a\u200b\u200c\u200d\ufeffb"],
  ["combining", `e${"\u0301".repeat(400)}`],
  ["astral", "𝕳𝖊𝖊𝖉 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
  ["quotes", `"'\`\\;--/*{{7*7}}$\{1+1}%s%n%00`],
  ["sql", "'); drop table notice; --"],
  ["markup", "<script>alert(1)</script><img src=x onerror=y><!-- ]]> <![CDATA["],
  ["entities", "&#0;&#x110000;&#xd800;&lt;&amp;amp;&nosuch;"],
  ["encoded word", "=?utf-8?B?////?= =?x?Q?=ZZ?= =?utf-8?q?=?="],
  ["header", "x\r\nBcc: victim@example.com\r\n\r\ninjected"],
  ["formula", "=cmd|' /C calc'!A0"],
  ["numbers", "1e9999 -0 NaN Infinity 0x7fffffff 18446744073709551616"],
  ["catastrophe", `${"a".repeat(5_000)}!${" ".repeat(5_000)}`],
  ["order ids", `${"403-4565603-045731".repeat(300)}`],
  ["addresses", `${"<".repeat(2_000)}a@b${">".repeat(2_000)}`],
  ["commas", ",".repeat(5_000)],
  ["brackets", `${"(".repeat(3_000)}${"[".repeat(3_000)}`],
  ["dots", "….。．｡‥".repeat(500)],
];

const LARGE: readonly (readonly [string, string])[] = [
  ["1 MB of one letter", "x".repeat(1_000_000)],
  ["100,000 lines", "a\r\n".repeat(100_000)],
];

const FIELDS = [
  "subject",
  "name",
  "to",
  "message-id",
  "date",
  "charset",
  "boundary",
  "text",
  "html",
  "file name",
  "list-id",
  "reply-to",
] as const;
type Field = (typeof FIELDS)[number];

const SENTENCE =
  "We were unable to deliver the message you sent for order # because the buyer has chosen to opt out of receiving unsolicited messages from sellers.";
const DEEP = 1_000;
const LARGE_EVERY = 200;
const BROKEN_EVERY = 25;

/** As many mails as asked for; every second one holds a genuine notice beside the poison. */
export function poisonedMails(count: number, random: Random): readonly PoisonedMail[] {
  return Array.from({ length: count }, (_, index) => {
    if (index % LARGE_EVERY === 7) return large(index, random);
    return index % BROKEN_EVERY === 3 ? broken(index, random) : poisoned(index, random);
  });
}

function poisoned(index: number, random: Random): PoisonedMail {
  const [kind, text] = TEXTS[index % TEXTS.length] ?? ["none", ""];
  const field = FIELDS[random.below(FIELDS.length)] ?? "subject";
  const orderId = index % 2 === 0 && !hidesNotice(field) ? orderOf(random) : null;
  return { name: `${kind} in ${field}`, raw: Buffer.from(compose({ field, text, orderId }), "utf8"), orderId };
}

/** A boundary or charset of rubbish may hide the text itself: then nobody can read the notice. */
function hidesNotice(field: Field): boolean {
  return field === "boundary" || field === "charset";
}

function orderOf(random: Random): string {
  const digits = () => String(1_000_000 + random.below(9_000_000 - 1));
  return `403-${digits()}-${digits()}`;
}

interface Parts {
  readonly field: Field;
  readonly text: string;
  readonly orderId: string | null;
}

function compose({ field, text, orderId }: Parts): string {
  const at = (wanted: Field, usual: string) =>
    field === wanted ? (wanted === "text" || wanted === "html" ? text : oneLine(text)) : usual;
  const sentence = orderId === null ? "Nothing of interest." : SENTENCE.replace("#", orderId);
  const boundary = at("boundary", "b1");
  return [
    `From: "${at("name", "Amazon")}" <auto-communication@amazon.com>`,
    `To: ${at("to", "n-1@in.example")}`,
    `Subject: ${at("subject", "Notice")}`,
    `Message-ID: <${at("message-id", "1@x")}>`,
    `Date: ${at("date", "Mon, 05 Oct 2026 10:00:00 +0000")}`,
    ...(field === "list-id" ? [`List-ID: ${oneLine(text)}`] : []),
    ...(field === "reply-to" ? [`Reply-To: ${oneLine(text)}`] : []),
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    `Content-Type: text/plain; charset="${at("charset", "utf-8")}"`,
    "",
    `Dear Seller,\r\n\r\n${sentence}\r\n\r\n${at("text", "")}`,
    `--${boundary}`,
    "Content-Type: text/html",
    `Content-Disposition: attachment; filename="${at("file name", "a.html")}"`,
    "",
    at("html", "<p>x</p>"),
    `--${boundary}--`,
  ].join("\r\n");
}

/** A header's value: what would begin a new header only folds it. */
function oneLine(text: string): string {
  return text.replace(/\r?\n/g, "\r\n ");
}

function large(index: number, random: Random): PoisonedMail {
  const [kind, text] = LARGE[Math.floor(index / LARGE_EVERY) % LARGE.length] ?? ["none", ""];
  const orderId = orderOf(random);
  return {
    name: `${kind} below a notice`,
    raw: Buffer.from(compose({ field: "text", text, orderId }), "utf8"),
    orderId,
  };
}

const BROKEN: readonly ((random: Random) => Uint8Array)[] = [
  (random) => Uint8Array.from({ length: 2_000 }, () => random.below(256)),
  () => Buffer.concat([Buffer.from("Subject: x\r\n\r\n"), Buffer.from([0xc3, 0x28, 0xed, 0xa0, 0x80, 0xff, 0xfe])]),
  () => Buffer.from(nested(DEEP)),
  () => Buffer.from("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!====QUJD="),
  () => Buffer.from("Content-Type: multipart/mixed; boundary=never\r\n\r\nno part at all"),
  () => new Uint8Array(),
  () => Buffer.from("\r\n".repeat(10_000)),
  () => Buffer.from(`${"X-H: y\r\n".repeat(20_000)}\r\nbody`),
];

function broken(index: number, random: Random): PoisonedMail {
  const at = Math.floor(index / BROKEN_EVERY) % BROKEN.length;
  return { name: `broken mail ${at}`, raw: BROKEN[at]?.(random) ?? new Uint8Array(), orderId: null };
}

function nested(depth: number): string {
  const open = Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`,
  );
  return `From: a@b.example\r\n${open.join("")}Content-Type: text/plain\r\n\r\nx`;
}
