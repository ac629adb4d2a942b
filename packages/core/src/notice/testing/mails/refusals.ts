/** A text as Amazon might send it; `#` stands for the order id. Wordings are our own, beside the published sentences. */
export interface WrittenText {
  readonly language: string;
  readonly subject: string;
  readonly text: string;
}

/** Refusals by buyers that the patterns were written with. */
export const REFUSALS: readonly WrittenText[] = [
  {
    language: "en",
    subject: "Your message to a buyer could not be delivered",
    text: "Hello,\n\nYour e-mail about order # has not been delivered. The buyer has opted out of unsolicited messages from sellers.\n\nYou can still reach the buyer for reasons that are critical to the order.",
  },
  {
    language: "en",
    subject: "Message not delivered: order #",
    text: "Dear Seller,\n\nThe message you recently sent was not delivered to the buyer, because this buyer chose not to receive unsolicited messages from sellers.\n\nAmazon Seller Support",
  },
  {
    language: "fr",
    subject: "Votre message n'a pas été remis",
    text: "Bonjour,\n\nVotre message concernant la commande # n’a pas pu être remis : l’acheteur a choisi de ne plus recevoir de messages spontanés de la part des vendeurs.\n\nCordialement,\nServices vendeurs Amazon",
  },
  {
    language: "de",
    subject: "Unzustellbarkeit Ihrer Nachricht",
    text: "Guten Tag,\n\nIhre Nachricht zu Bestellung # konnte nicht zugestellt werden. Der Käufer hat sich gegen den Erhalt nicht wichtiger Nachrichten von Verkäufern entschieden.\n\nIhr Amazon Team",
  },
  {
    language: "ja",
    subject: "購入者へのメッセージが配信されませんでした",
    text: "出品者様\n\n注文番号 # の購入者は、出品者からの不要なメッセージの受信を停止しています。そのため、メッセージは配信されませんでした。",
  },
  {
    language: "it",
    subject: "Il tuo messaggio a un acquirente non è stato recapitato",
    text: "Gentile venditore,\n\nnon è stato possibile consegnare il messaggio che hai inviato per l'ordine # perché l'acquirente ha scelto di non ricevere messaggi non richiesti dai venditori.",
  },
  {
    language: "es",
    subject: "No se ha podido entregar tu mensaje a un comprador",
    text: "Estimado vendedor:\n\nNo hemos podido entregar el mensaje que enviaste sobre el pedido # porque el comprador ha desactivado la recepción de mensajes no solicitados por parte de los vendedores.",
  },
  {
    language: "nl",
    subject: "Uw bericht aan een koper kon niet worden bezorgd",
    text: "Beste verkoper,\n\nWe konden het bericht dat u voor bestelling # hebt verzonden niet bezorgen, omdat de koper ervoor heeft gekozen om geen ongevraagde berichten van verkopers te ontvangen.",
  },
  {
    language: "sv",
    subject: "Ditt meddelande till en köpare kunde inte levereras",
    text: "Hej!\n\nVi kunde inte leverera meddelandet som du skickade för beställning # eftersom köparen har valt att inte ta emot oönskade meddelanden från säljare.",
  },
  {
    language: "pl",
    subject: "Twoja wiadomość do kupującego nie mogła zostać dostarczona",
    text: "Szanowny Sprzedawco,\n\nnie mogliśmy dostarczyć wiadomości wysłanej w sprawie zamówienia #, ponieważ kupujący zrezygnował z otrzymywania niezamówionych wiadomości od sprzedawców.",
  },
  {
    language: "pt",
    subject: "Sua mensagem a um comprador não pôde ser entregue",
    text: "Prezado vendedor,\n\nNão conseguimos entregar a mensagem que você enviou sobre o pedido # porque o comprador optou por não receber mensagens não solicitadas de vendedores.",
  },
  {
    language: "tr",
    subject: "Bir alıcıya gönderdiğiniz mesaj iletilemedi",
    text: "Sayın Satıcı,\n\nAlıcı, satıcılardan gelen istenmeyen mesajları almamayı tercih ettiği için # numaralı siparişle ilgili gönderdiğiniz mesaj iletilemedi.",
  },
  {
    language: "ar",
    subject: "تعذر تسليم رسالتك إلى المشتري",
    text: "عزيزي البائع،\n\nتعذر علينا تسليم الرسالة التي أرسلتها بخصوص الطلب # لأن المشتري اختار عدم تلقي رسائل غير مرغوب فيها من البائعين.",
  },
];

/** Refusals written after the patterns, and never looked at while writing them. */
export const HELD_OUT_REFUSALS: readonly WrittenText[] = [
  {
    language: "en",
    subject: "Undelivered message for order #",
    text: "Dear seller,\n\nWe're writing to let you know that we couldn't deliver your recent message to the buyer of order #. This customer has chosen to opt out of receiving unsolicited communications from sellers.\n\nThank you,\nAmazon",
  },
  {
    language: "en",
    subject: "Your message to a buyer was not delivered",
    text: "Order ID: #\n\nReason: Buyer opted out of receiving seller messages. Your message was not sent to the buyer.",
  },
  {
    language: "fr",
    subject: "Message non distribué",
    text: "Cher vendeur, chère vendeuse,\n\nL'acheteur ayant choisi de ne pas recevoir de messages non sollicités des vendeurs, votre message relatif à la commande # n'a pas été transmis.",
  },
  {
    language: "fr",
    subject: "Commande # : message bloqué",
    text: "Bonjour,\n\nNous n'avons pas pu transmettre votre message au sujet de la commande #, car l'acheteur s'est désabonné des messages non sollicités des vendeurs.",
  },
  {
    language: "de",
    subject: "Ihre Nachricht wurde nicht zugestellt",
    text: "Lieber Verkäufer,\n\nda der Käufer sich von unerwünschten Verkäufernachrichten abgemeldet hat, konnten wir Ihre E-Mail zur Bestellung # nicht zustellen.",
  },
  {
    language: "de",
    subject: "Nachricht zu Bestellung # nicht übermittelt",
    text: "Sehr geehrte Verkäuferin, sehr geehrter Verkäufer,\n\nIhre Nachricht zur Bestellung # konnte nicht übermittelt werden, da der Kunde den Empfang von unaufgeforderten Nachrichten abgelehnt hat.",
  },
  {
    language: "ja",
    subject: "メッセージを送信できませんでした",
    text: "出品者様\n\n購入者様は出品者からの案内メールを受け取らないように設定されています。このため、注文 # に関するお客様のメッセージをお届けできませんでした。",
  },
  {
    language: "it",
    subject: "Messaggio non consegnato per l'ordine #",
    text: "Ciao,\n\nil tuo messaggio relativo all'ordine # non è stato consegnato. L'acquirente ha deciso di non ricevere comunicazioni non richieste da parte dei venditori.",
  },
  {
    language: "es",
    subject: "Tu mensaje no se entregó",
    text: "Hola:\n\nTu mensaje sobre el pedido # no se pudo entregar. El comprador optó por no recibir mensajes no solicitados de todos los vendedores.",
  },
  {
    language: "nl",
    subject: "Bericht niet afgeleverd",
    text: "Hallo,\n\nJe bericht over bestelling # is niet afgeleverd. De koper heeft zich afgemeld voor ongevraagde berichten van verkopers.",
  },
  {
    language: "sv",
    subject: "Meddelandet levererades inte",
    text: "Hej säljare,\n\nDitt meddelande om order # har inte levererats. Köparen har tackat nej till oombedda meddelanden från säljare.",
  },
  {
    language: "pl",
    subject: "Nie udało się dostarczyć wiadomości",
    text: "Dzień dobry,\n\nTwoja wiadomość dotycząca zamówienia # nie została dostarczona. Kupujący nie wyraża zgody na otrzymywanie niechcianych wiadomości od sprzedawców.",
  },
  {
    language: "pt",
    subject: "Mensagem não entregue",
    text: "Olá,\n\nA mensagem que enviou ao comprador da encomenda # não foi entregue. O comprador escolheu não receber mensagens não solicitadas dos vendedores.",
  },
  {
    language: "tr",
    subject: "Mesajınız teslim edilemedi",
    text: "Merhaba,\n\n# numaralı siparişe ilişkin mesajınız alıcıya teslim edilemedi. Alıcı, satıcılardan istenmeyen mesaj almak istemediğini belirtmiştir.",
  },
  {
    language: "ar",
    subject: "لم يتم تسليم رسالتك",
    text: "مرحبًا،\n\nلم يتم تسليم رسالتك المتعلقة بالطلب #. ألغى المشتري اشتراكه في تلقي الرسائل غير المرغوب فيها من البائعين.",
  },
];
