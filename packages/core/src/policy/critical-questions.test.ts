import { describe, expect, it } from "vitest";
import type { Purpose } from "../message/message.ts";
import { checkMessage } from "./check-message.ts";

/** What sellers need to ask, as they would put it: none of it may be blocked for a loaded word. */
const QUESTIONS: readonly (readonly [language: string, purpose: Purpose, text: string])[] = [
  [
    "en",
    "delivery_scheduling",
    "Your wardrobe weighs 84 kg and is delivered by two people. Which day between Tuesday and Friday suits you, and is there a lift in the building?",
  ],
  [
    "en",
    "address_issue",
    "The carrier could not find flat 3B at the address you gave. Please send us the correct flat number so that the parcel can be delivered.",
  ],
  [
    "en",
    "customization_question",
    'You asked for the engraving "For my best friend". Our machine cannot print the heart symbol. Shall we leave it out or replace it by a star?',
  ],
  [
    "en",
    "order_problem",
    "One of the two lamps you ordered was damaged in our warehouse. Shall we send the intact one on its own now?",
  ],
  [
    "de",
    "delivery_scheduling",
    "Die Waschmaschine wird von einer Spedition gebracht. Passt Ihnen Donnerstag zwischen 8 und 12 Uhr, oder lieber Freitag?",
  ],
  [
    "de",
    "address_issue",
    "Die Postleitzahl 1011 gehört nicht zu Hamburg. Bitte nennen Sie uns die richtige Anschrift.",
  ],
  [
    "de",
    "customization_question",
    "Sie haben als Gravur „Gutschein für eine Umarmung“ gewünscht. Soll der Text ein- oder zweizeilig stehen?",
  ],
  [
    "fr",
    "delivery_scheduling",
    "Le canapé sera livré par deux personnes. Quel créneau vous convient : mardi matin ou jeudi après-midi ?",
  ],
  [
    "fr",
    "customization_question",
    "Le prénom « Chloé » dépasse la largeur du bracelet. Préférez-vous une police plus petite ou le prénom sans accent ?",
  ],
  ["es", "address_issue", "El transportista no encontró el portal 14. ¿Puede confirmarnos la dirección completa?"],
  [
    "it",
    "customization_question",
    'Il testo "Buono per un abbraccio" è troppo lungo per la targhetta. Possiamo scriverlo su due righe?',
  ],
  ["nl", "delivery_scheduling", "De koelkast wordt door twee mensen geleverd. Schikt woensdag tussen 9 en 12 uur?"],
  ["pl", "address_issue", "Kurier nie znalazł numeru mieszkania. Prosimy o podanie pełnego adresu."],
  [
    "sv",
    "customization_question",
    'Texten "Världens bästa mormor" får inte plats. Ska vi korta den eller använda två rader?',
  ],
  [
    "pt",
    "delivery_scheduling",
    "O frigorífico será entregue por duas pessoas. Prefere terça de manhã ou quinta à tarde?",
  ],
  [
    "ja",
    "delivery_scheduling",
    "冷蔵庫は二名でお届けいたします。火曜日の午前と木曜日の午後では、どちらがご都合よろしいでしょうか。",
  ],
  ["tr", "address_issue", "Kurye daire numarasını bulamadı. Lütfen tam adresinizi bize bildirin."],
  ["ar", "address_issue", "لم يجد المندوب رقم الشقة. يرجى إرسال العنوان الكامل."],
  [
    "en",
    "order_problem",
    "The blue towel set is no longer made, and we can only send the set in grey. Would grey be all right, or shall we refund you?",
  ],
  [
    "en",
    "delivery_scheduling",
    "Our two-man crew can bring the sofa on 4 or 6 May. Which day works, and are there more than three flights of stairs?",
  ],
  [
    "de",
    "order_problem",
    "Von den bestellten zwei Stühlen ist einer beim Verpacken zerbrochen. Sollen wir den heilen schon schicken?",
  ],
  [
    "fr",
    "order_problem",
    "L'une des deux chaises a été abîmée à l'emballage. Devons-nous expédier l'autre dès maintenant ?",
  ],
  ["es", "order_problem", "Una de las dos sillas se rompió al embalarla. ¿Enviamos ya la otra?"],
  ["it", "order_problem", "Una delle due sedie si è rotta durante l'imballaggio. Spediamo intanto l'altra?"],
  ["nl", "order_problem", "Een van de twee stoelen brak bij het inpakken. Zullen we de andere alvast sturen?"],
  ["pl", "order_problem", "Jedno z dwóch krzeseł pękło przy pakowaniu. Czy wysłać już drugie?"],
  ["sv", "order_problem", "En av de två stolarna gick sönder vid packningen. Ska vi skicka den andra redan nu?"],
  ["pt", "order_problem", "Uma das duas cadeiras partiu-se ao embalar. Enviamos já a outra?"],
  [
    "ja",
    "order_problem",
    "ご注文の椅子二脚のうち一脚が梱包中に破損いたしました。もう一脚を先にお送りしてもよろしいでしょうか。",
  ],
  ["tr", "order_problem", "İki sandalyeden biri paketlenirken kırıldı. Diğerini şimdiden gönderelim mi?"],
  ["ar", "order_problem", "انكسر أحد الكرسيين أثناء التغليف. هل نرسل الآخر الآن؟"],
  [
    "en",
    "address_issue",
    "We cannot ship to a PO box. Please give us a street address for this order within two days.",
  ],
  [
    "en",
    "customization_question",
    "You left the field for the name empty. Which name should we print on the gift box, and in which colour?",
  ],
  [
    "en",
    "order_problem",
    "The item you ordered arrived at our warehouse with a scratch. Do you want it anyway, or shall we cancel and refund the order?",
  ],
  [
    "de",
    "order_problem",
    "Die blaue Tasse ist beim Verpacken zerbrochen. Möchten Sie eine grüne oder Ihr Geld zurück?",
  ],
  ["fr", "address_issue", "Le code postal indiqué n'existe pas. Pourriez-vous nous donner l'adresse exacte ?"],
  ["es", "customization_question", "El nombre «Zoë» lleva diéresis. ¿La grabamos así o sin ella?"],
  [
    "it",
    "delivery_scheduling",
    "Il frigorifero sarà consegnato da due persone. Preferisce martedì mattina o giovedì pomeriggio?",
  ],
  ["nl", "address_issue", "De postcode hoort niet bij de straat. Wat is het juiste adres?"],
  ["pl", "delivery_scheduling", "Lodówkę dostarczą dwie osoby. Czy pasuje środa rano, czy czwartek po południu?"],
  ["sv", "address_issue", "Postnumret stämmer inte med gatan. Vilken är rätt adress?"],
  ["pt", "address_issue", "O código postal não corresponde à rua. Qual é a morada correta?"],
  ["ja", "address_issue", "郵便番号とご住所が一致いたしません。正しいご住所をお知らせください。"],
  [
    "en",
    "order_problem",
    "Your order contains two different sizes of the same ring. Is that on purpose, or should both be size 7?",
  ],
  [
    "en",
    "order_problem",
    "The courier lost one of your two parcels. We can send it again on Monday or refund it; which do you prefer?",
  ],
  [
    "en",
    "customization_question",
    "The photo you uploaded is very small and will look blurred on the canvas. Could you send a larger one?",
  ],
  [
    "en",
    "customization_question",
    'You chose gold thread for the initials "B.O.N.U.S."; do you want the dots as well?',
  ],
  [
    "en",
    "delivery_scheduling",
    "Your treadmill needs a lift or a ground-floor door. Is there one, and can you take delivery on Wednesday before noon?",
  ],
  [
    "en",
    "address_issue",
    'Your address says "next to the old gift shop", which the carrier cannot use. What is the street and number?',
  ],
  ["de", "order_problem", "Sie haben zweimal dasselbe Hemd in verschiedenen Größen bestellt. Ist das gewollt?"],
  ["de", "customization_question", "Soll unter dem Foto „Zum Geschenk von Oma“ stehen oder nur das Datum?"],
  ["fr", "order_problem", "Vous avez commandé deux fois la même chemise en tailles différentes. Est-ce voulu ?"],
  ["es", "order_problem", "Ha pedido dos veces la misma camisa en tallas distintas. ¿Es a propósito?"],
  ["it", "order_problem", "Ha ordinato due volte la stessa camicia in taglie diverse. È voluto?"],
  ["nl", "order_problem", "U heeft tweemaal hetzelfde overhemd in verschillende maten besteld. Klopt dat?"],
  ["pl", "order_problem", "Zamówiono dwie takie same koszule w różnych rozmiarach. Czy to celowe?"],
  ["sv", "order_problem", "Du har beställt samma skjorta två gånger i olika storlekar. Är det avsiktligt?"],
  ["pt", "order_problem", "Encomendou duas vezes a mesma camisa em tamanhos diferentes. É propositado?"],
  ["ja", "order_problem", "同じシャツを異なるサイズで二枚ご注文いただいております。お間違いございませんか。"],
  ["tr", "order_problem", "Aynı gömleği iki farklı bedende sipariş ettiniz. Bu bilerek mi?"],
  ["ar", "order_problem", "طلبت القميص نفسه مرتين بمقاسين مختلفين. هل هذا مقصود؟"],
];

describe("critical messages that an order needs", () => {
  it.each(QUESTIONS)("pass in %s: %s", (language, purpose, text) => {
    const { verdict, findings } = checkMessage({
      language,
      purpose,
      text,
      subject: "302-1234567-1234567",
      html: "",
      format: "plain",
      orderId: "302-1234567-1234567",
      critical: true,
    });
    expect({ verdict, findings: findings.filter(({ severity }) => severity === "block") }).toEqual({
      verdict: "pass",
      findings: [],
    });
  });

  it("are blocked for a shipment that they confirm beside the question", () => {
    const { findings } = checkMessage({
      language: "en",
      purpose: "delivery_scheduling",
      text: "Your sofa has been shipped. Which day suits you?",
      subject: "302-1234567-1234567",
      html: "",
      format: "plain",
      orderId: "302-1234567-1234567",
      critical: true,
    });
    expect(findings.map(({ rule }) => rule)).toEqual(["CRIT-05"]);
  });
});
