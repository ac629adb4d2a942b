import type { LanguageTerms } from "../lexicon.ts";

export const fr: LanguageTerms = {
  falseHappy: "serions {heureux,ravis} | si vous {souhaitez,le souhaitez}",
  happyIf: "seuls les clients {satisfaits,contents}",
  review:
    "{noter,notez,note,notes,notation,notations,notant} | évaluer | évaluez | évaluant | recommand{er,ez,ation} | {laisser,laissez,laisse,publier,publiez,poster,postez,rédiger,rédigez} {un mot,quelques mots,quelques lignes}",
  opinion:
    "{votre,ton,vos,tes} {ressenti,expérience,opinion,impression,impressions,sentiment,point de vue,retour sur,retour d} | ce que vous {pensez,en pensez,avez pensé} | {partag,racont,dit,dites}{ez,e,er,} {votre,nous,aux autres,sur amazon,votre ressenti} | sur {amazon,la page du produit,la fiche} | {donner,donnez,exprimez} {votre,ton} | quelques {mots,lignes} | {dites,parlez} {en,aux} {autour,autres} | votre {retour,verdict}",
  gift: "{carte,chèque,bon} {cadeau,d achat,amazon,de réduction} | {cadeau,cadeaux,cadeau surprise} | {petite,petit,gentille} {attention,surprise,cadeau,récompense,geste,plus,présent} | {surprise,récompense} {pour,dans,vous,offerte} | {remporter,remportez,gagner,gagnez,gagnant,gagne} | chance{s,} de {gagner,remporter} | tirage | tombola | loterie | jeu concours | {garantie} {passe,est prolongée,prolongée,étendue,offerte,supplémentaire,à vie,de cinq,doublée,gratuite} | {prolong,étend,doubl,activ,allong}{er,ons,ez,era,e} {votre,la,de,ta} garantie | extension de {la,votre,} garantie | {an,ans,mois} de garantie {offert,supplémentaire,gratuit}{s,e,} | {virer,virerons,virons,verser,verserons,verserons,versons} | paypal | virement | {moitié,partie,totalité,intégralité} du {prix,montant} | prix d achat | {prochain,prochaine,futur,future,suivante,suivant} {commande,achat,colis,bouteille,livraison,panier,article,produit}{s,} | % {de remise,de réduction,de rabais,offerts,sur} | {remise,réduction,rabais,ristourne} | {déduit,déduits,déduite,déduirons,déduisons,soustrait,crédité,créditons} | {offert,offerte,offerts,offertes} | {deuxième,second,seconde,autre} {produit,article,exemplaire,flacon,bouteille} {gratuit,offert}{e,} | {produit,article,accessoire,échantillon} {gratuit,offert,bonus}{s,} | {points,point} {de fidélité,bonus,cadeau} | cashback | {testeur,testeuse,testeurs} | {gardez,conservez,garder} le {produit,article} | {prime,bonus,avantage exclusif,avantages exclusifs} | club vip | aux frais de la maison | c est {cadeau,pour nous,nous qui offrons} | bon plan | donation | don {de,à} | argent | récompens{e,es,é,és,ée,ons,er,erons} | avoir {de,sur} | accès vip",
  benefit:
    "rembours{é,ée,ons,er,erons,ement,ements,és} | {gratuit,gratuite,gratuits,gratuitement,gratis} | euros | surprise{s,} | extension | offrons | offrirons | dédommagement | compensation | garantie | un autre {produit,article,exemplaire}",
  exchange:
    "{dès que,une fois,après,si,quand,lorsque,contre,en échange,en retour,en contrepartie,pour chaque,chaque,à qui,ceux qui,celui qui,toute personne,tous ceux,puis,ensuite} | et {nous,vous,la,le,votre,recevez,gagnez,obtenez,soyez,bénéficiez,profitez,c est,10,5} | pour {recevoir,activer,obtenir,gagner,bénéficier,profiter,débloquer} | preuve | capture d écran | vous attend",
  promise:
    "vous {remercier,remercierons} {comme,avec,par,à notre} | {geste,petit geste} {commercial,de remerciement,pour} | {ne,n} {serez,aurez} pas {déçu,oublié}* | quelque chose {de spécial,pour vous,en retour} | pour {votre temps,la peine,votre peine} | sera récompensé{e,} | ça vaut le coup",
  positiveReview:
    "{moins de,inférieur à,en dessous de,sous} {5,cinq,4,quatre} étoiles | {5,cinq} étoiles | {note,notation} {maximale,maximum,parfaite,de 5,de cinq} | {avis,commentaire,commentaires,évaluation,retour,mot,mots} {positif,positifs,favorable,favorables,élogieux,gentil,gentils,bienveillant,chaleureux,positive,favorable} | {bon,bons,bonne,excellent,excellente,super,beau,belle,gentil} {avis,commentaire,note,évaluation,appréciation} | {être,soyez} {généreux,généreuse,indulgent}* | pleines étoiles | 5 sur 5 | pouce levé",
  negativeReview:
    "{avis,commentaire,commentaires,évaluation,évaluations,retour,note,notes} {négatif,négatifs,négative,négatives,défavorable,critique,basse} | {mauvais,mauvaise,faible} {avis,note,commentaire,évaluation} | {1,une,2,deux,3,trois} étoile{s,} | quelque chose de négatif",
  remove:
    "{effacer,effacez,efface,supprimé,supprimée,retiré,retirée,disparu,disparaît,disparaisse,enlever,enlevez,revoir,revoyez,réviser,reconsidérer,réévaluer,rehausser,remonter,augmenter,relever,améliorer,modifier,modifiez,modifié,modifiée,changer,changez,mettre à jour,actualiser,corriger,retirer,supprimer} | à la hausse | à {5,cinq} étoiles",
  happy:
    "{satisfait,satisfaite,satisfaits} | {content,contente,contents,heureux,ravi,ravie} | plu | plaît | {aimé,aimez,adorez,adoré} | {tout,produit} {s est bien,va bien,vous convient,est parfait,était parfait} | convient | à la hauteur | enchanté{e,} | conquis{e,}",
  unhappy:
    "{mécontent,mécontente,insatisfait,insatisfaite,déçu,déçue} | {pas,pas entièrement,pas totalement,pas complètement,pas pleinement,pas tout à fait} {satisfait,content,convaincu,heureux}* | {un,le moindre,quelconque,des} {problème,souci,problèmes,soucis} | quelque chose {ne,n} | {sinon,autrement,dans le cas contraire} | ne vous convient pas | moins de {5,cinq}",
  divert:
    "d abord | avant | plutôt | au lieu | directement | en premier | au préalable | sinon | dans le cas contraire | l occasion de | la possibilité de | en privé",
  contactUs:
    "{contactez,contacter,écrivez,écrire,écris,prévenez,parlez,dites,appelez,joindre,adressez}{ nous,-nous,le nous, le nous} | nous {contacter,écrire,prévenir,joindre,en parler,le dire,appeler,le faire savoir} | {à,vers,avec} nous | notre {service client,support,équipe,sav} | faites le nous savoir | contactez nous",
  howQuestion: "comment | que pensez | qu avez | qu en",
  thirdParty:
    "{votre,vos,ta,tes,à la,et} {famille,amis,ami,proches,mari,femme,conjoint,collègues,entourage,voisins,enfants,parents} | {autre,second,deuxième} compte | plusieurs avis",
  promotion:
    "{notre,nos,la,nouvelle,découvrez la} {collection,gamme,catalogue,boutique,nouveautés,promotions,offres,vente,ventes,soldes,magasin,site} {d automne,d été,d hiver,de printemps,complète,entière,en ligne,privée,}* {à,est,arrive,en,sur,maintenant,dès,commence}* | collection {d automne,d été,d hiver,de printemps,automne,été,hiver} | nos {soldes,offres,promotions,nouveautés,bons plans,meilleures,réductions} | à {moins,prix} {20,10,15,25,30,50,réduit,cassé,spécial,imbattable,mini}* | {moins cher,moins chère,prix réduit,petit prix,petits prix,bonnes affaires,bonne affaire} | {remise,promo,promotion} | avant première | {accès,vente} {privé,privée,anticipé,exclusif} | client fidèle | {abonnez,inscrivez} vous | newsletter | lettre d information | {économisez,économiser,profitez en,dépêchez} | {achetez,commandez} {aussi,également,dès,maintenant,vite,un,encore} | {nous vous recommandons,recommandons aussi,recommandons également} | {assorti,assortie,assortis,assorties,complètent,complète} {à votre,parfaitement,votre,votre lampe}* | également {acheté,aimé} | ont aussi {acheté,aimé} | jusqu à épuisement | offre {limitée,valable,exceptionnelle,exclusive,de bienvenue} | {suivez,rejoignez,retrouvez,aimez} {nous,notre} | {facebook,instagram,tiktok,youtube,pinterest} | parrain{ez,age} | {autres,nouveaux,derniers} {produits,articles} | pourrait {aussi,} vous {plaire,intéresser} | {visitez,découvrez,parcourez,consultez,jetez un œil}{ vite,} {notre,nos,la,à} | code {promo,promotionnel,de réduction,avantage} | idée{s,} cadeau",
  shipped:
    "{a,vient de,ont} {quitté,quitter} {notre,nos,l} {entrepôt,entrepôts,dépôt,magasin}* | {votre,le} {colis,commande,paquet,article} {a,est,sera,vient} {été,bien,en,parti,prêt,remis,expédié,quitté,livré,d être,quittera,déjà}* | {remis,remise,confié,confiée} {au,à la,à} {transporteur,poste,chronopost,colissimo} | {confirmons,confirme,confirmer} {la,votre,que,bien,avoir} {réception,commande,nous avons,reçu}* | {bien,avons} {reçu,enregistré,traité} votre {commande,paiement} | numéro de suivi | suivre votre {colis,commande} | {arrivera,devrait arriver,sera livré,livraison prévue} | en cours {d acheminement,de livraison,de préparation,de traitement}",
  refunded: "remboursement {a,est,de} | {avons,a été} {remboursé,crédité} | vous {avons,a} rembours*",
  thanks:
    "merci | remerci{ons,ements,e} | confiance | à {bientôt,très bientôt} | {bonne,belle,excellente} {journée,soirée,semaine,utilisation,réception} | au plaisir | bienvenue | souhaitons | profitez bien | ravis de",
  request:
    "{merci de,veuillez,prière de,pourriez vous,pouvez vous,souhaitez vous,voulez vous,voudriez vous,préférez vous,confirmez vous,auriez vous,faut il} | {indiquez,précisez,confirmez,répondez,envoyez,choisissez,vérifiez,dites} {nous,votre,la,le,à,si,lequel} | {avons,il nous} {besoin,faut} | il {nous,} {manque,faut}",
  enclosure:
    "facture | pièce jointe | ci joint{e,s,} | est {joint,jointe} | rappel {de sécurité,de produit,produit} | document{s,} de garantie | clé {de licence,d activation,de produit} | mentions légales",
  problem:
    "cassé{e,s,es,} | endommagé{e,s,} | défectueu* | défaut | manque{nt,} | manquant{e,s,es,} | abîmé{e,} | erreur | incorrect{e,} | incomplet* | perdu{e,} | pas arrivé* | retour {est,enregistré,de,pour,du} | votre retour | annul{é,ée,ation} | douane | frais de port | réclamation | rappel {de,produit} | pièce de rechange | dommage{s,}",
  cancelAsk:
    "{veuillez,merci de,merci d,pouvez vous,pourriez vous,prions de,prions d,vous demandons d,demandons de,invitons à,vous invitons à} {bien vouloir,} annuler | annule{z,r} {vous même,votre commande de votre,la commande de votre,la commande depuis,depuis votre,votre commande depuis} | annuler {la,votre} commande {de votre côté,vous même,depuis,sur} | annulez {votre,la,vous} | {demande,demander} {d,l,une} annulation",
  instruct:
    "{parlez,parle,mentionnez,décrivez,soulignez,évoquez,précisez,insistez,indiquez} {de,sur,à,la,le,les,que,dans,en,combien,à quel,bien,comment} | {joignez,ajoutez,mettez,publiez,accompagnez} {des,deux,une,quelques,trois,le,votre,en} {photo,image,vidéo,avis}* | {photos,images,vidéo} {du,de votre,à,bienvenues,à l appui} | {deux,trois,quelques} {photos,images} | au moins {10,15,20,30,50,80,100,deux,trois,cinq,dix,quelques} {mots,phrases,lignes,caractères} | {exemple,modèle} {de texte,d avis,de phrase,de commentaire} | titre {de votre,comme} | copiez | mots clés",
  optOut:
    "{désabonn,désinscri}* | {ne plus,plus} {recevoir,souhaitez recevoir,être contacté} | ne souhaitez {plus,pas} {recevoir,être}* | répondez stop | stop pour | se désabonner | vous désinscrire | préférences de {communication,messagerie,contact}",
  offensive:
    "idiot{e,s,} | imbécile{s,} | crétin{e,s,} | con {de,} {client}* | connerie{s,} | enfoir* | salaud{s,} | bâtard{s,} | débile{s,} | abruti{e,s,} | foutre | cul | chier | chiant* | seins nus | cadavre{s,} | sanglant* | suicid* | va te faire",
  falseBenefit:
    "{emballage,papier,paquet,message,option,coffret,boîte,étiquette,sac,note,reçu,carte message} cadeau | cadeau {est vide,vide,souhaité} | carton cadeau | {porte,étui,classeur,imprimante,carnet} {bons,bon,coupons,à coupons,de coupons,de tickets,de réduction}* | porte bons de réduction | {libre,exempt,exempte} de | sans {bpa,plomb,gluten,défaut,frais} | {pièce,vis,retour,livraison,remplacement,réparation} {gratuit,gratuite,gratuits,offert,offerte}{s,} | {pièce de rechange,pièces de rechange} gratuite{s,} | aucun remboursement | rien en échange | n offrons rien | réduction {du bruit,de bruit,de tension}",
  falsePromotion: "collection de {timbres,données} | point de collecte | la commande est annulée",
  neutral:
    "quel{le,} qu {il,elle} | bons ou mauvais | bonne ou mauvaise | bon ou mauvais | positifs comme négatifs | tous les avis | tout avis | sans exception | toutes les opinions",
};
