import type { Lexicon } from "./lexicon.ts";

export const negation: Lexicon = {
  en: "not | no | never | without | neither | nor | cannot | cant | dont | doesnt | isnt | arent | wont | {don,doesn,isn,aren,won,can,wouldn,couldn,haven,hasn} t | nothing | unable to | against | prohibit* | forbid* | none",
  de: "nicht | kein{,e,en,er,erlei,em,es} | nie | niemals | ohne | weder | noch keine | untersag* | verbiet* | verboten | nichts",
  fr: "ne | n | pas | jamais | aucun{,e} | sans | ni | interdi* | rien",
  es: "no | nunca | ningún | ninguna | ninguno | sin | ni | jamás | prohíb* | prohib* | nada | tampoco",
  it: "non | mai | nessun{,a,o} | senza | né | vieta* | niente | nulla",
  nl: "niet | geen | nooit | zonder | noch | verbied* | verboden | niets",
  pl: "nie | nigdy | żadn{e,ych,ej,ego,a,y} | bez | ani | zabrania* | nic | zakaz*",
  sv: "inte | ingen | inga | inget | aldrig | utan | ej | varken | förbjud* | inget",
  pt: "não | nunca | nenhum{,a} | sem | nem | jamais | proib* | proíb* | nada | tampouco",
  ja: "ません | しない | ない | いたしかね | 禁止 | なし | 致しません | せず",
  tr: "değil* | asla | hiçbir | yok{,tur} | {vermiyoruz,sunmuyoruz,sunmayız,vermeyiz,istemiyoruz,istemeyiz,içermez,yapmıyoruz,yapmayız,etmiyoruz} | yasak* | olmadan | {verilmez,sunulmaz,verilmemektedir,bulunmamaktadır} | *meyin | *mayın",
  ar: "لا | ليس | لن | لم | بدون | غير | دون | ابدا | يمنع | ممنوع",
};

/** Negations that deny nothing. */
export const falseNegation: Lexicon = {
  en: "wouldn t it | would it not | isn t it | doesn t it | does it not | don t {miss,forget,hesitate,wait,worry} | do not {miss,forget,hesitate,wait} | never {miss,forget} | not only | not just | no {cost,charge,strings,obligation,catch,risk,purchase,extra cost,problem,doubt,matter,hassle,questions} | can t wait | cannot wait | can not wait | why not | won t {cost,take} | wouldn t you | no later | without any {cost,charge,obligation} | without {cost,paying} | not yet {left,written} | haven t {left,written,already,yet,reviewed} | if not",
  de: "wäre es nicht | wär es nicht | ist es nicht | nicht {vergessen,verpassen,nur,entgehen,zögern,länger,zuletzt} | {zögern,verpassen,vergessen} sie nicht | warum nicht | noch nicht {bewertet,erhalten} | kein{e,en,} {problem,frage,risiko,zweifel,kosten} | ohne {aufpreis,kosten,risiko,weiteres,verpflichtung} | nichts zu verlieren",
  fr: "ne serait il pas | n est ce pas | n {hésitez,oubliez,attendez} pas | ne {manquez,ratez,tardez} pas | pas seulement | pourquoi pas | sans {frais,engagement,attendre,hésiter,plus attendre,aucun frais} | n avez pas encore | hésitez pas | oubliez pas | ne coûte rien",
  es: "no sería | no cree | no {se pierda,te pierdas,pierda,olvide,olvides,dude,dudes,solo,sólo,lo olvide,te cuesta} | por qué no | sin {coste,costo,compromiso,cargo,esperar,gasto*} | no se lo pierda | aún no ha",
  it: "non sarebbe | non crede | non {perder,perdere,dimenticare,dimenticar,esitare,esiti,perda,perdete,solo,lo perda,si perda,si lasci} {la,l,,di} | perché non | senza {costi,impegno,spese,alcun costo} | non ha ancora",
  nl: "zou het niet | niet {vergeten,missen,alleen,te missen} | mis {het,deze} niet | vergeet niet | aarzel niet | waarom niet | zonder {kosten,verplichting} | nog niet",
  pl: "czy nie {byłoby,warto} | nie {przegap,zapomnij,zwlekaj,wahaj,czekaj,tylko,trać} | bez {opłat,kosztów,zobowiązań,ryzyka,dodatkowych opłat} | dlaczego nie",
  sv: "vore det inte | skulle det inte | {missa,glöm,tveka,vänta} inte | inte {bara,missa} | varför inte | utan {kostnad,extra kostnad,förpliktelse} | ännu inte",
  pt: "não seria | não acha | não {perca,se esqueça,esqueça,hesite,deixe,só,apenas,espere,custa} | por que não | porque não | sem {custo,custos,compromisso,taxas} | ainda não",
  ja: "お見逃しなく | 逃しなく | もれなく | かもしれません | すみません | 申し訳ありません | 申し訳ございません | ではありませんか | いただけませんか | くださいませんか | もらえませんか | 少ない | 間違いない | 遠慮なく | 限りません | いただけないでしょうか | 頂けないでしょうか | くださらない",
  tr: "{kaçırmayın,unutmayın,çekinmeyin,beklemeyin} | sadece {değil}",
  ar: "لا تفوت | لا تنس | لا تتردد | لا تفوتوا | بدون مقابل | لا تنسي | لا تترددوا",
};

/** "If", where a condition on the buyer's mood begins. */
export const condition: Lexicon = {
  en: "if | when | once | provided | assuming | should you | in case | as long as | only if | since you | unless",
  de: "wenn | falls | sofern | sollte{n,} sie | solltest du | vorausgesetzt | sind sie | bist du | waren sie | hat ihnen | gefällt ihnen",
  fr: "si | s | dès que | lorsque | êtes vous | à condition | au cas où | pourvu que | avez vous | vous êtes",
  es: "si | cuando | siempre que | en caso de | está | ha quedado",
  it: "se | quando | qualora | nel caso | è soddisfatto | siete soddisfatti | sei soddisfatto | purché | a patto che",
  nl: "als | wanneer | indien | mocht | bent u | ben je | zodra | mits",
  pl: "jeśli | jeżeli | gdy | o ile | jeśliby | kiedy | pod warunkiem | czy jesteś | gdyby | skoro",
  sv: "om | när | ifall | är du | förutsatt",
  pt: "se | caso | quando | desde que | está | ficou",
  ja: "場合は | 場合に | ましたら | たら | なら | であれば | 際は | 方は | 方のみ",
  tr: "eğer | *ysanız | *ysan | *dıysanız | *diyseniz | *duysanız | *seniz | *sanız | olduysanız | kaldıysanız | ise | takdirde",
  ar: "اذا | ان كنت | لو | في حال | عندما | حال كنت | هل",
};

export const falseCondition: Lexicon = {
  en: "whether | even if | regardless | if {it is,not,or how} | wonder if | asking if | ask if | when you {have a moment,have time,get a chance} | let us know if | know if",
  de: "auch wenn | selbst wenn | egal ob | unabhängig | nur wenn sie zeit",
  fr: "même si | que vous soyez | s il vous {plaît,plait} | comme si | savoir si | s'il te plaît",
  es: "aunque | tanto si | incluso si | saber si | decirnos si | indíquenos si",
  it: "anche se | sia che | sapere se | se lo desidera",
  nl: "ook als | ongeacht | of u | zelfs als | weten of",
  pl: "nawet jeśli | niezależnie | nawet gdy",
  sv: "även om | oavsett | veta om | omdöme om | recension om | åsikt om | tycker om | om din | om ditt | om dina | om den | om produkten | om ordern | om beställningen | om order | om beställning",
  pt: "mesmo que | mesmo se | independentemente | saber se | ainda que",
  ja: "よろしければ | 差し支えなければ | お時間がありましたら | かどうか | お手数ですが",
  tr: "ister | her ne kadar | olursa olsun",
  ar: "سواء | حتي لو | بغض النظر",
};
