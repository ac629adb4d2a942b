import { plainTexts, type Starter } from "./starter.ts";

const ID = "{{ order.id }}";

/** Questions without which an order, a service or a return cannot go on. */
export const ORDER_STARTERS: readonly Starter[] = [
  {
    key: "missing-choice",
    purpose: "order_problem",
    title: "Missing size",
    why: "Asks for a choice without which the order cannot be finished, and for nothing else.",
    format: "plain",
    texts: plainTexts([
      ["en", ID, `We cannot finish your order ${ID} yet: the size is missing. Which size do you need?`],
      [
        "de",
        ID,
        `Wir können Ihre Bestellung ${ID} noch nicht fertigstellen: Die Größe fehlt. Welche Größe brauchen Sie?`,
      ],
      [
        "fr",
        ID,
        `Nous ne pouvons pas encore terminer votre commande ${ID} : la taille manque. De quelle taille avez-vous besoin ?`,
      ],
      ["es", ID, `Todavía no podemos terminar su pedido ${ID}: falta la talla. ¿Qué talla necesita?`],
      ["it", ID, `Non possiamo ancora completare il suo ordine ${ID}: manca la taglia. Di quale taglia ha bisogno?`],
      ["nl", ID, `Wij kunnen uw bestelling ${ID} nog niet afronden: de maat ontbreekt. Welke maat hebt u nodig?`],
      [
        "pl",
        ID,
        `Nie możemy jeszcze zrealizować zamówienia ${ID}: brakuje rozmiaru. Jakiego rozmiaru Państwo potrzebują?`,
      ],
      ["sv", ID, `Vi kan inte göra klart din beställning ${ID} än: storleken saknas. Vilken storlek behöver du?`],
      ["pt", ID, `Ainda não podemos concluir a sua encomenda ${ID}: falta o tamanho. De que tamanho precisa?`],
      [
        "ja",
        ID,
        `ご注文 ${ID} について、サイズのご指定がないため手配を進められません。ご希望のサイズをお知らせください。`,
      ],
      [
        "tr",
        ID,
        `${ID} numaralı siparişinizi henüz tamamlayamıyoruz: beden bilgisi eksik. Hangi bedene ihtiyacınız var?`,
      ],
      ["ar", ID, `لا يمكننا إكمال طلبك ${ID} بعد لأن المقاس غير مذكور. ما المقاس الذي تحتاجه؟`],
    ]),
  },
  {
    key: "visit-day",
    purpose: "service_appointment",
    title: "Day of a visit",
    why: "Arranges a service that was bought with the order.",
    format: "plain",
    texts: plainTexts([
      [
        "en",
        ID,
        `The service of your order ${ID} is carried out by appointment. Which two days suit you, and at what time?`,
      ],
      [
        "de",
        ID,
        `Die Dienstleistung zu Ihrer Bestellung ${ID} findet nach Termin statt. Welche zwei Tage passen Ihnen, und zu welcher Uhrzeit?`,
      ],
      [
        "fr",
        ID,
        `La prestation de votre commande ${ID} a lieu sur rendez-vous. Quels sont les deux jours qui vous conviennent, et à quelle heure ?`,
      ],
      ["es", ID, `El servicio de su pedido ${ID} se realiza con cita. ¿Qué dos días le vienen bien y a qué hora?`],
      [
        "it",
        ID,
        `Il servizio del suo ordine ${ID} si svolge su appuntamento. Quali due giorni le vanno bene, e a che ora?`,
      ],
      ["nl", ID, `De dienst bij uw bestelling ${ID} gebeurt op afspraak. Welke twee dagen schikken u, en hoe laat?`],
      [
        "pl",
        ID,
        `Usługa z zamówienia ${ID} odbywa się po umówieniu terminu. Które dwa dni Państwu odpowiadają i o jakiej godzinie?`,
      ],
      [
        "sv",
        ID,
        `Tjänsten i din beställning ${ID} utförs efter tidsbokning. Vilka två dagar passar dig, och vilken tid?`,
      ],
      ["pt", ID, `O serviço da sua encomenda ${ID} é feito com marcação. Que dois dias lhe convêm, e a que horas?`],
      ["ja", ID, `ご注文 ${ID} の作業は日時を決めて行います。ご希望の日を二つと時間帯をお知らせください。`],
      ["tr", ID, `${ID} numaralı siparişinizdeki hizmet randevuyla yapılır. Hangi iki gün ve saat size uygun?`],
      ["ar", ID, `تنفيذ الخدمة الخاصة بطلبك ${ID} يكون بموعد مسبق. أي يومين يناسبانك وفي أي ساعة؟`],
    ]),
  },
  {
    key: "access-key",
    purpose: "digital_access_key",
    title: "Access key",
    why: "Hands over the key of a digital item; the key itself goes as a file with each order.",
    format: "plain",
    texts: plainTexts([
      ["en", ID, `The access key of your order ${ID} is in the attached file. Enter it when the program asks for it.`],
      [
        "de",
        ID,
        `Der Zugangsschlüssel Ihrer Bestellung ${ID} steht in der angehängten Datei. Geben Sie ihn ein, wenn das Programm danach fragt.`,
      ],
      [
        "fr",
        ID,
        `La clé d’accès de votre commande ${ID} se trouve dans le fichier joint. Saisissez-la lorsque le programme la demande.`,
      ],
      [
        "es",
        ID,
        `La clave de acceso de su pedido ${ID} está en el archivo adjunto. Introdúzcala cuando el programa la solicite.`,
      ],
      [
        "it",
        ID,
        `La chiave di accesso del suo ordine ${ID} si trova nel file allegato. La inserisca quando il programma la chiede.`,
      ],
      [
        "nl",
        ID,
        `De toegangssleutel van uw bestelling ${ID} staat in het bijgevoegde bestand. Voer hem in wanneer het programma erom vraagt.`,
      ],
      [
        "pl",
        ID,
        `Klucz dostępu do zamówienia ${ID} znajduje się w załączonym pliku. Należy go wpisać, gdy program o to zapyta.`,
      ],
      [
        "sv",
        ID,
        `Åtkomstnyckeln till din beställning ${ID} finns i den bifogade filen. Ange den när programmet frågar efter den.`,
      ],
      [
        "pt",
        ID,
        `A chave de acesso da sua encomenda ${ID} está no ficheiro em anexo. Introduza-a quando o programa a pedir.`,
      ],
      [
        "ja",
        ID,
        `ご注文 ${ID} のアクセスキーは添付ファイルに記載しています。プログラムの案内に従って入力してください。`,
      ],
      [
        "tr",
        ID,
        `${ID} numaralı siparişinizin erişim anahtarı ekteki dosyadadır. Program sorduğunda bu anahtarı girin.`,
      ],
      ["ar", ID, `مفتاح الوصول الخاص بطلبك ${ID} موجود في الملف المرفق. أدخله عندما يطلبه البرنامج.`],
    ]),
  },
  {
    key: "return-items",
    purpose: "return_question",
    title: "Which items come back",
    why: "For the buyer's order page in Seller Central: Amazon's interface carries no message about a return.",
    format: "plain",
    texts: plainTexts([
      [
        "en",
        ID,
        `About the return of order ${ID}: which items are you sending back, and are all their parts included?`,
      ],
      ["de", ID, `Zur Rücksendung der Bestellung ${ID}: Welche Artikel senden Sie zurück, und sind alle Teile dabei?`],
      [
        "fr",
        ID,
        `Au sujet du retour de la commande ${ID} : quels articles renvoyez-vous, et toutes les pièces sont-elles jointes ?`,
      ],
      ["es", ID, `Sobre la devolución del pedido ${ID}: ¿qué artículos devuelve y están incluidas todas las piezas?`],
      ["it", ID, `Per il reso dell’ordine ${ID}: quali articoli restituisce, e sono incluse tutte le parti?`],
      [
        "nl",
        ID,
        `Over de retour van bestelling ${ID}: welke artikelen stuurt u terug, en zitten alle onderdelen erbij?`,
      ],
      ["pl", ID, `W sprawie zwrotu zamówienia ${ID}: które artykuły Państwo odsyłają i czy są wszystkie części?`],
      ["sv", ID, `Om returen av beställning ${ID}: vilka varor skickar du tillbaka, och är alla delar med?`],
      ["pt", ID, `Sobre a devolução da encomenda ${ID}: que artigos devolve, e estão incluídas todas as peças?`],
      ["ja", ID, `ご注文 ${ID} の返品について、返送される商品と、付属品がすべてそろっているかをお知らせください。`],
      [
        "tr",
        ID,
        `${ID} numaralı siparişin iadesi hakkında: hangi ürünleri geri gönderiyorsunuz ve tüm parçaları içinde mi?`,
      ],
      ["ar", ID, `بخصوص إرجاع الطلب ${ID}: ما المنتجات التي تعيدها، وهل جميع أجزائها موجودة؟`],
    ]),
  },
];
