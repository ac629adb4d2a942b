import type { Lexicon } from "./lexicon.ts";

/** Words of gifts and discounts in the names of things that one buys: racks, printers, cards of wood. */
export const thingBought: Lexicon = {
  en: "{discount code,promo code,discount,coupon,voucher,gift card,gift certificate,prize,reward} {engraving,printing,cutting,stamping,labelling,} {machine,rack,stand,holder,cutter,printer,punch,stamp,stencil,frame,tray,board,sign,clip,dispenser,album,tin,basket,wheel,drum,bowl,jar,ribbon}{s,} | {refund,discount,coupon,fraud,bonus} proof | {wooden,metal,acrylic,leather,plastic,paper,blank,toy,play} {gift card,gift certificate,coupon,voucher}{s,} | {gift card,gift certificate,coupon,voucher}{s,} {of,made of,made from} {wood,metal,acrylic,leather,paper}",
  de: "{rabattcode,gutscheincode,rabatt,gutschein,coupon,geschenkkarten,prämien} {graviermaschine,maschine,ständer,halter,drucker,stempel,stanze,schneider,rahmen,schale,box}* | {rabatt,rabattcode,gutschein,coupon,geschenkkarten}{ständer,halter,spender,stempel,stanze,schneider,rahmen,schale,box,album,maschine}* | {geschenkkarte,gutschein,coupon}{n,e,} aus {holz,metall,leder,papier,acryl} | hölzerne{n,} {geschenkkarte,gutschein}*",
  fr: "porte carte{s,} {cadeau,cadeaux} | carte{s,} cadeau{x,} en {bois,métal,cuir,papier} | {présentoir,support,machine,distributeur,tampon,cadre,étagère} {à,de,pour} {chèques cadeaux,cartes cadeaux,bons d achat,coupons,codes promo,chèques cadeau,cartes cadeau}",
  es: "tarjeta{s,} {de,} regalo de {madera,metal,cuero,papel} | {expositor,soporte,máquina,impresora,sello,marco,dispensador} {de,para} {cupones,vales,tarjetas regalo,tarjetas de regalo,códigos de descuento,descuentos}",
  it: "cart{a,e} regalo in {legno,metallo,pelle,carta} | {espositore,supporto,macchina,stampante,timbro,cornice} {per,di} {buoni sconto,buoni,coupon,carte regalo,codici sconto,sconti}",
  nl: "{kortingsbon,kortingscode,cadeaubon,cadeaukaart,waardebon,coupon,kortings}{houder,rek,standaard,machine,printer,stempel,lijst,doos}* | houten {cadeaukaart,cadeaubon,waardebon}* | {cadeaukaart,cadeaubon,waardebon}{en,nen,} van {hout,metaal,leer,papier}",
  pl: "drewnian{ą,a,e,ej} kart{ę,a,y} podarunkow* | {stojaka,stojak,uchwyt,uchwytu,drukarkę,drukarki,maszynę,maszyny,stempel} {na,do} {kupony,kuponów,bony,bonów,karty podarunkowe,kodów rabatowych,rabatów}",
  sv: "{kupong,rabattkods,presentkorts,rabatt}{hållare,ställ,maskin,skrivare,stämpel,ram}* | presentkort{et,en,} i {trä,metall,läder,papper}",
  pt: "cart{ão,ões} {presente,de presente,de oferta} de {madeira,metal,couro,papel} | {expositor,suporte,máquina,impressora,carimbo} {de,para} {cupões,cupons,vales,cartões presente,códigos de desconto,descontos}",
  ja: "木製ギフトカード | 木のギフトカード | ギフトカードスタンド | クーポン立て | クーポンスタンド | クーポンラック | 割引コード彫刻機",
  tr: "ahşap hediye kartı* | {kupon,hediye kartı,indirim kodu,indirim} {stand,makine,raf,tutucu,kalıb,damga}*",
  ar: "بطاقه الهدايا الخشبيه | بطاقه هدايا خشبيه | حامل القسائم | حامل قسائم | رف القسائم",
};

/** Recommending; a question about it asks for an opinion. */
export const recommend: Lexicon = {
  en: "recommend*",
  de: "empfehl* | weiterempfehl*",
  fr: "recommand*",
  es: "recomend* | recomiend*",
  it: "consigli* | raccomand*",
  nl: "aanbevel* | aanraden",
  pl: "poleci* | poleca*",
  sv: "rekommend*",
  pt: "recomend*",
  ja: "おすすめ | お勧め | オススメ",
  tr: "öner* | tavsiye*",
  ar: "توصي | تنصح",
};
