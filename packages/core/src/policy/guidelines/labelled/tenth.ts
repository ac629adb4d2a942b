import type { LabelledSet } from "./labelled-set.ts";

/** Things bought that are named after gifts, moods as conditions, and stars that count. */
export const TENTH: LabelledSet = {
  en: {
    block: [
      "PROH-04|Thanks for order 302-1234567-1234567. Everyone who tells the world about their purchase on the product page by Friday gets their next set of filters on the house.",
      "PROH-04|We saw what you wrote about order 302-1234567-1234567 and felt sad. As soon as those two stars have gone, the money will be back on your card.",
      "PROH-06|Did order 302-1234567-1234567 live up to the promise? Then please tell others in a review. If it did not, don't review it, talk to us instead.",
    ],
    pass: [
      "You recently bought the thermal laminator for gift vouchers in order 302-1234567-1234567. If you have a moment, a product review would help other shoppers decide. We value every opinion, favourable or not.",
      "We would be glad to read what you think of the fragrance-free, refund-proof till roll from order 302-1234567-1234567. Please share your experience on the product page, whatever it was.",
    ],
  },
  de: {
    block: [
      "PROH-04|vielen Dank für die Bestellung 302-1234567-1234567. Wer uns eine Bewertung schenkt, bekommt von uns auch etwas geschenkt: einfach Bildschirmfoto schicken.",
      "PROH-06|hat Ihnen der Artikel aus Bestellung 302-1234567-1234567 gefallen? Nur dann bitten wir um ein paar Worte auf der Produktseite.",
      "PROH-04|wir möchten den Kauf 302-1234567-1234567 gern wieder gutmachen und überweisen Ihnen den halben Preis, sofern Sie Ihre Meinung auf Amazon noch einmal überdenken.",
      "PROH-03|wie gefällt Ihnen der Artikel aus 302-1234567-1234567? Bewerten Sie ihn und stöbern Sie danach auf www.lampen-laden-nord.de nach passenden Leuchtmitteln.",
    ],
    pass: [
      "Sie haben mit der Bestellung 302-1234567-1234567 den Kassenrollen-Halter „Rabatt“ gekauft. Über eine ehrliche Rezension freuen wir uns, ganz gleich wie sie ausfällt.",
    ],
  },
  fr: {
    block: [
      "PROH-04|Merci pour la commande 302-1234567-1234567. Chaque commentaire publié donne droit à un tirage au sort dont le gagnant reçoit un appareil à raclette.",
      "PROH-05|Nous avons lu votre commentaire sur la commande 302-1234567-1234567. Pourriez-vous le retirer, puisque nous avons réglé le souci ?",
      "PROH-06|Si la lampe de la commande 302-1234567-1234567 vous a plu, dites-le dans un avis ; sinon, gardez-le pour nous et écrivez-nous.",
      "PROH-02|Merci de votre achat 302-1234567-1234567. Nous restons à votre disposition en cas de besoin.",
      "PROH-03|Donnez votre avis sur la commande 302-1234567-1234567 et rejoignez-nous sur Instagram pour suivre nos nouveautés.",
    ],
    pass: [
      "Vous avez acheté le carnet à souches de bons cadeaux avec la commande 302-1234567-1234567. Votre avis sur ce produit, positif ou négatif, aiderait d'autres clients.",
      "Nous espérons que la commande 302-1234567-1234567 est bien arrivée. Si vous le souhaitez, partagez votre expérience avec ce produit dans un commentaire, quelle qu'elle soit.",
    ],
  },
  es: {
    block: [
      "PROH-04|Gracias por el pedido 302-1234567-1234567. Publique su reseña, mándenos la captura y le devolvemos lo que pagó.",
      "PROH-04|Somos un negocio familiar y cada estrella cuenta. ¿Nos pondría cinco en el pedido 302-1234567-1234567?",
      "PROH-06|¿Le ha gustado el pedido 302-1234567-1234567? Déjenos su reseña. ¿No le ha gustado? Entonces hable antes con nosotros y no publique nada.",
      "PROH-04|Su opinión sobre el pedido 302-1234567-1234567 nos importa. En su próxima compra, use el código AMIGO10 y pague un 10 % menos.",
      "PROH-14|Valore el pedido 302-1234567-1234567 y llámenos al 912 345 678 si tiene preguntas.",
    ],
    pass: [
      "Compró el expositor de tarjetas regalo del pedido 302-1234567-1234567. Nos gustaría conocer su opinión sincera sobre el producto, sea buena o mala.",
      "¿Qué le ha parecido el juguete del pedido 302-1234567-1234567? Diga lo que diga, su reseña será útil para otros compradores.",
    ],
  },
  it: {
    block: [
      "PROH-04|per chi recensisce l'ordine 302-1234567-1234567 c'è una sorpresa: un secondo pezzo a costo zero.",
      "PROH-05|abbiamo sistemato il problema dell'ordine 302-1234567-1234567: ora potrebbe alzare il voto che ci ha dato?",
      "PROH-06|se è rimasto soddisfatto dell'ordine 302-1234567-1234567 lasci una recensione; altrimenti ci contatti, senza scrivere nulla.",
      "PROH-02|grazie per l'ordine 302-1234567-1234567, è stato un piacere servirla. Per qualunque cosa siamo qui.",
      "PROH-11|una recensione dell'ordine 302-1234567-1234567 sarebbe gradita. Per non ricevere più questi messaggi clicchi qui: https://mail.example.com/stop",
    ],
    pass: [
      "con l'ordine 302-1234567-1234567 ha acquistato l'etichettatrice per buoni sconto. Ci farebbe piacere leggere la sua recensione, positiva o negativa che sia.",
      "se le va, racconti la sua esperienza con il prodotto dell'ordine 302-1234567-1234567 in una recensione. Leggiamo tutto con attenzione.",
    ],
  },
  nl: {
    block: [
      "PROH-04|Bedankt voor bestelling 302-1234567-1234567. Wie een recensie plaatst, maakt kans op een weekend weg.",
      "PROH-06|Ben je blij met bestelling 302-1234567-1234567? Deel het in een recensie! Minder blij? Laat het dan alleen ons weten.",
      "PROH-04|Haal je de slechte beoordeling van bestelling 302-1234567-1234567 weg, dan storten we het aankoopbedrag terug.",
      "PROH-17|Schrijf een recensie over bestelling 302-1234567-1234567: noem de snelle levering en de stevige stof, en voeg een foto toe.",
    ],
    pass: [
      "Je kocht de cadeaubonhouder uit bestelling 302-1234567-1234567. We lezen graag je eerlijke beoordeling van het product, goed of slecht.",
    ],
  },
  pl: {
    block: [
      "PROH-04|za opinię o zamówieniu 302-1234567-1234567 odwdzięczymy się drobnym upominkiem w kolejnej paczce.",
      "PROH-06|jeśli zamówienie 302-1234567-1234567 spełniło oczekiwania, prosimy o opinię. Jeśli nie, prosimy nic nie publikować, tylko napisać do nas.",
      "PROH-05|czy mogliby Państwo zmienić negatywną opinię o zamówieniu 302-1234567-1234567? Usterka została usunięta.",
      "PROH-03|prosimy o opinię o zamówieniu 302-1234567-1234567. Przy okazji: tylko dziś drugi produkt w naszym sklepie o połowę taniej!",
    ],
    pass: [
      "w zamówieniu 302-1234567-1234567 kupili Państwo stojak na karty rabatowe. Będziemy wdzięczni za szczerą opinię o produkcie, dobrą lub złą.",
    ],
  },
  sv: {
    block: [
      "PROH-04|skriv några rader om beställning 302-1234567-1234567 på produktsidan så bjuder vi på nästa påse kaffe.",
      "PROH-06|om du är nöjd med beställning 302-1234567-1234567 får du gärna recensera den. Är du missnöjd ber vi dig att inte skriva något utan höra av dig till oss.",
      "PROH-04|ta gärna bort ditt dåliga omdöme om beställning 302-1234567-1234567, så ordnar vi full återbetalning.",
      "PROH-02|tack för beställning 302-1234567-1234567! Hör av dig om du undrar över något.",
    ],
    pass: [
      "du köpte presentkortsstället i beställning 302-1234567-1234567. Vi läser gärna din ärliga recension av produkten, bra eller dålig.",
    ],
  },
  pt: {
    block: [
      "PROH-04|avalie o pedido 302-1234567-1234567 e receba de volta metade do valor pelo PIX.",
      "PROH-06|se gostou do pedido 302-1234567-1234567, conte a todos numa avaliação; se não gostou, conte só para nós.",
      "PROH-05|pedimos que apague a avaliação negativa do pedido 302-1234567-1234567, pois o problema já foi resolvido.",
      "PROH-01|o pedido 302-1234567-1234567 foi entregue. Aproveite e conheça nossa loja completa com frete grátis acima de R$ 99.",
    ],
    pass: [
      "você comprou o porta-vales-presente no pedido 302-1234567-1234567. Gostaríamos de ler a sua avaliação sincera do produto, boa ou ruim.",
    ],
  },
  ja: {
    block: [
      "PROH-04|ご注文 302-1234567-1234567 のレビューを書いてくださった方には、もう1個をプレゼントいたします。",
      "PROH-06|ご注文 302-1234567-1234567 にご満足いただけた場合のみ、レビューの投稿をお願いいたします。ご不満の場合は投稿の前に当店までご連絡ください。",
      "PROH-04|ご注文 302-1234567-1234567 の低評価を取り下げていただけましたら、全額をご返金いたします。",
      "PROH-04|ご注文 302-1234567-1234567 をありがとうございます。星5つの評価をいただけますと大変励みになります。",
      "PROH-04|ご注文 302-1234567-1234567 の商品レビューをお待ちしております。公式LINEの友だち追加で次回500円引きです。",
    ],
    pass: [
      "ご注文 302-1234567-1234567 の「割引シール貼り機」はいかがでしたか。良い点も悪い点も、率直なレビューをお聞かせいただければ幸いです。",
    ],
  },
  tr: {
    block: [
      "PROH-04|302-1234567-1234567 numaralı sipariş için yorum yazan herkese bir sonraki alışverişinde ücretsiz ürün veriyoruz.",
      "PROH-06|302-1234567-1234567 siparişinden memnun kaldıysanız yorum yapın; kalmadıysanız yorum yapmadan önce bize yazın.",
      "PROH-04|302-1234567-1234567 siparişi için yazdığınız olumsuz yorumu silerseniz ücretinizi iade edeceğiz.",
    ],
    pass: [
      "302-1234567-1234567 numaralı siparişinizle hediye çeki standı aldınız. Ürün hakkındaki dürüst yorumunuzu, iyi ya da kötü, okumak isteriz.",
    ],
  },
  ar: {
    block: [
      "PROH-04|اكتب تقييما للطلب 302-1234567-1234567 وستحصل على قطعة ثانية مجانا.",
      "PROH-06|إذا أعجبك الطلب 302-1234567-1234567 فاكتب تقييما، وإذا لم يعجبك فتواصل معنا ولا تكتب شيئا.",
      "PROH-05|نرجو حذف تقييمك السلبي للطلب 302-1234567-1234567 وسنعيد لك كامل المبلغ.",
    ],
    pass: [
      "اشتريت حامل بطاقات الهدايا في الطلب 302-1234567-1234567. يسعدنا أن نقرأ تقييمك الصادق للمنتج سواء كان إيجابيا أو سلبيا.",
    ],
  },
};
