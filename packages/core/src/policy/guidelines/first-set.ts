import type { GuidelineRule } from "../finding.ts";
import { criticalPurpose } from "./crit-01-03-critical-purpose.ts";
import { noReviewInCritical } from "./crit-04-no-review.ts";
import { noConfirmationInCritical } from "./crit-05-no-confirmation.ts";
import { noServiceInCritical } from "./crit-06-no-unasked-service.ts";
import { noDelayInCritical } from "./crit-07-no-delay-notice.ts";
import { typedText } from "./lim-04-typed-text.ts";
import { smallAttachments } from "./lim-05-attachment-size.ts";
import { noImportantTag } from "./lim-06-important-tag.ts";
import { declaredPurpose } from "./permit-09-purpose.ts";
import { noConfirmation } from "./proh-01-confirmation.ts";
import { notOnlyThanks } from "./proh-02-thanks-only.ts";
import { noMarketing } from "./proh-03-marketing.ts";
import { noIncentive } from "./proh-04-incentive.ts";
import { noReviewChange } from "./proh-05-change-review.ts";
import { noConditionalAsk } from "./proh-06-conditional-ask.ts";
import { noExternalLinks } from "./proh-08-external-links.ts";
import { declaredAttachments } from "./proh-09-attachments.ts";
import { noLogoLink } from "./proh-10-logo-link.ts";
import { noOptOutLink } from "./proh-11-opt-out-link.ts";
import { noSensitiveContent } from "./proh-12-sensitive.ts";
import { noTracking } from "./proh-13-tracking.ts";
import { noContactDetails } from "./proh-14-contact-details.ts";
import { noProductImage } from "./proh-15-product-image.ts";
import { secureImages } from "./proh-16-insecure-image.ts";
import { noReviewInstructions } from "./proh-17-review-instructions.ts";
import { noCancellationRequest } from "./proh-18-cancellation.ts";
import { orderIdPresent } from "./req-02-order-id.ts";
import { inBuyersLanguage } from "./req-03-language.ts";
import { accessibleMarkup } from "./req-04-accessible.ts";
import { noEmoji } from "./style-01-emoji.ts";
import { noGif } from "./style-02-gif.ts";
import { narrowMargins } from "./style-03-margins.ts";
import { narrowImages } from "./style-04-image-width.ts";
import { defaultFont } from "./style-05-font-overrides.ts";
import { fewFontSizes } from "./style-06-font-sizes.ts";
import { defaultAlignment } from "./style-07-alignment.ts";
import { fewLineBreaks } from "./style-08-line-breaks.ts";
import { noDoubledWords } from "./style-09-doubled-words.ts";

/** The guideline rules of the first rule pack, in the order in which their findings are told apart. */
export const guidelineRules: readonly GuidelineRule[] = [
  declaredPurpose,
  orderIdPresent,
  inBuyersLanguage,
  accessibleMarkup,
  noConfirmation,
  notOnlyThanks,
  noMarketing,
  noIncentive,
  noReviewChange,
  noConditionalAsk,
  noExternalLinks,
  declaredAttachments,
  noLogoLink,
  noOptOutLink,
  noSensitiveContent,
  noTracking,
  noContactDetails,
  noProductImage,
  secureImages,
  noReviewInstructions,
  noCancellationRequest,
  noEmoji,
  noGif,
  narrowMargins,
  narrowImages,
  defaultFont,
  fewFontSizes,
  defaultAlignment,
  fewLineBreaks,
  noDoubledWords,
  criticalPurpose,
  noReviewInCritical,
  noConfirmationInCritical,
  noServiceInCritical,
  noDelayInCritical,
  typedText,
  smallAttachments,
  noImportantTag,
];
