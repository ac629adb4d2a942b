import type { LanguageTerms } from "../lexicon.ts";

export const pl: LanguageTerms = {
  falsePromotion:
    "{portfel,etui,segregator,pudełko,organizer,teczka,pudełka,drukarka,naklejki} {na,do,} {kupony,kuponów,bony,bonów,karty podarunkowe,rabatowe,rabatów} | {rabat,zniżka,promocja} nie",
  falseHappy: "będziemy {wdzięczni,zadowoleni,szczęśliwi}",
  happyIf: "ocenić {tylko,jedynie} | tylko zadowoleni {klienci,kupujący}",
  review:
    "review{s,en,} | feedback | {oceń,ocenić,oceni,oceniając,ocena,ocenę,oceny,ocen,oceną,oceniasz,ocenia} | {opinia,opinię,opinii,opinie,opinią,recenzja,recenzję,recenzji,recenzje,komentarz,komentarza,komentarzy} | {poleć,polecić,polecenie} {nas,nasz}* | gwiazd{ka,ki,ek,kę,kami}",
  opinion:
    "wrażeni{a,ami,ach} | podzieli{ć,ą} się | {swoje,twoje,pana,pani,państwa,swoją,swoimi,twoja} {wrażenia,wrażeniami,doświadczenia,doświadczeniami,doświadczenie,zdanie,spostrzeżenia,opinia,odczucia} | co {sądzisz,myślisz,pan myśli,pani myśli,państwo myślą,pan sądzi,pani sądzi} | {opisz,opowiedz,podziel,napisz,daj znać} {swoje,się,innym,nam,na amazon,o swoich}* | na {amazonie,amazon,stronie produktu} | {kilka,parę} {słów,zdań}",
  gift: "zdrapk* | losuj{emy,emy} | wylosuj* | {sadzimy,posadzimy} drzew* | {wpłacimy,przekażemy} na | {podwójn,dożywotni}{ą,a,ej,ią,ia} gwarancj* | {karta,kartę,bon,kod} {podarunkow,prezentow,upominkow,zakupow,rabatow}* | {prezent,prezencik,upominek,upominki,niespodziank,drobiazg,gratis,gratisow,gratisy}* | {mał,drobn}{y,ą,a} {upominek,prezent,niespodziank,gratis,drobiazg}* | {losowani,loteri,konkurs}* | {wygrać,wygraj,wygrana,wygranej} | gwarancj{a,ę,i} {wzrośnie,przedłuż,wydłuż,rozszerz,dożywotni,do pięciu,na pięć,gratis}* | {przedłuż,wydłuż,aktywowa,aktywuj,rozszerz}{ymy,ć,oną,ona,ona,amy,} gwarancj* | {przedłużon,wydłużon,rozszerzon,dodatkow,dożywotni}{ą,a,ej,ia} gwarancj* | {przelejemy,przelewamy,wypłacimy,paypal,blik,przelew} | {połow,część,całość}{ę,a,} {ceny,kwoty} | {następn,kolejn,przyszł}{e,ego,ym,a,ą,ej,emu} {zamówieni,zakup,butelk,paczk,produkt}* | {rabat,zniżk,bonifikat,upust}* | % {taniej,rabatu,zniżki} | {odejmiemy,odliczymy} | {drug,kolejn}{i,a,ą,y} {produkt,sztuk,butelk}* {gratis,za darmo} | {darmow}{y,a,ą,e} {produkt,próbk,akcesori,artykuł}* | punkt{y,ów,ami} {lojaln,bonus,rabat}* | cashback | tester{em,ów,ka,} | zatrzymaj produkt | {nagradza,nagrod,nagrodz,wynagr}* | na nasz koszt | ekskluzywn* {korzyści,rabat} | klub vip | darowizn* | odbierz pieniądze",
  benefit:
    "bez {opłat,kosztów,dopłat,płacenia} | na nasz koszt | o wartości | do {20,30,40,50,80,100} zł | zwróc{imy,ić,ony} | {oddamy,oddajemy,zwracamy} | zwrot {pieniędzy,kwoty,kosztów,ceny,zakupu} | {gratis,darmo,darmowy,bezpłatny,bezpłatnie,za darmo} | {pieniądze,zł,złotych,euro} | nagroda | niespodzianka | gwarancj{a,ę,i} | jeszcze jeden",
  exchange:
    "{gdy,kiedy,jeśli,jeżeli,po,w zamian,za każdą,każda,każdy,kto,wszyscy,potem,następnie} | a {my,przelejemy,następna,następny,otrzymasz,dostaniesz,odejmiemy,wyślemy,dostanie,kolejna,oddamy,zwrócimy} | {aby,by,żeby} {odebrać,aktywować,otrzymać,uzyskać,dostać,wygrać,zdobyć} | {dowód,potwierdzenie} {wystawienia,opinii,dodania} | zrzut ekranu",
  promise:
    "odwdzięcz* | coś {ekstra,specjalnego,w zamian} | za {fatygę,poświęcony czas,trud} | nie pożałuj* | opłaci się | {gest,wyraz} {wdzięczności,podziękowania}",
  positiveReview:
    "podziel* się {dobrym,pozytywnym,dobrymi,pozytywnymi} {wrażeni,doświadcz}* | {mniej niż,poniżej} {5,pięć,pięciu,4,czter}* gwiazd* | {5,pięć,pięciu,pięcioma} gwiazd* | {najwyższ,maksymaln}{ą,a,ej} {ocen,not}* | {pozytywn,dobr,miłe,pochlebn,przychyln,mił}{ą,ej,a,e,ych,} {opini,recenzj,ocen,komentarz,słow,słów}* | {prosimy,proszę} o wyrozumiałość",
  negativeReview:
    "{negatywn,zł,nisk,krytyczn,słab,niepochlebn}{ą,ej,a,e,ego,y,ych} {opini,recenzj,ocen,komentarz}* | {1,jedną,jednej,2,dwie,3,trzy} gwiazd* | coś negatywnego",
  remove:
    "jeszcze raz spojrz* | ponownie {spojrz,przyjrz}* | {podnieść,podniesie,podwyższyć,zwiększyć,poprawić,skasowa,skasowanie,usuną,usunięcie,usunąć,usunie,zniknie,znika,zniknięciu,zmieni,zmienić,zmianę,zmodyfikować,edytować,zaktualizować,wycofać,wycofanie,cofnąć,przemyśleć,rozważyć,skorygować} | na {5,pięć} gwiazd*",
  happy:
    "{zadowolony,zadowolona,zadowoleni,zadowoleniem,szczęśliwy,zachwycony} | {podoba,spodoba,spodobał,spodobała,podobał} | wszystko {w porządku,ok,dobrze,jest,poszło} | spełni* oczekiwania | przypadł* do gustu",
  unhappy:
    "{niezadowolony,niezadowolona,niezadowoleni,rozczarowany,rozczarowana} | nie {jest,są,jesteś,do końca,całkiem,w pełni,podoba,spodoba}* {zadowol,w pełni,do końca,pan,pani,się}* | {jakikolwiek,jakiś,jakieś} {problem,zastrzeżeni,uwagi}* | {jeśli nie,w przeciwnym razie,inaczej} | mniej niż pięć",
  divert:
    "najpierw | przed | zamiast | zanim | bezpośrednio | jeśli nie | w przeciwnym razie | wcześniej | szansę | możliwość",
  contactUs:
    "{napisz,napisać,skontaktuj,skontaktować,powiedz,powiedzieć,zadzwoń,zgłoś,daj,dać,odezwij,odpisz} {do nas,nam,się,znać,najpierw,nam o,się z nami,się do nas} | {kontakt,kontaktu} {z nami,przed,}* | do nas | z nami | obsług{a,i,ą} klienta",
  howQuestion: "{jak,co sądzi,co myśli}",
  thirdParty:
    "{rodzin,znajom,przyjaci,bliski,męż,żon,partner,sąsiad,dzieci,rodzic}{ę,a,y,ych,ym,om,ół,ie,ów,} | {drugi,drugie,inne} kont* | {kilka,wiele} opinii",
  promotion:
    "tylko w tym tygodniu | {nasz,nasza,nasze,naszą,naszej,naszego,nową,nowa,nowy} {now,kolekcj,katalog,sklep,ofert,wyprzedaż,promocj,newsletter,asortyment,stron,jesienn,letni,zimow}* | *kolekcj{a,ę,i} {jesienn,letni,zimow,now}* | {jesienn,letni,zimow,wiosenn}{ej,a,ą,iej} kolekcj* | {taniej,tańsze,przecen,okazj,promocj,wyprzedaż,specjalna cena,specjalnej cenie,super cen,niższej cenie}* | {wcześniejszy,ekskluzywny} dostęp | {zapisz,zapraszamy} {się,do sklepu,do naszego} | {subskrybuj,newsletter}* | {oszczędź,oszczędzaj,oszczędzić,skorzystaj,pospiesz} | {kup,zamów} {teraz,już,także,dziś,też,kolejn}* | nie przegap* | {polecamy,poleca} {także,również,nasze,też,do}* | inni klienci {kupili,kupują} | {obserwuj,śledź,polub} nas | {facebook,instagram,tiktok,youtube,pinterest}* | {pasuj,idealnie pasuj,uzupełni}{e,ą,a} do | kod {rabatowy,promocyjny} | {odwiedź,sprawdź,zobacz,odkryj} {nasz,też,nową,nowe}* | stał{y,ego} klient* | do wyczerpania",
  shipped:
    "właśnie {wysłaliśmy,nadaliśmy,spakowaliśmy} | {paczka,przesyłka,zamówienie,towar} {opuściła,opuściło,została,zostało,jest,wyruszyła,już,trafi,dotrze,właśnie} {nasz,wysłan,nadan,w drodze,przyjęt,potwierdzon,opuści,do,w realizacji,przekazan,magazyn}* | opuściła nasz magazyn | przekazan{a,o} {kurierowi,przewoźnikowi} | potwierdzamy {otrzymanie,przyjęcie,że,złożenie,wysłanie}* | {otrzymaliśmy,przyjęliśmy,wysłaliśmy,nadaliśmy} {twoje,pana,pani,państwa,zamówienie,paczkę}* | {numer,nr} {śledzenia,przesyłki,listu} | {śledź,śledzić} {przesyłkę,paczkę} | {przewidywan,szacowan}{y,a} {termin,data,czas} dostaw* | {dotrze,dotrzeć} {do ciebie,jutro,w}*",
  refunded: "zwrot {został,na kwotę,w wysokości,zrealizowany} | {zwróciliśmy,zwrócono,zwrócone}",
  thanks:
    "{dziękuj,dzięk,podziękow}* | {zaufanie,do zobaczenia,do usłyszenia} | {miłego,udanego,wspaniałego} {dnia,tygodnia,weekendu,korzystania,użytkowania} | {życzymy,cieszymy się} | {witamy,mamy nadzieję}",
  request:
    "{proszę,prosimy} {o potwierdzenie,o podanie,o odpowiedź,o informacj,o przesłanie,potwierdzić,podać,odpowiedzieć,wskazać,sprawdzić,wybrać,przesłać,napisać któr,nie używać}* | {czy} {może,mogą,możemy,zechc,woli,mógł,mogł,dosłać,wysłać,dodać,adres}* | {potwierdź,wybierz,podaj,odpisz,sprawdź,prześlij} | {potrzebujemy,brakuje} | który {dzień,wybrać,kolor,termin}",
  enclosure:
    "faktur* | {załącz,w załącz}* | {wycofan,przywołan}{ie,y,ia} | {karta,dokument} gwarancyjn* | klucz {licencyjny,produktu,aktywacyjny}",
  problem:
    "różnic* | nie {został,została} {naliczon,uwzględnion}* | {uszkodz,zepsut,pęknięt,rozbit,połaman,wadliw,wada,wady}* | brak{uje,ując,uj,owało}* | {błędn,zł}{y,a,ą,e,ego} {adres,rozmiar,kolor,produkt,artykuł} | niekompletn* | {zaginęł,zgubi}* | nie {dotarł,doszł}* | zwrot {nie,ma,został,towaru} | {twój,pana,pani} zwrot | anulowan* | {cło,cła,celn}* | koszt{y,ów} wysyłki | reklamacj* | {część,części} {zamienn,zapasow}* | {śrub}{y,ek,}",
  cancelAsk:
    "{prosimy,proszę,prosimy o,można,może pan,może pani,czy mógłby,czy mogłaby} {o,} {samodzielnie,} {anulować,anulowanie,anulacj}* | {samodzielnie,samemu} anulowa* | {anuluj,anulować} zamówienie {na swoim,samodzielnie,ze swojego,w swoim,sam}* | anuluj {zamówienie,je,swoje} | {zgłosić,złożyć} {prośbę o,wniosek o} anulowanie",
  instruct:
    "{wspomnieć,wspomnij,opisać,opisz,podkreśl,zaznacz} {jak,o,że,w,jakość,na przykład,proszę} | wspomnieć | {napisz,napisać,opowiedz} {jak,o jakości,że,na przykład} | {dodaj,dołącz,załącz,wgraj,dodać,dołączyć} {zdjęci,dwa,kilka,fot,film}* | {dwa,trzy,kilka,parę} zdjęć | {dwa,trzy} zdjęcia | {co najmniej,minimum,przynajmniej} {10,20,30,50,100,dwa,trzy,pięć,dziesięć} {słów,zda,znak}* | {przykładow,wzor}* {tekst,opini} | jako tytuł | słowa kluczowe",
  optOut:
    "{wypisz,wypisać,wypisanie} | zrezygn* z {otrzymywania,wiadomości,subskrypcji} | {nie otrzymywać,nie chcesz otrzymywać,nie chce otrzymywać} {wiadomości,więcej}* | odpowiedz stop | anuluj subskrypcję | preferencj* {kontakt,wiadomości}",
  offensive:
    "{idiot,debil,kretyn,głup,imbecyl}{a,o,ek,i,em,y,ą} {klient,baba}* | idiot{a,o,ka,ów} | debil{e,u,i,} | kretyn{ie,i,} | {gnoj,cholern,pieprzon,zasran}{ek,y,a,ku} | dup{a,ę,y,ie} | cyck{i,ów} | {zwłoki,trup} | krwaw* | samobój* | zamknij {się,ryj}",
  falseBenefit:
    "{portfel,etui,segregator,pudełko,organizer,teczka,pudełka,drukarka,naklejki} {na,do,} {kupony,kuponów,bony,bonów,karty podarunkowe,rabatowe,rabatów} | {rabat,zniżka,promocja} nie | {opakowani,papier,pakowani,torb,pudełk}{e,a,u,o,ę} {prezentow,upominkow}* | {na,jako} prezent | wiadomoś{ć,ci} prezentow{a,ej} | prezentowej jest | {etui,segregator,portfel,drukark,organizer}{a,i,} {na kupony,kuponów,rabat,bon,na bony}* | {woln,bez}{y,e,a,} {od wad,bpa,ołowiu,glutenu} | wolny od | {darmow,bezpłatn}{ej,a,y,ą} {częś,dostaw,zwrot,wysyłk,napraw,śrub}* | nie trzeba {żądać,} zwrotu | {nic,niczego} w zamian | nie oferujemy | zwrot kosztów {wysyłki,cła,przesyłki}",
  neutral:
    "dobra czy zła | jakiekolwiek by | jakakolwiek by | dobra lub zła | pozytywna czy negatywna | każda opinia | bez względu",
};
