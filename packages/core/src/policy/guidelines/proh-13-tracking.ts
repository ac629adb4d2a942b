import type { Finding, GuidelineRule } from "../finding.ts";
import { pixels } from "./css-length.ts";
import type { Markup, MarkupElement } from "./parse-html.ts";
import { CONTENT_LIST, report } from "./report.ts";

/** Elements that load something by themselves; no message needs them. */
const LOADING = new Set(
  "iframe frame frameset object embed applet video audio source track bgsound link script".split(" "),
);
const REMOTE = /^\s*(?:https?:)?\/\//i;
const REMOTE_IN_CSS = /url\(["'\s]*(?:https?:)?\/\/|image-set\(|@import/i;

/** Wider than this a picture can be seen; smaller it only reports that the message was opened. */
const SMALLEST_PICTURE = 3;

/** A long run of letters and digits in an address names the reader rather than the picture. */
const TOKEN = /[?#]|[A-Za-z0-9_=-]{24,}/;

export const noTracking: GuidelineRule = {
  id: "PROH-13",
  class: "prohibited-content",
  severity: "block",
  title: "Nothing tells the sender that a message was opened",
  source: CONTENT_LIST,
  languages: "all",
  check(_message, markup) {
    return [...checkElements(markup), ...checkStyles(markup)];
  },
};

function checkElements(markup: Markup): readonly Finding[] {
  const findings: Finding[] = [];
  for (const element of markup.elements) {
    const isPicture = element.name === "img" || element.name === "image" || element.attributes.get("type") === "image";
    if (LOADING.has(element.name)) {
      findings.push(
        report(noTracking, {
          message: `<${element.name}> loads something when the message is opened.`,
          range: element.whole,
          fix: "",
        }),
      );
    } else if (isPicture) {
      findings.push(...judgePicture(element, markup));
    } else if (REMOTE.test(element.attributes.get("background") ?? "")) {
      findings.push(loads(element, "background"));
    }
  }
  return findings;
}

function judgePicture(element: MarkupElement, markup: Markup): readonly Finding[] {
  if (isInvisible(element, markup)) {
    return [
      report(noTracking, { message: "A picture that nobody sees is a tracking pixel.", range: element.whole, fix: "" }),
    ];
  }
  const name = ["src", "srcset", "href", "xlink:href"].find((one) => REMOTE.test(element.attributes.get(one) ?? ""));
  if (name === undefined) {
    return [];
  }
  const path = (element.attributes.get(name) ?? "").replace(/^\s*(?:https?:)?\/\/[^/?#]*/i, "");
  if (TOKEN.test(path)) {
    return [loads(element, name)];
  }
  const message =
    "A picture from a server can tell who opened the message; leave it out if the message works without it.";
  return [report(noTracking, { message, range: element.range, severity: "warn" })];
}

function loads(element: MarkupElement, attribute: string): Finding {
  const message = "The address of this picture can tell who opened the message.";
  return report(noTracking, { message, range: element.attributeRange(attribute), fix: "" });
}

function isInvisible(element: MarkupElement, markup: Markup): boolean {
  if (
    element.attributes.has("hidden") ||
    isTiny(element.attributes.get("width")) ||
    isTiny(element.attributes.get("height"))
  ) {
    return true;
  }
  return markup.declarations.some(
    (declaration) =>
      declaration.element === element &&
      ((/^(?:max-)?(?:width|height)$/.test(declaration.property) && isTiny(declaration.value)) ||
        (declaration.property === "display" && declaration.value === "none") ||
        (declaration.property === "visibility" && declaration.value === "hidden") ||
        (declaration.property === "opacity" && Number(declaration.value) === 0)),
  );
}

function isTiny(length: string | undefined): boolean {
  const size = length === undefined ? null : pixels(length);
  return size !== null && size <= SMALLEST_PICTURE;
}

function checkStyles(markup: Markup): readonly Finding[] {
  return markup.declarations
    .filter(({ value }) => REMOTE_IN_CSS.test(value))
    .map(({ range }) =>
      report(noTracking, { message: "This style loads something when the message is opened.", range, fix: "" }),
    );
}
