import type { Lexicon } from "./lexicon.ts";

/** What a delivery cost the buyer. */
export const costs: Lexicon = {
  en: "shipping | postage | {delivery,shipping} {cost,costs,fee,fees,charge,charges} | cost{s,}",
  de: "versand{kosten,} | porto | lieferkosten",
  fr: "frais {de,d} {port,livraison,envoi,expédition} | frais",
  es: "gastos de envío | envío | portes",
  it: "spese di {spedizione,consegna} | spedizione",
  nl: "verzendkosten | bezorgkosten | verzending",
  pl: "koszt* {wysyłki,dostawy,przesyłki} | wysyłk* | dostaw*",
  sv: "frakt* | porto",
  pt: "portes | frete | custos de envio | envio",
  ja: "送料 | 配送料",
  tr: "kargo* | gönderim ücret*",
  ar: "تكاليف الشحن | الشحن | رسوم التوصيل",
};

/** The seller takes them over. */
export const bears: Lexicon = {
  en: "on us | we {ll,will,} {gladly,} {cover,pay,bear,absorb,refund,return} | {comes,come,goes} {straight,right,} back | back to your {card,account}",
  de: "{geht,gehen} {nachträglich,dann,gern,gerne,} auf uns | {übernehmen,tragen,erstatten,schenken} wir | wir {übernehmen,tragen,erstatten,schenken}",
  fr: "{prenons,prendrons} en charge | à notre charge | sont pour nous | {remboursons,rembourserons,offrons}",
  es: "{hacemos,haremos} cargo | {corren,corre} {de,por} nuestra cuenta | a nuestro cargo | {devolvemos,devolveremos,regalamos}",
  it: "{rendiamo,restituiamo,rimborsiamo,rimborseremo,offriamo} | gliele rendiamo | a nostr{o,e} {carico,spese}",
  nl: "{zijn,is} voor ons | {betalen,vergoeden} {wij,we} | {wij,we} {betalen,vergoeden} | voor onze rekening",
  pl: "{bierzemy,weźmiemy} na siebie | {pokrywamy,pokryjemy,zwracamy,zwrócimy}",
  sv: "står vi för | vi står för | {betalar,bjuder} vi | vi {betalar,bjuder}",
  pt: "por nossa conta | {assumimos,devolvemos,devolveremos,oferecemos}",
  ja: "負担いたし | 負担し | 負担させ",
  tr: "{biz,} karşıla{yalım,rız,yacağız} | biz öder* | bizden",
  ar: "نتحمل | علي حسابنا | نعيد",
};

/** A sum that stands on a document, and is over. */
export const settled: Lexicon = {
  en: "paid {with,by} | {was,were} paid | covered by | already | shown | applied | deducted | {on,in} {line,the invoice,your invoice} | was charged | taken off",
  de: "bezahlt | bereits | abgezogen | berücksichtigt | ausgewiesen | verrechnet",
  fr: "payé{,s,e,es} avec | déjà | {y,} figure | appliqué{e,} | déduit{e,}",
  es: "{se,} {pagaron,pagó,pagado,pagados} con | ya | aplicad{o,a} | descontad{o,a} | {en la,su} factura",
  it: "pagat{o,i} con | già | applicat{o,a} | detratt{o,a} | {in,nella} fattura",
  nl: "betaald met | reeds | al {verrekend,verwerkt,afgetrokken} | verrekend | {op de,uw} factuur",
  pl: "opłacon* | już | uwzględnion* | odliczon* | na fakturze",
  sv: "betala{des,t,ts} med | redan | avdrag{en,et} | på fakturan",
  pt: "pag{o,os,a} com | já | aplicad{o,a} | deduzid{o,a} | na fatura",
  ja: "お支払い済 | 適用済 | 記載 | 反映済 | 差し引",
  tr: "ödendi | zaten | uygulan* | düşül* | faturada",
  ar: "دفعت | بالفعل | مطبق | في الفاتوره",
};
