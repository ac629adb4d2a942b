import type { GuidelineRule } from "../finding.ts";
import { noExternalLinks } from "./proh-08-external-links.ts";
import { noOptOutLink } from "./proh-11-opt-out-link.ts";
import { noTracking } from "./proh-13-tracking.ts";
import { orderIdPresent } from "./req-02-order-id.ts";
import { noEmoji } from "./style-01-emoji.ts";
import { noGif } from "./style-02-gif.ts";
import { narrowMargins } from "./style-03-margins.ts";
import { narrowImages } from "./style-04-image-width.ts";
import { defaultFont } from "./style-05-font-overrides.ts";
import { fewFontSizes } from "./style-06-font-sizes.ts";
import { defaultAlignment } from "./style-07-alignment.ts";
import { fewLineBreaks } from "./style-08-line-breaks.ts";

/** The guideline rules of the first rule pack, in the order in which their findings are told apart. */
export const guidelineRules: readonly GuidelineRule[] = [
  orderIdPresent,
  noExternalLinks,
  noOptOutLink,
  noTracking,
  noEmoji,
  noGif,
  narrowMargins,
  narrowImages,
  defaultFont,
  fewFontSizes,
  defaultAlignment,
  fewLineBreaks,
];
