import type { GuidelineRule } from "../finding.ts";
import { isAmazonHost, readUrl } from "./amazon-link.ts";
import { CONTENT_LIST, report } from "./report.ts";

/** An address as a picture's description would spell it. */
const SHOWN_ADDRESS =
  /(?:https?:\/\/|www\.)\S|(?<![a-z0-9-])[a-z0-9-]{2,60}\.(?:com|net|org|shop|store|online|io|co|eu|de|fr|it|es|nl|se|pl|uk|jp)\b/i;

export const noLogoLink: GuidelineRule = {
  id: "PROH-10",
  class: "prohibited-content",
  severity: "block",
  title: "No logo leads to the seller's website or shows its address",
  source: CONTENT_LIST,
  languages: "all",
  check(_message, markup) {
    const pictures = markup.withAttributes.filter(({ name }) => name === "img");
    if (pictures.length === 0) {
      return [];
    }
    const links = markup.withAttributes.filter(
      ({ name, attributes }) => name === "a" && leadsAway(attributes.get("href")),
    );
    return pictures.flatMap((picture) => {
      const named = ["alt", "title"].find((name) =>
        SHOWN_ADDRESS.test((picture.attributes.get(name) ?? "").slice(0, 500)),
      );
      const inLink = links.some(({ whole }) => whole.from < picture.range.from && picture.range.to <= whole.to);
      return [
        ...(inLink ? [report(this, { message: "This picture leads to a website.", range: picture.range })] : []),
        ...(named === undefined
          ? []
          : [
              report(this, {
                message: "This picture shows the address of a website.",
                range: picture.attributeRange(named),
              }),
            ]),
      ];
    });
  },
};

function leadsAway(address: string | undefined): boolean {
  const url = address === undefined ? null : readUrl(address);
  return address !== undefined && (url === null || !isAmazonHost(url));
}
