import type { LanguageTerms } from "../lexicon.ts";

export const it: LanguageTerms = {
  falsePromotion:
    "{portacoupon,portabuoni,portavoucher} | porta {coupon,buoni,voucher} | {custodia,cartella,contenitore,raccoglitore,astuccio,etichette,portafoglio,scatola,stampante} {per,di,} {coupon,buoni,sconto,carte regalo} | {sconto,promozione} non",
  falseHappy: "{ci,le} {farebbe,piacerebbe,renderebbe}",
  happyIf: "ci valuti solo se | solo {i,} clienti {soddisfatti,contenti}",
  review:
    "review{s,en,} | feedback | recensisce | recensiscono | {recensire,recensisci,recensisca,valutare,valuta,valuti,valutarci,valutaci,votare,voti,votaci,commentare,consigliare,consigliaci} | {commento,commenti,voto,voti,punteggio} | stelle | stelline",
  opinion:
    "sua esperienza | propria esperienza | racconti | {sua,tua,vostra} {esperienza,opinione,impressione} | {sue,tue} impressioni | {suo,tuo} {parere,giudizio,punto di vista,pensiero} | {cosa,che cosa,quello che} {ne pensa,ne pensi,pensa,pensi} | {racconti,racconta,condivida,condividi,ci dica,dicci} {la,su,cosa,come,quello,agli,la sua} | su amazon | pagina del prodotto | {due,qualche,poche} {parole,righe} | agli altri {clienti,acquirenti}",
  gift: "gratta e vinci | estra{iamo,tto,tti,tte} | a sorte | {piantiamo,pianteremo,doniamo,doneremo} | doppi{o,a} {della,di,} garanzia | garanzia {doppia,raddoppiata,a vita} | {buono,carta,cartolina,coupon} {regalo,amazon,sconto,acquisto} | {regalo,regali,regalino,omaggio,omaggi,pensierino,sorpresa,sorpresina,cadeau} | piccol{o,a} {pensiero,sorpresa,regalo,omaggio,extra,gesto} | {estrazione,lotteria,sorteggio,concorso} | {vincere,vinci,vinca,vincitore,vincita} | garanzia {diventa,estesa,prolungata,a vita,aggiuntiva,gratuita,di cinque,si estende,si allunga,gratis} | {estend,prolung,allung,attiv,raddoppi}{iamo,eremo,are,ere,eremo,a} {la,le,} {sua,tua,} garanzia | estensione {di,della} garanzia | ann{o,i} {extra,in più,aggiuntiv} {di garanzia}* | {accreditiamo,accrediteremo,bonifico,versiamo,verseremo,paypal,trasferiamo} | {metà,parte,intero,totale} {del,il} {prezzo,importe,importo} | {prossimo,prossima,successivo,futuro} {ordine,acquisto,bottiglia,pacco,spedizione,prodotto} | {sconto,sconti,scontiamo,sconteremo,scontato} | % {di sconto,in meno} | {secondo,seconda,altro,altra} {prodotto,bottiglia,articolo,pezzo} {gratis,in omaggio,gratuito} | {prodotto,accessorio,campione,articolo} {gratis,gratuito,omaggio,in omaggio} | punti {fedeltà,bonus,regalo} | cashback | tester | {tenga,tieni,tenere} il prodotto | {premi,ricompens,compens}{amo,ate,ato,iamo,eremo,a,o,are,ati} | premio | {offriamo,offre} {noi,la casa} | a nostre spese | vantaggi esclusivi | club vip | doniamo | donazione | credito | bonus | soldi",
  benefit:
    "senza {spese,costi,costo,pagare} | a nostre spese | del valore di | fino a {10,15,20,25,30,50} | rimbors{o,iamo,eremo,are,ato} | {gratis,gratuito,gratuita,gratuitamente} | {denaro,soldi,euro} | sorpresa | premio | restituiamo | restituiremo | garanzia | le regaliamo | {un altro,un secondo} {prodotto,pezzo}",
  exchange:
    "{quando,dopo,se,appena,una volta,in cambio,per ogni,ogni,chi,coloro che,tutti quelli,poi,non appena} | e {le,ti,la,il,noi,riceva,ricevi,ottieni,vinci,riceverà,è} | per {ricevere,attivare,ottenere,vincere,sbloccare} | prova {della,di} | screenshot",
  promise:
    "{ringraziarla,ricompensarla,sdebitarci} | qualcosa {di speciale,per lei,per te,in cambio} | per il {suo,tuo} {tempo,disturbo} | non se ne pentirà | ne vale la pena | {gesto,segno} di {gratitudine,ringraziamento}",
  positiveReview:
    "{condivida,racconti} la sua {buona esperienza,esperienza positiva} | {meno di,sotto le,inferiore a} {5,cinque,4,quattro} stelle | {5,cinque} {stelle,stelline} | {massimo,massimi,migliore} {voto,voti,punteggio} | {recensione,recensioni,valutazione,commento,commenti,parole,opinioni} {positiv,favorevol,gentil,bell,buon}* | {buona,buone,ottima,ottime,bella,belle,splendida} {recensione,recensioni,valutazione,parola,parole} | buon voto | {sia,essere} generos*",
  negativeReview:
    "{recensione,recensioni,valutazione,commento,commenti,feedback,giudizio} {negativ,sfavorevol,critic}* | {brutta,cattiva,pessima} {recensione,valutazione} | brutto voto | {1,una,2,due,3,tre} {stella,stelle} | qualcosa di negativo",
  remove:
    "{altra,nuova} occhiata | {alzare,alzi,aumentare,migliorare,migliori,rivedere,riconsiderare,riconsideri,cancellare,cancelli,cancellata,eliminare,elimini,eliminata,rimuovere,rimossa,rimuova,togliere,tolga,ritirare,ritiri,sparisce,sparirà,scompare,modificare,modifichi,cambiare,cambi,aggiornare,aggiorni,correggere,corregga,rettificare} | a {5,cinque} stelle",
  happy:
    "{soddisfatto,soddisfatta,contento,contenta,felice,entusiasta} | {piace,piaciuto,piaciuta,gradito} | tutto {è andato bene,ok,bene,perfetto,a posto,è andato} | aspettative | di suo gradimento",
  unhappy:
    "{insoddisfatto,insoddisfatta,scontento,scontenta,deluso,delusa} | non {è,sei,fosse,del tutto,completamente,pienamente,le è,ti è} {soddisfatt,content,del tutto,completamente,piaciut,pienamente}* | {qualche,un,qualsiasi} {problema,inconveniente,reclamo} | {altrimenti,in caso contrario,se no} | meno di {5,cinque}",
  divert:
    "prima | invece | anziché | direttamente | altrimenti | in caso contrario | la possibilità | l occasione | in privato",
  contactUs:
    "{ci contatti,contattaci,contattarci,contattateci,ci scriva,scriva,scrivici,scrivi,scriverci,ci chiami,ci dica,ce lo dica,lo dica,ci informi,parli,ci faccia sapere} {a,con,prima,} | {a,con} noi | nostro {servizio,team,supporto,assistenza} | si rivolga",
  howQuestion: "{come,cosa ne,che ne}",
  thirdParty:
    "{sua,tua,alla,la,ai,suoi,tuoi,agli,e} {famiglia,amici,parenti,marito,moglie,partner,vicini,figli,genitori,colleghi,familiari} | {altro,secondo} account | più recensioni",
  promotion:
    "solo questa settimana | tra i primi | edizione {autunnale,invernale,estiva} | {nostra,nuova,nostro,nostri,nostre,nuove} {collezione,gamma,catalogo,negozio,sito,linea,offerte,saldi,promozioni,newsletter,novità,nuova}* | collezione {autunnale,estiva,invernale,primaverile,autunno} | {più economico,scontatissimo,prezzo speciale,prezzi speciali,prezzo ridotto,affare,affari,occasione} | accesso {anticipato,esclusivo} | {si iscriva,iscriviti,iscrivetevi} {alla,} | {risparmi,risparmia,risparmiare,approfitti,approfitta,si affretti} | {acquisti,acquista,compri,compra,ordini} {ora,subito,anche,adesso} | {non perda,non perdere,non si perda,non perdetevi} | {anche,altri clienti} {acquistato,comprato,le piacerà,amano}* | {segua,seguici,ci segua} | {facebook,instagram,tiktok,youtube,pinterest} | consigliaci | offert{a,e} {special,limitat,esclusiv,lampo,del giorno}* | {abbinato,abbinati,si abbina,completa il} | codice {promozionale,sconto,promo} | {visiti,visita,scopra,scopri,dia un'occhiata,dai un'occhiata,sfogli} {la,il,le,i,nostr}* | fino a esaurimento",
  shipped:
    "{abbiamo} {appena,già,oggi} {spedito,inviato,consegnato,ricevuto,elaborato,confermato} | {pacco,ordine,articolo,spedizione} {ha,è,è stato,ha già,sarà,è già} {lasciato,partito,spedito,in viaggio,affidato,consegnato al,confermato,ricevuto,in transito,elaborato,in consegna}* | lasciato il nostro magazzino | affidato al corriere | {confermiamo,confermare} {la,che,il,di} {ricezione,suo,abbiamo,aver}* | abbiamo {ricevuto,spedito,elaborato} {il,la} | {numero,codice} di {tracciamento,tracking,spedizione} | {segua,tracci} {il suo,la sua} {pacco,spedizione} | arriverà {il,domani,tra} | consegna prevista",
  refunded: "rimborso {di,è,è stato} | {abbiamo,è stato} {rimborsato,accreditato}",
  thanks:
    "grazie | ringrazi* | fiducia | {a presto,alla prossima} | {buona,buon} {giornata,serata,settimana,utilizzo,divertimento} | benvenut{o,a} | speriamo che | buon acquisto",
  request:
    "{per favore,può,puoi,potrebbe,potresti,potete,desidera,desideri,vuole,preferisce,preferisci,vorrebbe} | {confermi,ci confermi,indichi,ci indichi,invii,ci invii,risponda,scelga,controlli,ci dica quale,verifichi,smetta di} | {ci serve,ci servono,abbiamo bisogno,manca}",
  enclosure:
    "fattura | allegat{o,a,i} | richiamo {di sicurezza,del prodotto} | documento di garanzia | codice {di attivazione,licenza} | richiamat{o,a}",
  problem:
    "la differenza | non è stato applicato | {rotto,rotta,rotti} | danneggiat* | difettos* | difetto | difetti | manca{no,nti,nte,} | errore | sbagliat{o,a} | incomplet{o,a} | pers{o,a} | non {è arrivato,è arrivata} | {suo,il,un} reso | annullat{o,a} | dogana* | spese di spedizione | reclamo | {pezzo di,pezzi di,vite di} ricambio | ricambi{o,} | richiamo | viti",
  cancelAsk:
    "annulli {il suo,l,il} ordine | annulli il | annull{i,a} {lei stesso,il,l,lo,tu,questo,l ordine}* | {la preghiamo di,per favore,può,potrebbe,le chiediamo di,chiediamo di,prego} annull{are,i,arlo} | {richieda,richiedere,chieda} l annullamento | annullare {lei stesso,l ordine dal,dal suo}",
  instruct:
    "{parli,parla,menzioni,menziona,descriva,descrivi,sottolinei,evidenzi,racconti,spieghi,citi} {della,del,di,la,il,quanto,come,che,in,nella}* | {alleghi,allega,aggiunga,aggiungi,carichi,carica,inserisca,pubblichi} {una,due,delle,alcune,foto,un,tre}* | {due,tre,alcune,qualche} {foto,immagin}* | {foto,immagini} del | almeno {10,15,20,30,50,80,100,due,tre,cinque,dieci} {parole,frasi,righe,caratteri} | {esempio,modello} di | come titolo | copi e incolli | parole chiave",
  optOut:
    "{disiscri,disdir}* | {annullare,annulla,annulli} {l,la} {iscrizione,sua iscrizione}* | annulla iscrizione | {non ricevere più,non desidera più,non vuole più,smettere di ricevere} | risponda stop | preferenze di {contatto,comunicazione}",
  offensive:
    "idiota | idioti | imbecill{e,i} | stupid{o,a,i} | cretin{o,a,i} | scem{o,a,i} | bastard{o,a,i} | maledett{o,a,i} | fottut* | culo | tette | cadaver{e,i} | sanguinos* | suicid* | deficiente",
  falseBenefit:
    "{portacoupon,portabuoni,portavoucher} | porta {coupon,buoni,voucher} | {custodia,cartella,contenitore,raccoglitore,astuccio,etichette,portafoglio,scatola,stampante} {per,di,} {coupon,buoni,sconto,carte regalo} | {sconto,promozione} non | {confezione,carta,scatola,messaggio,pacco,pacchetto,biglietto,opzione,busta,etichetta} {regalo,da regalo} | regalo è vuoto | {porta,raccoglitore,stampante} {buoni,coupon,sconto}* | portabuoni{ sconto,} | {privo,priva,privi,prive,libero,libera,esente} di | senza {bpa,piombo,glutine} | {pezzo di ricambio,pezzi di ricambio,spedizione,reso,riparazione,ricambio,vite} gratuit{o,a,i} | {alcun,nessun} rimborso | rimborso {delle spese,della spedizione} | {nulla,niente} in cambio | non offriamo | metta",
  neutral:
    "bella o brutta | qualunque sia | buona o cattiva | belle o brutte | positiva o negativa | tutte le opinioni | ogni opinione",
};
