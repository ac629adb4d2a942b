import type { Lexicon } from "./lexicon.ts";

/** Those who review, as persons. */
export const reviewers: Lexicon = {
  en: "reviewer{s,} | rater{s,} | {buyers,buyer,customers,customer,people,shoppers,users,clients,anyone,everyone,everybody,those} {who,that} {kindly,} {rate,rates,review,reviews,rated,reviewed,comment,comments,post,posts,write,writes,respond,speak up,speak out} | {buyers,customers,people,shoppers,everyone,anyone,those} {who,that} {share,shares,tell,tells,describe,describes} {their,us,others,what,how} | {kind enough,generous enough,nice enough,good enough,willing} to {rate,review}",
  de: "bewerter{,n,innen} | rezensent{en,innen,in,} | {die,der,wer} {sich,ihre,seine,etwas} {äußern,äußert,meinung,erfahrung,erfahrungen,schreiben,schreibt} | {die,der,wer} {uns,unser produkt,das produkt,den artikel,unseren artikel} {bewerten,bewertet,rezensieren,rezensiert}",
  fr: "évaluateur{s,} | qui {nous,} {notent,évaluent,commentent,note,évalue,commente} | qui {s exprime,s expriment,partage,partagent,raconte,racontent,donne,donnent} {sur,leur,son,votre,ce}",
  es: "reseñador{es,as,} | {quienes,que} {nos,} {valoran,valoren,opinan,opinen,reseñan,evalúan,califican,comenten,comentan} | {quien,quienes,los que} {deje,dejen,comparta,compartan,cuente,cuenten,escriba,escriban}",
  it: "recensor{i,e} | {che,chi} {ci,} {valutano,valuta,valutino,recensiscono,recensisce,commenta} | {chi,coloro che} {racconta,raccontano,condivide,condividono,scrive,scrivono}",
  nl: "beoordelaar{s,} | recensent{en,} | {die,wie} {ons,het product,} {beoordelen,beoordeelt,recenseert,recenseren,reageert,reageren} | {die,wie} {zijn,hun,haar} {mening,ervaring,ervaringen}",
  pl: "recenzen{ci,t,tom,tów} | {którzy,kto} {nas,} {ocenią,oceniają,oceni,ocenia,zrecenzują,skomentują,skomentuje} | {które,którzy,kto} {podzielą,podzieli,podziela,dzielą,dzieli} się",
  sv: "recensent{er,en,erna,} | som {betygsätter,recenserar,kommenterar} | som {delar,berättar,skriver} {med sig,sin,om,vad}",
  pt: "avaliador{es,as,} | {que,quem} {nos,} {avaliam,avalia,avaliarem,comentam,comentar} | {quem,que} {partilhar,compartilhar,contar,contarem,escrever} {a,o,sua,sobre}",
  ja: "レビュアー | レビューした方 | レビューしてくださる方 | レビューしてくださった方 | 評価してくださる方 | 評価してくださった方 | 評価した方 | コメントしてくださった方 | 投稿された方 | 感想をくださった方",
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
