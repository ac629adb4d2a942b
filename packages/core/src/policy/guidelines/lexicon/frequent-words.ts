/**
 * The most frequent words of languages, as far as they tell one from the others; spelled without accents.
 * Beside the covered languages stand neighbours that would be taken for them.
 */
export const FREQUENT_WORDS: Readonly<Record<string, string>> = {
  en: "the and you your of to with for is are this have we was be that our it if will can from please not or as at on has by would an been",
  de: "der die das und sie ihre ihr wir ist mit fur nicht bei eine einen ihnen ihrer von zu auf den dem haben uns es wenn bitte sich werden wurde im zur zum ich unser unsere dass sind konnen mochten",
  fr: "le la les des et vous votre vos nous est une pour dans avec que qui sur ce cette notre sont avez du au pas ne ou si par merci etre bonjour plus vos leur",
  es: "el los las y su usted de que en una por con para es del se lo le sus ha nos este esta como hemos gracias pedido al nuestro nuestra puede muy o tiene",
  it: "il lo gli di che e la per con suo sua del della non una un si le ha nel al da come questo questa abbiamo grazie ordine nostro nostra suoi puo sono i alla",
  nl: "de het een en van u uw wij we is met voor niet op aan te zijn dit dat heeft hebben bij ons als of naar door kunt om onze graag bestelling wordt er je jouw",
  pl: "i w na z do sie jest nie to za o od dla czy ze jak pana pani panstwa zamowienia zamowienie prosimy dziekujemy po lub oraz przez byc co twoje jesli nasz tej",
  sv: "och att det en ett ar du din har vi om for med som av inte till pa den var ditt dina er kan oss hej eller fran tack bestallning nar detta vill ska",
  pt: "o os as e que de do da em um uma para com seu sua nao por se voce no na nos ao encomenda pedido obrigado obrigada foi mais esta este como dos das pode ou",
  tr: "ve bir bu icin ile siparisiniz siparis size sizin olarak lutfen veya daha cok ne de da olan var tesekkur merhaba urun amazon hakkinda numarali eger bize sizden",
  da: "og at det en et er du din har vi om for med som af ikke til pa den hvad jeg dit dine kan os hej eller fra tak ordre hvis denne vores blev bestilling",
  no: "og at det en et er du din har vi om for med som av ikke til pa den hva jeg ditt dine kan oss hei eller fra takk ordre hvis denne vare ble bestilling",
  fi: "ja on ei se etta han mutta ovat jos tai kun myos olet sinun tilauksesi kiitos hei voit tama meille tilaus teidan jotta oli",
  cs: "a je se na v ze to s o do jsme vam vas vase prosim dekujeme objednavka objednavky nebo pro od jako byla jste pokud by si",
  ro: "si de la cu pe in nu este un o va dumneavoastra pentru ca din sau multumim comanda dvs sunt am noi care produsul",
  hu: "a az es hogy nem egy is on megrendeles koszonjuk ha kerjuk rendeles vagy meg ezt mar de volt szamara",
};
