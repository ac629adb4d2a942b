import type { LanguageTerms } from "../lexicon.ts";

export const sv: LanguageTerms = {
  falsePromotion:
    "{kupong,rabatt,presentkorts,värdechecks}{plånbok,mapp,fodral,låda,hållare,etikett,pärm,häfte,skrivare,klister}* | {rabatten,rabatt} {drogs,har inte}*",
  falseHappy: "{vore,blir} {glada,tacksamma} | skulle uppskatta",
  happyIf: "betygsätt oss bara om | {bara,endast} nöjda {kunder,köpare}",
  review:
    "review{s,en,} | feedback | {betygsätt,betygsätta,betygsätter,betygsättning,recensera,recensioner,recensionen,recension,omdöme,omdömet,omdömen,betyg,betyget,rekommendera} {oss,}* | {kommentar,kommentaren,kommentarer} | stjärn{or,an,a}",
  opinion:
    "åsikt{er,en,} | tankar | din upplevelse | berätta | {din,dina,er,era} {upplevelse,upplevelser,erfarenhet,erfarenheter,åsikt,åsikter,tankar,intryck,mening} | vad du {tycker,tyckte,anser} | {berätta,dela,skriv,säg} {om,din,vad,för,hur,med,gärna} {du,din,andra,vad,oss,om}* | på {amazon,produktsidan} | {några,ett par} {ord,rader,meningar}",
  gift: "skraplott* | lottar vi | vi lottar | lottas | {planterar,skänker,donerar} vi | vi {planterar,skänker,donerar} | {dubbel,livslång} garanti | {present,gåva,presenter,presentkort,värdebevis,tillgodokvitto} | {liten,litet,lite,fin,rolig} {present,överraskning,gåva,extra,tack,belöning,bonus} | något litet extra | {överraskning,överraskningen,gratisprodukt,gratisprov} | {utlottning,utlottningen,lotteri,tävling,dragning,lottas,lottar} | {vinna,vinn,vinner,vinst,vinstchans} | garanti{n,} {blir,förlängs,förlängd,livstid,på fem,gratis} | {förläng,förlängd,förlänger,förlänga,utökad,aktivera,aktiverar,extra,längre} {vi,din,er,} {förlängda,utökade,} garanti{n,} | {swishar,swish,swisha,paypal,betalar vi,sätter in,överför} | {halva,delar av,hela} {priset,beloppet,köpesumman} | {nästa,kommande,framtida} {beställning,köp,flaska,paket,order,leverans,produkt} | {rabatt,rabattkod,rabatten,avdrag,prisavdrag} | % {rabatt,billigare,av} | kronor {av på,rabatt,tillbaka,av} | {andra,extra,ytterligare} {produkt,flaska,vara} gratis | gratis {produkt,tillbehör,vara,flaska,exemplar} | bonuspoäng | poäng {att,som} | cashback | testare | {behåll,behålla} {varan,produkten} | belön{as,ar,ing,a} | på vår bekostnad | vi bjuder | exklusiva förmåner | vip{ ,-}klubb | skänker | donerar | pengar tillbaka | pengarna tillbaka",
  benefit:
    "utan {kostnad,avgift,extra kostnad} | på vår bekostnad | till ett värde | upp till {100,200,300,500} | återbetal{ar,ning,as,a} | betalar {vi,} tillbaka | {gratis,kostnadsfri,kostnadsfritt} | {pengar,pengarna,kronor} | belöning | överraskning | garanti{n,} | ersättning | en till",
  exchange:
    "{när,om,efter,så fort,så snart,i utbyte,för varje,varje,den som,alla som,sedan,därefter} | {så,och} {får,swishar,är,vi,du,skickar,bjuder,ger,betalar,vinn,får du} | för att {få,aktivera,vinna,hämta} | bevis på | skärmdump",
  promise:
    "{återgälda,gengälda} | något {extra,särskilt,tillbaka,fint} | för {besväret,din tid,mödan} | inte ångra | värt {besväret,det,mödan} | {gest,tecken} {av,på} {tacksamhet,uppskattning}",
  positiveReview:
    "dela {gärna,} din {positiva,goda,bra} upplevelse | {mindre än,under,färre än} {5,fem,4,fyra} stjärnor | {5,fem} {stjärnor,stjärniga} | {högsta,bästa,full} {betyg,poäng} | {positiv,positiva,bra,fin,fina,snäll,snälla,trevlig,gott,goda}{t,} {recension,recensioner,omdöme,omdömen,betyg,ord,kommentar} | var {gärna,snäll och,} generös*",
  negativeReview:
    "låg{a,t,} {siffr,betyg,omdöme}* | {negativ,negativa,negativt,dålig,dåliga,dåligt,lågt,låga,kritisk} {recension,recensionen,recensioner,omdöme,omdömet,betyg,betyget,kommentar,kommentaren,feedback} | {1,en,2,två,3,tre} stjärnor | {1,en} stjärna | något negativt",
  remove:
    "titta igen | en ny titt | {höja,höjer,plocka bort,ta bort,tar bort,tas bort,borttagen,radera,raderas,raderad,justera,förbättra,uppdatera,ompröva,dra tillbaka,återkalla,borta,försvinner,försvunnit,redigera,korrigera} | till {5,fem} stjärnor",
  happy:
    "{nöjd,nöjda,belåten,glad,glada} | {gillar,gillade,älskar,uppskattar,trivs} | allt {är bra,gick bra,var bra,bra,som du,till belåtenhet} | förväntningar* | som önskat",
  unhappy:
    "{missnöjd,missnöjda,besviken,onöjd} | inte {helt,fullt,riktigt,är,} {nöjd,nöjda,belåten,glad} | {något,några} {problem,klagomål,fel} | {annars,om inte,i annat fall} | mindre än fem",
  divert: "först | innan | i stället | istället | direkt | annars | om inte | chans{en,} | möjlighet att",
  contactUs:
    "{mejla,maila,kontakta,skriv,ring,säg,hör av,meddela,berätta för,vänd} {oss,till oss,dig till oss,dig,först,det till}* | {till,med} oss | vår{t,} {kundtjänst,support}",
  howQuestion: "{hur,vad tycker,vad tyckte}",
  thirdParty:
    "{din,dina,och,er} {familj,vänner,man,fru,partner,släkt,släktingar,kollegor,grannar,barn,föräldrar,sambo} | {annat,andra} konto | flera {omdömen,recensioner}",
  promotion:
    "bara denna vecka | {vår,våra,vårt,nya,ny} {nya,kollektion,höstkollektion,sommarkollektion,katalog,butik,webbutik,sortiment,erbjudanden,rea,nyhetsbrev,kampanj,hemsida}* | *kollektion{en,} | {billigare,nedsatt,specialpris,extrapris,fynd,lågpris,kampanjpris,rea,reapris}* | {tidig,exklusiv,förhands} tillgång | {prenumerera,anmäl dig} {på,till} | {spara,sparar} {på,upp,nu,10,20,30,pengar} | {köp,beställ,handla} {nu,även,idag,också} | missa inte | {vi rekommenderar,passar,matchar} {även,också,perfekt,till,våra,din}* | andra kunder {köpte,köper} | {upptäck,besök,se,kolla in} {vår,våra,vårt,gärna}* | följ oss | {facebook,instagram,tiktok,youtube,pinterest} | erbjudande{n,t,} | stamkund* | tipsa en vän | rabattkod* | så länge lagret räcker",
  shipped:
    "{har,vi har} {precis,just,nu,idag,} {skickat,packat,mottagit,behandlat} {din,ditt,er,ert} | {paket,paketet,beställning,beställningen,order,ordern,varan} {har,är,skickas,kommer,blev} {lämnat,nu,skickats,på väg,packats,bekräftad,mottagen,skickad,behandlas,att levereras}* | lämnat vårt lager | {överlämnats,överlämnat,lämnats} till {transportör,postnord,fraktbolaget}* | bekräftar {vi,att,mottagandet,din}* | {har,vi} {mottagit,tagit emot,fått} din {beställning,order,betalning} | {spårnings,kolli}{nummer,numret,länk} | {spåra,följ} {ditt,din} {paket,försändelse} | {beräknad,förväntad} leverans | levereras {imorgon,på}",
  refunded: "återbetalning {på,har,av,är} | har {återbetalat,återbetalats}",
  thanks:
    "{tack,tackar,tacksamma} | {förtroende,förtroendet,på återseende,välkommen åter,välkommen} | {ha en,önskar dig,trevlig,fin} {dag,helg,kväll,vecka,fin}* | {hoppas,mycket nöje}",
  request:
    "{vänligen,snälla} {bekräfta,skicka,svara,ange,välj,kontrollera}* | {kan du,vill du,skulle du kunna,ska vi,får vi,kan ni,har du} | {bekräfta,välj,svara,ange,kontrollera,skicka oss,säg vilken} | {behöver,saknar,saknas}",
  enclosure:
    "faktura{n,} | {bifogad,bifogat,bifogas,bilaga,bilagan,bifogar} | återkall{else,as,ad} | {garantibevis,licensnyckel,aktiveringskod}",
  problem:
    "mellanskillnad* | drogs inte | {trasig,trasiga,trasigt,sönder,defekt,defekta} | skada{d,t,n,de} | {saknas,saknade,saknar} | {fel} {vara,storlek,färg,adress,del,} {är,på}* | ofullständig* | borttappad* | inte {kommit fram,anlänt} | {din,en} retur | retur{en,nera,} | avbeställd | tull{en,avgift}* | frakt{kostnad,kostnaden,en} | reklamation* | reservdel* | skruvar*",
  cancelAsk:
    "{avbeställ,annullera,avboka} {gärna,ordern,din,beställningen,själv}* | {vänligen,kan du,ber dig,be dig} {att,} {själv,} {avbeställa,avbeställ,annullera}* | avbeställ{a,} {ordern,den,beställningen} {själv,på ditt}* | begär{a,} annullering",
  instruct:
    "{nämn,beskriv,framhäv,betona} {gärna,i,att,hur,om,något,kvaliteten,till exempel}* | {berätta,skriv} {om hur,något om,till exempel,gärna att,gärna om,gärna hur} | {lägg till,bifoga,ladda upp,lägg gärna till} {bild,foto,några,två,en,video}* | {två,tre,några,ett par} {bilder,foton} | minst {10,20,30,50,100,två,tre,fem,tio} {ord,meningar,tecken,rader} | exempel{text,recension}* | som rubrik | nyckelord",
  optOut:
    "{avregistrera,avprenumerera,avanmäl,avsluta prenumeration}* | {inte,slippa} {få,ta emot,längre vill ha,vill få} {fler,meddelanden,längre,våra,mejl}* | svara {med,} stopp | {inga,få} fler meddelanden",
  offensive:
    "{idiot,idioter,dumskalle,dumbom,korkad,jävel,skitstövel,as,svin}{er,en,} {till,kund,din}* | {idiot,idioter,dumskalle,dumbom} | helvete* | {bröst} {nakna} | lik {och,delar}* | blodig* | självmord* | dra åt",
  falseBenefit:
    "{kupong,rabatt,presentkorts,värdechecks}{plånbok,mapp,fodral,låda,hållare,etikett,pärm,häfte,skrivare,klister}* | {rabatten,rabatt} {drogs,har inte}* | present{inslagning,papper,ask,kort text,meddelande,meddelandet,påse,etikett,förpackning} | {som,i} present | {kupong,rabatt,presentkorts}{mapp,mappen,hållare,skrivare,pärm,häfte,bok}* | {fri,fritt,fria} från | {bpa,bly,rök,fel}fri* | {gratis,kostnadsfri,kostnadsfria} {reservdel,reservdelen,retur,frakt,ersättning,reparation,skruv}* | {ingen,behöver ingen} återbetalning | {ingenting,inget} {i utbyte,tillbaka} | ger ingenting | fraktkostnaden återbetald",
  neutral:
    "bra eller dåligt | vilken den än | bra eller dålig | positivt eller negativt | positiv eller negativ | alla åsikter | oavsett | hur det än",
};
