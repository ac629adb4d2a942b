import type { Lexicon } from "./lexicon.ts";

/** Told to the seller and to nobody else. */
export const onlyUs: Lexicon = {
  en: "{only,just} {to us,us,with us} | {us,us alone} {only,alone} | {tell,write,message} {only,just} us | {don t,do not,please don t} review {it,this,the}",
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

/** "Did you like it? Only then …": the answer decides whether a review is wanted. */
export const onlyThen: Lexicon = {
  en: "{only,just} {then,in that case,in this case} | if so only",
  de: "nur {dann,in diesem fall,in dem fall} | {ausschließlich,allein} dann",
  fr: "{seulement,uniquement} {alors,dans ce cas} | dans ce cas {seulement,uniquement}",
  es: "{solo,sólo,únicamente,solamente} {entonces,en ese caso,en tal caso}",
  it: "{solo,soltanto,unicamente} {allora,in quel caso,in tal caso,in questo caso}",
  nl: "{alleen,enkel,pas} {dan,in dat geval}",
  pl: "{tylko,wyłącznie} {wtedy,wówczas,w takim przypadku,w takim razie}",
  sv: "{bara,endast,enbart} {då,i så fall}",
  pt: "{só,apenas,somente} {então,nesse caso,neste caso}",
  ja: "その場合のみ | その場合に限り | その場合だけ",
  tr: "{yalnızca,sadece,ancak} {o zaman,bu durumda,o durumda}",
  ar: "عندها فقط | فقط في هذه الحاله | في هذه الحاله فقط",
};
