import type { Lexicon } from "./lexicon.ts";

/** One more of something, not yet spoken of: "another", "a second". "The second parcel" is known to both. */
export const extraOne: Lexicon = {
  en: "{the,your,their,a} next | another | {a,one} second | one more | an {extra,additional} | a {further,fresh,spare,third}",
  de: "{nächste,nächsten,nächster,nächstes} | {eine zweite,ein zweites,einen zweiten,eine weitere,ein weiteres,einen weiteren,noch eine,noch ein,noch einen,eine zusätzliche,ein zusätzliches,einen zusätzlichen,eine dritte,ein drittes}",
  fr: "{prochain,prochaine} | {un,une} {autre,deuxième,second,seconde,troisième} | encore {un,une}",
  es: "{próxima,próximo} | otr{a,o} | una segunda | un segundo | {uno,una} {más,adicional} | {un,una} tercer{o,a,}",
  it: "{prossima,prossimo} | un {altro,altra,secondo,ulteriore,terzo} | una {seconda,terza}",
  nl: "volgende | nog een | een {tweede,extra,derde}",
  pl: "{następn,kolejn}{a,e,y,ą} | drugi | drugą | drugie | kolejn{y,ą,e} | jeszcze {jeden,jedną,jedno} | dodatkow{y,ą,e}",
  sv: "nästa | {en,ett} {till,andra,extra,tredje} | ytterligare {en,ett}",
  pt: "{próxima,próximo} | outr{a,o} | mais {um,uma} | um segundo | uma segunda",
  ja: "次回分 | 次の一 | もう一 | もうひと | もう1 | 二本目 | 二つ目 | 2本目 | 2個目 | 追加で",
  tr: "bir sonraki | ikinci | bir tane daha | ek bir | yeni bir",
  ar: "القادمه | القادم | ثانيه | ثانيا | اضافيه | اضافيا",
};

/** The same words where nothing is handed over. */
export const falseExtra: Lexicon = {
  en: "next {step,time,day,week,month,delivery,message,attempt,business,working,buyer,customer,to,morning}* | another {buyer,customer,shopper,person,reader,order,time,day,message,e mail,mail,email,review,opinion,question,way,try,attempt,option,issue,carrier,courier,address,date} | a second {attempt,try,thought,time,parcel,package,delivery} | a further {question,step} | one more {question,time,thing,thought,attempt,day} | an additional {question,fee,document,note,information,charge}",
  de: "{nächste,nächsten,nächster,nächstes} {schritt,mal,tag,woche,werktag,lieferung,zustellung,nachricht,monat,versuch,kunde}* | {eine weitere,noch eine,eine zweite,noch ein,ein weiteres} {frage,information,angabe,bewertung,meinung,lieferung,zustellung,nachricht,mal,paket}",
  fr: "{prochain,prochaine} {étape,fois,jour,semaine,livraison,message,passage}* | {un,une} {autre,second,seconde,deuxième} {acheteur,client,fois,jour,commande,message,avis,question,livraison,tentative,adresse,date,colis,livreur}* | encore {un peu,une fois,une question}",
  es: "{próxima,próximo} {paso,vez,día,semana,entrega,mensaje}* | otr{o,a} {comprador,cliente,vez,día,pedido,mensaje,opinión,reseña,pregunta,persona,dirección,fecha,intento,paquete}* | {una más,una segunda} {vez,pregunta}",
  it: "{prossima,prossimo} {passo,volta,giorno,settimana,consegna,messaggio}* | un {altro,altra,ulteriore,secondo} {acquirente,cliente,volta,giorno,ordine,messaggio,recensione,opinione,domanda,indirizzo,data,tentativo,pacco}* | una seconda {volta,consegna}",
  nl: "volgende {stap,keer,dag,week,werkdag,levering,bericht}* | {nog een,een tweede} {vraag,keer,bestelling,bericht,beoordeling,mening,poging,levering,zending,pakket}",
  pl: "{następn,kolejn}{a,e,y,ą} {krok,raz,dzień,tydzień,dostaw,wiadomoś}* | {drugi,drugą,drugie,kolejn,kolejny,kolejną,kolejne,dodatkowy,dodatkową,dodatkowe,jeszcze jedną} {raz,pytani,zamówieni,wiadomoś,opini,prób,paczk,przesyłk,informacj,dostaw}*",
  sv: "nästa {steg,gång,dag,vecka,arbetsdag,leverans,meddelande}* | {en,ett} {till,andra,extra} {fråga,gång,beställning,meddelande,recension,leverans,paket,försök} | ytterligare {en,ett} {fråga,leverans}",
  pt: "{próxima,próximo} {passo,vez,dia,semana,entrega,mensagem}* | outr{o,a} {comprador,cliente,vez,dia,encomenda,pedido,mensagem,opinião,avaliação,pergunta,pessoa,morada,endereço,data,tentativa,pacote}* | mais {um pouco,uma vez,uma pergunta}",
  ja: "もう一度 | もう1度 | もうひとつ質問",
  tr: "bir sonraki {adım,gün,hafta,teslimat,mesaj}* | ikinci {kez,kere,defa,teslimat,paket,kargo,el}* | yeni bir {adres,tarih,soru,mesaj}*",
  ar: "مره ثانيه",
};

/** Words by which a thing passes from the seller to the buyer. */
export const gives: Lexicon = {
  en: "on us | on the house | free | at our {cost,expense} | send{s,ing,} | ship{s,ping,} | mail{s,} | post you | give{s,} | get{s,} | receive{s,} | yours | throw in | have {a,another,one} | is on its way | belongs to {you,them} | come{s,} to you | treat | win{s,} | {find,finds} {a,another}",
  de: "auf unsere {kosten,rechnung} | aufs haus | umsonst | übernehmen wir | senden | schicken | schenken | geben wir | bekomm{en,t,st} | erh{alten,ält,ältst} | {gehört,gehören} {ihnen,dir,euch} | legen wir | spendieren | gibt es | kommt zu {ihnen,dir} | {ist,sind} {ihre,deine,ihnen}",
  fr: "à nos frais | pour nous | est offert{,e} | env{oyons,errons,oie} | offr{ons,irons,e} | re{cevez,cevrez,çoit,çoivent,cevront,çois} | donn{ons,erons} | expédi{ons,erons} | est à vous",
  es: "por nuestra cuenta | corre de nuestra cuenta | a nuestro cargo | sin coste | envi{amos,aremos,arle,arles} | mand{amos,aremos,arle} | regal{amos,aremos} | recib{e,en,irá,irán,a} | damos | daremos | es suy{a,o}",
  it: "a nostre spese | offriamo noi | offerta da noi | sped{iamo,iremo,irle} | invi{amo,eremo} | mand{iamo,eremo} | riceve{,rà,ranno} | ricev{a,ono} | diamo | daremo | è su{a,o} | regaliamo",
  nl: "op onze kosten | van ons | van het huis | stur{en,t} | zenden | schenken | geven | ontvang{t,en,} | krijg{t,en,} | is {voor u,van u} | leggen we",
  pl: "na nasz koszt | od nas | wy{ślemy,syłamy} | prześlemy | dostanie{sz,} | dostaną | otrzyma{,ją,sz} | damy | dorzucimy | podarujemy",
  sv: "bjuder vi | på oss | på vår bekostnad | skickar | sänder | ger | får | bjuder | lägger vi",
  pt: "por nossa conta | à nossa conta | envi{amos,aremos,ar,ar lhe} | mand{amos,aremos,ar} | receb{e,em,erá,erão,a} | damos | daremos | ofere{cemos,ceremos} | é su{a,o}",
  ja: "当店が負担 | 当店負担 | お送り | 差し上げ | 進呈 | お届け | お付け | もらえ",
  tr: "bizden | gönder{iyoruz,iriz,eceğiz,elim}* | {veriyoruz,veririz,vereceğiz} | {alır,alacak,kazanır,sizin}{sınız,lar,olur,}",
  ar: "علي حسابنا | نرسل | سنرسل | يحصل | نعطي | نقدم | سنقدم | تصلك | لك",
};

/** Asked for as it is, whatever it may be. */
export const honest: Lexicon = {
  en: "honest{ly,} | truthful{ly,} | candid{ly,} | frank{ly,} | sincere{ly,} | unbiased | impartial",
  de: "ehrlich* | aufrichtig* | unvoreingenommen*",
  fr: "honnête* | sincère* | franc | franche | impartial*",
  es: "sincer* | honest* | honrad* | imparcial*",
  it: "onest* | sincer* | imparzial*",
  nl: "eerlijk* | oprecht*",
  pl: "szczer* | uczciw* | obiektywn*",
  sv: "ärlig* | uppriktig* | opartisk*",
  pt: "sincer* | honest* | imparcia*",
  ja: "率直 | 正直",
  tr: "dürüst* | tarafsız*",
  ar: "صادق | الصادق | صريح | بصدق",
};

/** "Whatever you say": a concession, not a demand. */
export const falseInstruct: Lexicon = {
  en: "{say,write,tell} what you {really,honestly,truly,} {think,like,want,feel} | whatever you {say,write,mention} | {whatever,however} it {says,describes} | {describe,tell us,mention} {how,your,the} {experience,impression,impressions,opinion}",
  de: "sagen sie {uns,} was sie {wirklich,} {denken,meinen} | was auch immer sie {schreiben,sagen,erwähnen} | beschreiben sie {bitte,} {ihre,die} {erfahrung,erfahrungen,eindrücke}",
  fr: "dites ce que vous {en,} pensez | quoi que vous {disiez,écriviez} | quoi que dise | {décrivez,racontez} {nous,} {votre,vos,la} {expérience,impressions}",
  es: "diga lo que {piensa,opina,quiera} | diga{n,} lo que diga{n,} | escriba lo que escriba | opine lo que opine | {describa,describe,cuente} {su,la} {experiencia,opinión}",
  it: "qualunque cosa {dica,scriva,dici,scrivi} | dica quello che {vuole,pensa} | {racconti,racconta,descriva,descrivi} {la,le} {sua,sue,tua,} {esperienza,opinione,impressioni}",
  nl: "wat u ook {schrijft,zegt} | wat je ook {schrijft,zegt} | beschrijf {uw,je,de} {ervaring,ervaringen}",
  pl: "cokolwiek {pan,pani,państwo,} napisz{e,ą,esz} | bez względu na to co | {opisz,opisać} {swoje,swoją} {doświadczenia,wrażenia,opinię}",
  sv: "vad du än {skriver,säger} | beskriv {din,dina} {upplevelse,erfarenhet,intryck}*",
  pt: "diga o que {disser,diga} | escreva o que {escrever,quiser} | {descreva,conte} {a,nos a,} {sua,} {experiência,opinião}",
  ja: "どのように書かれても",
  tr: "ne {yazarsanız,derseniz} yazın",
  ar: "مهما كتبت | مهما قلت",
};

/** The buyer pays nothing, or less; the denial is part of the promise. */
export const notPaying: Lexicon = {
  en: "{don t,do not,won t,will not,never,needn t,need not,seldom,rarely,no longer,without} {have to,need to,} pay* | pay {nothing,less,half,only half,only a} | pays {nothing,less,half}",
  de: "nur {die hälfte,den halben,einen teil} | {zahlen,bezahlen,zahlst,bezahlst,zahlt,bezahlt} {sie,du,} {nur,nichts,weniger} | nichts {bezahlen,zahlen,zu bezahlen,zu zahlen} | nicht {bezahlen,zu bezahlen,zahlen,zu zahlen}",
  fr: "{n aurez,n avez,n aura} {pas,rien} à payer | ne {payez,paierez,paie,paye} {pas,rien,que,plus} | payez moins | sans {payer,débourser}",
  es: "no {pagará,paga,tendrá que pagar,tiene que pagar,pague} | {paga,pagará} {solo,menos,la mitad} | sin pagar*",
  it: "non {pagherà,paga,dovrà pagare,deve pagare} | {paga,pagherà} {solo,meno,la metà} | senza pagare",
  nl: "niet te betalen | niets te betalen | {betaalt,betaal} {u,je,} {niets,niet,slechts,maar,minder} | zonder te betalen",
  pl: "nie {zapłaci,płaci,zapłacą,musi płacić}* | {zapłaci,płaci} {tylko,mniej,połowę}* | bez płacenia",
  sv: "slipper {betala,du betala} | {betalar,betala} {du,} {inget,inte,bara,endast,hälften,mindre} | utan att betala",
  pt: "não {paga,pagará,terá de pagar,precisa de pagar,precisa pagar} | {paga,pagará} {só,apenas,menos,metade} | sem {pagar,cobrar}",
  ja: "頂戴いたしません | 頂きません | いただきません | お支払い不要 | 代金は不要 | 支払いは不要",
  tr: "{ödemezsiniz,ödemeyeceksiniz,ödemeden,ödemiyorsunuz} | yarısını ödersiniz | para ödeme{den,yin,zsiniz}",
  ar: "لن تدفع | لا تدفع | دون ان تدفع | بدون دفع | تدفع نصف",
};

/** "A review of yours": what one side brings to a deal. */
export const fromYou: Lexicon = {
  en: "{from,of} {you,yours}",
  de: "von {ihnen,dir,euch}",
  fr: "de {votre,ta} part | de vous",
  es: "{su,} reseña suya | {reseña,opinión,valoración,comentario} suy{a,o} | de su parte",
  it: "{recensione,opinione,valutazione} sua | sua {recensione,opinione,valutazione} | da parte sua",
  nl: "van {u,jou}",
  pl: "od {pana,pani,państwa,ciebie}",
  sv: "{av,från} dig",
  pt: "{avaliação,opinião} sua | da sua parte",
  ja: "一件につき | 1件につき",
  tr: "sizden",
  ar: "منك | منكم",
};

/** "A coffee of ours": what the other side brings. */
export const fromUs: Lexicon = {
  en: "from us | of ours",
  de: "von uns",
  fr: "de la nôtre | de notre part",
  es: "café nuestro | de nuestra parte | de la nuestra",
  it: "{nostro caffè,caffè nostro} | da parte nostra",
  nl: "van ons",
  pl: "od nas",
  sv: "{av,från} oss",
  pt: "café nosso | da nossa parte",
  ja: "ごちそう | ご馳走",
  tr: "bizden",
  ar: "منا",
};

/** What begins to count: beside a review it counts because of it. */
export const comesIntoForce: Lexicon = {
  en: "{becomes,become,is,are,goes,turns} {valid,active,activated,live,unlocked} | counts once",
  de: "{es,er,sie,der,die,das,und} gilt | {wird,ist} {gültig,aktiv,aktiviert,freigeschaltet}",
  fr: "{devient,est,sera} {valable,actif,active,activé,activée}",
  es: "{es,será} válid{o,a} | se activa | que vale | vale en cuanto",
  it: "{è,sarà} valid{o,a} | si attiva | vale appena",
  nl: "{is,wordt} {geldig,actief,geactiveerd}",
  pl: "ważn{y,a,e} po | {staje,zostanie} {się,} {ważn,aktywn}*",
  sv: "som gäller | gäller när | {blir,är} {giltig,aktiv}*",
  pt: "{é,será,fica} {válid,ativ}{o,a} | que vale | vale assim",
  ja: "有効",
  tr: "geçerli ol* | {etkinleş,aktifleş}*",
  ar: "صالحه | صالحا | تفعيل",
};
