import type { LanguageTerms } from "../lexicon.ts";

export const es: LanguageTerms = {
  falsePromotion:
    "{cartera,estuche,caja,carpeta,bolsa,organizador,porta,soporte,tarjetero,funda,etiquetas,impresora,cuaderno} {para,de,} {cupones,vales,descuento,descuentos,tarjetas regalo,tarjetas de regalo} | {portacupones,portavales} | {descuento,promoción} {no se,que vio}* | no se aplicó el descuento",
  falseHappy: "{nos,} encantaría | nos haría {muy,} felic* | le gustaría",
  happyIf: "valórenos solo si | {solo,únicamente} {los,} clientes {satisfechos,contentos}",
  review:
    "review{s,en,} | feedback | {valorar,valora,valoras,valore,valoren,valorarnos,puntuar,puntúa,puntúe,puntúanos,calificar,califica,comentar,comente,recomendar,recomiende,recomiéndenos} | {nota,notas} | comentario{s,}",
  opinion:
    "su experiencia | contarnos | cuéntenos | cuente | opine{n,} | opinar | {su,tu,sus,tus} {experiencia,impresión,impresiones,opinión,parecer,punto de vista,opiniones,valoración} | {qué,lo que} {le,te} {parece,ha parecido,pareció} | {qué,lo que} {piensa,piensas,opina,opinas} | {cuéntanos,cuéntenos,comparte,comparta,compartir,díganos,dinos} {qué,tu,su,cómo,en,lo} | en {amazon,la página del producto} | {unas,un par de} {palabras,líneas} | {cuente,diga,dile} a {otros,los demás}",
  gift: "rasca y gana | sorte{amos,a,aremos,an} | al azar | {plantamos,plantaremos,donamos,donaremos} | doble {de,} garantía | garantía {doble,de por vida,vitalicia} | el doble de garantía | {tarjeta,cheque,vale,cupón} {regalo,de regalo,amazon,descuento,de compra} | {regalo,regalos,regalito,obsequio,detallito,sorpresa,sorpresita} | {pequeño,pequeña} {detalle,sorpresa,regalo,obsequio,recompensa} | {detalle,detalles} {para,de,por,con} | {sorteo,rifa,lotería,concurso} | {ganar,gana,gane,ganador} {un,una,premios,de} | {garantía} {extendida,ampliada,de por vida,pasa,adicional,gratis,de cinco,se amplía,se extiende}* | {amplia,extend,prolong,activ,dobla}{mos,remos,r,ar,er,ndo,emos,ampliar} {la,su,tu,} garantía | {extensión,ampliación} de {la,} garantía | año{s,} {extra,más,adicional} de garantía | {ingresamos,ingresaremos,transferimos,transferiremos,abonamos,abonaremos,pagamos,bizum,paypal,transferencia} | {mitad,parte,totalidad} del {precio,importe} | {próximo,próxima,siguiente,futuro,futura} {pedido,compra,botella,paquete,envío,producto} | {descuento,descuentos,descontamos,rebaja,rebajamos,descontaremos} | % {de descuento,menos,dto} | {segundo,segunda,otro,otra} {producto,unidad,botella,artículo} {gratis,de regalo} | {producto,accesorio,artículo,muestra} {gratis,gratuito,de regalo} | {puntos} {de fidelidad,de regalo,extra} | cashback | {probador,probadores,tester} | {quédese,quédate,quedarse} {con,el}* | {premi,recompens,compens,gratific}{amos,an,aremos,ar,ado,o,a,ación,e} | {dinero} {de vuelta,por,tras,en} | corre por nuestra cuenta | invita la casa | invitamos {nosotros,a} | {ventajas,beneficios} exclusiv* | club vip | donamos | donación | saldo {en,de,para} | bonificación",
  benefit:
    "sin {coste,costo,cargo,pagar,gastos} | a nuestra cuenta | por valor de | de hasta {10,15,20,25,30,50} | reembols{o,amos,aremos,ar,e,ado} | {gratis,gratuito,gratuita,gratuitamente} | devolv{emos,eremos,er} | {dinero,euros} | sorpresa | premio | compensación | garantía | le regalamos | {otra unidad,otro igual}",
  exchange:
    "{cuando,después de,tras,si,en cuanto,una vez,a cambio,por cada,cada,quien,quienes,los que,todos los que,luego,entonces} | y {te,le,la,el,su,tu,nosotros,reciba,recibe,obtenga,ganas,gana,es} | para {recibir,activar,obtener,conseguir,ganar,disfrutar} | prueba de | captura",
  promise:
    "{agradecérselo,agradecértelo,compensárselo,recompensárselo} | {algo,cosita} {especial,para usted,para ti,a cambio} | por {su,tu} {tiempo,molestia} | {no se,no te} arrepentirá{s,} | valdrá la pena | {gesto,muestra} de {agradecimiento,gratitud}",
  positiveReview:
    "{comparta,cuente} su {buena experiencia,experiencia positiva} | {menos de,por debajo de,inferior a} {5,cinq,cinco,4,cuatro} estrellas | {5,cinco} {estrellas,estrellitas} | {máxima,mejor,alta} {nota,puntuación,calificación,valoración} | {reseña,reseñas,valoración,opinión,comentario,comentarios,palabras,opiniones} {positiv,favorabl,amabl,buen,bonit}* | {buena,buenas,excelente,gran,bonita} {reseña,valoración,opinión,nota,puntuación,crítica,palabra} | sea generos{o,a} | {ser,sé} generos*",
  negativeReview:
    "{reseña,valoración,opinión,comentario,calificación,evaluación,crítica,puntuación}{s,es,} {negativ,mal,desfavorabl}* | {mala,malas,baja} {reseña,valoración,opinión,nota,puntuación,calificación,crítica} | {1,una,2,dos,3,tres} estrella{s,} | algo negativo",
  remove:
    "otra mirada | otro vistazo | volver a mirar | {subir,sube,suba,elevar,aumentar,mejorar,mejore,revisar,reconsiderar,reconsidere,replantear,borrar,borre,borres,borrado,eliminar,elimine,eliminada,eliminado,quitar,quite,retirar,retire,retirada,desaparezca,desaparece,modificar,modifique,cambiar,cambie,actualizar,actualice,rectificar,rectifique} | a {5,cinco} estrellas",
  happy:
    "{contento,contenta,contentos,satisfecho,satisfecha,feliz,encantado,encantada} | {gusta,gustó,gustado,encanta,encantó,encantado} | {todo} {ha ido bien,fue bien,está bien,ha salido bien,es de su agrado,perfecto} | {disfruta,disfrutó,disfrutado} | expectativas | a su gusto",
  unhappy:
    "{descontento,descontenta,insatisfecho,insatisfecha,decepcionado,decepcionada} | no {está,estás,ha quedado,queda,le ha,te ha,le,te,totalmente,del todo,completamente} {satisfech,content,gusta,gustó,gustado,del todo,totalmente,plenamente,convenc}* | {algún,cualquier,un} {problema,inconveniente,queja} | {de lo contrario,en caso contrario,si no,sino} | algo {no,salió,va} {mal,bien}* | menos de {5,cinco}",
  divert:
    "primero | antes | en lugar | en vez | directamente | de lo contrario | en caso contrario | si no | la oportunidad de | en privado",
  contactUs:
    "{contáctenos,contáctanos,contactarnos,escríbanos,escríbenos,escribirnos,escriba,escribe,hable,habla,háblenos,díganos,dínoslo,dígalo,avísenos,avísanos,llámenos,póngase,ponte,contacte,contacta} {a,con,en,primero,antes,nosotros,}* | con nosotros | a nosotros | nuestro {equipo,servicio,soporte,departamento} | háganoslo saber",
  howQuestion: "{cómo,qué tal,qué le,qué te,qué opina}",
  thirdParty:
    "{su,tu,sus,tus,a la,la,y} {familia,amigos,amigas,familiares,marido,mujer,esposa,pareja,vecinos,hijos,padres,compañeros} | {otra,segunda} cuenta | varias {reseñas,opiniones}",
  promotion:
    "solo esta semana | ser el primero | edición de {otoño,invierno,verano,primavera} | {nuestra,nueva,la nueva,nuestro,nuestras,nuestros} {nueva,nuevas,gama,colección,catálogo,tienda,web,línea,temporada,ofertas,rebajas,promociones,novedades,boletín,newsletter,otoño}* | colección de {otoño,invierno,verano,primavera} | {más barato,más barata,rebajado,rebajados,precio especial,precios especiales,mejor precio,mejores precios,ganga,gangas,chollo} | {acceso} {anticipado,exclusivo,vip} | {suscríb,suscrib}{ase,ete,irse,a} | {ahorre,ahorra,ahorrar,aproveche,aprovecha,apresúrese} | {compre,compra,pida,pide} {ahora,ya,también,otro,uno más} | {no se lo pierda,no te pierdas,no se pierda,no te lo pierdas} | {también,otros clientes} {compraron,compran,le puede,te puede,le gustará,te gustará} | {síguenos,síganos,encuéntranos} | {facebook,instagram,tiktok,youtube,pinterest} | {recomiende,recomiéndenos,recomiéndanos} a | oferta{s,} {especial,limitada,exclusiva,del día,por tiempo,única}* | {haga juego,a juego con,combina con,complementa} | código {promocional,de descuento,promo} | {visite,visita,descubra,descubre,eche un vistazo,échale un vistazo,conoce,conozca} | hasta agotar",
  shipped:
    "{acabamos,hemos acabado} de {enviar,despachar,expedir,procesar,confirmar} | {ha,ya} {salido,salió} de {nuestro,nuestros} {almacén,almacenes} | {paquete,pedido,artículo,compra,envío} {ya,} {salió,ha salido,ha sido,fue,está,va,llegará,será,se encuentra} {de,enviado,enviada,en camino,en tránsito,preparado,confirmado,recibido,procesado,despachado,mañana,entregado al}* | salió de nuestro | entregado {al transportista,a correos,a la agencia} | {confirmamos,confirmar,confirmarle} {la,que,su,el} {recepción,pedido,hemos,compra}* | hemos {recibido,enviado,despachado,procesado} {su,tu,el} | {número,código} de seguimiento | {siga,seguir,rastree} su {pedido,paquete,envío} | llegará {el,mañana,en,a} | fecha {estimada,prevista} de entrega",
  refunded: "reembolso {de,ha,fue,se} | {hemos,ha sido} {reembolsado,devuelto,abonado}",
  thanks:
    "gracias | agradec* | confiar en nosotros | {hasta pronto,hasta la próxima} | {que tenga,que disfrute,que lo disfrute,disfrute,disfrútelo} | {buen,feliz} {día,fin,compra} | bienvenid{o,a} | saludos cordiales y gracias | un placer | esperamos que",
  request:
    "{por favor,podría,puede,puedes,podrías,podrían,desea,desean,quiere,quieres,prefiere,prefieres,le importaría} | {confirme,confírmenos,indique,indíquenos,envíenos,responda,elija,compruebe,díganos qué,díganos cuál,dígame,revise,verifique,facilítenos,deje de usarlo} | {necesitamos,nos falta,hace falta,falta}",
  enclosure:
    "factura | adjunt{o,a,amos,os,as} | {retirada,retirado} {del mercado,de producto,por seguridad} | documento de garantía | clave de {licencia,activación,producto} | aviso legal",
  problem:
    "la diferencia | no se aplicó | {roto,rota,rotos} | dañad{o,a,os,as} | defectuos{o,a} | defecto{s,} | falta{n,} | faltante* | error | equivocad{o,a} | incorrect{o,a} | incomplet{o,a} | perdid{o,a} | no {ha llegado,llegó} | {su,la,una} devolución | cancelad{o,a} | aduana* | gastos de envío | reclamación | repuesto | retirad{a,o} | reembolso del envío",
  cancelAsk:
    "cancele su pedido | cancela tu pedido | {cancele,cancela,cancelen,anule,anula} {usted,tú,el,su,este,la,ustedes}* | {por favor,podría,puede,le pedimos que,le rogamos que,pedimos que} cancel{e,ar,arlo} | {solicite,solicitar,pida,pedir} la cancelación | cancel{ar,arlo} {usted mismo,tú mismo,desde su,desde tu,en su cuenta}",
  instruct:
    "{diga,escriba,ponga} por favor que | {diga,escriba,ponga} en {la,su} {reseña,opinión} | {hable,habla,mencione,menciona,mencionar,describa,describe,destaque,resalte,comente,explique,cuente} {de,en su,la,el,lo,que,cómo,los,las,sobre}* | {suba,sube,adjunte,adjunta,añada,añade,incluya,incluye,publique} {un,unas,dos,una,algunas,fotos,tres}* | {un par de,dos,tres,algunas,varias} {fotos,imágenes} | {fotos,imágenes,vídeo} del | al menos {10,15,20,30,50,80,100,dos,tres,cinco,diez,unas} {palabras,frases,líneas,caracteres} | {ejemplo,plantilla,modelo} de | como título | copie y pegue | palabras clave",
  optOut:
    "dar{se,te,} de baja | {dese,date} de baja | {cancelar,anular} {la,su} suscripción | {no desea,no quiere,dejar de,no deseas,no quieres} {recibir,más,seguir}* | responda stop | preferencias de {contacto,comunicación,correo}",
  offensive:
    "idiota{s,} | imbécil{es,} | estúpid{o,a} | tont{o,a} del | capull{o,a} | maldit{o,a} | maricón | zorra | culo | tetas | cadáver{es,} | sangrient* | suicid* | subnormal | vete a la",
  falseBenefit:
    "{cartera,estuche,caja,carpeta,bolsa,organizador,porta,soporte,tarjetero,funda,etiquetas,impresora,cuaderno} {para,de,} {cupones,vales,descuento,descuentos,tarjetas regalo,tarjetas de regalo} | {portacupones,portavales} | {descuento,promoción} {no se,que vio}* | no se aplicó el descuento | {papel,caja,envoltorio,mensaje,tarjeta,opción,bolsa,etiqueta} de regalo | {para,envolver para,como} regalo | {mensaje,envoltorio} regalo | {organizador,porta,impresora,talonario,carpeta} {de,} {cupones,descuentos,vales,premios,tickets,cartones} | {libre,libres} de | sin {bpa,plomb,gluten,costuras} | {pieza,recambio,envío,devolución,reparación,repuesto,tornillo}{s,} {de repuesto,} {gratis,gratuit}{o,a,} | {no hace falta,no es necesario,ningún} reembolso | reembolso {del envío,de los gastos,de aduanas} | {nada,algo} a cambio | no ofrecemos",
  neutral:
    "buena o mala | sea cual sea | bueno o malo | buenas o malas | positiva o negativa | todas las opiniones | cualquier opinión | tanto si | le guste o no",
};
