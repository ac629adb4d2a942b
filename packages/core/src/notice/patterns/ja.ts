import type { MessageWords, NoticePattern } from "./pattern.ts";

const REFUSES = [
  "受信しないように設定",
  "受信しないよう設定",
  "受信しない設定",
  "受信を拒否",
  "受信拒否",
  "受け取らないように設定",
  "受け取らない設定",
];
const NOT_SENT = [
  "送信できませんでした",
  "お送りできませんでした",
  "配信できませんでした",
  "送信されませんでした",
  "配信されませんでした",
];

export const JA: readonly NoticePattern[] = [
  {
    id: "ja.opted_out.1",
    language: "ja",
    kind: "opted_out",
    phrases: [["購入者が出品者からの", "購入者様が出品者からの", "購入者が"], REFUSES, NOT_SENT],
    wording: "verified",
    source: "sellercentral.amazon.co.jp/forums/t/topic/6486, ec-tsushin.com",
  },
  {
    id: "ja.opted_out.2",
    language: "ja",
    kind: "opted_out",
    phrases: [NOT_SENT, "購入者", REFUSES],
    wording: "partly",
    source: "the same sentence, its reason last",
  },
  {
    id: "ja.guideline_block.1",
    language: "ja",
    kind: "guideline_block",
    phrases: [
      ["ガイドライン"],
      ["準拠していない", "違反", "満たしていない", "遵守していない"],
      ["送信されませんでした", "送信できませんでした", "ブロック"],
    ],
    wording: "own",
    source: "after the English status line",
  },
  {
    id: "ja.restricted.1",
    language: "ja",
    kind: "restricted",
    phrases: [
      ["アカウント"],
      ["メッセージの送信が", "メッセージを送信する権限が", "メッセージ送信が"],
      ["制限され", "停止され"],
    ],
    wording: "own",
    source: "after the English status line",
  },
];

export const JA_WORDS: MessageWords = {
  language: "ja",
  message: ["購入者へのメッセージ", "メッセージを送信", "関するメッセージ", "メッセージは", "メッセージが"],
  failure: ["できませんでした", "されませんでした", "ブロックされ", "拒否され"],
};
