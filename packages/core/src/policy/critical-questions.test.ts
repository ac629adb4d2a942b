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
