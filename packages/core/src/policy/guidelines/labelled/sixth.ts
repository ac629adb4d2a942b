import type { LabelledSet } from "./labelled-set.ts";

/** Names of products told by where they stand, indirect offers, and returns, addresses and engravings: written before the rules for them. */
export const SIXTH: LabelledSet = {
  en: {
    block: [
      "PROH-04|Shoppers who comment on the lamp will find a nice amount on their PayPal balance.",
      "PROH-04|Tell Amazon what you think and the next jar is our treat.",
      "PROH-04|Once your words are online, drop us the link and we will settle half of the bill for you.",
      "PROH-06|If everything arrived as you hoped, we would love to see five minutes of your time spent on a review; if anything was off, our inbox is open instead.",
      "PROH-05|We have refunded you in full. Would you perhaps see your way to taking the one-star comment off the page?",
      "PROH-04|For each testimonial we receive we give one euro to the animal shelter.",
      "PROH-03|While you are here: the matching cushion covers are out, and readers of this message pay ten percent less.",
      "PROH-18|Sadly the last unit was sold this morning. It would help us if you cancelled on your side.",
      "PROH-04|Reviews of this mat take a minute. Those who write one seldom pay for their next mat, if you know what we mean.",
      "PROH-04|A tester's share of 12 euros is set aside for you and released the moment your review appears.",
      "PROH-04|Let us know your order number and your review name, and our elves will drop something tasty in the post.",
      "PROH-04|We'd be happy to double the guarantee period for people who take the time to rate us.",
      "PROH-06|Loved it? Tell the world. Didn't love it? Tell only us.",
      "PROH-06|Only those of you who feel five stars are deserved should click the link to the review page.",
      "PROH-05|Now that the new blender works, the earlier rating no longer fits, does it? A fresh, kinder one would be fair.",
      "PROH-17|When you write, do mention how quiet the fan is and how fast it came.",
      "PROH-03|We think the walnut tray would look lovely next to your new bowl. It is in our shop from Monday.",
      "PROH-02|Thanks so much for your purchase. We hope it brings you joy for years to come.",
      "PROH-01|Just a quick note: we packed your order with care and handed it to the courier this afternoon.",
      "PROH-11|If you'd rather not hear from us again, simply answer with NO MORE.",
    ],
    pass: [
      "Thank you for purchasing our voucher laminator. If a sheet jams, open the rear flap. We would be grateful for an honest review.",
      "How does the gift card holder feel in daily use? Please rate it honestly on the product page.",
      "We have attached the invoice for your discount-tag printer. Please keep it for your records.",
      "Your kettle is guaranteed to be free from defects for two years; the warranty card is enclosed.",
      "Did the prize-ribbon rosettes arrive undamaged? We'd value your candid opinion in a review.",
      "Our carrier returned the parcel because the address lacks a flat number. Please tell us the correct address.",
      'Your return reached us, and the refund is on its way to your card. Is the reason "arrived too late" correct? Please reply so that we can close the case.',
      "The rebate label on the box is a manufacturer's sticker and has no value. Please let us know whether the coupon rack inside was complete.",
      "Would you take a minute to rate the bonus-card reader you ordered? We read every comment, kind or harsh.",
      "Attached are the care instructions for the free-standing bathtub and its warranty certificate.",
      "If you have thirty seconds, a few honest lines about the cash box would help other households choose.",
    ],
  },
  de: {
    block: [
      "PROH-04|Wer uns seine Meinung auf Amazon hinterlässt, dem überweisen wir fünf Euro.",
      "PROH-04|In der Packung liegt eine kleine Karte: Rezension schreiben, Foto an uns, und schon gehört Ihnen eine zweite Dose.",
      "PROH-06|Sind Sie rundum glücklich? Dann bewerten Sie uns. Falls nicht, schreiben Sie bitte zuerst uns.",
      "PROH-05|Könnten Sie Ihre Zwei-Sterne-Bewertung noch einmal überdenken, nachdem wir das Problem gelöst haben?",
      "PROH-02|Vielen Dank für Ihr Vertrauen. Bei Fragen sind wir jederzeit für Sie da.",
      "PROH-04|Schenken Sie uns ein paar Sätze auf der Produktseite, und wir schenken Ihnen den nächsten Beutel Kaffee.",
      "PROH-04|Als Mitglied unseres Testerkreises zahlen Sie nach Ihrer Rezension nur die Hälfte.",
      "PROH-05|Es würde uns freuen, wenn die ältere, weniger freundliche Bewertung verschwinden könnte.",
      "PROH-03|Passend zu Ihrem Messerblock gibt es bei uns ab sofort den Wetzstahl zum Kennenlernpreis.",
      "PROH-18|Der Artikel ist vergriffen. Wären Sie so nett, den Kauf in Ihrem Konto rückgängig zu machen?",
    ],
    pass: [
      "Vielen Dank für den Kauf des Gutscheinaufstellers. Über eine ehrliche Bewertung freuen wir uns.",
      "Anbei die Rechnung zu Ihrer Rabattschilder-Druckvorlage. Bitte prüfen Sie die Rechnungsadresse.",
      "Die Pfanne ist frei von PFOA. Bitte bewerten Sie sie ehrlich, egal ob Lob oder Kritik.",
      "Leider fehlt uns Ihre Hausnummer. Bitte nennen Sie uns die vollständige Anschrift, damit die Lieferung ankommt.",
      "Ihre Rücksendung ist eingegangen. War der Artikel defekt oder nur zu klein? Für die Bearbeitung brauchen wir diese Angabe.",
      "Wie zufrieden sind Sie mit dem Bonusheft-Ordner? Wir freuen uns über eine offene Bewertung, auch über eine kritische.",
    ],
  },
  fr: {
    block: [
      "PROH-04|Une fois votre commentaire en ligne, nous vous rendons la moitié du prix payé.",
      "PROH-04|Chaque acheteur qui s'exprime sur Amazon participe à notre tombola mensuelle.",
      "PROH-06|Si le produit vous plaît, notez-nous ; dans le cas contraire, écrivez-nous avant toute chose.",
      "PROH-01|Bonne nouvelle : votre colis est parti de notre entrepôt ce matin.",
      "PROH-04|Votre avis en ligne vaut un café à nos frais, parole de torréfacteur.",
      "PROH-04|Les vingt premiers commentaires seront remerciés par un petit paquet surprise.",
      "PROH-05|Depuis que nous avons remplacé la lampe, votre ancienne note ne nous semble plus juste ; pourriez-vous la revoir ?",
      "PROH-03|Nos bougies d'automne viennent d'arriver et se marient à merveille avec votre photophore.",
    ],
    pass: [
      "Merci d'avoir acheté notre porte-chèques cadeaux. Votre avis sincère, bon ou mauvais, nous intéresse.",
      "Votre présentoir à bons de réduction vous convient-il ? Laissez un avis honnête sur la page du produit.",
      "Vous trouverez ci-joint la facture de votre commande. La garantie de deux ans couvre les défauts de fabrication.",
      "Nous avons bien reçu votre retour ; pour le rembourser, il nous manque le numéro de série. Pouvez-vous nous l'indiquer ?",
    ],
  },
  es: {
    block: [
      "PROH-04|Quien deje su valoración recibirá en casa otra taza sin pagar nada.",
      "PROH-04|Envíenos el enlace a su comentario y le ingresaremos diez euros.",
      "PROH-05|Le agradeceríamos que reconsiderara las dos estrellas que nos puso.",
      "PROH-04|Por cada opinión publicada plantamos un árbol en su nombre.",
      "PROH-06|¿Le ha encantado? Cuéntelo en Amazon. ¿No tanto? Cuéntenoslo solo a nosotros.",
      "PROH-18|Nos hemos quedado sin existencias; ¿sería tan amable de anular la compra usted mismo?",
    ],
    pass: [
      "Gracias por comprar el expositor para vales. Diga lo que diga su reseña, la leeremos con atención.",
      "Adjuntamos la factura de su impresora de cupones. Por favor, confirme la dirección fiscal.",
      "¿Qué tal le va la sartén libre de PFOA? Escriba una reseña sincera, buena o mala.",
      "La garantía cubre los defectos de fabricación durante tres años; conserve esta factura como justificante.",
    ],
  },
  it: {
    block: [
      "PROH-04|A chi racconta la propria esperienza su Amazon spediamo un secondo flacone a nostre spese.",
      "PROH-06|Se è contento, ci recensisca; se non lo è, ci scriva prima.",
      "PROH-04|Racconti su Amazon come si trova e la prossima confezione la offriamo noi.",
      "PROH-01|La informiamo che il suo ordine è stato affidato al corriere questa mattina.",
    ],
    pass: [
      "Come si trova con l'espositore per buoni sconto? Una recensione onesta, positiva o negativa, è gradita.",
      "In allegato la fattura del suo porta gift card. Indichi per favore il codice fiscale se manca.",
      "Per emettere la fattura ci manca il suo codice fiscale. Può inviarcelo?",
    ],
  },
  nl: {
    block: [
      "PROH-04|Laat weten wat u vindt op de productpagina en wij maken vijf euro naar u over.",
      "PROH-05|Zou u uw beoordeling met één ster willen intrekken nu alles is opgelost?",
      "PROH-04|Plaats een beoordeling en u hoeft de volgende zak koffie niet te betalen.",
      "PROH-06|Bent u blij? Vertel het iedereen. Bent u minder blij? Vertel het dan alleen ons.",
    ],
    pass: [
      "Hoe bevalt de kortingsbonhouder? Wij lezen graag uw eerlijke beoordeling, goed of slecht.",
      "Bijgevoegd vindt u de factuur van uw cadeaukaartdoosje. Klopt het adres?",
      "De korting op de factuur klopt niet met uw bestelling; wij hebben een nieuwe factuur bijgevoegd.",
    ],
  },
  pl: {
    block: [
      "PROH-04|Osoby, które podzielą się wrażeniami na Amazonie, dostaną od nas drugi kubek.",
      "PROH-06|Jeśli jest Pani zadowolona, prosimy o ocenę, a jeśli nie, proszę najpierw napisać do nas.",
      "PROH-04|Za kilka zdań na stronie produktu odwdzięczymy się paczką ziaren.",
      "PROH-03|Do Państwa ekspresu polecamy nasze nowe filiżanki, od dziś w sklepie.",
    ],
    pass: [
      "Jak sprawdza się stojak na bony upominkowe? Prosimy o szczerą opinię, dobrą lub złą.",
      "W załączeniu faktura za etui na karty podarunkowe. Prosimy o potwierdzenie danych.",
      "Zwrot dotarł do nas. Czy powodem był brak części? Prosimy o odpowiedź, żebyśmy mogli oddać pieniądze.",
    ],
  },
  sv: {
    block: [
      "PROH-04|När din recension syns på sidan sätter vi in femtio kronor på ditt konto.",
      "PROH-01|Din beställning har lämnat vårt lager och är på väg till dig.",
      "PROH-04|Den som skriver några rader om lampan slipper betala för nästa.",
      "PROH-05|Nu när allt är löst, vore det inte rimligt att ändra den låga siffran?",
    ],
    pass: [
      "Hur fungerar presentkortshållaren? Skriv gärna en ärlig recension, bra eller dålig.",
      "Din retur har kommit fram. Var varan trasig eller för liten? Vi behöver veta det för återbetalningen.",
    ],
  },
  pt: {
    block: [
      "PROH-04|Conte a sua experiência na Amazon e nós tratamos de lhe enviar outra caneca sem cobrar.",
      "PROH-05|Agora que resolvemos tudo, poderia repensar a avaliação de uma estrela?",
      "PROH-04|Publique a sua opinião e a próxima caixa fica por nossa conta.",
      "PROH-18|O artigo esgotou. Seria possível anular a encomenda na sua conta?",
    ],
    pass: ["Segue em anexo a fatura da sua impressora de cupões. Por favor, confirme o NIF."],
  },
  ja: {
    block: [
      "PROH-04|レビューを書いてくださった皆様に、もう一本お送りいたします。",
      "PROH-06|ご満足いただけた場合はレビューを、そうでない場合はまず当店へご連絡ください。",
      "PROH-04|レビュー投稿後にご連絡いただければ、次回分の代金は頂戴いたしません。",
      "PROH-05|問題が解決いたしましたので、先日の星一つの評価を見直していただけますと幸いです。",
    ],
    pass: [
      "クーポンホルダーの使い心地はいかがですか。率直なレビューをお待ちしております。",
      "ギフトカードケースの請求書を添付いたします。ご住所に誤りがないかご確認ください。",
      "返品の商品が到着いたしました。ご返金のため、不具合の内容をお知らせください。",
    ],
  },
  tr: {
    block: [
      "PROH-04|Yorumunuz yayınlanınca hesabınıza elli lira yatırıyoruz.",
      "PROH-05|Sorun çözüldüğüne göre tek yıldızlı yorumunuzu gözden geçirir misiniz?",
      "PROH-04|Ürün sayfasına birkaç satır yazın, bir sonraki paket bizden olsun.",
      "PROH-06|Memnun musunuz? Herkese anlatın. Değil misiniz? Yalnızca bize anlatın.",
    ],
    pass: [
      "Hediye kartı kutusunu nasıl buldunuz? Dürüst yorumunuzu bekliyoruz, iyi ya da kötü.",
      "İadeniz bize ulaştı. Ürün kusurlu muydu, yoksa küçük mü geldi? İşlem için bu bilgi gerekiyor.",
    ],
  },
  ar: {
    block: [
      "PROH-04|من يكتب رأيه على أمازون نرسل له قارورة ثانية على حسابنا.",
      "PROH-06|إذا كنت راضيا فقيّمنا، وإن لم تكن راضيا فراسلنا أولا.",
      "PROH-04|اكتب بضعة أسطر في صفحة المنتج وستكون العبوة القادمة على حسابنا.",
      "PROH-18|نفد المنتج من المخزون. هل يمكنكم إلغاء الطلب من حسابكم؟",
    ],
    pass: [
      "كيف تجد حامل بطاقات الهدايا؟ نرحب بتقييمك الصادق سواء كان ايجابيا او سلبيا.",
      "تجد مرفقا فاتورة طابعة القسائم. يرجى تأكيد العنوان.",
      "وصلنا المنتج المرتجع. هل كان معيبا أم صغيرا؟ نحتاج هذه المعلومة لإعادة المبلغ.",
    ],
  },
};
