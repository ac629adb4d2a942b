import { REVIEW_REQUEST } from "../built-in.ts";
import type { TemplateText } from "../template.ts";
import type { Starter } from "./starter.ts";

interface Words {
  readonly language: string;
  readonly subject: string;
  /** Paragraphs; the order's id stands in the second. */
  readonly lines: readonly string[];
}

function text({ language, subject, lines }: Words): TemplateText {
  return { language, subject, body: lines.map((line) => `<p>${line}</p>`).join("\n") };
}

/** The built-in request in the languages that it does not have itself: neutral, unconditional, once. */
const FURTHER: readonly Words[] = [
  {
    language: "es",
    subject: "Su opinión sobre el pedido de Amazon {{ order.id }}",
    lines: [
      "Hola:",
      "Este mensaje se refiere a su pedido de Amazon {{ order.id }}.",
      "¿Querría compartir su opinión sincera sobre lo que recibió? En «Mis pedidos» de su cuenta de Amazon puede opinar sobre el producto o sobre el vendedor. A otros clientes les resulta útil cualquier opinión, sea cual sea.",
      "Es la única vez que le preguntamos por este pedido.",
      "Un saludo<br>{{ store.name }}",
    ],
  },
  {
    language: "it",
    subject: "La sua opinione sull'ordine Amazon {{ order.id }}",
    lines: [
      "Buongiorno,",
      "questo messaggio riguarda il suo ordine Amazon {{ order.id }}.",
      "Vorrebbe condividere la sua opinione sincera su ciò che ha ricevuto? In «I miei ordini» del suo account Amazon può scrivere una recensione del prodotto o valutare il venditore. Agli altri clienti è utile qualsiasi opinione, qualunque cosa dica.",
      "È l'unica volta che le chiediamo un parere su questo ordine.",
      "Cordiali saluti<br>{{ store.name }}",
    ],
  },
  {
    language: "nl",
    subject: "Uw mening over Amazon-bestelling {{ order.id }}",
    lines: [
      "Hallo,",
      "dit bericht gaat over uw Amazon-bestelling {{ order.id }}.",
      "Wilt u uw eerlijke mening geven over wat u hebt ontvangen? Onder „Mijn bestellingen” in uw Amazon-account kunt u een productrecensie schrijven of de verkoper beoordelen. Andere klanten hebben iets aan elke mening, wat die ook is.",
      "Wij vragen dit voor deze bestelling maar één keer.",
      "Met vriendelijke groet<br>{{ store.name }}",
    ],
  },
  {
    language: "pl",
    subject: "Opinia o zamówieniu Amazon {{ order.id }}",
    lines: [
      "Dzień dobry,",
      "ta wiadomość dotyczy zamówienia Amazon {{ order.id }}.",
      "Czy zechcą Państwo podzielić się szczerą opinią o otrzymanym produkcie? W zakładce „Twoje zamówienia” na koncie Amazon można napisać recenzję produktu albo ocenić sprzedawcę. Dla innych klientów przydatna jest każda opinia, bez względu na jej treść.",
      "O to zamówienie pytamy tylko ten jeden raz.",
      "Z poważaniem<br>{{ store.name }}",
    ],
  },
  {
    language: "sv",
    subject: "Din åsikt om Amazon-beställningen {{ order.id }}",
    lines: [
      "Hej,",
      "det här meddelandet gäller din Amazon-beställning {{ order.id }}.",
      "Vill du dela din ärliga åsikt om det du fick? Under ”Mina beställningar” på ditt Amazon-konto kan du skriva en produktrecension eller ge säljaren ett omdöme. Andra kunder har nytta av varje åsikt, vad den än säger.",
      "Vi frågar bara den här enda gången om beställningen.",
      "Vänliga hälsningar<br>{{ store.name }}",
    ],
  },
  {
    language: "pt",
    subject: "A sua opinião sobre a encomenda Amazon {{ order.id }}",
    lines: [
      "Olá,",
      "esta mensagem diz respeito à sua encomenda Amazon {{ order.id }}.",
      "Gostaria de partilhar a sua opinião sincera sobre o que recebeu? Em «As minhas encomendas» na sua conta Amazon pode escrever uma avaliação do produto ou avaliar o vendedor. Para outros clientes qualquer opinião é útil, seja ela qual for.",
      "É a única vez que perguntamos sobre esta encomenda.",
      "Com os melhores cumprimentos<br>{{ store.name }}",
    ],
  },
  {
    language: "tr",
    subject: "Amazon siparişi {{ order.id }} hakkında görüşünüz",
    lines: [
      "Merhaba,",
      "bu mesaj {{ order.id }} numaralı Amazon siparişinizle ilgilidir.",
      "Aldığınız ürün hakkındaki dürüst görüşünüzü paylaşmak ister misiniz? Amazon hesabınızdaki “Siparişlerim” sayfasından ürün için yorum yazabilir veya satıcıyı değerlendirebilirsiniz. Ne olursa olsun her görüş diğer müşterilere yardımcı olur.",
      "Bu sipariş hakkında yalnızca bu kez soruyoruz.",
      "Saygılarımızla<br>{{ store.name }}",
    ],
  },
  {
    language: "ar",
    subject: "رأيك في طلب أمازون {{ order.id }}",
    lines: [
      "مرحبا،",
      "هذه الرسالة بخصوص طلبك {{ order.id }} من أمازون.",
      "هل تود مشاركة رأيك الصادق في ما استلمته؟ يمكنك من صفحة «طلباتي» في حسابك على أمازون كتابة مراجعة للمنتج أو تقييم البائع. كل رأي يفيد العملاء الآخرين مهما كان.",
      "هذه هي المرة الوحيدة التي نسأل فيها عن هذا الطلب.",
      "مع التحية<br>{{ store.name }}",
    ],
  },
];

export const FULL_REVIEW_REQUEST: Starter = {
  key: "review-request",
  purpose: "review_request",
  title: "Review request",
  why: "Names the order, asks neutrally for any opinion, says that it is the only request.",
  format: "html",
  texts: [...REVIEW_REQUEST.texts, ...FURTHER.map(text)],
};
