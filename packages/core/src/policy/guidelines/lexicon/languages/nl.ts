import type { LanguageTerms } from "../lexicon.ts";

export const nl: LanguageTerms = {
  falsePromotion:
    "{bonnen,coupon,kortings,kortingsbonnen,cadeaukaart,waardebonnen}{portemonnee,map,mapje,doos,etui,houder,etiketten,stickers,hoesje,boekje}* | {korting,actie} {werd niet,is niet,niet}",
  falseHappy: "zouden {we,wij} {blij,het}",
  happyIf: "beoordeel ons alleen | alleen tevreden {klanten,kopers}",
  review:
    "review{s,en,} | feedback | {beoordeelt,beoordelen,beoordeling,beoordelingen,recenseren,waarderen,waardering,waarderingen,aanbevelen,score,scores} | {opmerking,reactie} | *sterren",
  opinion:
    "mening{en,} | verdict | uw ervaring{en,} | vertel{len,} | {uw,je,jouw,zijn,haar,hun,eigen} {ervaring,ervaringen,mening,indruk,indrukken,oordeel,bevindingen,verhaal} | wat {u,je} {ervan vindt,vindt,vond,ervan vond,denkt} | {deel,vertel,schrijf,laat} {uw,je,ons,anderen,het,andere} {ervaring,mening,wat,hoe,op,klanten,weten wat}* | op {amazon,de productpagina} | {paar,enkele} {woorden,regels,zinnen}",
  gift: "kraslot{en,} | {loten,verloten} {wij,we} | {wij,we} loten | geloot | {planten,doneren} {wij,we} | {wij,we} {planten,doneren} | {dubbele,levenslange,tweemaal} garantie | {cadeau,geschenk}{bon,kaart,je,jes,tje,en,s,} | {klein,kleine,leuk,leuke} {extraatje,cadeautje,cadeau,verrassing,attentie,presentje,bedankje,geschenk} | {extraatje,verrassing,verrassinkje,presentje,bedankje} | {loterij,loting,verloting,prijsvraag,winactie} | {kans op,winnen,win,wint,winnaar} | garantie {wordt,verlengd,verlengen,verlengt,levenslang,van vijf,gratis} | {verleng,verlengen,verlengt,verlengde,activeren,activeer,verdubbelen} {we,wij,uw,de,je,} garantie | {verlengde,extra,langere,aanvullende} garantie | jaar extra garantie | {maken,betalen,storten} {we,wij,} {euro,10,geld} | maken euro over | paypal | {helft,deel} van {de prijs,het bedrag,de aankoop,het aankoopbedrag} | {aankoopbedrag,aankoopprijs} terug | {volgende,eerstvolgende,toekomstige} {bestelling,aankoop,fles,pakket,pakje,levering,order,product} | {korting,kortingscode,kortingsbon} | % {korting,goedkoper} | euro {korting,cadeau,over,van je,van uw} | {tweede,andere,extra} {product,fles,artikel,exemplaar} gratis | gratis {product,accessoire,artikel,monster,fles,exemplaar} | {spaar,bonus,loyaliteits}{punten,punt} | cashback | tester{s,} | {houd,behoud,houden} het product | {beloon,belonen,beloond,beloning} | op onze kosten | van het huis | trakteren {we,wij} | trakteren | exclusieve voordelen | vip club | doneren | donatie | tegoed | geld terug",
  benefit:
    "zonder {kosten,betaling,bijbetaling} | op onze kosten | ter waarde van | tot {10,15,20,25,30,50} euro | {terugbetalen,terugbetaald,terugbetaling,terugbetalen we,vergoeden,vergoed,vergoeding} | betalen we | betalen {wij,} | {gratis,kosteloos} | geld | euro | prijsje | garantie | verrassing | geschenk | nog een",
  exchange:
    "{zodra,als,nadat,wanneer,in ruil,voor elke,elke,iedereen die,wie,dan,daarna,met elke} | en {wij,we,u,je,krijg,ontvang,de,uw,het,win,krijgt} | om {uw,je,een,de} {te,verlengde,verrassing,korting,cadeau,garantie,gratis}* | bewijs | schermafbeelding",
  promise:
    "{erkentelijk,dankbaar tonen} | iets {leuks,extra,terug} | voor {uw,je} {moeite,tijd} | geen spijt | moeite waard | {gebaar,blijk} van {dank,waardering}",
  positiveReview:
    "{deel,vertel} uw {goede,positieve} ervaring{en,} | {minder dan,onder de,lager dan} {5,vijf,4,vier} sterren | {5,vijf} {sterren,sterretjes} | {hoogste,maximale,beste} {score,waardering,beoordeling} | {positieve,goede,mooie,leuke,lovende,aardige,vriendelijke,lieve} {review,reviews,beoordeling,beoordelingen,recensie,woorden,reactie,waardering} | wees {alstublieft,} gul",
  negativeReview:
    "{negatieve,slechte,lage,kritische} {review,reviews,beoordeling,beoordelingen,recensie,recensies,opmerking,reactie,score,feedback} | {1,één,een,2,twee,3,drie} sterren | 1 ster | iets negatiefs",
  remove:
    "nog eens {kijken,bekijken} | opnieuw bekijken | {weghalen,weghaalt,verwijderen,verwijdert,verwijderd,weg,verdwenen,verdwijnt,aanpassen,aanpast,aangepast,wijzigen,wijzigt,gewijzigd,verhogen,verhoogt,verbeteren,herzien,heroverwegen,bijwerken,bijstellen,intrekken,ingetrokken,veranderen} | naar {5,vijf} sterren",
  happy:
    "{tevreden,blij,gelukkig,enthousiast} | {bevalt,bevallen,bevalt het} | {alles} {goed,naar wens,in orde,prima,goed verlopen} | naar {wens,uw zin} | {mooi,leuk} {vindt,vond} | verwachtingen",
  unhappy:
    "{ontevreden,teleurgesteld} | niet {helemaal,volledig,geheel,echt,} {tevreden,blij,naar wens,overtuigd} | {een,enig} {probleem,klacht} | {problemen,klachten} | {anders,zo niet,zo nee,indien niet} | minder dan vijf",
  divert: "eerst | vooraf | in plaats | voordat | rechtstreeks | direct | anders | zo niet | de kans | de gelegenheid",
  contactUs:
    "{mail,mailt,bel,schrijf,app,contacteer,informeer,bericht} {u,je,ons,naar,eerst,dan,ons eerst,}* | {laat,vertel} het ons | {met,aan,bij,naar} ons | onze klantenservice | neem {u,} contact",
  howQuestion: "{hoe,wat vindt,wat vond}",
  thirdParty:
    "{uw,je,jouw,en,ook uw,aan} {familie,vrienden,partner,man,vrouw,kennissen,buren,kinderen,ouders,collega's,familieleden} | {tweede,ander} account | meerdere reviews",
  promotion:
    "alleen deze week | {onze,nieuwe,ons,het nieuwe,de nieuwe} {nieuwe,herfstcollectie,zomercollectie,wintercollectie,collectie,catalogus,winkel,webshop,assortiment,aanbiedingen,uitverkoop,nieuwsbrief,acties,website,shop,lijn}* | *collectie | {goedkoper,afgeprijsd,voordelig,voordeliger,speciale prijs,speciale prijzen,koopje,koopjes,actieprijs,stuntprijs} | {vroege,exclusieve} toegang | {schrijf,meld} {u,je} {in,aan} {voor,op} {onze,de} | bespaar* | {bestel,koop,shop} {nu,ook,vandaag,snel} | {mis,profiteer} {onze,van,het,deze} | andere klanten {kochten,kopen} | {bekijk,ontdek,bezoek} {ook,onze,ons,het,de} | volg ons | {facebook,instagram,tiktok,youtube,pinterest} | {past,passen,passend} {perfect,mooi,} {bij,daarbij} | aanbieding{en,} | vaste klant | beveel ons | zolang de voorraad | cadeau{ ,-}tip* | code {gebruiken,invullen}",
  shipped:
    "{hebben,heeft} {uw,je,het,de} {bestelling,pakket,order,zending} {net,zojuist,vandaag,inmiddels,} {verzonden,verstuurd,ontvangen,verwerkt,overgedragen} | {pakket,bestelling,pakje,artikel,zending} {heeft,is,wordt,werd} {ons,zojuist,vanochtend,inmiddels,vandaag,nu,net,onderweg,verzonden,ontvangen,bevestigd,verwerkt,het magazijn,in behandeling}* | magazijn verlaten | {overgedragen,overhandigd} aan {de,} | {bevestigen,hierbij bevestigen} {wij,we,} {de,dat,uw,u}* | hebben {uw,je} {bestelling,betaling} {ontvangen,verwerkt} | track{ ,-,&}trace | {volg,volgen} {uw,je} {pakket,zending,bestelling} | {verwachte,geschatte} {levering,bezorging,leverdatum} | wordt {morgen,binnen} {bezorgd,geleverd}",
  refunded: "terugbetaling {van,is} | {hebben,is} {terugbetaald,teruggestort,vergoed}",
  thanks:
    "{bedankt,dank,dankbaar,hartelijk dank} | {vertrouwen,tot snel,tot ziens,tot de volgende} | {veel plezier,veel gebruiksplezier,geniet} | {fijne,prettige,mooie} {dag,avond,week} | welkom | hopen dat",
  request:
    "{alstublieft,alsjeblieft,graag,gelieve} {bevestig,stuur,geef,laat,antwoord}* | {kunt u,kun je,wilt u,wil je,zou u,zullen we,mogen we,heeft u,zou je} | {bevestig,controleer,kies,antwoord,geef ons,stuur ons} | nodig | ontbreekt",
  enclosure:
    "factuur | {bijlage,bijgevoegd,bijgesloten} | terugroep* | {garantiebewijs,garantiedocument,licentiesleutel,activeringscode}",
  problem:
    "het verschil | niet {verrekend,toegepast} | {kapot,kapotte,gebroken,defect,defecte} | beschadigd* | ontbre* | ontbrekende | {verkeerd,verkeerde,fout,foute} | onvolledig | kwijt | verloren | niet {aangekomen,ontvangen} | {uw,een,de} {retour,retourzending} | retour{neren,zending,} | geannuleerd | douane* | verzendkosten | klacht over | {reserveonderdeel,onderdeel,onderdelen,schroeven}",
  cancelAsk:
    "{annuleer,annuleert} {u,je,de,uw,zelf}* | {wilt u,kunt u,zou u,verzoeken u,vragen u} {de,uw} bestelling {zelf,} {te,} annuleren | {zelf} {te,} annuleren | annulering {aanvragen,aan te vragen,indienen}",
  instruct:
    "{zeg,schrijf} in {de,uw} {beoordeling,review,recensie} | {noem,vermeld,beschrijf,benadruk,vertel,schrijf} {in,daarin,dat,hoe,iets,over,de,uw,bijvoorbeeld}* | {voeg,plaats,upload,zet} {twee,een paar,foto's,enkele,ook,een} {foto,afbeelding,er}* | {twee,drie,een paar,enkele} foto* | {minstens,minimaal,ten minste} {10,20,30,50,100,twee,drie,vijf,tien} {woorden,zinnen,tekens,regels} | voorbeeld{tekst,zin,review} | als titel | trefwoorden",
  optOut:
    "{afmelden,uitschrijven,afmeld,uitschrijf}* | {geen,niet} {berichten,mails,e-mails} {meer,langer}* | {antwoord,stuur} {met,} stop | {geen berichten meer,niet langer ontvangen} | berichtvoorkeuren",
  offensive:
    "idioot | idioten | {sukkel,debiel,mongool,trut,kuttekop,rotzak,eikel,klojo} | {verdomme,klote,kutklant,stom wijf} | tieten | lijk {van,gevonden} | bloederig* | zelfmoord | oprotten | rot op",
  falseBenefit:
    "{bonnen,coupon,kortings,kortingsbonnen,cadeaukaart,waardebonnen}{portemonnee,map,mapje,doos,etui,houder,etiketten,stickers,hoesje,boekje}* | {korting,actie} {werd niet,is niet,niet} | cadeau{verpakking,papier,doos,bericht,kaartje,optie,tas,set,boodschap,label} | {als,voor} cadeau | {kortingsbonnen,korting,bonnen,coupon,waardebonnen}{map,houder,printer,boekje,mapje} | kortingsbonnenmap | {vrij,vrije} van | {bpa,lood,rook,roest}vrij | {gratis} {reserveonderdeel,retour,verzending,vervanging,reparatie,onderdeel,schroeven} | {geen,hoeft u geen} terugbetaling | {niets,er niets} voor terug | bieden er niets",
  neutral:
    "goed of slecht | hoe die ook | wat die ook | goede of slechte | positief of negatief | elke mening | ongeacht",
};
