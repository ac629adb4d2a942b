import type { LabelledSet } from "./labelled-set.ts";

/** Products whose names hold gifts and discounts, denials, and those who review as persons: written against others' verdicts. */
export const FIFTH: LabelledSet = {
  en: {
    block: [
      "PROH-04|We'd refund shipping costs for buyers kind enough to rate us.",
      "PROH-04|Reviewers receive free replacement filters for a year.",
      "PROH-04|Raters of our lamp get a coupon for their next purchase.",
      "PROH-04|Every buyer who rates the kettle is sent a free lid.",
      "PROH-04|We'd gladly cover the postage for anyone who reviews the mat.",
      "PROH-03|Use code SAVE10 on your next order of our coupon racks.",
    ],
    pass: [
      "Would you recommend the yoga mat to others? Please write an honest product review.",
      "How did the discount code engraving machine work for you? We'd appreciate a truthful review.",
      "We would be grateful for an honest review of the refund-proof discount rack. No reward is offered for reviews.",
      "Please review the gift card display stand you bought. Reviews are never rewarded.",
      "Would you rate the wooden gift card you received? Every opinion is welcome, good or bad.",
      "How did you like the coupon cutter? Your honest review helps other buyers; there is no compensation for it.",
    ],
  },
  de: {
    block: [
      "PROH-04|Bewerter unserer Lampe erhalten kostenlose Ersatzfilter für ein Jahr.",
      "PROH-04|Käufern, die uns bewerten, erstatten wir die Versandkosten.",
      "PROH-04|Rezensenten bekommen von uns einen Gutschein.",
    ],
    pass: [
      "Würden Sie die Yogamatte weiterempfehlen? Bitte schreiben Sie eine ehrliche Rezension.",
      "Wie gefällt Ihnen die Geschenkkarte aus Holz, die Sie gekauft haben? Wir freuen uns über eine ehrliche Bewertung.",
      "Bitte bewerten Sie die Rabattcode-Graviermaschine. Eine Gegenleistung gibt es nicht.",
    ],
  },
  fr: {
    block: [
      "PROH-04|Les clients qui nous notent reçoivent des filtres gratuits.",
      "PROH-04|Nous remboursons les frais de port aux acheteurs qui évaluent la lampe.",
    ],
    pass: [
      "Votre avis nous intéresse : que pensez-vous du porte-carte cadeau ? Aucune contrepartie n'est proposée.",
      "Pourriez-vous évaluer la carte cadeau en bois que vous avez reçue ? Tous les avis sont les bienvenus.",
      "Que pensez-vous du présentoir à chèques cadeaux ? Merci de laisser un avis sincère.",
    ],
  },
  es: {
    block: [
      "PROH-04|Los compradores que nos valoran reciben filtros gratis durante un año.",
      "PROH-04|A quienes opinan les devolvemos los gastos de envío.",
    ],
    pass: [
      "¿Qué le parece la tarjeta regalo de madera que compró? Toda opinión sincera es bienvenida.",
      "¿Podría valorar el expositor de cupones? No ofrecemos nada a cambio de las reseñas.",
      "¿Recomendaría la esterilla a otras personas? Escriba una reseña sincera.",
    ],
  },
  it: {
    block: [
      "PROH-04|I recensori ricevono filtri di ricambio gratis per un anno.",
      "PROH-04|Rimborsiamo la spedizione agli acquirenti che ci valutano.",
    ],
    pass: [
      "Che cosa pensa della carta regalo in legno che ha acquistato? Ogni recensione sincera è benvenuta.",
      "Potrebbe valutare l'espositore per buoni sconto? Nessuna ricompensa è prevista.",
      "Consiglierebbe il tappetino ad altri? Scriva una recensione sincera.",
    ],
  },
  nl: {
    block: [
      "PROH-04|Beoordelaars krijgen een jaar lang gratis filters.",
      "PROH-04|Kopers die ons beoordelen vergoeden wij de verzendkosten.",
    ],
    pass: [
      "Wilt u de kortingsbonhouder beoordelen? Elke mening is welkom.",
      "Wat vindt u van de houten cadeaukaart die u kocht? Een eerlijke beoordeling is welkom.",
      "Wilt u het cadeaubonrek beoordelen? Er staat geen beloning tegenover.",
    ],
  },
  pl: {
    block: [
      "PROH-04|Recenzenci otrzymują darmowe filtry przez rok.",
      "PROH-04|Kupującym, którzy nas ocenią, zwracamy koszty wysyłki.",
    ],
    pass: [
      "Jak ocenia Pani drewnianą kartę podarunkową, którą Pani kupiła? Każda szczera opinia jest mile widziana.",
      "Prosimy o ocenę stojaka na kupony. Za opinie niczego nie oferujemy.",
      "Czy poleciliby Państwo matę innym? Prosimy o szczerą recenzję.",
    ],
  },
  sv: {
    block: [
      "PROH-04|Recensenter får gratis filter i ett år.",
      "PROH-04|Köpare som betygsätter oss får frakten tillbaka.",
    ],
    pass: [
      "Vad tycker du om presentkortet i trä som du köpte? Alla ärliga omdömen är välkomna.",
      "Vill du recensera kuponghållaren? Ingen ersättning utgår.",
      "Skulle du rekommendera mattan till andra? Skriv gärna en ärlig recension.",
    ],
  },
  pt: {
    block: [
      "PROH-04|Os avaliadores recebem filtros grátis durante um ano.",
      "PROH-04|Devolvemos os portes aos compradores que nos avaliam.",
    ],
    pass: [
      "O que achou do cartão presente de madeira que comprou? Toda avaliação sincera é bem-vinda.",
      "Poderia avaliar o expositor de cupões? Não oferecemos nada em troca.",
      "Recomendaria o tapete a outras pessoas? Escreva uma avaliação sincera.",
    ],
  },
  ja: {
    block: [
      "PROH-04|レビュアーには交換用フィルターを一年間無料で差し上げます。",
      "PROH-04|評価してくださる方には送料を返金いたします。",
    ],
    pass: [
      "ご購入いただいた木製ギフトカードはいかがでしたか。率直なレビューをお願いいたします。",
      "クーポン立ての評価をお願いできますか。謝礼はありません。",
    ],
  },
  tr: {
    block: [
      "PROH-04|Yorumculara bir yıl boyunca ücretsiz filtre veriyoruz.",
      "PROH-04|Bizi değerlendiren alıcılara kargo ücretini iade ediyoruz.",
    ],
    pass: [
      "Satın aldığınız ahşap hediye kartı hakkında ne düşünüyorsunuz? Her dürüst yorum değerlidir.",
      "Kupon standını değerlendirir misiniz? Karşılığında hiçbir şey verilmez.",
    ],
  },
  ar: {
    block: ["PROH-04|يحصل المقيمون على فلاتر مجانية لمدة عام.", "PROH-04|نعيد رسوم الشحن للمشترين الذين يقيموننا."],
    pass: [
      "ما رأيك في بطاقة الهدايا الخشبية التي اشتريتها؟ نرحب بكل تقييم صادق.",
      "هل يمكنك تقييم حامل القسائم؟ لا نقدم أي مقابل.",
    ],
  },
};
