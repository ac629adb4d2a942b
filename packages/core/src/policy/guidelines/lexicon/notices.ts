import type { Lexicon } from "./lexicon.ts";

/** "It was ordered, sent, is on its way": what Amazon itself tells the buyer. */
export const shipped: Lexicon = {
  en: "{has,have} {now,just,already,been,now been,just been,} {shipped,dispatched,been shipped,been dispatched,been sent out,left our} | {was,were} {just,,already} {shipped,dispatched,sent out} | {is,are} on {its,the,their} way | on its way to you | out for delivery | order {is,has been,was} {now,,being,} {confirmed,processed,received,accepted,placed,packed} | order confirmation | shipping confirmation | shipment confirmation | dispatch confirmation | delivery confirmation | {we,we ve,we have} {,successfully,just} received your {order,payment} | {we,we ve,we have} {,just,now,} {shipped,dispatched,sent} {out,off,} {your,the} {order,package,parcel,item,items} | your order {shipped,dispatched} | tracking {number,id,code,link} {is,:,for} | {here is,here s,find} your tracking | confirm{,s,ing} {that,receipt of,} {we have,,your} {received,order,receipt,payment,purchase} | being {prepared,packed} {for,and} | will ship {today,tomorrow,soon,within,on} | will be {shipped,dispatched} {today,tomorrow,soon,within} | payment {has been,was} {received,confirmed} | refund has been issued | we have refunded | your refund {was,has been,is} {issued,processed}",
  de: "{wurde,ist,haben} {heute,soeben,gerade,bereits,nun,jetzt,gestern,} {versendet,verschickt,versandt,verpackt,losgeschickt} | {heute,soeben,gerade} {versendet,verschickt,versandt} | {unterwegs,auf dem weg} zu ihnen | {ist,sind,bestellung} {nun,jetzt,bereits,} {unterwegs,auf dem weg} | *bestellbestätigung* | *versandbestätigung* | *auftragsbestätigung* | *lieferbestätigung* | *eingangsbestätigung* | bestellung {ist,wurde,haben wir} {bei uns,} {eingegangen,erhalten,bestätigt,bearbeitet} | {haben,bestätigen} {ihre,wir ihre,wir den eingang,den eingang,hiermit} {bestellung,ihrer bestellung,ihre bestellung,der bestellung}* | {sendungsnummer,trackingnummer,sendungsverfolgungsnummer}{ lautet,:, ist} | wird {heute,morgen,in kürze,bald} {versendet,verschickt} | zahlung {ist,wurde} {eingegangen,erhalten}",
  fr: "{a été,est,ont été,vient d être} {bien,,déjà} {expédié,envoyé,confirmé,enregistré,traité,préparé}{,e,s,es} | {est,sont} en {route,chemin,cours de livraison} | confirmation {de,d} {commande,expédition,envoi,livraison,votre commande} | {avons,nous avons} {bien,} {reçu,expédié,envoyé} votre {commande,colis,paiement} | numéro de suivi {est,:} | nous confirmons {la réception,votre,l} | commande {est,a été} {bien,} {confirmée,reçue,enregistrée} | sera {expédié,envoyé}{,e} {demain,aujourd,sous}",
  es: "{ha sido,fue,ha,está} {ya,} {enviado,expedido,despachado,confirmado,procesado,recibido}{,a} | {está,va} {ya,} {en camino,de camino,en reparto} | confirmación {de,del} {pedido,envío,compra,entrega,su pedido} | hemos {recibido,enviado,confirmado} {correctamente,} su {pedido,paquete,pago,compra} | número de seguimiento {es,:} | confirmamos {la recepción,que hemos,su} | pedido {confirmado,enviado} | será enviado {hoy,mañana}",
  it: "{è stato,sono stati,è stata} {già,,appena} {spedito,inviato,confermato,elaborato,ricevuto,preso}{,a,i} | {è,sono} {già,ora,} in {viaggio,transito,consegna} | conferma {dell,d,di,della} {ordine,spedizione,consegna} | {abbiamo} {ricevuto,spedito,confermato} {correttamente,} {il suo,il tuo,il vostro} {ordine,pacco,pagamento} | {numero,codice} di {tracciamento,tracking,spedizione} {è,:} | confermiamo {la ricezione,il suo,di aver} | ordine {confermato,spedito} | sarà spedito {oggi,domani}",
  nl: "{is,werd,zijn} {zojuist,vandaag,,inmiddels,nu,net} {verzonden,verstuurd,bevestigd,ontvangen en,verwerkt} | is {onderweg,op weg} | *orderbevestiging* | *bestelbevestiging* | *verzendbevestiging* | *leveringsbevestiging* | {hebben,wij hebben,we hebben} {uw,je} {bestelling,pakket,betaling} {goed,} {ontvangen,verzonden,verstuurd} | {volgnummer,trackingnummer,track trace code}{ is,:} | {bevestigen} {de ontvangst,uw bestelling,wij} | wordt {vandaag,morgen} {verzonden,verstuurd}",
  pl: "{zostało,została,zostały} {już,właśnie,dziś,} {wysłan,nadan,potwierdzon,przyjęt,zrealizowan,spakowan}{e,a,y} | {jest,są} {już,} w drodze | potwierdz{enie,amy} {zamówieni,wysyłk,nadani,przyjęci,otrzymani,dostaw,złożeni}* | {otrzymaliśmy,wysłaliśmy,przyjęliśmy,nadaliśmy} {twoje,pana,pani,państwa,} {zamówienie,paczkę,przesyłkę,płatność} | {numer,nr} {śledzenia,przesyłki} {to,:} | przesyłka wyruszyła | zamówienie {potwierdzone,wysłane}",
  sv: "{har,är,blev} {nu,just,precis,} {skickats,avsänts,bekräftats,skickad,bekräftad,packats,levererats till} | {är,finns} {nu,} på väg | *orderbekräftelse* | *beställningsbekräftelse* | *leveransbekräftelse* | *fraktbekräftelse* | {har,vi har} {tagit emot,mottagit,skickat} {din,er} {beställning,order,betalning,försändelse} | {spårningsnummer,kollinummer}{et,} {är,:} | bekräftar {att,din,mottagandet} | skickas {idag,imorgon}",
  pt: "{foi,já foi,está} {já,} {enviad,expedid,despachad,confirmad,processad,recebid}{o,a} | {está,já está} a caminho | {saiu,está em rota} para entrega | confirmação {de,da,do} {encomenda,pedido,envio,compra,sua encomenda,seu pedido} | {recebemos,enviámos,enviamos,confirmamos,despachamos} {o seu,a sua,seu,sua,a recepção} {pedido,encomenda,pagamento,pacote} | {número,código} de {rastreio,rastreamento} {é,:} | confirmamos {a receção,que recebemos} | {pedido,encomenda} {confirmad,enviad}{o,a}",
  ja: "発送が完了 | 出荷が完了 | 配達が完了 | 発送されました | 発送いたしました | 発送しました | 発送致しました | 出荷しました | 出荷いたしました | 発送完了 | 出荷完了 | 発送のお知らせ | 出荷のお知らせ | 注文確認 | ご注文を承りました | 注文を承りました | ご注文を受け付け | ご注文を確認 | 注文を受付 | 配送中 | お届け予定 | 追跡番号は | 伝票番号は | 追跡番号: | 伝票番号: | 発送手続きが完了 | 入金を確認 | ご入金を確認 | 発送準備",
  tr: "{kargoya verildi,kargoya verilmiştir,kargolandı,gönderildi,gönderilmiştir,yola çıktı,yola çıkmıştır,onaylandı,onaylanmıştır,hazırlanıyor} | kargo{ya,muz} verdik | yoldadır | yolda | sipariş{iniz,} onay{ı,lan}* | sipariş onayı | gönderim onayı | kargo {bildirimi,onayı} | siparişinizi {aldık,almış} | siparişiniz {alındı,alınmıştır,bize ulaştı} | takip {numaranız,numarası,no} | dağıtıma çıktı",
  ar: "تم شحن | تم ارسال | تم تاكيد | تاكيد الطلب | تاكيد الشحن | في الطريق | لقد استلمنا طلبك | استلمنا طلبك | تم استلام طلبك | رقم التتبع | قمنا بشحن | شحنا طلبك | خرج للتوصيل | تم تجهيز",
};

/** "It arrived": an introduction in a request, a confirmation alone. */
export const arrived: Lexicon = {
  en: "{has,have,was,were} {now,just,recently,been,already,been successfully,successfully,} {delivered,arrived} | {been} delivered | should {have arrived,have received,arrive} | package {was,has been} delivered | delivered {on,yesterday,today}",
  de: "{wurde,ist,sollte} {nun,inzwischen,heute,bereits,} {zugestellt,geliefert,angekommen,eingetroffen,ausgeliefert}",
  fr: "{a été,est} {bien,} {livré,arrivé,remis}{,e}",
  es: "{ha sido,fue,ha} {ya,} {entregado,llegado}{,a}",
  it: "{è stato,è,è stata} {già,} {consegnat,arrivat}{o,a}",
  nl: "{is,werd} {inmiddels,} {bezorgd,geleverd,afgeleverd,aangekomen}",
  pl: "{zostało,została,} {dostarczon,doręczon}{e,a,o} | dotarł{a,o}",
  sv: "{har,är} {levererats,levererad,kommit fram,anlänt}",
  pt: "{foi,já foi} {entregue} | já chegou",
  ja: "お届けしました | 配達完了 | 配達されました | お届け済み | お届けが完了",
  tr: "teslim edil{di,miştir}* | ulaştı | ulaşmıştır",
  ar: "تم توصيل | تم تسليم | وصل طلبك | تم التوصيل",
};

/** Thanks, and nothing a buyer could do. */
export const thanks: Lexicon = {
  en: "thank you | thanks | thank u | grateful | appreciate your {purchase,order,business,trust} | enjoy your | hope you enjoy | hope you {love,like}",
  de: "*danke{,n} | *dank | freude mit | freude an | viel spaß mit | dankeschön",
  fr: "merci | remercions | remercie | remerciements | profitez bien",
  es: "gracias | agradecemos | agradezco | agradecidos | disfrute",
  it: "grazie | ringraziamo | ringrazio | grati",
  nl: "bedankt | dank{,en,u} | hartelijk dank | plezier met",
  pl: "dziękuj* | dzięki | podziękowan*",
  sv: "tack{,ar} | tacksam*",
  pt: "obrigad* | agradec* | gratos | grato",
  ja: "ありがとう | 感謝 | 御礼申し上げ | お礼申し上げ",
  tr: "teşekkür* | sağ ol*",
  ar: "شكرا | نشكر | شكر | ممتن",
};

/** "We are here if you need us." */
export const help: Lexicon = {
  en: "here {to help,for you,if you,to assist} | happy to help | glad to help | any {questions,problems,issues,concerns,question,problem,issue,trouble} | {contact,reach out to,message,write to} us | let us know | feel free | don t hesitate | at your disposal | {need,require} {any,} {help,assistance,anything} | support team | customer service",
  de: "{für sie da,gerne zur verfügung,zur verfügung,behilflich,weiter} | {fragen,probleme,problemen} | {kontaktieren,melden,schreiben} sie {sich,uns} | zögern sie nicht | helfen {wir,ihnen} | hilfe | kundenservice*",
  fr: "à votre {disposition,écoute,service} | {question,problème,souci}{,s} | contactez nous | n hésitez pas | besoin d aide | nous contacter | service client",
  es: "a su disposición | {duda,pregunta,problema,consulta}{,s} | {contáctenos,póngase en contacto,escríbanos,contacte} | no dude{,n} en | ayuda{r,rle,} | estamos aquí | atención al cliente",
  it: "a {sua,tua,vostra} disposizione | {domande,dubbi,problemi,domanda,problema} | {ci contatti,contattarci,ci scriva,contattaci} | non esiti | aiut{o,arla} | siamo qui | servizio clienti",
  nl: "{staan,zijn} {wij,we,graag,} {voor u,voor je,klaar} | {vragen,problemen,vraag,probleem} | neem {gerust,} contact | aarzel niet | helpen | klantenservice",
  pl: "do {twojej,państwa,pana,pani} dyspozycji | {pyta,problem}{ń,nia,y,ów,} | {prosimy o kontakt,skontaktuj,napisz do nas} | {pomoc,pomożemy,pomocą}* | obsług{a,i} klienta",
  sv: "{finns,här} {här,för} {för,dig} | {frågor,problem} | kontakta oss | tveka inte | hjälp{a,er,} | kundtjänst",
  pt: "à {sua,vossa} disposição | {dúvida,pergunta,problema,questão}{,s} | {contacte,contate,entre em contato,fale} | não hesite | ajud{ar,a} | estamos aqui | apoio ao cliente",
  ja: "お気軽に | ご不明な点 | ご不明点 | ご質問 | お困り | サポート | お問い合わせ | ご連絡ください",
  tr: "{soru,sorun}{nuz,unuz,larınız,lar,}* | {yardım,destek}* | {bize ulaş,iletişime geç,bize yaz}* | çekinmeyin | müşteri hizmet*",
  ar: "لا تتردد | اي سؤال | اي مشكله | اي استفسار | تواصل معنا | اتصل بنا | في خدمتك | مساعدتك | للمساعده | خدمه العملاء",
};
