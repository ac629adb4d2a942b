import type { Lexicon } from "./lexicon.ts";

/** Whose address or number may stand in a message: the warranty's, the carrier's, the manufacturer's. */
export const contactException: Lexicon = {
  en: "warranty | guarantee | carrier | courier | shipping {provider,company,partner,agent} | delivery {company,service,partner} | freight | manufacturer{,s} | ups | dhl | fedex | usps | dpd | hermes | evri | royal mail | haulier | forwarder",
  de: "*garantie* | *hersteller* | *spedition* | *versanddienst* | *lieferdienst* | *paketdienst* | *zusteller* | dhl | dpd | gls | hermes | ups",
  fr: "garantie | fabricant | transporteur | livreur | colissimo | chronopost | dpd | dhl | ups",
  es: "garantía | fabricante | transportista | empresa de transporte | mensajería | correos | seur | mrw | dhl | ups",
  it: "garanzia | produttore | corriere | spedizioniere | vettore | brt | bartolini | dhl | ups | poste italiane",
  nl: "garantie | fabrikant | vervoerder | bezorgdienst | postnl | dhl | dpd | koerier",
  pl: "gwarancj* | producent* | przewoźnik* | kurier* | firm{a,y} {kurier,transport}* | inpost | dhl | dpd",
  sv: "garanti{n,} | tillverkare{n,} | fraktbolag* | transportör* | speditör* | postnord | dhl",
  pt: "garantia | fabricante | transportadora | correios | ctt | dhl | ups",
  ja: "保証 | メーカー | 製造元 | 運送会社 | 配送業者 | 配送会社 | ヤマト運輸 | 佐川急便 | 日本郵便",
  tr: "garanti* | üretici* | kargo {firma,şirket}* | nakliye* | yurtiçi kargo | aras kargo | mng | ptt",
  ar: "الضمان | الشركه المصنعه | المصنع | شركه الشحن | شركه التوصيل | الناقل | ارامكس | سمسا",
};

/** Words beside which digits are a telephone number. */
export const phoneCue: Lexicon = {
  en: "call{,ing} | phone{,d} | telephone | tel | mobile | cell | text us | whatsapp | viber | wechat | signal | telegram | hotline | helpline | dial | ring us | fax | sms",
  de: "ruf{en,} {sie,} | anruf{en,} | telefon{,isch,nummer} | tel | handy* | mobil* | whatsapp* | hotline | fax | erreichen sie uns",
  fr: "appel{ez,er,} | téléphone{r,z,} | tél | portable | whatsapp | numéro | fax | joignez",
  es: "llam{e,a,enos,ar,ando,ada} | llámenos | teléfono | tel | móvil | whatsapp | fax",
  it: "chiam{i,a,ate,are} | telefon{o,are,i,ateci} | tel | cellulare | whatsapp | fax",
  nl: "bel | bellen | telefoon* | tel | mobiel | whatsapp | app ons | fax",
  pl: "zadzwoń | dzwoń* | dzwoni* | telefon* | tel | kom | whatsapp | infolini* | faks",
  sv: "ring | telefon* | tel | mobil* | whatsapp | fax | sms",
  pt: "ligue | telefone | ligar | tel | telemóvel | celular | whatsapp | fax",
  ja: "電話 | tel | 携帯 | お電話 | ライン | whatsapp | fax",
  tr: "ara{yın,yabilir,yınız}* | telefon* | tel | cep | whatsapp | gsm | faks",
  ar: "اتصل | هاتف | الهاتف | جوال | واتساب | واتس اب | رقم | موبايل | تلفون",
};
