import type { Lexicon } from "./lexicon.ts";

/** A product review or seller feedback, as a noun or as what the buyer does. */
export const review: Lexicon = {
  en: "review{,s,ed,ing,er,ers} | feedback{,s} | rating{,s} | rate{, us, the, this, your, our} | testimonial* | {five,5,4,four} star* | {leave,leaving,give,giving} {us,} stars | your {honest,} opinion* | your thoughts | comment on amazon | review us | stars",
  de: "*bewertung* | *rezension* | bewerte{n,t,st,} | feedback* | rezensier* | *sternen | *sterne | ihre meinung | deine meinung | eure meinung | erfahrungsbericht* | kundenmeinung* | {beurteilen,beurteilung*}",
  fr: "avis | évalu{er,ez,ation,ations,é,e} | commentaire{,s} | not{er,ez,ation,ations} | étoile{,s} | témoignage* | votre opinion | ton avis | note",
  es: "reseña* | valora{ción,ciones,r,rnos,nos} | valore{,n,nos} | opini{ón,ones} | comentario{,s} | evalua{ción,r} | evalúe{,nos} | califica{ción,ciones,r} | califique* | estrella{,s} | puntuaci*",
  it: "recension{e,i} | recensi{re,sci,sca,te,ci} | valutazion{e,i} | valuta{re,rci,te,} | feedback* | commento | stelle | stella | opinione | parere | giudizio",
  nl: "*review{,s,en} | beoordeling* | beoordel{en,t} | beoordeel{t,} | recensie* | feedback* | sterren | ster | uw mening | je mening | jouw mening",
  pl: "opini{a,ę,i,e,ą} | opinii | recenzj* | ocen{a,ę,y,ić,ić nas,ie,ę} | oceń* | ocenienie | wystaw{ić,ienie,isz,} {nam,} {ocenę,opinię,komentarz} | komentarz* | gwiazd* | feedback*",
  sv: "*recension* | recenser* | omdöme{,n,t,na} | betyg{,et,sätt*} | *feedback* | stjärn* | utvärder* | din åsikt | recension",
  pt: "avalia{ção,ções,r} | avalie{,-nos,m,-me} | opini{ão,ões} | comentário{,s} | resenha* | estrela{,s} | classifica{ção,r} | classifique | feedback*",
  ja: "レビュー | 評価 | 口コミ | クチコミ | 感想 | コメント | フィードバック | 星5 | 星五つ | ご意見 | ★",
  tr: "yorum* | değerlendir* | *yıldız* | puan{,la,ı,lama*,ınız*,lay*,lar*} | geri bildirim* | incelem{e,en*} | görüş{ünüz,leriniz,ün}*",
  ar: "تقييم | تقيم | قيّم | قيم المنتج | قيمنا | مراجعة | مراجعه | مراجعت | رأيك | رايكم | نجوم | تعليق | ملاحظاتك",
};

/** The same words where they ask for no opinion. */
export const falseReview: Lexicon = {
  en: "review {your,the,our,this,these,and,it} {delivery,shipping,address,attached,invoice,proof,design,artwork,mock,details,personalisation,personalization,text,spelling,engraving,return,instructions,information,draft,sketch,preview,case,request,claim,photo*,document*,terms,confirm,approve,order details,file,image,measurements,data,custom*,manual}* | review {,the,your} attached | review and {confirm,approve,reply,sign} | {under,for,in} review | is being reviewed | reviewed your {request,case,claim,return,photo*,message} | energy rating* | {power,voltage,load,fuse,pressure} rating* | rated {for,at} | star {shaped,wars,pattern,charm,design,necklace,lamp,screw*} | {shipping,exchange,interest,flat} rate | at the rate",
  de: "schadensbewertung* | prüfung und bewertung | energiebewertung | sternenhimmel* | sternenlicht* | sternenprojektor*",
  fr: "avis {de passage,d échéance,d expédition,d imposition,de livraison,d arrivée} | à mon avis | à notre avis | sauf avis contraire | avis contraire | bien noter | note{z,r} {que,bien,s'il vous,également,le,la,les} | prendre note | notez qu* | en forme d étoile | note de crédit | sur {la,cette} note",
  es: "opinión médica | estrella polar | en forma de estrella | sin más comentarios | número de estrellas de mar | evaluación {del daño,de daños,de la reclamación,técnica}",
  it: "a nostro parere | valutazione {del danno,dei danni,della richiesta,tecnica} | valutare il danno | in attesa di giudizio | stella polare | valuteremo",
  nl: "beoordeling van {de schade,uw aanvraag,uw claim,de foto*} | te beoordelen of | beoordelen of",
  pl: "ocena {szkody,uszkodzenia,reklamacji,techniczna} | ocenić {uszkodzenie,szkodę,czy} | ocenie {szkody,uszkodzenia}",
  sv: "för att bedöma | utvärdera skadan | utvärdering av skadan | stjärnformad*",
  pt: "avaliar {o dano,os danos,se,o problema,o seu pedido de,a reclamação,a situação} | avaliação {do dano,técnica,do problema} | classificação energética",
  ja: "評価額 | 評価中 | 損害評価 | 技術評価",
  tr: "hasar değerlendir* | talebiniz{i,} değerlendir* | başvurunuz{u,} değerlendir* | yıldız tornavida* | durumu değerlendir* | sorunu değerlendir*",
  ar: "تقييم الضرر | تقييم الاضرار | مراجعة العنوان | مراجعة البيانات | مراجعة الفاتورة | مراجعة التصميم | مراجعة طلب الارجاع | مراجعه التصميم | مراجعه العنوان",
};

/** A good review, asked for as such. */
export const positiveReview: Lexicon = {
  en: "{positive,good,great,favorable,favourable,glowing,excellent,nice,top,perfect,kind} {customer,product,amazon,seller,,5 star} {review,feedback,rating,comment,testimonial}* | {5,five,4,four} {out of 5,,golden,full} star{,s} {review,rating,feedback,seller,product,,us,on amazon,experience}* | {5,five}star* | all {5,five} stars | {leave,give,award,rate,click,choose,select,tap} {us,our product,it,this,this product,} {with,on,} {5,five} stars | {highest,best,top,maximum} {possible,} rating | thumbs up review | every star {counts,helps,matters}",
  de: "{positive,gute,tolle,nette,freundliche,exzellente,ausgezeichnete,schöne}{,n,r,s} {bewertung,amazon bewertung,rezension,feedback,produktbewertung,kundenbewertung,verkäuferbewertung,produktrezension,rückmeldung}* | positives feedback | {5,fünf} sterne* | 5sterne* | {bestnote,höchstwertung,bestbewertung}* | {volle,volle 5} sterne{,zahl} | jeder stern {zählt,hilft}",
  fr: "avis {très,} {positif,favorable,élogieux}{,s} | {bon,excellent,très bon} {avis,commentaire} | commentaire{,s} {positif,favorable,élogieux}{,s} | évaluation{,s} {positive,favorable}{,s} | note maximale | {5,cinq} étoiles | meilleure note | bonne {note,évaluation} | not{er,ez} {5,cinq} | chaque étoile compte",
  es: "{reseña,valoración,opinión,evaluación,calificación,comentario}{,s} {muy,} {positiv,favorable,buen}* | {buena,excelente,gran} {reseña,valoración,opinión,evaluación,calificación} | {5,cinco} estrellas | máxima {puntuación,calificación,valoración} | comentario{,s} positivo{,s} | valoraciones positivas | opiniones positivas | cada estrella {cuenta,ayuda}",
  it: "{recensione,valutazione,feedback,commento,opinione} {molto,} {positiv,favorevol}* | recensioni positive | {bella,buona,ottima,splendida} {recensione,valutazione} | {5,cinque} stelle | voto massimo | massimo dei voti | feedback positivo | ogni stella {conta,aiuta}",
  nl: "{positieve,goede,leuke,mooie,lovende,fijne} {review,beoordeling,recensie,feedback,productreview}* | {5,vijf} sterren* | 5sterren* | hoogste {score,beoordeling} | elke ster {telt,helpt}",
  pl: "{pozytywn,dobr,przychyln,świetn}{ą,ej,a,e,y} {opini,recenzj,ocen,komentarz,feedback}* | {opinię,ocenę,komentarz,recenzję} {pozytywn}* | {5,pięć,pięcioma,pięciu} gwiazd* | pięciogwiazdk* | najwyższ{ą,a} ocen{ę,a} | maksymaln{ą,a} ocen* | każda gwiazdka {się liczy,pomaga}",
  sv: "{positiv,bra,fin,god,toppen}{,t,a} {recension,omdöme,betyg,feedback}* | {5,fem} stjärn* | högsta betyg* | femstjärnig* | toppbetyg* | varje stjärna {räknas,hjälper}",
  pt: "avaliaç{ão,ões} {muito,} {positiv,favoráve}* | {boa,excelente,ótima} avaliaç* | comentário{,s} positivo{,s} | opini{ão,ões} positiva{,s} | {5,cinco} estrelas | nota máxima | classificação máxima | feedback positivo | cada estrela {conta,ajuda}",
  ja: "高評価 | 星5 | 星五つ | 5つ星 | 五つ星 | 星5つ | ★5 | ★★★★★ | 良いレビュー | よいレビュー | 良い評価 | よい評価 | 好評価 | ポジティブなレビュー | 最高評価 | 満点 | 「良い」評価 | 好意的なレビュー | 「非常に良い」",
  tr: "{olumlu,iyi,güzel,pozitif} {bir,} {yorum,değerlendirme,puan,geri bildirim}* | {5,beş} yıldız* | en yüksek puan* | tam puan | her yıldız {önemli,değerli}*",
  ar: "تقييم ايجابي | تقييما ايجابيا | تقييمات ايجابيه | تقييم جيد | تقييم ممتاز | 5 نجوم | خمس نجوم | خمسه نجوم | 5نجوم | مراجعه ايجابيه | تعليق ايجابي | تقييم 5 | اعلي تقييم | تقييم عالي",
};

/** A bad review. */
export const negativeReview: Lexicon = {
  en: "{negative,bad,poor,low,critical,unfavorable,unfavourable,1 star,one star,2 star,two star} {customer,product,amazon,seller,} {review,feedback,rating,comment}* | anything less than {5,five} | {1,one,2,two,3,three} star{s,}",
  de: "{negative,schlechte,kritische}{,n,r,s} {bewertung,rezension,feedback,produktbewertung,beurteilung}* | {1,ein,einer} stern* | negativbewertung* | bevor sie {uns,} {negativ,schlecht} bewert* | schlecht bewert* | negativ bewert*",
  fr: "{avis,commentaire,évaluation}{,s} négati* | mauvais{,e} {avis,note,commentaire,évaluation} | 1 étoile | une étoile",
  es: "{reseña,valoración,opinión,evaluación,comentario,calificación}{,s} negativ* | mala {reseña,valoración,opinión,calificación} | {1,una} estrella | opiniones negativas | valoraciones negativas",
  it: "{recensione,valutazione,feedback,commento} negativ* | recensioni negative | brutta recensione | 1 stella | una stella",
  nl: "{negatieve,slechte} {review,beoordeling,recensie,feedback}* | {1,één} ster*",
  pl: "negatywn* {opini,recenzj,ocen,komentarz}* | {zł,słab}{ą,ej,a} {opini,ocen}* | opini{ę,i,e} negatywn* | {1,jedn}{ą,ej,a,} gwiazdk*",
  sv: "{negativ,dålig}{,t,a} {recension,omdöme,betyg,feedback}* | {1,en} stjärn*",
  pt: "avaliaç{ão,ões} negativa{,s} | comentário{,s} negativo{,s} | má avaliação | feedback negativo | {1,uma} estrela",
  ja: "低評価 | 悪い評価 | 悪いレビュー | ネガティブな | 星1 | 低いレビュー | 低い評価 | 否定的なレビュー",
  tr: "{olumsuz,kötü,negatif} {bir,} {yorum,değerlendirme,puan,geri bildirim}* | {1,bir,tek} yıldız*",
  ar: "تقييم سلبي | تقييما سلبيا | تعليق سلبي | مراجعه سلبيه | نجمه واحده | تقييم سيء | التقييم السلبي | تقييمك السلبي",
};

/** Taking back or changing what was written. */
export const remove: Lexicon = {
  en: "remove | removing | removal of | delete | deleting | change | changing | update | updating | revise | revising | edit | editing | withdraw* | take down | taking down | reconsider* | amend* | modify* | retract* | upgrade | raise | raising | adjust | adjusting | rethink | alter | correct",
  de: "löschen | löscht | lösche | entfern{en,t,ung,e} | zu entfernen | ändern | ändere | abändern | anpassen | überarbeiten | aktualisier* | zurücknehmen | zurückziehen | überdenken | korrigier* | rückgängig | abzuändern | zu ändern | umzuwandeln | verbessern | heraufsetzen | anzupassen | zurückzuziehen | zurückzunehmen",
  fr: "supprim{er,ez,iez,ant,e} | retir{er,ez,ant,iez} | modifi{er,ez,iez,ant} | chang{er,ez,iez} | effac{er,ez} | mettre à jour | réviser | revoir | reconsidérer | corriger | rectifier | enlever | améliorer",
  es: "elimin{ar,e,ara,arla,arlo} | borr{ar,e,arla,arlo} | modific{ar,arla} | modifique | cambi{ar,e,arla} | retir{ar,e,arla} | actualiz{ar,arla} | actualice | edit{ar,e} | revis{ar,e} su {reseña,valoración,opinión} | reconsider* | corregir | quitar | rectificar | mejorar",
  it: "rimuov{ere,a,i,erla} | eliminar{e,la} | elimini | cancellar{e,la} | cancelli | modificar{e,la} | modifichi | modifica | cambiar{e,la} | aggiornar{e,la} | aggiorni | ritirar{e,la} | rivedere | riconsiderare | correggere | migliorare | togliere",
  nl: "verwijder{en,t,,d} | te verwijderen | wijzig{en,t,} | aanpas{sen,t} | aan te passen | pas {uw,je} | verander{en,t} | bijwerken | bij te werken | herzien | intrekken | in te trekken | heroverweg* | verbeteren | te wijzigen",
  pl: "usun{ąć,ięcie,ięcia,ie} | usuń* | zmien{ić,i} | zmian{ę,y,a} | zmień* | zaktualizow* | aktualizacj* | edytow* | edycj* | wycofa* | skasowa* | poprawi{ć,enie} | zmodyfikow* | cofn*",
  sv: "ta bort | tar bort | radera* | {att,vill,gärna,kan} ändra | ändra {din,ditt,er,ert,recension,omdöme,betyg}* | ändring av | uppdatera* | redigera* | dra tillbaka | revidera* | ompröva* | höja | korrigera*",
  pt: "remov{er,a,ê-la,esse} | exclu{ir,a} | apag{ar,ue,á-la} | alter{ar,e,á-la} | mud{ar,e,asse} | atualiz{ar,e} | modific{ar} | modifique | edit{ar,e} | retir{ar,e} | elimin{ar,e} | reconsider* | revisar | corrigir | rever | melhorar",
  ja: "削除 | 消して | 変更 | 修正 | 訂正 | 取り下げ | 書き直 | 更新 | 編集 | 見直し | 取り消し | 撤回 | 改めて",
  tr: "sil | silme* | silebil* | silin* | siler* | silmen* | kaldır* | değiştir* | güncelle* | düzenle* | düzelt* | geri çek* | geri al* | gözden geçir* | yükselt*",
  ar: "حذف | احذف | تحذف | ازاله | تزيل | تعديل | تعدل | تغيير | تغير | تحديث | سحب | تسحب | ترفع | رفع تقييم",
};

/** The same, of a review named in the sentence before. */
export const removeIt: Lexicon = {
  en: "{remove,delete,change,update,revise,edit,withdraw,removing,deleting,changing,updating,revising,editing,reconsider} {it,that,this,them} | take {it,that} down | taking it down",
  de: "{diese,sie,dies,das,ihn} {zu,wieder,bitte,noch einmal,nochmals,} {löschen,entfernen,ändern,anpassen,anzupassen,überarbeiten,überdenken,zurückzuziehen,zurückzunehmen,aktualisieren}",
  fr: "{le,la,les,l} {supprimer,modifier,retirer,effacer,changer,mettre à jour,revoir}",
  es: "{eliminarla,borrarla,modificarla,cambiarla,retirarla,actualizarla,eliminarlo,modificarlo,cambiarlo,retirarlo,editarla}",
  it: "{rimuoverla,eliminarla,cancellarla,modificarla,cambiarla,aggiornarla,rimuoverlo,modificarlo,ritirarla}",
  nl: "{deze,die,dit,het} {te,weer,alsnog,} {verwijderen,wijzigen,aan te passen,aanpassen,herzien}",
  pl: "{ją,jej,go} {usun,zmien,zaktualiz,skasow,wycof}* | {usunięcie,zmianę,usunąć,zmienić} {jej,ją,go}",
  sv: "{ta bort,ändra,radera,uppdatera} {den,det}",
  pt: "{removê-la,excluí-la,apagá-la,alterá-la,atualizá-la,mudá-la,modificá-la,retirá-la,editá-la,removê-lo,alterá-lo}",
  ja: "削除していただ | 削除をお願い | 修正していただ | 変更していただ | 取り下げていただ | 書き直していただ",
  tr: "bunu {sil,kaldır,değiştir,güncelle}* | onu {sil,kaldır,değiştir,güncelle}*",
  ar: "حذفه | تعديله | تغييره | ازالته | سحبه",
};
