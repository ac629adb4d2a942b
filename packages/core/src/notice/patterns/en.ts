import type { MessageWords, NoticePattern } from "./pattern.ts";

export const EN: readonly NoticePattern[] = [
  {
    id: "en.opted_out.1",
    language: "en",
    kind: "opted_out",
    phrases: [
      ["unable to deliver", "not able to deliver", "could not deliver", "couldn't deliver"],
      ["because the buyer has", "as the buyer has", "since the buyer has", "because this buyer has"],
      ["opt out of receiving", "opted out of receiving", "opted-out of receiving", "opt-out of receiving"],
    ],
    wording: "verified",
    source: "viral-launch blog, countingonsales",
  },
  {
    id: "en.opted_out.2",
    language: "en",
    kind: "opted_out",
    phrases: [["the buyer opted out from receiving this message", "buyer has opted out of receiving this message"]],
    wording: "verified",
    source: "status line in Sent messages, seller forums",
  },
  {
    id: "en.opted_out.3",
    language: "en",
    kind: "opted_out",
    phrases: [
      ["could not be delivered", "couldn't be delivered", "was not delivered", "not be delivered", "has been blocked", "was blocked"],
      ["because", "reason"],
      ["buyer has opted out", "buyer opted out", "buyer has chosen to opt out", "buyer has chosen not to receive", "customer has opted out"],
    ],
    wording: "partly",
    source: "Seller Central help GTV8NTY5RM6N9LUN",
  },
  {
    id: "en.restricted.1",
    language: "en",
    kind: "restricted",
    phrases: [
      ["your account was", "your account is", "your account has been", "your selling account"],
      ["restricted from sending proactive messages", "restricted from sending messages", "restricted from contacting buyers"],
    ],
    wording: "verified",
    source: "ecomengine.com amazon-restriction-proactive-emails, sellerlabs help 12400642",
  },
  {
    id: "en.guideline_block.1",
    language: "en",
    kind: "guideline_block",
    phrases: [
      ["was not sent", "could not be sent", "was not delivered", "was blocked", "not been sent", "has been blocked"],
      ["did not meet", "does not meet", "didn't meet", "violates", "violated", "not comply with"],
      ["communication guidelines", "messaging guidelines", "buyer-seller messaging"],
    ],
    wording: "verified",
    source: "ecomengine.com, status line in Sent messages",
  },
  {
    id: "en.sender_not_approved.1",
    language: "en",
    kind: "sender_not_approved",
    phrases: [
      ["rejected", "not delivered", "could not be delivered", "unable to deliver", "was not sent"],
      [
        "not an approved",
        "not an authorized",
        "not authorized",
        "unauthorized e-mail address",
        "unauthorized email address",
        "not a registered email",
        "not registered",
        "not on your approved",
        "not in your approved",
      ],
    ],
    wording: "own",
    source: "Seller Central help 201054220 (behaviour; the mail's wording was not found)",
  },
  {
    id: "en.sender_not_approved.2",
    language: "en",
    kind: "sender_not_approved",
    phrases: [
      ["not an approved sender", "not an authorized email address", "unauthorized email address", "unauthorized sender", "email address that is not authorized", "address that is not approved"],
      ["rejected", "not delivered", "could not be delivered", "unable to deliver", "not sent", "messaging permissions"],
    ],
    wording: "own",
    source: "Seller Central help 201054220 (behaviour; the mail's wording was not found)",
  },
  {
    id: "en.attachment_rejected.1",
    language: "en",
    kind: "attachment_rejected",
    phrases: [
      ["your message", "message you sent", "unable to deliver"],
      ["attachment", "attached file"],
      ["not allowed", "not permitted", "not supported", "was removed", "was rejected", "exceeds", "too large", "unsupported", "contains a virus", "file type"],
    ],
    wording: "own",
    source: "Seller Central help 200389080 (behaviour; the mail's wording was not found)",
  },
];

export const EN_WORDS: MessageWords = {
  language: "en",
  message: ["your message", "message you sent", "messages you sent", "email you sent", "e-mail you sent", "your email to"],
  failure: [
    "not be delivered",
    "n't be delivered",
    "not delivered",
    "to deliver",
    "blocked",
    "not sent",
    "not be sent",
    "n't be sent",
    "undeliver",
    "rejected",
    "on hold",
    "being held",
  ],
};
