import { foldForMatching } from "../../fold-text.ts";

/** What else a buyer may refuse, in all languages: parcels, goods, returns, payments. */
const GOODS = [
  "package parcel shipment the_item the_product the_goods replacement refund the_return payment the_delivery_of",
  "paket sendung die_ware der_ware den_artikel ersatz rücksendung erstattung zahlung",
  "colis l'article remboursement paiement le_retour",
  "pacco articolo il_reso rimborso pagamento la_consegna_dell'ordine",
  "paquete artículo devolución reembolso pago la_entrega_del_pedido",
  "pakket het_artikel terugbetaling betaling",
  "artikeln återbetalning betalning varan paketet",
  "przesyłk paczk towar zwrot płatnoś produkt",
  "pacote devolução pagamento produto a_entrega_do encomenda",
  "kargo paketi teslimatı iade ödeme ürün",
  "طرد المنتج الشحنة الدفع استرداد إرجاع",
  "商品 配達 荷物 返品 返金 支払",
  "包裹 商品 货物 退货 退款 付款",
]
  .flatMap((words) => words.split(" "))
  .map((word) => foldForMatching(word.replaceAll("_", " ")));

const SENTENCE_END = /[.!?。！？؟](?: |$)|[。！？]/;
const LONGEST_SENTENCE = 240;

/** Whether a folded text, such as the top of a mail, speaks of goods at all. */
export function namesGoods(folded: string): boolean {
  return GOODS.some((word) => folded.includes(word));
}

/**
 * Whether what was refused at `at` of a folded text are goods and not messages: its sentence says so, or the next one
 * where it names neither (as subjects do).
 */
export function isAboutGoods(folded: string, at: number, messages: readonly string[]): boolean {
  const before =
    folded
      .slice(Math.max(0, at - LONGEST_SENTENCE), at)
      .split(SENTENCE_END)
      .at(-1) ?? "";
  const [rest = "", next = ""] = folded.slice(at, at + 2 * LONGEST_SENTENCE).split(SENTENCE_END);
  const sentence = before + rest;
  return namesGoods(sentence) || (!messages.some((word) => sentence.includes(word)) && namesGoods(next));
}
