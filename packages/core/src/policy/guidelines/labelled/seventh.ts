import type { LabelledSet } from "./labelled-set.ts";

/** Postage taken over, draws, carriers and invoices: written before the rules for them. */
export const SEVENTH: LabelledSet = {
  en: {
    block: [
      "PROH-04|Every rating unlocks a little credit that you can spend on whatever you like.",
      "PROH-04|Snap a picture of your published review and we'll make sure your inbox gets a nice surprise.",
      "PROH-04|For the price of one review, the shipping you paid comes straight back to your card.",
      "PROH-04|Write what you like about the rug, then send us your PayPal name. We will take care of the rest.",
      "PROH-04|Our family business would be so thankful for a five-star vote.",
      "PROH-04|Three reviewers each month are picked for a weekend in Paris.",
      "PROH-06|Unless something went wrong, please leave us a review; otherwise write to our team.",
      "PROH-06|Should you have any reason not to give us full marks, speak to us before you post.",
      "PROH-05|The exchange is done. May we ask you to bring your rating up to date accordingly?",
      'PROH-17|Start your review with the words "finally a good lamp" and add two pictures.',
      "PROH-14|Questions? Ring our team on 0161 496 0123 or write to help at lampworld dot com.",
      "PROH-08|More about your lamp at lampworld.store/care.",
      "PROH-03|P.S. The autumn edition of this throw comes out on Friday, and you can be first in line.",
      "PROH-02|Thank you! If anything is unclear, we're only a message away.",
    ],
    pass: [
      "How is the raffle drum holding up? Good or bad, your review is read by us all.",
      "Hi, we noticed that the courier marked your parcel as undeliverable. Could you check the buzzer name with us?",
      "You asked whether the reward chart is magnetic: it is. May we ask for your honest rating of it?",
    ],
  },
  de: {
    block: [
      "PROH-04|Als kleines Extra für Ihre Sterne verdoppeln wir die Garantiezeit.",
      "PROH-04|Zeigen Sie uns Ihre veröffentlichte Rezension, und der Versand geht nachträglich auf uns.",
      "PROH-06|Wenn Sie nichts auszusetzen haben, freuen wir uns über eine Bewertung; ansonsten melden Sie sich bitte bei uns.",
      "PROH-05|Nachdem der Umtausch erledigt ist, bitten wir Sie, Ihre Bewertung auf den neuesten Stand zu bringen.",
      "PROH-17|Erwähnen Sie in Ihrer Bewertung bitte, wie leise der Ventilator läuft.",
      "PROH-01|Ihr Paket wurde heute früh an DHL übergeben und trifft am Samstag ein.",
    ],
    pass: [
      "Hat die Losbox für Ihre Tombola gut funktioniert? Ihre ehrliche Meinung hilft anderen Käufern.",
      "Der Paketdienst meldet, dass der Name am Klingelschild fehlt. Unter welchem Namen soll geliefert werden?",
    ],
  },
  fr: {
    block: [
      "PROH-04|Trois avis par mois sont tirés au hasard pour un week-end à Paris.",
      "PROH-04|Montrez-nous votre avis publié et nous prenons en charge vos frais de port.",
      "PROH-17|Dans votre commentaire, parlez surtout du silence du ventilateur et ajoutez deux photos.",
      "PROH-02|Merci de votre achat ! Nous restons à votre écoute en cas de besoin.",
    ],
    pass: [
      "Que pensez-vous de l'urne de tombola que vous avez achetée ? Un avis sincère, même critique, aidera les autres.",
    ],
  },
  es: {
    block: [
      "PROH-04|Enséñenos su reseña publicada y nos hacemos cargo de los gastos de envío.",
      "PROH-06|Si no tiene ninguna queja, valórenos; si la tiene, hable antes con nosotros.",
      "PROH-03|Este viernes sale la edición de otoño de su manta y usted puede ser el primero en tenerla.",
    ],
    pass: [],
  },
  it: {
    block: [
      "PROH-04|Ci mostri la recensione pubblicata e le spese di spedizione gliele rendiamo.",
      "PROH-05|Ora che la sostituzione è avvenuta, le chiediamo di aggiornare il suo giudizio.",
    ],
    pass: [],
  },
  nl: {
    block: [
      "PROH-04|Laat ons uw geplaatste beoordeling zien en de verzendkosten zijn voor ons.",
      "PROH-17|Noem in uw beoordeling vooral hoe stil de ventilator is.",
    ],
    pass: [],
  },
  pl: {
    block: [
      "PROH-04|Proszę pokazać nam opublikowaną opinię, a koszty wysyłki bierzemy na siebie.",
      "PROH-01|Państwa paczka została dziś przekazana kurierowi.",
    ],
    pass: [],
  },
  sv: {
    block: [
      "PROH-04|Visa oss din publicerade recension så står vi för frakten.",
      "PROH-06|Om du inte har något att klaga på får du gärna betygsätta oss, annars hör av dig till oss.",
    ],
    pass: [],
  },
  pt: {
    block: [
      "PROH-04|Mostre-nos a avaliação publicada e os portes ficam por nossa conta.",
      "PROH-17|Na sua avaliação, fale sobretudo do silêncio da ventoinha.",
    ],
    pass: [],
  },
  ja: {
    block: [
      "PROH-04|掲載されたレビューをお見せいただければ、送料は当店が負担いたします。",
      "PROH-17|レビューでは扇風機の静かさに触れてください。",
    ],
    pass: [],
  },
  tr: {
    block: ["PROH-04|Yayınlanan yorumunuzu bize gösterin, kargo ücretini biz karşılayalım."],
    pass: [],
  },
  ar: {
    block: ["PROH-04|أرنا تقييمك المنشور ونتحمل نحن تكاليف الشحن."],
    pass: [],
  },
};
