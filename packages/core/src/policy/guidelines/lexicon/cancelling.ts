import type { Lexicon } from "./lexicon.ts";

/** Giving an order up, by whomever. */
export const cancel: Lexicon = {
  en: "cancel{s,led,ed,ling,ing,lation,ation,} | call off | withdraw from the order",
  de: "rückgängig | stornier* | storno* | annullier*",
  fr: "annul*",
  es: "cancel* | anul*",
  it: "annull* | cancell*",
  nl: "annule* | annulering*",
  pl: "anulow* | anuluj* | zrezygn*",
  sv: "avbeställ* | annuller* | avbok*",
  pt: "cancel* | anul*",
  ja: "キャンセル | 取り消し",
  tr: "iptal*",
  ar: "الغاء | تلغي | الغ طلبك",
};

/** By the buyer, whose doing it shall be. */
export const bySelf: Lexicon = {
  en: "yourself | {on,from,at} your {side,end,part} | {from,in,through,via,under,over,on} {your,the} {account,orders,order page,order history,amazon account} | if you cancel{l,}ed",
  de: "selbst | selber | ihrerseits | {von,auf} ihrer seite | {über,in} {ihr,ihrem,dein,deinem} {konto,amazon konto,kundenkonto}",
  fr: "vous même | de votre côté | {depuis,dans,via,par} votre {compte,espace}",
  es: "usted mism{o,a} | {por,de} su {parte,lado} | {desde,en} su cuenta",
  it: "lei stess{o,a} | {da,dalla} {parte sua,sua parte} | {dal,nel} suo account | autonomamente",
  nl: "zelf | {van,aan} uw kant | {via,in,vanuit} uw account",
  pl: "samodzielnie | ze swojej strony | {na,ze,przez} {swoim,swojego,swoje} {koncie,konta,konto}",
  sv: "själv | från din sida | {via,på,från} ditt konto",
  pt: "{você,o senhor,a senhora} mesm{o,a} | {da,por} sua parte | {na,pela,através da} sua conta | do seu lado",
  ja: "お客様ご自身 | お客様側 | お客様の方 | ご自身で",
  tr: "kendiniz | {sizin,} tarafınızdan | hesabınızdan",
  ar: "بنفسك | من جهتك | من حسابك | من طرفك",
};

/** Where the buyer wants it, nobody is asked. */
export const wish: Lexicon = {
  en: "{wish,want,wanted,prefer,decide,decided,choose,like,need} to | no longer need | changed your mind",
  de: "möchten | wünschen | wollen | bevorzugen",
  fr: "souhait* | voul{ez,iez} | préfér* | désir*",
  es: "dese* | quier* | prefier*",
  it: "desider* | vuole | preferi*",
  nl: "wilt | wenst | liever",
  pl: "chce* | życz* | woli",
  sv: "vill | önskar | föredrar",
  pt: "desej* | quis* | quer | prefer*",
  ja: "ご希望 | 希望され | 場合",
  tr: "isterseniz | istiyorsanız | arzu",
  ar: "ترغب | تريد | اردت | رغبت",
};
