import type { Lexicon } from "./lexicon.ts";

/** Offensive, sexual and gory words that no message about an order needs; milder ones have decent meanings. */
export const offensive: Lexicon = {
  en: "fuck* | motherfuck* | shit{,ty,s} | bullshit | bitch{,es} | asshole{,s} | bastard{,s} | cunt{,s} | dickhead{,s} | whore{,s} | slut{,s} | porn{,o,ography,ographic}* | xxx {video,content,photo}* | nude{s,} {photo,picture,pic,image,video}* | naked {photo,picture,girl,women,woman,men,body,pic}* | blowjob* | cum shot* | dildo* | masturbat* | orgasm{,s,ic} | sexy {girl,women,woman,photo,lingerie,video,pic}* | hardcore sex | have sex | sex {toy,video,tape,photo}* | gore | gory | behead* | mutilat* | severed {head,limb,hand}* | bloodbath | kill {you,yourself} | i will kill | rape{,d,s} | nigger{,s} | faggot{,s} | retard{,ed,s} | motherfuck*",
  de: "fick{en,t,e,er} | *ficker | scheiß{e,egal,kerl,en} | scheiss{e,kerl,en} | arschloch* | hurensohn* | wichser* | fotze* | schlampe{,n} | porno* | nackt{bild,foto}* | hure{,n} | missgeburt* | verstümmel* | enthaupt* | vergewaltig* | masturb* | sexspielzeug*",
  fr: "putain{,s} | merde{,s} | connard{,s} | connasse{,s} | salope{,s} | enculé* | fils de pute | pute{,s} | porno* | nue{s,} {photo,fille,femme}* | photos nues | décapit* | mutil{é,er,ation}* | viol{er,é,ée} {une,la} | masturb* | bordel de",
  es: "puta{,s} | puto{,s} | mierda{,s} | cabr{ón,ones,ona} | gilipollas | joder | coño | follar | pendej{o,a}{,s} | hijo de puta | pornogr* | porno | desnud{a,as} {fotos,mujeres,chicas}* | fotos {desnud,de desnud}* | decapit* | mutilad* | masturb*",
  it: "cazzo | cazzi | merda | stronz{o,a,i,e} | puttan{a,e} | troia | vaffanculo | figlio di puttana | coglion{e,i} | porno* | foto {di,} nud{o,e,a} | donne nude | decapit* | mutilat* | masturb*",
  nl: "klootzak* | kutwijf* | hoer{en,} | neuken | godverdomme | kanker{lijer,hoer}* | porno* | naaktfoto* | onthoofd* | verkracht* | verminkt* | tering{lijer,hoer}* | lul | eikel{s,} | schijt | kut",
  pl: "kurw{a,y,ę,o} | chuj{,e,a,owy,owe} | pierdol* | jeban* | skurwysyn* | dziwk{a,i,ę} | pornogr* | porno | nagie {zdjęci,kobiet}* | gówn{o,a,iany} | spierdal* | gwałc* | okalecz*",
  sv: "fan i helvete | jävl{a,ar,igt} | hora{n,} | hor{or} | fitta{,n} | kuk{en,} | knulla* | porr* | nakenbild* | skit{stövel,snack} | helvete | halshugg* | våldt*",
  pt: "caralho | puta{,s} | merda{,s} | foda{-se,} | foder | filho da puta | cabr{ão,ões} | porra | buceta | viado{,s} | pornogr* | pornô | porno | fotos nuas | nudes | decapit* | mutilad* | arrombad*",
  ja: "くそったれ | クソ野郎 | 糞 | 死ね | 殺すぞ | ファック | ポルノ | アダルト動画 | エロ | ヌード写真 | 裸の写真 | セックス | 売春 | 斬首 | 強姦 | レイプ | ブス | キチガイ",
  tr: "siktir* | sikeyim | sikerim | amına | orospu* | piç{ler,} | göt{veren,} | porno* | çıplak {fotoğraf,kadın,resim}* | bok{,tan} | yarrak* | kahpe* | tecavüz* | kafa{sını,} kes*",
  ar: "كس امك | شرموط | عاهره | ابن الكلب | اباحي | اباحيه | صور عاريه | جنس فاضح | منيوك | خرا عليك | قحبه | قطع الراس | اغتصاب | لعنه الله عليك | ياابن الكلب",
};
