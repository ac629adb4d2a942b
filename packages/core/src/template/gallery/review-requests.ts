import { htmlTexts, type Starter } from "./starter.ts";

/** Neutral, once, without links, promises and conditions (Amazon's communication guidelines, compiled 2026-11-23). */
export const REVIEW_STARTERS: readonly Starter[] = [
  {
    key: "product-review",
    purpose: "review_request",
    title: "Product review, short",
    why: "One question about the product, in two sentences.",
    format: "html",
    texts: htmlTexts([
      [
        "en",
        "Amazon order {{ order.id }}",
        "Would you write a product review about this order on Amazon? Every honest opinion helps other customers, whatever it says.",
      ],
      [
        "de",
        "Amazon-Bestellung {{ order.id }}",
        "Möchten Sie auf Amazon eine Produktrezension zu dieser Bestellung schreiben? Jede ehrliche Meinung hilft anderen Kunden, gleich wie sie ausfällt.",
      ],
      [
        "fr",
        "Commande Amazon {{ order.id }}",
        "Souhaitez-vous écrire un commentaire sur Amazon au sujet de cette commande ? Chaque avis sincère, quel qu’il soit, est utile aux autres clients.",
      ],
      [
        "es",
        "Pedido de Amazon {{ order.id }}",
        "¿Desea escribir una opinión en Amazon sobre este pedido? Cualquier opinión sincera, sea cual sea, ayuda a otros clientes.",
      ],
      [
        "it",
        "Ordine Amazon {{ order.id }}",
        "Desidera scrivere una recensione su Amazon per questo ordine? Ogni opinione sincera, qualunque sia, aiuta gli altri clienti.",
      ],
      [
        "nl",
        "Amazon-bestelling {{ order.id }}",
        "Wilt u op Amazon een review over deze bestelling schrijven? Elke eerlijke mening helpt andere klanten, wat die ook is.",
      ],
      [
        "pl",
        "Zamówienie Amazon {{ order.id }}",
        "Czy zechcą Państwo napisać na Amazonie recenzję dotyczącą tego zamówienia? Każda szczera opinia, jakakolwiek by była, pomaga innym klientom.",
      ],
      [
        "sv",
        "Amazon-beställning {{ order.id }}",
        "Vill du skriva en recension på Amazon om den här beställningen? Varje ärlig åsikt hjälper andra kunder, vilken den än är.",
      ],
      [
        "pt",
        "Encomenda Amazon {{ order.id }}",
        "Deseja escrever uma avaliação na Amazon sobre esta encomenda? Qualquer opinião sincera, seja qual for, ajuda outros clientes.",
      ],
      [
        "ja",
        "Amazonでのご注文 {{ order.id }}",
        "このご注文について、Amazonで商品レビューをお書きいただけますでしょうか。どのようなご意見も、ほかのお客様の参考になります。",
      ],
      [
        "tr",
        "Amazon siparişi {{ order.id }}",
        "Bu sipariş hakkında Amazon'da bir yorum yazmak ister misiniz? Ne olursa olsun her dürüst görüş diğer müşterilere yardımcı olur.",
      ],
      [
        "ar",
        "طلب أمازون {{ order.id }}",
        "هل تود كتابة مراجعة على أمازون عن هذا الطلب؟ كل رأي صادق يساعد العملاء الآخرين مهما كان.",
      ],
    ]),
  },
  {
    key: "seller-feedback",
    purpose: "review_request",
    title: "Seller feedback",
    why: "About the order and its seller, not the product.",
    format: "html",
    texts: htmlTexts([
      [
        "en",
        "Amazon order {{ order.id }}",
        "How was this order? You can leave seller feedback in your Amazon account; good or bad, we read it.",
      ],
      [
        "de",
        "Amazon-Bestellung {{ order.id }}",
        "Wie verlief diese Bestellung? In Ihrem Amazon-Konto können Sie den Verkäufer bewerten; ob gut oder schlecht, wir lesen es.",
      ],
      [
        "fr",
        "Commande Amazon {{ order.id }}",
        "Comment s’est passée cette commande ? Vous pouvez évaluer le vendeur dans votre compte Amazon ; nous lisons tous les avis, bons ou mauvais.",
      ],
      [
        "es",
        "Pedido de Amazon {{ order.id }}",
        "¿Qué tal fue este pedido? Puede valorar al vendedor en su cuenta de Amazon; leemos todas las opiniones, buenas o malas.",
      ],
      [
        "it",
        "Ordine Amazon {{ order.id }}",
        "Come è andato questo ordine? Può valutare il venditore nel suo account Amazon; leggiamo tutte le opinioni, belle o brutte.",
      ],
      [
        "nl",
        "Amazon-bestelling {{ order.id }}",
        "Hoe verliep deze bestelling? U kunt de verkoper in uw Amazon-account beoordelen; goed of slecht, wij lezen het.",
      ],
      [
        "pl",
        "Zamówienie Amazon {{ order.id }}",
        "Jak przebiegło to zamówienie? Sprzedawcę można ocenić na swoim koncie Amazon; każda opinia, dobra czy zła, jest dla nas ważna.",
      ],
      [
        "sv",
        "Amazon-beställning {{ order.id }}",
        "Hur gick den här beställningen? Du kan betygsätta säljaren på ditt Amazon-konto; vi läser alla omdömen, bra eller dåliga.",
      ],
      [
        "pt",
        "Encomenda Amazon {{ order.id }}",
        "Como correu esta encomenda? Pode avaliar o vendedor na sua conta Amazon; lemos todas as opiniões, boas ou más.",
      ],
      [
        "ja",
        "Amazonでのご注文 {{ order.id }}",
        "このご注文はいかがでしたでしょうか。Amazonの注文履歴から出品者の評価ができます。良い点も悪い点もお聞かせください。",
      ],
      [
        "tr",
        "Amazon siparişi {{ order.id }}",
        "Bu sipariş nasıldı? Satıcıyı Amazon hesabınızdan değerlendirebilirsiniz; iyi ya da kötü, her görüşü okuyoruz.",
      ],
      [
        "ar",
        "طلب أمازون {{ order.id }}",
        "كيف كان هذا الطلب؟ يمكنك تقييم البائع من حسابك في أمازون، ونقرأ كل الآراء إيجابية كانت أو سلبية.",
      ],
    ]),
  },
];
