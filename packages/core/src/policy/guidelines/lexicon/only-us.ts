import type { Lexicon } from "./lexicon.ts";

/** Told to the seller and to nobody else. */
export const onlyUs: Lexicon = {
  en: "{only,just} {to us,us,with us} | {us,us alone} {only,alone} | {tell,write,message} {only,just} us",
  de: "{nur,lediglich,ausschließlich,allein} {uns,an uns,bei uns,mit uns}",
  fr: "{seulement,uniquement} {à nous,nous} | {qu à,rien qu à} nous",
  es: "{solo,sólo,únicamente,solamente} {a nosotros,nosotros,con nosotros}",
  it: "{solo,soltanto,unicamente} {a noi,noi,con noi}",
  nl: "{alleen,enkel} {ons,aan ons,met ons}",
  pl: "tylko {nam,nas,z nami,do nas} | wyłącznie {nam,do nas}",
  sv: "{bara,endast,enbart} {oss,till oss,för oss}",
  pt: "{só,apenas,somente} {a nós,nos,connosco,conosco,para nós}",
  ja: "当店にだけ | 当店だけに | 弊社にだけ | 私どもにだけ | 当店のみに",
  tr: "{yalnızca,sadece,yalnız} {bize,bizimle}",
  ar: "لنا فقط | نحن فقط | فقط لنا | لنا وحدنا",
};
