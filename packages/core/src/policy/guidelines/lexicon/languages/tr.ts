import type { LanguageTerms } from "../lexicon.ts";

export const tr: LanguageTerms = {
  falsePromotion:
    "{kupon,hediye kartı,indirim} {cüzdan,kılıf,kutu,dosya,etiket,yazıcı,tutucu}* | {indirim} {uygulanma,yansıma}*",
  falseHappy: "memnun olur* | mutlu olur* | memnuniyet duyar*",
  review:
    "review{s,en,} | feedback | {yorum,değerlendirme,inceleme,geri bildirim,puan,oy,yıldız,tavsiye}* | {puanla,oyla,değerlendir,yorumla,tavsiye et}*",
  opinion:
    "deneyim{iniz,inizi,lerinizi} | {deneyim,fikir,fikr,düşünce,görüş,izlenim,kanaat}* | {ne düşün,nasıl bul,ne kadar beğen}* | {anlat,paylaş}{ın,ır,mak,arsa,ırsa,ıp}* | amazon {da,de,üzerinde} {anlat,paylaş,yaz}* | {birkaç,iki} {kelime,cümle,satır}",
  gift: "kazı kazan* | kura* | çekiliş* | ağaç dik* | bağış* | {iki kat,çift} garanti* | garanti {iki kat}* | {hediye,armağan,sürpriz,ödül,ikramiye,promosyon}* | küçük bir {sürpriz,hediye,armağan,jest,ikram,ödül}* | {çekiliş,piyango,yarışma}* | kazan{ma,ın,abilir,ır,anlar,mak}* | garanti{niz,,sini,nizi} {beş,uzat,ömür,iki katı,ücretsiz,uzun}* | {uzatılmış,ek,ömür boyu,genişletilmiş} garanti* | garantinizi {etkinleştir,uzat}* | {paypal,papara,havale,eft}{ ile,} | fiyatın {yarı,tamam,bir kısm}* | {yarısını,tamamını} {iade,geri} | {sonraki,bir sonraki,gelecek} {sipariş,alışveriş,şişe,paket,ürün}* | {indirim,iskonto}* | yüzde {10,15,20,25,30,50} {indirim,daha,ucuz}* | {düşelim,düşeceğiz,düşüyoruz} | {bedava,beleş}* | ücretsiz {ürün,numune,aksesuar,şişe,ikinci}* | ikinci {ürün,şişe} | puan{larıyla,lar} {ödül,kazan}* | sadakat puan* | {test,ürün test}çi* | ürün sizde kalsın | paranızı geri | ödüllendir* | bizden {olsun,hediye} | ayrıcalık* | vip* | bağış* | bakiye* | {tl,lira} {gönder,hediye,iade,indirim,yatır}* | nakit* | kupon* | çek{i,} {hediye,kazan}*",
  benefit:
    "ücret {ödemeden,almadan} | bedelsiz* | tl ye kadar | değerinde* | {iade,geri öde}* | {ücretsiz,bedava,karşılıksız}* | {para,tl,lira,euro}* | ödül* | sürpriz* | garanti* | tazminat*",
  exchange:
    "karşılığ* | *ince | *ınca | *ırsanız | *irseniz | *arsanız | *erseniz | *dıktan | *dikten | *duktan | *tıktan | *tikten | *mak için | *mek için | sonra | her | yayınlanır yayınlanmaz | *lanlar | *anlar | {yazın,anlatın,değerlendirin,paylaşın,verin} | kanıt* | ekran görüntüsü* | ve {size,biz,hediye,kazan,indirim}*",
  promise:
    "karşılıksız {kalma,bırakma}* | {özel,güzel} bir şey | zahmetiniz* | pişman olma* | {minnet,teşekkür} {jest,nişane,göstergesi}* | size {bir jest,özel}*",
  positiveReview:
    "olumlu deneyim* | {beş,5} yıldız* | {beş,5} yıldız{dan,ın} {az,alt}* | {en yüksek,tam} puan* | {olumlu,iyi,güzel,pozitif,hoş} {bir,} {yorum,değerlendirme,puan,söz}* | cömert ol*",
  negativeReview:
    "{olumsuz,kötü,negatif,düşük} {bir,} {yorum,değerlendirme,puan,geri bildirim}* | {bir,1,tek,iki,2} yıldız* | olumsuz {bir şey}",
  remove:
    "{yükselt,artır,arttır,düzelt,kaldır,sil,silin,değiştir,güncelle,gözden geçir,geri çek,revize,iyileştir,düzenle}* | {beş,5} yıldıza",
  happy:
    "{memnun,mutlu}* | {beğen}{di,dini,diyse,irse,iyor}* | {hoşunuza,sevdi}* | her şey {yolunda,iyi,güzel} | beklenti*",
  happyIf:
    "{yalnızca,sadece} memnun {müşteri,alıcı}* | beğendiyseniz | beğendiysen | memnunsanız | memnun kaldıysanız | hoşunuza gittiyse",
  unhappy:
    "memnun {değil,kalma}* | {beğenmediyse,beğenmedi}* | {mutsuz,hayal kırıklığı}* | {bir,herhangi bir} {sorun,problem,şikayet}* | aksi {halde,takdirde} | değilse*",
  divert: "önce | öncelikle | yerine | doğrudan | aksi halde | aksi takdirde | fırsat* | değil misiniz | değilse*",
  contactUs:
    "{bize,bizimle} {yaz,ulaş,bildir,iletişim,söyle,haber,e-posta,danış}* | iletişime geç* | müşteri hizmet* | bizi arayın",
  howQuestion: "nasıl* | ne düşün*",
  thirdParty:
    "{aile,arkadaş,dost,akraba,eşiniz,komşu,yakın}{niz,nizden,nize,nizin,larınız,larınızdan,larınıza,lar}* | {başka,ikinci} {bir,} hesap*",
  promotion:
    "{koleksiyon,katalog,mağazamız,bülten,kampanya,outlet}* | {indirim,fırsat}{ler,ları,larımız,lerimiz,lara,larımıza}* | {daha ucuz,ucuza,uygun fiyat,özel fiyat,indirimli} | erken erişim* | abone ol* | {tasarruf,avantaj}* | {hemen,şimdi} {al,satın,sipariş,alışveriş}* | kaçırma* | {takip ed,takip et}* {bizi,}* | bizi {takip,instagram,facebook}* | {facebook,instagram,tiktok,youtube}* | {diğer,yeni} ürünler* | {bunlar,bunu} da* beğen* | {uyumlu,tamamlayıcı} {ürün,ampul,aksesuar}* | promosyon kod* | {keşfed,inceley,ziyaret ed}{in,iniz} | sınırlı {süre,stok}* | stoklar tükenmeden | arkadaşınıza öner*",
  shipped:
    "{az önce,bugün,şimdi} {kargoya,gönder}* | {paket,sipariş,kargo,ürün}{iniz,ünüz,unuz} {depo,yola,kargo,alın,ulaş,onay,hazır,gönder,yolda}* | {paket,sipariş,kargo,ürün}{iniz,ünüz,unuz} bize ulaştı | depomuzdan çık* | {kargoya,kuryeye} {veril,teslim}* | siparişinizi ald* | onaylarız | {siparişinizi,ödemenizi} {aldık,aldığ,onay}* | takip numara* | {tahmini,beklenen} teslim* | {yarın,bugün} teslim edil*",
  refunded:
    "iade{niz,si} {gerçekleş,yapıl,tamamlan,işlen}* | {iade edildi,iade ettik,iade edilmiştir} | tutarındaki iade*",
  thanks:
    "teşekkür* | {görüşmek üzere,güvendiğiniz,güveniniz,tercih ettiğiniz} | {iyi,güzel,keyifli} {gün,kullanım,alışveriş}* | {umarız,dileriz} | hoş geldiniz | minnettar*",
  help: "buradayız | yanınızdayız",
  request:
    "lütfen {onayla,belirt,bildir,gönder,seç,kontrol,yanıtla,yaz,doğrula}* | {misiniz,mısınız,musunuz,müsünüz} | {istersiniz,isterseniz,ister,uygun,tercih eder,yazalım,gönderelim mi} | {gerekiyor,gerekli,ihtiyacımız} | {yazın hangi,hangi}* | kullanmayın",
  enclosure: "fatura* | {ekte,ektedir,ekli} | geri çağ* | garanti belge* | {lisans,aktivasyon,ürün} anahtar*",
  problem:
    "fark* | uygulanma* | {kırık,hasarlı,bozuk,kusurlu,arızalı,eksik,yanlış}* | {kayıp,kaybol}* | {ulaşmadı,gelmedi} | {iadeniz,iade talebi}* | gümrük* | kargo ücret* | yedek parça* | {vida}* | iptal edildi | değişim talebi*",
  cancelAsk:
    "{siparişi,siparişinizi} {kendiniz,hesabınızdan,lütfen} {iptal}* | iptal {edin,ediniz,edebilir misiniz,etmenizi,talebi oluştur} | kendiniz iptal*",
  instruct:
    "{yorumunuzda,değerlendirmenizde} {bahsed,belirt,anlat,söz,vurgula,yaz}* | {fotoğraf,görsel,resim,video}{lar,,ı,ları} {ekle,yükle,paylaş}* | {iki,üç,birkaç} fotoğraf* | en az {10,20,30,50,100,iki,üç,beş,on} {kelime,cümle,karakter} | örnek {yorum,metin}* | başlık* olarak | anahtar kelime*",
  optOut:
    "abonelik{ten,} {çık,iptal}* | {mesaj,e-posta} almak istemiyor* | {listeden,listemizden} çık* | {dur,stop} yaz* | ileti{şim,} tercih*",
  offensive:
    "{aptal,gerizekalı,geri zekalı,salak,mal herif,ahmak,dangalak,şerefsiz,hıyar,it oğlu,pezevenk}* | {ceset,kanlı,intihar}* | {meme,göğüs} {foto,resim}* | defol*",
  falseBenefit:
    "{kupon,hediye kartı,indirim} {cüzdan,kılıf,kutu,dosya,etiket,yazıcı,tutucu}* | {indirim} {uygulanma,yansıma}* | hediye {paketi,paket,kutusu,mesajı,notu,kartı,seçeneği,ambalajı,çantası}* | {kupon,indirim,ödül,hediye kartı} {cüzdan,kartlık,dosya,yazıcı,kutu,defter}* | {bpa,kurşun,gluten} içermez* | kusursuz* | ücretsiz {yedek,kargo,iade,onarım,değişim}* | iade istemenize gerek* | {kargo ücretinin,ücretinin} iadesi* | karşılığında hiçbir | hiçbir şey sunmuyor*",
  neutral:
    "iyi ya da kötü | iyi veya kötü | ne olursa olsun | olumlu ya da olumsuz | olumlu veya olumsuz | her türlü {görüş,yorum}* | her yorum*",
};
