import type { LanguageTerms } from "../lexicon.ts";

export const pt: LanguageTerms = {
  falsePromotion:
    "{portacupons,portacupões} | {carteira,porta,estojo,caixa,pasta,organizador,etiquetas,bolsa,impressora} {para,de,} {cupões,cupons,vales,desconto,cartões presente} | {desconto,promoção} não",
  falseHappy: "{ficaríamos,ficaremos,gostaríamos,gostaria} {felizes,gratos,contentes,de}*",
  happyIf: "avalie nos só se | {só,apenas,somente} {os,} clientes {satisfeitos,contentes}",
  review:
    "review{s,en,} | feedback | {avaliar,avalie,avalia,avaliem,avaliando,classificar,classifique,pontuar,pontue,comentar,comente,recomendar,recomende} | {comentário,comentários,nota,notas,pontuação,estrelas,estrelinhas}",
  opinion:
    "a sua experiência | sua experiência | conte | {sua,tua,vossa} {experiência,opinião,impressão,visão,avaliação} | {suas,tuas} impressões | {o que,que} {achou,acha,pensa,achaste} | {conte,conta,conte-nos,partilhe,compartilhe,diga,diga-nos} {o que,sua,a sua,na,como,aos outros,a outros} | na {amazon,página do produto} | {umas,algumas,poucas} {palavras,linhas}",
  gift: "raspadinha{s,} | sorte{amos,ados,aremos,ado} | {plantamos,plantaremos,doamos,doaremos} | dobro da garantia | garantia {dupla,em dobro,a dobrar} | {cartão,cheque,vale,cupom,cupão} {presente,oferta,amazon,desconto,compras} | {presente,presentes,brinde,brindes,mimo,miminho,mimos,surpresa,surpresinha,lembrancinha,lembrança,agrado,presentinho} | pequen{o,a} {mimo,surpresa,presente,lembrança,agrado,oferta} | {sorteio,rifa,loteria,lotaria,concurso} | {ganhar,ganhe,ganha,ganhador} {um,uma,prémios,prêmios,de}* | garantia {passa,estendida,alargada,vitalícia,adicional,gratuita,de cinco,é estendida,prolongada,grátis} | {estend,prolong,alarg,ampli,ativ,dobr}{emos,amos,aremos,er,ar,eremos} {a,} {sua,} garantia | {extensão,prolongamento} {de,da} garantia | ano{s,} {extra,a mais,adicional} de garantia | {transferimos,transferiremos,depositamos,creditamos,paypal,pix,mbway,mb way,transferência} | {metade,parte,totalidade} do {preço,valor} | {próxima,próximo,seguinte,futura,futuro} {encomenda,compra,pedido,garrafa,pacote,produto} | {desconto,descontos,descontamos,descontaremos,abatimento} | % {de desconto,menos,off} | menos 20 % | {segundo,segunda,outro,outra} {produto,garrafa,artigo,unidade} {grátis,de graça,gratuito} | {produto,acessório,amostra,artigo} {grátis,gratuito,de graça,de oferta} | pontos {de fidelidade,bónus,extra} | cashback | testador{es,} | {fique,ficar,fica} com o produto | {premi,recompens,compens}{amos,adas,ados,ado,aremos,ar,a} | {prémio,prêmio} | por nossa conta | oferta da casa | vantagens exclusivas | clube vip | doamos | doação | saldo | crédito | bónus | bônus | dinheiro",
  benefit:
    "sem {custos,custo,pagar,encargos} | por nossa conta | no valor de | até {10,15,20,25,30,50} | reembols{o,amos,aremos,ar,ado} | {grátis,gratuito,gratuita,de graça,gratuitamente} | devolv{emos,eremos,er} | {dinheiro,euros,reais} | surpresa | prémio | prêmio | garantia | oferecemos | te dá | te damos | lhe damos",
  exchange:
    "{quando,depois,se,assim que,após,em troca,por cada,cada,quem,todos que,todos os que,logo que,então} | e {nós,a,o,ganhe,receba,recebe,ganha,a gente,te,lhe,descontamos,é,oferecemos} | para {receber,ativar,obter,ganhar,desbloquear} | prova {da,de} | captura",
  promise:
    "retribuir* | {algo,coisa} {especial,para si,para você,em troca} | pelo seu {tempo,trabalho} | não se {vai arrepender,arrependerá} | vale a pena | {gesto,sinal} de {gratidão,agradecimento}",
  positiveReview:
    "{partilhe,compartilhe,conte} a sua {boa experiência,experiência positiva} | {menos de,abaixo de,inferior a} {5,cinco,4,quatro} estrelas | {5,cinco} {estrelas,estrelinhas} | {nota,pontuação,classificação} {máxima,alta} | {avaliação,avaliações,comentário,comentários,opinião,palavras} {positiv,favoráve,bonit,simpátic}* | {boa,boas,excelente,ótima,linda} {avaliação,avaliações,nota,palavra,palavras,opinião} | {seja,ser} generos*",
  negativeReview:
    "{avaliação,avaliações,comentário,comentários,opinião,nota,feedback} {negativ,ruim,ruins,má,desfavoráve}* | {má,mau,baixa} {avaliação,nota,comentário,opinião} | {1,uma,2,duas,3,três} estrela{s,} | algo negativo",
  remove:
    "outra olhada | nova olhada | repensar | repense | {subir,suba,aumentar,aumente,melhorar,melhore,rever,reveja,reconsiderar,reconsidere,apagar,apague,apagada,apagado,eliminar,elimine,eliminada,remover,remova,removida,removido,retirar,retire,retirada,excluir,exclua,desaparecer,desapareça,alterar,altere,mudar,mude,modificar,modifique,atualizar,atualize,corrigir,corrija,editar,edite} | para {5,cinco} estrelas",
  happy:
    "{satisfeito,satisfeita,contente,feliz,encantado} | {gostou,gosta,gostar,adorou,agradou,amou} | {tudo} {correu bem,certo,bem,perfeito,deu certo} | expectativas | do seu agrado",
  unhappy:
    "{insatisfeito,insatisfeita,descontente,desiludido,desiludida,decepcionado} | não {está,estiver,ficou,esteja,gostou,totalmente,completamente} {satisfeit,content,totalmente,completamente,plenamente,do}* | {algum,qualquer,um} {problema,inconveniente,reclamação} | {caso contrário,se não,senão} | não gostou | menos de {5,cinco}",
  divert: "primeiro | antes | em vez | ao invés | diretamente | caso contrário | senão | a oportunidade | em privado",
  contactUs:
    "{contacte,contate,escreva,escreve,fale,fala,diga,avise,ligue,comunique}{ nos,-nos,-me, me, conosco, connosco, primeiro, para nós, com a gente} | {conosco,connosco,com a gente,para nós,a nós} | {nosso,nossa} {apoio,suporte,equipa,equipe,atendimento} | {contactar,contatar,escrever,avisar}{ nos,-nos} | {entre,entrar} em {contato,contacto} | fale primeiro",
  howQuestion: "{como,o que achou,que tal}",
  thirdParty:
    "{sua,tua,à,à sua,seus,teus,aos,e} {família,amigos,familiares,parentes,marido,mulher,esposa,vizinhos,filhos,pais,colegas} | {outra,segunda} conta | várias avaliações",
  promotion:
    "só esta semana | ser o primeiro | {nossa,nova,nosso,nossos,nossas,novas} {coleção,gama,catálogo,loja,site,linha,ofertas,saldos,promoções,newsletter,novidades,nova,liquidação}* | coleção de {outono,inverno,verão,primavera} | {mais barato,mais barata,preço especial,preços especiais,preço reduzido,pechincha,imperdível,imperdíveis} | acesso {antecipado,exclusivo} | {subscreva,assine,inscreva-se,cadastre-se} | {poupe,poupar,economize,aproveite,apresse-se} | {compre,peça,encomende} {agora,já,também,mais} | {não perca,não perdas} | {também,outros clientes} {compraram,gostaram,vai gostar,adoram}* | {siga-nos,siga nos,encontre-nos,curta} | {facebook,instagram,tiktok,youtube,pinterest} | indique {um amigo,a} | oferta{s,} {especia,limitada,exclusiva,relâmpago,do dia}* | {combina com,combinam com,a condizer,complementa} | código {promocional,de desconto,promo} | {visite,visita,descubra,dê uma olhada,conheça,confira} {a,o,as,os,noss}* | até durar o stock | promoç{ão,ões}",
  shipped:
    "{acabámos,acabamos} de {enviar,despachar,expedir,processar,confirmar} | {pacote,encomenda,pedido,artigo} {já,} {saiu,foi,está,deixou,será,vai} {do,enviad,expedid,despachad,a caminho,em trânsito,entregue à,confirmad,recebid,processad,o nosso,chegar}* | saiu do nosso {armazém,depósito} | entregue à transportadora | {confirmamos,confirmar} {a,o,que} {receção,recepção,recebimento,seu,recebemos,sua}* | recebemos {o seu,a sua,seu,sua} | {número,código} de {rastreio,rastreamento,seguimento} | {acompanhe,rastreie} {a,o} {sua,seu} | chegará {em,a,amanhã} | {entrega,data} prevista",
  refunded: "reembolso {de,foi,está} | {foi,fomos,já} {reembolsad,devolvid,creditad}* | estorno",
  thanks:
    "obrigad* | agradec* | {confiança,preferência} | {até breve,até à próxima,volte sempre} | {bom,boa,ótimo,feliz} {dia,semana,compra,proveito} | {aproveite bem,desfrute,esperamos que} | bem{ ,-}vind{o,a}",
  request:
    "{por favor,poderia,pode,podem,podemos,poderiam,deseja,quer,prefere,gostaria} | {confirme,indique,envie,envie-nos,responda,escolha,verifique,diga-nos que,diga-nos qual,informe,deixe de usar} | {precisamos,necessitamos,falta,faltam}",
  enclosure:
    "{fatura,factura,nota fiscal} | anex{o,a,os,amos} | recolha {de segurança,do produto} | documento de garantia | {chave,código} de {licença,ativação,produto}",
  problem:
    "a diferença | não foi aplicad* | {partido,partida,quebrado,quebrada} | danificad* | defeituos* | defeito | falta{m,r,} | em falta | erro | errad{o,a} | incomplet{o,a} | perdid{o,a} | não chegou | {sua,a,uma} devolução | cancelad{o,a} | alfândega | {portes,frete} | reclamação | {sobresselente,reposição,substituição} | peça | recolha",
  cancelAsk:
    "cancele a sua {encomenda,compra} | cancele o seu pedido | cancel{e,a} {você,o,a,este,tu,o pedido,a encomenda} {mesmo,pedido,encomenda,}* | {por favor,pode,poderia,pedimos que,solicitamos que} cancel{e,ar} | {solicite,peça,solicitar} o cancelamento | cancelar {você mesmo,na sua,pela sua,o pedido na}",
  instruct:
    "{fale,fala,mencione,descreva,destaque,realce,refira,comente,conte,explique} {da,do,de,a,o,como,que,sobre,em,na}* | {junte,adicione,anexe,inclua,coloque,publique,envie} {uma,duas,fotos,algumas,umas,três,as}* {foto,image,vídeo}* | {duas,três,algumas,umas} {fotos,imagens} | {fotos,imagens} do | {pelo menos,no mínimo} {10,15,20,30,50,80,100,duas,três,cinco,dez} {palavras,frases,linhas,caracteres} | {exemplo,modelo} de | como título | copie e cole | palavras-chave",
  optOut:
    "{cancelar,anular} {a,sua,} {subscrição,inscrição,assinatura}* | cancelar inscrição | {não,deixar de,parar de} {deseja,quer,receber,quiser} {mais,receber,mensagens,}* {mensagens,emails,receber}* | {não receber mais,deixar de receber} | responda {stop,parar} | descadastr* | preferências de {contacto,contato,comunicação}",
  offensive:
    "idiota{s,} | imbecil | imbecis | estúpid{o,a} | burr{o,a}{s,} do | otári{o,a} | maldit{o,a} | desgraçad{o,a} | cu | mamas | cadáver{es,} | sangrent* | suicíd* | retardad{o,a}",
  falseBenefit:
    "{portacupons,portacupões} | {carteira,porta,estojo,caixa,pasta,organizador,etiquetas,bolsa,impressora} {para,de,} {cupões,cupons,vales,desconto,cartões presente} | {desconto,promoção} não | {papel,embrulho,caixa,mensagem,opção,embalagem,saco,cartão de mensagem,etiqueta} {de,para} presente | {para,como} presente | {porta,organizador de,impressora de} {cupões,cupons,descontos,vales,talões} | porta-cupões | {livre,livres,isento,isenta} de | sem {bpa,chumbo,glúten,defeitos} | {peça,parafuso,envio,frete,reparação,devolução}{s,} {sobresselente,de substituição,} {grátis,gratuit}{o,a,} | não é preciso reembolso | reembolso dos portes | {nada,algo} em troca | não oferecemos",
  neutral:
    "boa ou má | seja qual for | bom ou mau | boas ou más | positiva ou negativa | todas as opiniões | qualquer opinião",
};
