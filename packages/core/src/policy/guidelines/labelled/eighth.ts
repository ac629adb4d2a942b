import type { LabelledSet } from "./labelled-set.ts";

/** Draws, deals and plain offers beside claims, guarantees and things whose names are loaded: written before they were judged. */
export const EIGHTH: LabelledSet = {
  en: {
    block: [
      "PROH-04|Rate your purchase today and we will enter you into our monthly draw.",
      "PROH-04|We would love your thoughts on Amazon. Everyone who posts gets 15% back.",
      "PROH-04|Your opinion counts: 100 loyalty points for every review.",
      "PROH-04|Post your review, keep the blender for free - we will reimburse the full amount through PayPal.",
      "PROH-04|A two-year warranty extension is activated as soon as your review is live.",
      "PROH-04|As a token of appreciation for your stars, a surprise is waiting inside the parcel.",
      "PROH-04|Tell us your thoughts publicly and we will remember it when you next order.",
      "PROH-05|If you could delete the review, we would gladly return your money.",
      "PROH-05|Kindly reconsider your feedback now that we have sorted it.",
      "PROH-06|We hope you love it! If so, a review would mean the world. If not, please give us a chance first.",
      "PROH-06|Please leave a review if you are 100% satisfied.",
      'PROH-17|Please include the keywords "sturdy" and "great value" in your review.',
      "PROH-03|Get 20% off your next purchase with code THANKS20.",
      "PROH-03|Follow us on Instagram for tips and new products.",
      "PROH-01|Your order has shipped! Track it with number 1Z999AA10123456784.",
      "PROH-02|Thanks for shopping with us. Have a great day!",
      "PROH-18|We are out of stock. Please request a cancellation from your order page.",
      "PROH-04|Would a cup of coffee on our account persuade you to rate the filter?",
      "PROH-04|Buyers whose reviews appear this week can choose any spice jar at no charge.",
      "PROH-04|A review from you, a refund from us: that is the deal.",
      "PROH-06|Please share your positive experience on the product page.",
      "PROH-05|Would you take another look at the two-star review you left last week?",
      "PROH-17|A helpful review says what you like most, so please describe that first.",
      "PROH-01|We have received your payment and are preparing your order.",
    ],
    pass: [
      "Hello, thank you for ordering the bonus-point tracker notebook. We would value your honest review, whatever your verdict.",
      "Your lamp is backed by a two-year guarantee against defects in materials. To claim, reply to this message with a photo of the fault.",
      "Please tell us how the prize wheel works for you. A truthful product review, positive or critical, helps others decide.",
      "We received your claim. Please send a photo of the broken hinge so that we can post a free replacement part.",
      "You can share your experience with the raffle ticket printer under Your Orders. We read all reviews.",
      "The carrier left your parcel with a neighbour at number 12. If it is not there, please reply and we will open a claim.",
      "How did the reward stickers work in your classroom? Leave a frank review if you like.",
      "We saw that you asked about the discount ruler. It shows percentages from 5 to 50. We welcome your honest review of it.",
      "We noticed your parcel was delayed by customs. It needs a copy of the invoice; can you forward the attached one to the customs office?",
      "Would you mind rating how the free-range egg timer works for you? All ratings are welcome.",
      "Please check whether the package contains 12 screws. If any are missing, tell us how many and we will send them.",
      "We made a mistake: the spare lid you paid for was not in the box. It is sent tomorrow at no cost. Which address should we use?",
      "Your feedback, good or bad, goes straight to Amazon's page. We cannot see who wrote it.",
      "The gift you ordered for Anna needs a phone number for the courier; please enter it in your Amazon account.",
    ],
  },
  de: {
    block: [
      "PROH-04|Für jede Bewertung verlosen wir einen Korb mit Leckereien.",
      "PROH-04|Wer uns fünf Sterne gibt, bekommt die Versandkosten erstattet.",
      "PROH-05|Würden Sie die Rezension entfernen, wenn wir den Betrag zurückzahlen?",
      "PROH-06|Bitte bewerten Sie nur, wenn Sie rundum zufrieden sind.",
      "PROH-03|Entdecken Sie jetzt unsere Neuheiten und sparen Sie beim nächsten Einkauf.",
      "PROH-04|Eine Bewertung von Ihnen, ein Kaffee von uns: abgemacht?",
      "PROH-04|Käufer, deren Rezension diese Woche erscheint, suchen sich ein Gewürz aus, natürlich ohne Berechnung.",
      "PROH-05|Werfen Sie doch noch einmal einen Blick auf Ihre Zwei-Sterne-Bewertung.",
      "PROH-17|Eine gute Rezension nennt zuerst das, was Ihnen am besten gefällt; bitte beginnen Sie damit.",
      "PROH-01|Wir haben Ihre Zahlung erhalten und bereiten den Versand vor.",
    ],
    pass: [
      "Vielen Dank für Ihre Bestellung der Gewinnspiel-Box. Wir freuen uns über jede ehrliche Bewertung, ob gut oder schlecht.",
      "Ihr Wasserkocher hat zwei Jahre Garantie. Bei einem Mangel schicken wir kostenlos Ersatz; bitte senden Sie ein Foto.",
      "Wie gefallen Ihnen die Belohnungssticker? Schreiben Sie gern eine ehrliche Rezension.",
      "Ihr Paket liegt beim Zoll. Bitte leiten Sie die angehängte Rechnung an das Zollamt weiter.",
      "Der Ersatzdeckel fehlte im Paket. Wir schicken ihn morgen kostenlos nach. Stimmt die Adresse noch?",
      "Ihre Meinung, ob Lob oder Tadel, lesen andere Käufer auf der Produktseite.",
    ],
  },
  fr: {
    block: [
      "PROH-04|Déposez un avis et participez au tirage au sort pour gagner un robot de cuisine.",
      "PROH-04|Dix euros vous seront versés dès la parution de votre commentaire.",
      "PROH-06|Ne laissez un commentaire que si vous êtes entièrement satisfait.",
      "PROH-03|Profitez de 15 % sur votre prochaine commande avec le code MERCI.",
      "PROH-04|Un avis de votre part, un café de la nôtre : marché conclu ?",
      "PROH-05|Pourriez-vous jeter un nouveau regard sur votre évaluation à deux étoiles ?",
      "PROH-01|Nous avons bien reçu votre paiement et préparons votre commande.",
    ],
    pass: [
      "Merci d'avoir commandé la roue de loterie. Nous lirons votre avis honnête, favorable ou non.",
      "Votre bouilloire est garantie deux ans ; en cas de défaut, envoyez-nous une photo et nous la remplaçons gratuitement.",
      "Comment les enfants trouvent-ils les gommettes de récompense ? Un avis honnête nous serait utile.",
      "Le couvercle de rechange manquait dans le colis. Nous l'envoyons demain sans frais. L'adresse est-elle toujours la bonne ?",
    ],
  },
  es: {
    block: [
      "PROH-04|Participe en el sorteo de una cafetera dejando su opinión.",
      "PROH-04|Si nos valora con cinco estrellas le devolvemos el importe íntegro.",
      "PROH-05|Le pedimos que retire su comentario negativo.",
      "PROH-04|Una reseña suya, un café nuestro: ¿trato hecho?",
      "PROH-01|Hemos recibido su pago y estamos preparando el pedido.",
      "PROH-02|Gracias por confiar en nosotros. Que disfrute de su compra.",
    ],
    pass: [
      "Gracias por su pedido del bombo de sorteos. Nos gustaría leer su reseña sincera, sea buena o mala.",
      "Faltaba la tapa de repuesto en el paquete. La enviamos mañana sin coste. ¿La dirección sigue siendo la misma?",
    ],
  },
  it: {
    block: [
      "PROH-04|Partecipi all'estrazione di un robot da cucina lasciando la sua recensione.",
      "PROH-04|Con cinque stelle le rimborsiamo l'intero importo.",
      "PROH-04|Una sua recensione, un nostro caffè: affare fatto?",
      "PROH-05|Potrebbe dare un'altra occhiata alla sua recensione da due stelle?",
      "PROH-02|Grazie per la fiducia. Le auguriamo di godersi il suo acquisto.",
    ],
    pass: [
      "Grazie per aver ordinato la ruota della fortuna. Ci farebbe piacere una recensione sincera, positiva o negativa.",
      "Nel pacco mancava il coperchio di ricambio. Lo spediamo domani gratis. L'indirizzo è ancora valido?",
    ],
  },
  nl: {
    block: [
      "PROH-04|Doe mee aan de loting door een beoordeling te plaatsen.",
      "PROH-06|Laat alleen een beoordeling achter als u helemaal tevreden bent.",
      "PROH-04|Een beoordeling van u, een kop koffie van ons: afgesproken?",
      "PROH-01|Wij hebben uw betaling ontvangen en maken uw bestelling klaar.",
    ],
    pass: [
      "Bedankt voor uw bestelling van het rad van fortuin. Uw eerlijke mening, goed of slecht, is welkom.",
      "Het reservedeksel ontbrak in het pakket. Wij sturen het morgen gratis na. Klopt het adres nog?",
    ],
  },
  pl: {
    block: [
      "PROH-04|Za opinię z pięcioma gwiazdkami zwracamy całą kwotę.",
      "PROH-05|Prosimy o usunięcie negatywnego komentarza.",
      "PROH-04|Opinia od Pani, kawa od nas: umowa stoi?",
      "PROH-02|Dziękujemy za zaufanie. Życzymy miłego użytkowania.",
    ],
    pass: [
      "Dziękujemy za zakup koła fortuny. Prosimy o szczerą opinię, dobrą czy złą.",
      "W paczce brakowało zapasowej pokrywki. Wyślemy ją jutro bezpłatnie. Czy adres jest aktualny?",
    ],
  },
  sv: {
    block: [
      "PROH-04|Delta i utlottningen genom att lämna en recension.",
      "PROH-04|En recension av dig, en kaffe av oss: är vi överens?",
      "PROH-06|Dela gärna din positiva upplevelse på produktsidan.",
    ],
    pass: [
      "Tack för att du köpte lyckohjulet. Din ärliga åsikt, bra eller dålig, är välkommen.",
      "Reservlocket saknades i paketet. Vi skickar det i morgon utan kostnad. Stämmer adressen fortfarande?",
    ],
  },
  pt: {
    block: [
      "PROH-04|Participe no sorteio de um robô de cozinha deixando a sua avaliação.",
      "PROH-04|Uma avaliação sua, um café nosso: combinado?",
      "PROH-03|Veja as nossas novidades de outono na loja.",
    ],
    pass: [
      "Obrigado por encomendar a roda da sorte. Gostaríamos de ler a sua avaliação sincera, boa ou má.",
      "Faltava a tampa de reserva no pacote. Enviamo-la amanhã sem custos. A morada continua correta?",
    ],
  },
  ja: {
    block: [
      "PROH-04|レビューをご投稿いただいた方の中から抽選で炊飯器が当たります。",
      "PROH-06|ご満足いただけた方のみ、レビューをお願いいたします。",
      "PROH-04|レビュー一件につきコーヒー一杯をごちそうします。",
      "PROH-02|このたびはお買い上げいただき誠にありがとうございました。末永くご愛用ください。",
    ],
    pass: [
      "抽選器をご購入いただきありがとうございます。良い点も悪い点も、率直なレビューをお待ちしております。",
      "予備の蓋が同梱されておりませんでした。明日無料でお送りいたします。ご住所に変更はございませんか。",
    ],
  },
  tr: {
    block: [
      "PROH-04|Yorum yazarak çekilişe katılın ve bir mutfak robotu kazanın.",
      "PROH-04|Sizden bir yorum, bizden bir kahve: anlaştık mı?",
      "PROH-01|Ödemenizi aldık, siparişinizi hazırlıyoruz.",
    ],
    pass: [
      "Çekiliş kutusunu satın aldığınız için teşekkürler. İyi ya da kötü, dürüst yorumunuzu bekliyoruz.",
      "Pakette yedek kapak eksikti. Yarın ücretsiz gönderiyoruz. Adresiniz hâlâ aynı mı?",
    ],
  },
  ar: {
    block: [
      "PROH-04|اكتب تقييما وادخل السحب على جهاز مطبخ.",
      "PROH-04|تقييم منك وقهوة منا: اتفقنا؟",
      "PROH-03|تصفح مجموعتنا الجديدة في المتجر.",
    ],
    pass: [
      "شكرا لشرائك صندوق السحب. نرحب بتقييمك الصادق سواء كان جيدا أو سيئا.",
      "كان الغطاء الاحتياطي ناقصا في الطرد. سنرسله غدا مجانا. هل ما زال العنوان نفسه؟",
    ],
  },
};

/** Scratch cards, tools for coupons, dictated words. */
export const NINTH: LabelledSet = {
  en: {
    block: [
      "PROH-04|We'd happily pop a free sample in your letterbox if you let others know what you think of the soap.",
      "PROH-04|Reviewers who send us their link are refunded half the purchase price.",
      "PROH-04|There's a scratch card in the box; it becomes valid with your review.",
      "PROH-04|Your review could win you a year's supply of coffee.",
      "PROH-06|If you feel we've earned it, please leave five stars; if not, tell us why privately.",
      "PROH-05|Since your replacement arrived, kindly amend the rating you gave us.",
      "PROH-17|In the review, please say that the cream smells lovely.",
      "PROH-03|Our spring catalogue is out now, have a browse.",
    ],
    pass: [
      "We'd be glad to hear how the coupon-sorting wallet is serving you. Reviews of every kind are read.",
      "Thank you for choosing our voucher display frame. Please share an honest rating when you can.",
      "Your promo-code label printer is covered for two years. Reply here if it jams.",
    ],
  },
  de: {
    block: [
      "PROH-04|Im Karton liegt ein Rubbellos; es gilt, sobald Ihre Bewertung online ist.",
      "PROH-04|Mit Ihrer Rezension können Sie einen Jahresvorrat Kaffee gewinnen.",
      "PROH-06|Wenn wir es verdient haben, geben Sie uns fünf Sterne, sonst schreiben Sie uns privat.",
      "PROH-17|Schreiben Sie in der Rezension bitte, dass die Creme herrlich duftet.",
    ],
    pass: [
      "Wie macht sich der Losverkäufer-Bauchladen? Eine ehrliche Rezension, egal wie sie ausfällt, hilft uns.",
      "Der Gutscheindrucker hat zwei Jahre Garantie. Antworten Sie hier, wenn das Papier klemmt.",
    ],
  },
  fr: {
    block: [
      "PROH-04|Un ticket à gratter est dans la boîte ; il devient valable avec votre avis.",
      "PROH-04|Votre avis peut vous faire gagner un an de café.",
      "PROH-05|Votre remplacement étant arrivé, merci de modifier la note que vous avez laissée.",
    ],
    pass: ["Comment se porte votre porte-coupons ? Votre avis sincère, quel qu'il soit, compte."],
  },
  es: {
    block: [
      "PROH-04|En la caja hay una tarjeta rasca y gana que vale en cuanto publique su reseña.",
      "PROH-17|En la reseña, diga por favor que la crema huele de maravilla.",
    ],
    pass: ["¿Qué tal su cartera para cupones? Toda reseña sincera es bienvenida."],
  },
  it: {
    block: [
      "PROH-04|Nella scatola c'è un gratta e vinci: vale appena pubblica la recensione.",
      "PROH-06|Se pensa che ce lo siamo meritato, ci dia cinque stelle; altrimenti ci scriva in privato.",
    ],
    pass: ["Come va il suo portacoupon? Ogni recensione sincera è benvenuta."],
  },
  nl: {
    block: [
      "PROH-04|In de doos zit een kraslot; het is geldig zodra uw beoordeling online staat.",
      "PROH-17|Zeg in de beoordeling alstublieft dat de crème heerlijk ruikt.",
    ],
    pass: ["Hoe bevalt uw kortingsbonnenmapje? Elke eerlijke beoordeling is welkom."],
  },
  pl: {
    block: [
      "PROH-04|W pudełku jest zdrapka, ważna po opublikowaniu opinii.",
      "PROH-05|Skoro zamiennik dotarł, prosimy o zmianę oceny.",
    ],
    pass: ["Jak sprawuje się etui na kupony? Każda szczera opinia jest mile widziana."],
  },
  sv: {
    block: [
      "PROH-04|I lådan finns en skraplott som gäller när din recension är publicerad.",
      "PROH-06|Om vi har förtjänat det, ge oss fem stjärnor, annars skriv till oss privat.",
    ],
    pass: ["Hur fungerar din kupongplånbok? Alla ärliga recensioner är välkomna."],
  },
  pt: {
    block: ["PROH-04|Na caixa há uma raspadinha que vale assim que publicar a avaliação."],
    pass: ["Que tal a sua carteira para cupões? Qualquer avaliação sincera é bem-vinda."],
  },
  ja: {
    block: [
      "PROH-04|箱の中のスクラッチカードは、レビュー公開後に有効になります。",
      "PROH-17|レビューには、クリームの香りが素晴らしいとお書きください。",
    ],
    pass: ["クーポンケースの使い心地はいかがでしょうか。どのようなご感想でも歓迎いたします。"],
  },
  tr: {
    block: ["PROH-04|Kutudaki kazı kazan kartı, yorumunuz yayınlanınca geçerli olur."],
    pass: ["Kupon cüzdanınız nasıl? Her dürüst yorum hoş karşılanır."],
  },
  ar: {
    block: ["PROH-04|في العلبة بطاقة خدش تصبح صالحة بعد نشر تقييمك."],
    pass: ["كيف هي محفظة القسائم؟ كل تقييم صادق مرحب به."],
  },
};
