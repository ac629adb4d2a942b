import type { CoveredLanguage, Lexicon } from "./lexicon.ts";

/** After these words stands the name of what was bought: "how does the …", "a review of your …". */
export const nameAhead: Lexicon = {
  en: "{hear,know,tell us,see,learn,wonder} how {the,your,our,this} | asked about {the,your,our,this} | {whether,if} {the,your,our} | {buying,bought,purchasing,purchased,ordering,ordered,purchase of,order of,order for,choosing,chose} {the,your,our,this,a,an,one of our} | {review,rating,opinion,feedback,thoughts,impressions,comments} {of,on,about} {the,your,our,this} | {invoice,receipt,manual,instructions,warranty,guarantee} {of,for,to} {the,your,our,this} | {rate,review,assemble,clean,replace,describe,return,returned} {the,your,our,this} | how {does,do,did,is,are,was,were,has} {the,your,our,this} | how {do,did} you {like,find} {the,your,our,this} | we {sell,make,sold} | regarding {the,your,our}",
  de: "{kauf,bestellung,erwerb} {des,der,unseres,unserer,ihres,ihrer,von,eines,einer} | {bewertung,rezension,meinung,erfahrung,erfahrungen,rückmeldung} {zu,zum,zur,über,mit,des,der} {ihrem,ihrer,ihren,ihr,den,die,das,dem,der,unserem,unserer,unseren,unser,diesem,} | {rechnung,anleitung,garantie} {zu,zum,zur,für,des,der} {ihrem,ihrer,ihren,ihr,den,die,das,dem,der,unserem,unserer,unseren,unser,diesem,} | {bewerten,beurteilen,rezensieren,kauften,bestellten} sie {den,die,das,ihren,ihre,ihr,unseren,unsere,unser,bitte den,bitte die,bitte das,bitte ihren,bitte ihre,bitte ihr} | {gefällt,gefallen,bewährt,macht,funktioniert} {ihnen,sich,} {der,die,das,ihr,ihre,unser,unsere}",
  fr: "{trouvent ils,trouvent elles,trouve t il,trouve t elle,trouve t on} {les,le,la,l,votre,vos} | {acheté,achetant,commandé,choisi,achat,commande} {de,d,du,des,} {notre,nos,votre,vos,le,la,les,l,un,une,ce,cette} | {avis,opinion,commentaire,évaluation} {sur,de,du,concernant} {le,la,les,l,votre,vos,notre,nos,ce,cette} | {facture,notice,garantie} {de,du,pour,concernant} {le,la,les,l,votre,vos,notre,nos,ce,cette} | {notez,évaluez,noter,évaluer} {le,la,les,l,votre,vos,notre,nos} | {que pensez vous de,que pensez vous du,comment trouvez vous} {le,la,les,l,votre,vos,notre,nos} | comment {fonctionne,fonctionnent} {le,la,les,l,votre,vos}",
  es: "{pedido,compra} {del,de la} | {comprar,compra de,compra del,comprado,pedido de,elegir,adquirir} {el,la,los,las,nuestro,nuestra,su,un,una} | {reseña,opinión,valoración,comentario} {de,del,sobre} {el,la,los,las,su,sus,nuestro,nuestra,} | {factura,manual,garantía,instrucciones} {de,del,para} {el,la,los,las,su,sus,nuestro,nuestra,} | {valore,evalúe,califique} {el,la,los,las,su,nuestro,nuestra} | {va,funciona,parece,parecido} {el,la,los,las,su,sus,nuestro,nuestra}",
  it: "{acquistare,acquistato,acquisto,comprato,ordinato,scelto} {il,la,lo,l,i,gli,le,del,della,dello,un,una,nostro,nostra,il nostro,la nostra} | {recensione,opinione,parere,valutazione} {del,della,dello,dell,di,su,sul,sulla} {suo,sua,nostro,nostra,questo,questa,} | {fattura,manuale,garanzia,istruzioni} {del,della,dello,dell,di,per} {suo,sua,nostro,nostra,il suo,la sua,questo,questa,} | {valuti,recensisca,valutare,recensire} {il,la,lo,l,i,gli,le,il suo,la sua,il nostro,la nostra} | {trova con,trovato con,pare,funziona,funzionano} {il,la,lo,l,i,gli,le,il suo,la sua,il nostro,la nostra}",
  nl: "{kopen,aankoop,bestellen,bestelling} van {de,het,onze,ons,uw,een} | {beoordeling,recensie,review,mening} {van,over} {de,het,uw,onze,ons,} | {factuur,handleiding,garantie} {van,voor} {de,het,uw,onze,ons,} | {beoordeel,beoordeelt u} {de,het,uw,onze,ons} | {bevalt,bevallen,werkt,vindt u van} {de,het,uw,onze,ons,u de,u het}",
  pl: "{zakup,zakupu,kupno} {naszego,naszej,tego,tej,} | {opinia,opinię,opinii,ocena,ocenę,recenzję,zdanie} {o,dotyczącą} {naszym,naszej,naszego,pana,pani,państwa,} | {faktura,fakturę,instrukcja,gwarancja} {za,na,do,dotyczącą,dotycząca} {naszym,naszej,naszego,pana,pani,państwa,} | {sprawdza,sprawdzają,sprawdził,sprawdziła,spisuje,podoba} {się,} {panu,pani,państwu,} | {ocenić,zrecenzować,oceń} {nasz,naszą,nasze,swój,swoją,ten,tę}",
  sv: "{köp,köpa,köpt,köpte,beställt,beställning} {av,} {vår,vårt,våra,din,ditt,en,ett,den,det} | {recension,omdöme,åsikt,betyg} {om,av,på} {din,ditt,dina,vår,vårt,våra,den,det,} | {faktura,fakturan,bruksanvisning,garanti} {av,på,för,till} {din,ditt,dina,vår,vårt,våra,den,det,} | {betygsätt,recensera} {din,ditt,vår,vårt,den,det} | {fungerar,tycker du om,gillar du,passar} {din,ditt,dina,vår,vårt,den,det,}",
  pt: "{comprar,compra,compra de,adquirir,comprado,encomendar,encomenda} {o,a,os,as,do,da,dos,das,nosso,nossa,o nosso,a nossa,seu,sua,um,uma} | {avaliação,opinião,comentário} {do,da,dos,das,de,sobre} {o,a,seu,sua,nosso,nossa,} | {fatura,manual,garantia,instruções} {do,da,dos,das,de,para} {o,a,seu,sua,nosso,nossa,} | {avalie,classifique} {o,a,os,as,o seu,a sua,o nosso,a nossa} | {funciona,achou,acha,gostou} {do,da,o,a,os,as,o seu,a sua,o nosso,a nossa,seu,sua}",
  ja: "ご購入の | お買い上げの | ご注文の | 購入された",
  tr: "satın aldığınız | sipariş ettiğiniz | aldığınız",
  ar: "شراء | شرائك | فاتوره | كيف تجد | كيف وجدت | رايك في | ضمان",
};

/** Before these words stands the name of what was bought: "… you bought". */
export const nameBehind: Lexicon = {
  en: "{you,you ve,you have,that you,which you} {just,recently,} {bought,ordered,purchased}",
  de: "{den,die,das,welchen,welche} sie {bei uns,} {gekauft,bestellt,erworben}",
  fr: "que vous {avez,aviez} {acheté,commandé}{,e,s,es} | vous {convient,convient il,convient elle,plaît il,plaît elle}",
  es: "que {ha,usted ha,} {comprado,compró,pidió,adquirió}",
  it: "che ha {acquistato,comprato,ordinato}",
  nl: "{die,dat} u {heeft,hebt,} {gekocht,besteld,kocht,bestelde}",
  pl: "{który,którą,które} {pan,pani,państwo,} {kupił,kupiła,kupili,zamówił,zamówiła,zamówili}",
  sv: "{som,} du {köpte,beställde,har köpt,har beställt}",
  pt: "que {comprou,encomendou,adquiriu}",
  ja: "のレビュー | の使い心地 | の使用感 | のご感想 | をご購入 | をお買い上げ | の請求書 | の領収書 | の保証書 | の組み立て | の取扱説明書",
  tr: "{satın,sipariş} {aldığınız,ettiğiniz} | {nasıl buldunuz,hakkında ne düşünüyorsunuz,memnun musunuz,işinize yaradı mı}",
  ar: "الذي اشتريته | التي اشتريتها",
};

/** The buyer bought: what stands in such a clause is what was bought, unless something is given or offered in it. */
export const bought: Lexicon = {
  en: "you {just,recently,already,} {bought,ordered,purchased} | you {ve,have} {just,recently,already,} {bought,ordered,purchased} | {thanks,thank you} for {buying,ordering,purchasing}",
  de: "gekauft | bestellt | erworben | {kauften,bestellten} sie",
  fr: "{avez,ayez} {récemment,} {acheté,commandé}",
  es: "compró | {ha,has} {comprado,pedido,adquirido} | compraste | adquirió",
  it: "{ha,hai} {recentemente,} {acquistato,comprato,ordinato}",
  nl: "{kocht,bestelde} {u,je} | {u,je} {kocht,bestelde} | gekocht | aangeschaft",
  pl: "kupił{,a,eś,aś,i} | zakupił{,a,eś,aś,i} | zamówił{,a,eś,aś,i} | nabyli",
  sv: "{köpte,beställde} du | du {köpte,beställde} | {har du,du har} {köpt,beställt}",
  pt: "{comprou,encomendou,adquiriu} | compraste",
  ja: "ご購入いただいた | お買い上げいただいた",
  tr: "siparişinizle | satın aldınız | sipariş ettiniz",
  ar: "اشتريت | اشتريتم | قمت بشراء",
};

/** With these words a name is over: what follows is said of it, or is another matter. */
export const NAME_ENDS: Readonly<Record<CoveredLanguage, string>> = {
  en: "and or but if when once after before as so then because while we i you they it he she who which that for to in on at with by from via is are was were be been has have had will would can could may might do does did get gets receive claim win earn enjoy grab take a an our your my this these please just today now free feel feels work works thanks thank arrive arrived arrives fit fits look looks",
  de: "und oder aber wenn falls sobald nachdem bevor als dass weil wir ich sie du er es der die das den dem ein eine einen einem einer ihr ihre unser unsere für auf an in im mit bei nach gegen zum zur ist sind war waren hat haben wird werden kann können erhalten bekommen gewinnen sichern gratis kostenlos jetzt heute gefällt gefallen",
  fr: "et ou mais si quand dès après avant que qui nous vous je il elle un une votre notre contre par avec est sont était ont sera recevez obtenez gagnez gratuit maintenant vous fonctionne",
  es: "y o pero si cuando después antes que quien nosotros usted un una su nuestro nuestra con por es son fue ha han será reciba obtenga gane gratis ahora le funciona",
  it: "e o ma se quando dopo prima che chi noi lei un una suo sua nostro nostra con è sono era ha hanno sarà riceva ottenga vinca gratis ora funziona",
  nl: "en of maar als wanneer nadat voordat dat die we wij u je een uw onze met bij in op is zijn was heeft hebben wordt ontvang krijg win gratis nu bevalt werkt",
  pl: "i oraz lub ale jeśli gdy po przed że który która my wy pan pani państwo z w jest są był była ma mają będzie otrzymasz odbierz wygraj gratis teraz",
  sv: "och eller men om när efter innan att som vi du en ett din vår med i på är var har kommer få vinn gratis nu",
  pt: "e ou mas se quando depois antes que quem nós um uma seu sua nosso nossa com por é são foi tem será receba ganhe obtenha grátis agora",
  ja: "",
  tr: "ve veya ama eğer bir için ile size kazanın alın ücretsiz bedava şimdi nasıl",
  ar: "و او لكن اذا عند بعد قبل نحن انت مع سنرسل احصل مجانا الان",
};
