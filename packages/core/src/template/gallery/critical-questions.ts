import { plainTexts, type Starter } from "./starter.ts";

/** What an order cannot do without: plain text for Amazon's typed messages, judged by the critical pack. */
export const CRITICAL_STARTERS: readonly Starter[] = [
  {
    key: "missing-text",
    purpose: "customization_question",
    title: "Text of a customised item",
    why: "For customised items whose text the buyer left out.",
    format: "plain",
    texts: plainTexts([
      [
        "en",
        "{{ order.id }}",
        "About your order {{ order.id }}: which text shall we put on the item? Please answer with the exact spelling.",
      ],
      [
        "de",
        "{{ order.id }}",
        "Zu Ihrer Bestellung {{ order.id }}: Welchen Text sollen wir auf den Artikel setzen? Bitte antworten Sie mit der genauen Schreibweise.",
      ],
      [
        "fr",
        "{{ order.id }}",
        "Au sujet de votre commande {{ order.id }} : quel texte faut-il mettre sur l’article ? Merci de répondre avec l’orthographe exacte.",
      ],
      [
        "es",
        "{{ order.id }}",
        "Sobre su pedido {{ order.id }}: ¿qué texto debemos poner en el artículo? Responda, por favor, con la ortografía exacta.",
      ],
      [
        "it",
        "{{ order.id }}",
        "Per il suo ordine {{ order.id }}: quale testo dobbiamo mettere sull’articolo? Risponda con l’ortografia esatta, per favore.",
      ],
      [
        "nl",
        "{{ order.id }}",
        "Over uw bestelling {{ order.id }}: welke tekst zetten we op het artikel? Antwoord alstublieft met de juiste spelling.",
      ],
      [
        "pl",
        "{{ order.id }}",
        "W sprawie zamówienia {{ order.id }}: jaki tekst umieścić na artykule? Prosimy o odpowiedź z dokładną pisownią.",
      ],
      [
        "sv",
        "{{ order.id }}",
        "Om din beställning {{ order.id }}: vilken text ska stå på varan? Svara gärna med exakt stavning.",
      ],
      [
        "pt",
        "{{ order.id }}",
        "Sobre a sua encomenda {{ order.id }}: que texto devemos colocar no artigo? Responda, por favor, com a ortografia exata.",
      ],
      [
        "ja",
        "{{ order.id }}",
        "ご注文 {{ order.id }} について、商品に入れる文字をお知らせください。綴りは正確にご記入ください。",
      ],
      [
        "tr",
        "{{ order.id }}",
        "{{ order.id }} numaralı siparişiniz hakkında: ürüne hangi metni yazalım? Lütfen doğru yazımıyla yanıtlayın.",
      ],
      ["ar", "{{ order.id }}", "بخصوص طلبك {{ order.id }}: ما النص الذي نكتبه على المنتج؟ يرجى الرد بالكتابة الصحيحة."],
    ]),
  },
  {
    key: "delivery-day",
    purpose: "delivery_scheduling",
    title: "Day of a delivery",
    why: "For heavy or bulky items that a carrier brings by appointment.",
    format: "plain",
    texts: plainTexts([
      [
        "en",
        "{{ order.id }}",
        "The carrier delivers your order {{ order.id }} by appointment. Which two days suit you, and at what time?",
      ],
      [
        "de",
        "{{ order.id }}",
        "Die Spedition liefert Ihre Bestellung {{ order.id }} nach Termin. Welche zwei Tage passen Ihnen, und zu welcher Uhrzeit?",
      ],
      [
        "fr",
        "{{ order.id }}",
        "Le transporteur livre votre commande {{ order.id }} sur rendez-vous. Quels sont les deux jours qui vous conviennent, et à quelle heure ?",
      ],
      [
        "es",
        "{{ order.id }}",
        "El transportista entrega su pedido {{ order.id }} con cita. ¿Qué dos días le vienen bien y a qué hora?",
      ],
      [
        "it",
        "{{ order.id }}",
        "Il corriere consegna il suo ordine {{ order.id }} su appuntamento. Quali due giorni le vanno bene, e a che ora?",
      ],
      [
        "nl",
        "{{ order.id }}",
        "De vervoerder levert uw bestelling {{ order.id }} op afspraak. Welke twee dagen schikken u, en hoe laat?",
      ],
      [
        "pl",
        "{{ order.id }}",
        "Przewoźnik dostarcza zamówienie {{ order.id }} po umówieniu terminu. Które dwa dni Państwu odpowiadają i o jakiej godzinie?",
      ],
      [
        "sv",
        "{{ order.id }}",
        "Fraktbolaget levererar din beställning {{ order.id }} efter tidsbokning. Vilka två dagar passar dig, och vilken tid?",
      ],
      [
        "pt",
        "{{ order.id }}",
        "A transportadora entrega a sua encomenda {{ order.id }} com marcação. Que dois dias lhe convêm, e a que horas?",
      ],
      [
        "ja",
        "{{ order.id }}",
        "ご注文 {{ order.id }} は日時指定での配達となります。ご希望の日を二つと時間帯をお知らせください。",
      ],
      [
        "tr",
        "{{ order.id }}",
        "Nakliye firması {{ order.id }} numaralı siparişinizi randevuyla teslim ediyor. Hangi iki gün ve saat size uygun?",
      ],
      [
        "ar",
        "{{ order.id }}",
        "توصيل طلبك {{ order.id }} يكون بموعد مسبق مع شركة النقل. أي يومين يناسبانك وفي أي ساعة؟",
      ],
    ]),
  },
  {
    key: "incomplete-address",
    purpose: "address_issue",
    title: "Incomplete address",
    why: "While the order is not shipped: asks for what the address lacks.",
    format: "plain",
    texts: plainTexts([
      [
        "en",
        "{{ order.id }}",
        "The shipping address of your order {{ order.id }} seems to be incomplete: the house number is missing. Could you send it to us?",
      ],
      [
        "de",
        "{{ order.id }}",
        "Die Lieferadresse Ihrer Bestellung {{ order.id }} ist offenbar unvollständig: Die Hausnummer fehlt. Könnten Sie uns diese nennen?",
      ],
      [
        "fr",
        "{{ order.id }}",
        "L’adresse de livraison de votre commande {{ order.id }} semble incomplète : le numéro de rue manque. Pourriez-vous nous l’indiquer ?",
      ],
      [
        "es",
        "{{ order.id }}",
        "La dirección de entrega de su pedido {{ order.id }} parece incompleta: falta el número de la calle. ¿Podría indicárnoslo?",
      ],
      [
        "it",
        "{{ order.id }}",
        "L’indirizzo di consegna del suo ordine {{ order.id }} sembra incompleto: manca il numero civico. Potrebbe indicarcelo?",
      ],
      [
        "nl",
        "{{ order.id }}",
        "Het bezorgadres van uw bestelling {{ order.id }} lijkt onvolledig: het huisnummer ontbreekt. Kunt u het ons doorgeven?",
      ],
      [
        "pl",
        "{{ order.id }}",
        "Adres dostawy zamówienia {{ order.id }} wydaje się niekompletny: brakuje numeru domu. Czy mogą go Państwo podać?",
      ],
      [
        "sv",
        "{{ order.id }}",
        "Leveransadressen för din beställning {{ order.id }} verkar ofullständig: husnumret saknas. Kan du skicka det till oss?",
      ],
      [
        "pt",
        "{{ order.id }}",
        "A morada de entrega da sua encomenda {{ order.id }} parece incompleta: falta o número da porta. Pode indicá-lo?",
      ],
      [
        "ja",
        "{{ order.id }}",
        "ご注文 {{ order.id }} のお届け先に番地の記載がないようです。番地をお知らせいただけますでしょうか。",
      ],
      [
        "tr",
        "{{ order.id }}",
        "{{ order.id }} numaralı siparişinizin teslimat adresi eksik görünüyor: kapı numarası yok. Bize bildirir misiniz?",
      ],
      [
        "ar",
        "{{ order.id }}",
        "عنوان التسليم لطلبك {{ order.id }} يبدو غير مكتمل: رقم المنزل ناقص. هل يمكنك تزويدنا به؟",
      ],
    ]),
  },
];
