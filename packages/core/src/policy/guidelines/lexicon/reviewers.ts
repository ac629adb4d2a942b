import type { Lexicon } from "./lexicon.ts";

/** Those who review, as persons. */
export const reviewers: Lexicon = {
  en: "reviewer{s,} | rater{s,} | {buyers,buyer,customers,customer,people,shoppers,users,clients,anyone,everyone,everybody,those} {who,that} {kindly,} {rate,rates,review,reviews,rated,reviewed} | {kind enough,generous enough,nice enough,good enough,willing} to {rate,review}",
  de: "bewerter{,n,innen} | rezensent{en,innen,in,} | {die,der,wer} {uns,unser produkt,das produkt,den artikel,unseren artikel} {bewerten,bewertet,rezensieren,rezensiert}",
  fr: "évaluateur{s,} | qui {nous,} {notent,évaluent,commentent,note,évalue}",
  es: "reseñador{es,as,} | {quienes,que} {nos,} {valoran,valoren,opinan,opinen,reseñan,evalúan,califican}",
  it: "recensor{i,e} | {che,chi} {ci,} {valutano,valuta,valutino,recensiscono,recensisce}",
  nl: "beoordelaar{s,} | recensent{en,} | {die,wie} {ons,het product,} {beoordelen,beoordeelt,recenseert,recenseren}",
  pl: "recenzen{ci,t,tom,tów} | {którzy,kto} {nas,} {ocenią,oceniają,oceni,ocenia,zrecenzują}",
  sv: "recensent{er,en,erna,} | som {betygsätter,recenserar}",
  pt: "avaliador{es,as,} | {que,quem} {nos,} {avaliam,avalia,avaliarem}",
  ja: "レビュアー | レビューした方 | レビューしてくださる方 | レビューしてくださった方 | 評価してくださる方 | 評価してくださった方 | 評価した方",
  tr: "yorumcu* | {değerlendiren,puanlayan,yorumlayan} {alıcı,müşteri}*",
  ar: "المقيمون | المقيمين | الذين يقيموننا | من يقيمنا | المراجعين",
};

/** What is free or paid back, also where an order might need it: reviewers need none of it. */
export const handout: Lexicon = {
  en: "free | refund{,s,ed,ing} | reimburs* | {cover,pay,waive}{,s} {the,your,all,for,} {postage,shipping,delivery}",
  de: "kostenlos{,e,en,er,es} | gratis* | kostenfrei* | erstatt{en,et}",
  fr: "gratuit{,e,s,es} | rembours* | offert{,e,s,es}",
  es: "gratis | gratuit* | reembols* | devolvemos | devolveremos",
  it: "gratis | gratuit* | rimbors*",
  nl: "gratis | kosteloos | vergoed{en,t}",
  pl: "darmow* | za darmo | gratis* | bezpłatn* | zwracamy | zwrócimy",
  sv: "gratis | kostnadsfri* | tillbaka",
  pt: "grátis | gratuit* | devolvemos | devolveremos | reembols*",
  ja: "無料 | 返金 | 差し上げ | 進呈",
  tr: "ücretsiz* | bedava* | iade*",
  ar: "مجانيه | مجانا | استرداد | نعيد | سنعيد",
};
