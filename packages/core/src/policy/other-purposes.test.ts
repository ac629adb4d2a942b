import { describe, expect, it } from "vitest";
import type { Purpose } from "../message/message.ts";
import { checkMessage } from "./check-message.ts";

/** Invoices, returns, warranties, appointments, keys and notices: not critical, and as loaded. */
const OTHERS: readonly (readonly [language: string, purpose: Purpose, text: string])[] = [
  [
    "en",
    "invoice",
    "Attached is the corrected invoice; the earlier one showed the wrong VAT rate. No action is needed.",
  ],
  ["de", "invoice", "Anbei die korrigierte Rechnung. Die Umsatzsteuer war falsch ausgewiesen."],
  [
    "en",
    "return_question",
    'You marked the return as "no longer needed", but the label says "defective". Which one is right?',
  ],
  [
    "en",
    "return_question",
    "The returned coffee machine came back without its free sample capsules. You may keep them; was anything else left out of the box?",
  ],
  ["en", "service_appointment", "The fitter can come on Tuesday at 10 or Thursday at 14. Which appointment suits you?"],
  ["en", "digital_access_key", "Your licence key is 7F3K-99QX-2LMN. Enter it under Settings, then Licence."],
  [
    "en",
    "warranty",
    "Keep this certificate: it extends your statutory rights and is free of charge. Nothing needs to be sent in.",
  ],
  [
    "en",
    "legal_disclosure",
    "Recall of lot 2291: the battery may overheat. Please stop using it; you get a full refund on return.",
  ],
  ["en", "invoice", "Here is your invoice. You paid 40.00, of which 5.00 was covered by a gift card balance."],
  [
    "de",
    "return_question",
    "Sie haben als Grund „gefällt nicht“ gewählt, das Gerät ist aber beschädigt. Welcher Grund stimmt?",
  ],
  ["de", "invoice", "Ihre Rechnung: Sie haben 40 Euro bezahlt, davon 5 Euro mit einem Geschenkgutschein."],
  [
    "de",
    "service_appointment",
    "Der Monteur kann am Dienstag um 10 Uhr oder am Donnerstag um 14 Uhr. Was passt Ihnen?",
  ],
  ["de", "warranty", "Die Garantie erweitert Ihre gesetzlichen Rechte und ist kostenlos. Sie müssen nichts einsenden."],
  [
    "fr",
    "return_question",
    "Vous avez indiqué « ne me plaît pas », mais l'appareil est abîmé. Quel motif est le bon ?",
  ],
  [
    "fr",
    "service_appointment",
    "Le technicien peut venir mardi à 10 h ou jeudi à 14 h. Quel rendez-vous préférez-vous ?",
  ],
  ["fr", "invoice", "Votre facture : 40 euros, dont 5 euros payés avec une carte cadeau."],
  ["es", "return_question", 'Indicó "ya no lo necesito", pero el aparato está roto. ¿Cuál es el motivo correcto?'],
  ["es", "invoice", "Su factura: 40 euros, de los que 5 se pagaron con una tarjeta regalo."],
  ["es", "service_appointment", "El técnico puede ir el martes a las 10 o el jueves a las 14. ¿Qué cita prefiere?"],
  ["it", "return_question", 'Ha indicato "non mi serve più", ma l\'apparecchio è rotto. Qual è il motivo giusto?'],
  ["it", "invoice", "La sua fattura: 40 euro, di cui 5 pagati con un buono regalo."],
  ["nl", "return_question", 'U gaf "niet meer nodig" op, maar het apparaat is kapot. Welke reden klopt?'],
  ["nl", "invoice", "Uw factuur: 40 euro, waarvan 5 euro betaald met een cadeaubon."],
  [
    "pl",
    "return_question",
    "Podano powód „nie podoba się”, ale urządzenie jest uszkodzone. Który powód jest właściwy?",
  ],
  ["pl", "invoice", "Faktura: 40 zł, w tym 5 zł opłacone kartą podarunkową."],
  ["sv", "return_question", 'Du angav "behövs inte längre", men apparaten är trasig. Vilket skäl stämmer?'],
  ["sv", "invoice", "Din faktura: 400 kronor, varav 50 betalades med ett presentkort."],
  ["pt", "return_question", 'Indicou "já não preciso", mas o aparelho está partido. Qual é o motivo correto?'],
  ["pt", "invoice", "A sua fatura: 40 euros, dos quais 5 pagos com um cartão presente."],
  ["ja", "return_question", "返品理由が「不要になった」ですが、商品が破損しています。正しい理由をお知らせください。"],
  ["ja", "invoice", "請求書を添付いたします。うち500円はギフトカードでお支払い済みです。"],
  ["tr", "return_question", 'İade nedeni "artık gerekmiyor" ama cihaz kırık. Doğru neden hangisi?'],
  ["tr", "invoice", "Faturanız: 400 TL, bunun 50 TL'si hediye kartıyla ödendi."],
  ["ar", "return_question", 'ذكرت أن السبب "لم أعد بحاجة إليه" لكن الجهاز مكسور. ما السبب الصحيح؟'],
  ["ar", "invoice", "فاتورتك: 400 ريال، منها 50 دفعت ببطاقة هدايا."],
];

describe("messages of the other purposes", () => {
  it.each(OTHERS)("pass in %s: %s", (language, purpose, text) => {
    const html = `<p>${text}</p><p>302-1234567-1234567</p>`;
    const message = { language, purpose, html, text: "", subject: "Amazon", orderId: "302-1234567-1234567" };
    expect(checkMessage(message).findings.filter(({ severity }) => severity === "block")).toEqual([]);
  });
});
