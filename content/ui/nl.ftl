# Alles wat Praatmaat zelf zegt, buiten de kaarten en de gesprekken om.
# Vooraan staat hoe een tekst heet; namen en dagen worden pas bij het versturen ingevuld.

## Rollen
rol-ouder = ouder
rol-leerling = leerling
rol-onderwijs = school
rol-jeugdhulp = jeugdhulp
rol-steunfiguur = steunfiguur

## Dagen
datum =
    { $weekdag ->
        [1] maandag
        [2] dinsdag
        [3] woensdag
        [4] donderdag
        [5] vrijdag
        [6] zaterdag
       *[7] zondag
    } { $dag } { $maand ->
        [1] januari
        [2] februari
        [3] maart
        [4] april
        [5] mei
        [6] juni
        [7] juli
        [8] augustus
        [9] september
        [10] oktober
        [11] november
       *[12] december
    }

## Knoppen
knop-doe-mee = Doe mee
knop-hoe-werkt-het = Hoe werkt het?
knop-mijn-antwoord = Mijn antwoord
knop-ik-doe-mee = Ik doe mee
knop-klaar = Klaar
knop-sla-over = Ik sla over
knop-aanpassen = Aanpassen
knop-deel-naam = Delen met mijn naam
knop-deel-rol = Delen als rol ({ $rol })
knop-deel-mij = Alleen voor mij
knop-laat-zien = Ja, laat zien
knop-houd-dicht = Nee, houd dicht
knop-uitgepraat = We zijn uitgepraat
knop-liever-bellen = Liever bellen of elkaar zien
knop-afspraak-maken = Afspraak maken
knop-ik-zet-een-stap = Ja, ik zet een stap
knop-nu-niet = Nu niet
knop-zo-is-het-goed = Zo is het goed
knop-korter-maken = Korter maken
knop-stoppen = Stoppen
knop-overslaan = Overslaan
knop-over-1-week = Over een week
knop-over-2-weken = Over twee weken
knop-over-4-weken = Over vier weken
knop-die-dag-alleen = Alleen die dag
knop-over-6-weken = Over zes weken
knop-over-8-weken = Over acht weken
knop-gisteren = Gisteren
knop-vandaag = Vandaag
knop-kalender = Kies op de kalender
knop-klopt = Ja, klopt
knop-andere-dag = Andere dag
knop-dag = { $dag }
knop-ik = Ik
knop-lid = { $wie }
knop-dit-zijn-ze = Dit zijn ze
knop-iedereen = Iedereen
knop-hulp = Hulp nodig?
knop-gesprek-beginnen = Begin een gesprek
knop-ik-help-mee = Ik help mee
knop-peiling-aan = Vraag dit elke zes weken
knop-peiling-uit = Niet meer elke zes weken

## Welkom en uitleg
welkom-groep =
    👋 Hoi, ik ben <b>Praatmaat</b>, een computerprogramma. Ik help jullie praten over hoe jullie samenwerken.

    Ieder antwoordt eerst alleen, bij mij. Wat jullie delen, gaat hier tegelijk open. Ik lees de groep niet mee en ben geen noodhulp.

    Ik bewaar voornaam, rol, antwoorden en afspraken. Wat je schrijft, bewaar ik versleuteld. Meer lezen: /privacy
hoe-werkt-het = Je antwoordt eerst alleen, bij mij. Wat jullie delen, gaat tegelijk open. Jullie kiezen één kleine stap. Later vraag ik of het lukte. Iedereen mag beginnen: /gesprek
doet-mee = { $wie } doet mee.
nieuw-lid = Welkom. Ik ben Praatmaat, een computerprogramma dat jullie helpt praten. Wil je meedoen? Tik op de knop. Dan leg ik het je apart uit.
weer-terug = Ik ben er weer. Wat jullie afspraken, is er nog. Typ /gesprek om te beginnen.
openbare-groep =
    Deze groep is openbaar. Iedereen kan hier meelezen. Dat is niet veilig voor een gesprek rond een kind.

    Maak een besloten groep en voeg me daar toe. Ik ga nu weg.
geen-kanaal = Ik werk alleen in een besloten groep, niet in een kanaal. Ik ga nu weg.
start-prive =
    Hoi, ik ben Praatmaat, een computerprogramma. Ik help ouders, leerlingen, school en jeugdhulp praten over hoe ze samenwerken.

    Ik werk in een groep. Voeg me toe aan jullie groep. Tik daar op <b>Doe mee</b>.
    Zoek je nu iemand die meedenkt? /wegwijzer

    Ik ben geen noodhulp. Is er gevaar? Bel 112. Meer hulp: /hulp
start-lid =
    Fijn dat je er bent. Je doet al mee.

    Als er een vraag voor je is, staat die hier. Nu staat er niets open.
    Je afspraken: /afspraken · Hulp: /hulp · Stoppen: /stop · Wat kan nog meer: /help
link-verlopen = Deze link werkt niet meer. Tik in de groep nog eens op de knop.
al-lid = Je doet al mee in deze groep. Als er een vraag voor je is, staat die hier.

## De eerste regel van een melding: neutraal, want anderen kijken soms mee
neutrale-eerste-regel = Praatmaat heeft een bericht voor je.
mogelijk-dubbel = Dit bericht komt misschien dubbel. Eén antwoord is genoeg.
even-weg = Ik was even weg. Ik ben er weer. Is er iets blijven liggen? Stuur het gerust nog een keer.
meer-vragen = { $n ->
    [one] Hierna heb ik nog één vraag. Die mag ook later.
   *[other] Hierna heb ik nog { $n } vragen. Eén tegelijk is goed.
 }
tekstveld = Hier komt je antwoord
een-spraakbericht = 🎤 een spraakbericht
een-foto = 🖼 een foto
van-wie = Van { $wie }
verwijderd = [verwijderd]
iemand = iemand
en = { $eerste } en { $laatste }
jullie-kind = jullie kind
dit-kind = dit kind
de-groep = jullie groep
de-groep-rond = de groep rond { $kind }
over-welke-groep = Dit gaat over { $kring }.

## Alleen antwoorden
vraag-alleen =
    <b>{ $titel }</b>

    { $vraag }

    Typ je antwoord, spreek het in of stuur een foto. Meer berichten mag. Niemand ziet het tot jij kiest.
vraag-kort =
    <b>{ $titel }</b>

    { $vraag }

    Typ je antwoord of spreek het in. Eén bericht is genoeg. Niemand ziet het tot jij kiest.
vraag-eigen-stoel =
    <b>{ $titel }</b>

    { $vraag }

    Typ je antwoord of spreek het in. Eén bericht is genoeg. Straks schrijft een ander wat jij misschien zou zeggen. Deel je jouw antwoord, dan staan die twee bij elkaar. Niemand ziet iets tot jij kiest.
vraag-stoel =
    <b>{ $titel }</b>

    { $vraag }

    Ga even op de stoel van { $ander } zitten. Typ wat je denkt of spreek het in. Dat is nooit goed of fout. Eén bericht is genoeg. Deel je het, dan staat het onder het eigen antwoord van { $ander }.
vraag-schaal =
    <b>{ $titel }</b>

    { $vraag }

    0 = { $laag }
    10 = { $hoog }

    Tik op een cijfer. De groep ziet straks alle cijfers bij elkaar, zonder namen. In een kleine groep raden mensen soms wie wat koos. In de groep zitten { $mensen } mensen. { $buiten ->
        [0] Iedereen doet mee.
        [one] Dit ziet ook 1 persoon die niet meedoet.
       *[other] Dit zien ook { $buiten } mensen die niet meedoen.
    }
vraag-schaal-onbekend =
    <b>{ $titel }</b>

    { $vraag }

    0 = { $laag }
    10 = { $hoog }

    Tik op een cijfer. De groep ziet straks alle cijfers bij elkaar, zonder namen. In een kleine groep raden mensen soms wie wat koos. Ik weet nu niet hoeveel mensen er in de groep zitten. Voor ik iets laat zien, vraag ik het je nog eens.
vraag-keuze =
    <b>{ $titel }</b>

    { $vraag }

    Tik op wat bij je past. De groep ziet straks hoe vaak elk antwoord is gekozen, zonder namen. In een kleine groep raden mensen soms wie wat koos. In de groep zitten { $mensen } mensen. { $buiten ->
        [0] Iedereen doet mee.
        [one] Dit ziet ook 1 persoon die niet meedoet.
       *[other] Dit zien ook { $buiten } mensen die niet meedoen.
    }
vraag-keuze-onbekend =
    <b>{ $titel }</b>

    { $vraag }

    Tik op wat bij je past. De groep ziet straks hoe vaak elk antwoord is gekozen, zonder namen. In een kleine groep raden mensen soms wie wat koos. Ik weet nu niet hoeveel mensen er in de groep zitten. Voor ik iets laat zien, vraag ik het je nog eens.
stoel-leeg = Deze vraag is niet meer nodig. Je hoeft niets te doen.
bewaard = Bewaard, alleen voor jou. Meer sturen mag. Tik op Klaar als dit alles is.
staat-erbij = Staat erbij. Tik op Klaar als dit alles is.
overgeslagen = Dat is goed, je slaat deze vraag over. Toch antwoorden? Tik in de groep op Mijn antwoord.
opnieuw =
    Stuur je antwoord opnieuw. Het oude heb ik gewist. Je leest het nog hierboven in de chat.

    { $vraag }
hoe-delen =
    Dit is je antwoord:

    { $antwoord }

    In de groep zitten { $mensen } mensen. { $buiten ->
        [0] Iedereen doet mee.
        [one] Dit ziet ook 1 persoon die niet meedoet.
       *[other] Dit zien ook { $buiten } mensen die niet meedoen.
    }

    Hoe wil je het delen?
hoe-delen-onbekend =
    Dit is je antwoord:

    { $antwoord }

    Ik weet nu niet hoeveel mensen er in de groep zitten. Voor ik de kaarten omdraai, vraag ik het je nog eens.

    Hoe wil je het delen?
hoe-delen-spraak =
    Dit is je antwoord:

    { $antwoord }

    Je stem is te herkennen. Delen als rol kan daarom niet. In de groep zitten { $mensen } mensen. { $buiten ->
        [0] Iedereen doet mee.
        [one] Dit hoort ook 1 persoon die niet meedoet.
       *[other] Dit horen ook { $buiten } mensen die niet meedoen.
    }

    Hoe wil je het delen?
hoe-delen-spraak-onbekend =
    Dit is je antwoord:

    { $antwoord }

    Je stem is te herkennen. Delen als rol kan daarom niet. Ik weet nu niet hoeveel mensen er in de groep zitten. Voor ik de kaarten omdraai, vraag ik het je nog eens.

    Hoe wil je het delen?
dank-naam = Dank je. Je antwoord ligt klaar, met je naam. De groep ziet het als de kaarten omgaan. Tot dan kun je het aanpassen: tik in de groep op Mijn antwoord.
dank-rol = Dank je. Je antwoord ligt klaar, als { $rol }. In een kleine groep raden mensen soms wie het is. Tot de kaarten omgaan, kun je het aanpassen: tik in de groep op Mijn antwoord.
dank-spreiding = Dank je. Je antwoord ligt klaar, zonder naam. De groep ziet alle antwoorden tegelijk. Tot dan kun je het aanpassen: tik in de groep op Mijn antwoord.
dank-mij = Dank je. Dit blijft alleen voor jou. De groep ziet het niet. Toch delen? Tik in de groep op Mijn antwoord.
tijd-om-niet-gedeeld = Het gesprek gaat verder in de groep. Je antwoord blijft dicht, want je had het nog niet gedeeld. Meepraten kan gewoon.
herinnering-keuze = Deze vraag staat nog voor je open. Eén tik is genoeg. Geen antwoord mag ook: ik vraag het hierna niet meer.
herinnering-vraag = Deze vraag staat nog voor je open. Antwoorden mag, overslaan ook. Hierna herinner ik je er niet meer aan.

## Het bord
bord-kop =
    <b>{ $titel }</b>
    { $over }
bord-uitleg-alleen = Ieder krijgt apart één vraag, in de chat met mij. Is iedereen klaar, of is de tijd om? Dan draaien we de gedeelde kaarten tegelijk om.
bord-uitleg-kort = Ieder krijgt apart één vraag, in de chat met mij. Eén bericht is genoeg. Is iedereen klaar, of is de tijd om? Dan draaien we de gedeelde kaarten tegelijk om.
bord-uitleg-schaal = Ieder geeft apart een cijfer, in de chat met mij. Eén tik is genoeg. Is iedereen klaar, of is de tijd om? Dan zien jullie alle cijfers bij elkaar, zonder namen.
bord-uitleg-keuze = Ieder kiest apart, in de chat met mij. Eén tik is genoeg. Is iedereen klaar, of is de tijd om? Dan zien jullie alle antwoorden bij elkaar, zonder namen.
bord-uitleg-eigen-stoel = Ieder antwoordt eerst zelf, in de chat met mij. Daarna ga je even op de stoel van een ander zitten. Dan draaien we alles tegelijk om.
bord-uitleg-stoel = Nu schrijft ieder wat een ander misschien zou zeggen, in de chat met mij. Dat is nooit goed of fout. Is iedereen klaar, of is de tijd om? Dan draaien we alles tegelijk om.
bord-vraag =
    { $uitleg }

    ✉️ { $klaar ->
        [one] 1 van de { $van } is klaar.
       *[other] { $klaar } van de { $van } zijn klaar.
    }
bord-draaien = Alle kaarten liggen klaar. We draaien ze om.
bord-praten =
    💬 { $vraag }

    Praat gerust, hier in de groep. Ik lees niet mee. Neem de tijd. Aan het eind zoeken jullie één kleine stap.
bord-afspraak =
    🤝 Welke kleine stap spreken jullie af? Eén is genoeg, geen mag ook. Met Klaar sluiten jullie het gesprek af.

    Bijvoorbeeld:
    { $voorbeelden }
bord-stand = { $voorgesteld ->
    [one] Er is 1 voorstel gedaan.
   *[other] Er zijn { $voorgesteld } voorstellen gedaan.
 } { $staat ->
    [0] Nog zonder akkoord.
    [one] 1 staat vast.
   *[other] { $staat } staan vast.
 }
bord-gestopt = Dit gesprek is gestopt. Wat dicht was, blijft dicht.
doet-mee-vanaf-nu = Fijn, je doet mee vanaf nu. Praat gerust mee in de groep.

## Rondje
knop-ik-ben-geweest = Ik ben geweest
knop-ik-geef-door = Ik geef door
knop-tafel-geweest = Gezegd. De volgende
knop-tafel-door = Geef door
knop-tafel-leeg = Die is er niet bij
knop-rondje-klaar = We gaan verder
bord-rondje =
    🗣 Nu aan de beurt: <b>{ $wie }</b>.

    { $vraag }
bord-rondje-hoe = Zeg het hardop, of typ het hier. De anderen luisteren even. Doorgeven mag. Ik lees niet mee.
bord-rondje-hoe-tafel = Eén telefoon op tafel is genoeg. Ik zeg steeds wie aan de beurt is. Iemand leest de vraag voor en tikt. Zit iemand ergens anders? Die typt hier mee. Doorgeven mag.
bord-rondje-daarna = Daarna: { $wie }
bord-rondje-iedereen = Iedereen mag nu tikken om verder te gaan.
bord-rondje-rond = Het rondje is rond. Gaf je door en wil je toch iets zeggen? Dat mag nu. Tik daarna op We gaan verder.
bord-rondje-rond-tafel = Het rondje is rond. Wil iemand nog iets zeggen? Ook wie doorgaf, of hier zonder telefoon zit. Tik daarna op We gaan verder.
stoel-leerling = de leerling
stoel-ouder = een ouder
stoel-onderwijs = iemand van school
jouw-beurt =
    In de groep loopt een rondje, en jij bent aan de beurt. Dit is de vraag:

    { $vraag }

    Vertel het in de groep, en tik daar op Ik ben geweest. Doorgeven mag ook.

## Omdraaien
kaarten-omgedraaid = 🎴 <b>{ $titel }</b>: dit zeggen jullie
geen-kaarten = Er is nu niets om te laten zien. Dat geeft niets. Jullie kunnen er hier gewoon over praten.
kaarten-blijven-dicht = Het blijft deze keer dicht. Praten kan ook zonder.
enige-kaart =
    Jouw antwoord is nu het enige om te laten zien. Het is nog dicht.

    { $antwoord }

    In de groep zitten { $mensen } mensen. Wil je het toch laten zien?
enige-kaart-onbekend =
    Jouw antwoord is nu het enige om te laten zien. Het is nog dicht.

    { $antwoord }

    Wil je het toch laten zien?
groep-groeide =
    Er zitten nu { $mensen } mensen in de groep. Misschien zijn dat er meer dan toen jij deelde. Er is nog niets getoond.

    Dit is je antwoord:
    { $antwoord }

    Mag de groep het nog steeds zien?
groep-onbekend =
    Ik kan nu niet zien hoeveel mensen er in de groep zitten. Er is nog niets getoond.

    Dit is je antwoord:
    { $antwoord }

    Mag de groep het nog steeds zien?
enige-keuze =
    Jouw antwoord is nu het enige om te laten zien. Het is nog dicht. Je tikte het hierboven in de chat aan.

    In de groep zitten { $mensen } mensen. Wil je het toch laten zien?
enige-keuze-onbekend =
    Jouw antwoord is nu het enige om te laten zien. Het is nog dicht. Je tikte het hierboven in de chat aan.

    Wil je het toch laten zien?
keuze-groep-groeide = Er zitten nu { $mensen } mensen in de groep. Misschien zijn dat er meer dan toen jij koos. Er is nog niets getoond. Mag de groep jouw antwoord nog steeds zien, zonder naam?
keuze-groep-onbekend = Ik kan nu niet zien hoeveel mensen er in de groep zitten. Er is nog niets getoond. Mag de groep jouw antwoord nog steeds zien, zonder naam?
elke-stip = Elke stip is één antwoord. Namen staan er niet bij.
dacht = ↳ { $wie } ({ $rol }) dacht:
mag-zien = Dank je. Zijn er genoeg kaarten, dan gaat die van jou mee.
blijft-dicht = Dat is goed. Je kaart blijft dicht.
liever-bellen = ☎️ Iemand wil hier graag over bellen of elkaar zien. Noem hier ieder twee momenten die passen. Kies er daarna samen één.

## Reageren op elkaars kaart, en het gesprek openen
knop-ik-herken = Ik herken …
knop-ik-wist-niet = Ik wist niet dat …
knop-ik-wil-je-vragen = Ik wil je vragen …
knop-andere-kaart = Andere kaart
reageren =
    Dit is de kaart van { $wie }:

    <i>{ $kaart }</i>

    Hoe begint jouw reactie? Je schrijft zo één zin. Die zien straks alle anderen, met je naam.
reactie-afmaken =
    Maak de zin af, bij de kaart van { $wie }:

    <b>{ $begin }</b>

    Typ het of spreek het in, in één bericht. In de groep zitten { $mensen } mensen. { $buiten ->
        [0] Iedereen doet mee.
        [one] Dit ziet ook 1 persoon die niet meedoet.
       *[other] Dit zien ook { $buiten } mensen die niet meedoen.
    } Ze zien je reactie met je naam, ook als jij de enige bent.
reactie-afmaken-onbekend =
    Maak de zin af, bij de kaart van { $wie }:

    <b>{ $begin }</b>

    Typ het of spreek het in, in één bericht. De groep ziet je reactie met je naam, ook als jij de enige bent. Ik weet nu niet hoeveel mensen dat zijn. Voor ik iets laat zien, vraag ik het je nog eens.
reactie-klaar = Dank je. Je reactie ligt klaar. De groep ziet alle reacties tegelijk. Tot dan kun je die aanpassen: tik in de groep op Mijn antwoord.
bord-reageren =
    💬 Lees elkaars kaarten. Ieder krijgt apart de kaart van een ander, en schrijft er één zin bij. Daarna komen alle reacties tegelijk hier.

    ✉️ { $klaar ->
        [one] 1 van de { $van } is klaar.
       *[other] { $klaar } van de { $van } zijn klaar.
    }
bord-reacties = Alle reacties liggen klaar. Ze komen nu hier.
reacties-samen = 💬 <b>{ $titel }</b>: zo reageren jullie op elkaar. Staat er een vraag bij jouw kaart? Antwoord er hier gerust op.
reactie-bij = bij de kaart van { $wie }: <b>{ $begin }</b>
weiger-niet-gevraagd = Deze vraag is nu niet voor jou. Wat anderen delen, lees je straks in de groep.
knop-begin-alvast = Begin alvast
knop-deel-opening = Deel dit met de groep
openen =
    Wil jij dit gesprek openen? Wie begint, maakt het anderen makkelijker. Het gaat over <b>{ $titel }</b>.

    Maak deze twee zinnen af, samen in één bericht:
    • Ik wil dit gesprek, omdat …
    • Wat ik nog niet weet, is …

    Niemand ziet het tot jij het deelt. Overslaan mag.
opening-delen =
    Dit is je opening:

    <i>{ $tekst }</i>

    In de groep zitten { $mensen } mensen. { $buiten ->
        [0] Iedereen doet mee.
        [one] Dit ziet ook 1 persoon die niet meedoet.
       *[other] Dit zien ook { $buiten } mensen die niet meedoen.
    } Ze lezen je opening in de groep, met je naam. Zal ik dit delen?
opening-delen-onbekend =
    Dit is je opening:

    <i>{ $tekst }</i>

    Iedereen in de groep leest je opening, met je naam. Ik weet nu niet hoeveel mensen dat zijn. Zal ik dit delen?
opening-groep-groeide =
    Er zitten nu { $mensen } mensen in de groep. Misschien zijn dat er meer dan toen jij deelde. Er is nog niets getoond.

    Dit is je opening:
    <i>{ $tekst }</i>

    Mag de groep het nog steeds lezen, met je naam?
opening-groep-onbekend =
    Ik kan nu niet zien hoeveel mensen er in de groep zitten. Er is nog niets getoond.

    Dit is je opening:
    <i>{ $tekst }</i>

    Mag de groep het nog steeds lezen, met je naam?
opening-komt = Dank je. Je opening komt in de groep. 's Avonds wacht ik daarmee tot de ochtend. Daarna krijgt ieder de eerste vraag.
opening-te-laat = Het gesprek is begonnen zonder je opening. Wat je daarvoor schreef, is gewist. Je hoeft niets te doen.
opening-van = 🌱 <b>{ $titel }</b>: zo begint dit gesprek.
opening-niet = Dat is goed. Het gesprek begint nu. De eerste vraag is voor iedereen.
bord-wacht-op-opening = 🌱 Eerst vertelt iemand van school of jeugdhulp waarom dit gesprek er is. Lukt dat niet? Dan begint het gesprek na één schooldag vanzelf. Daarna krijgt ieder apart een vraag.
gast-vraagt =
    🪑 <b>Zes weken later</b>
    { $wie } is benieuwd: wat kwam ervan? Vertel het hier, ook als het nog niet lukte.
knop-even-pauze = Even pauze

## Een kleine stap
eerste-stap =
    Jullie zoeken nu samen een kleine stap. Ouders en leerling hangen vaak af van wat jij doet. Daarom vraag ik het jou eerst.

    Bijvoorbeeld:
    { $voorbeelden }

    Wil jij een stap zetten?
nu-niet = Dat is goed. Later mag ook: tik in de groep op Afspraak maken.
best-lang =
    Dit staat er nu:

    { $tekst }

    Een korte zin onthoud je makkelijker, zo rond de { $meest } letters. Wil je het korter maken?
schrijf-korter = Stuur je kortere zin. Begin met wat iemand doet.
wie-nog = Wie het doet: { $wie }. Doet er nog iemand mee?
dag-klopt = Dat is <b>{ $dag }</b>. Klopt dat?
dag-welke = Welke dag bedoel je?
kalender = Tik op een dag.
akkoord-staat = Dank je. De afspraak staat. De groep leest dit ook. Rond die dag vraag ik je hier hoe het gaat.
akkoord-wacht-op-anderen = Dank je, jouw akkoord staat. Ik wacht nog op akkoord van een ander. Staat de afspraak, dan lees je het in de groep.
anders-staat = Gedaan. De groep ziet de nieuwe woorden.
anders-wacht = Dank je. Ik vraag de anderen die dit doen om akkoord. Tot dan blijft het zoals het was.
anders-past-niet = Nog niet iedereen wil het anders: <i>{ $wat }</i>. Het blijft dus zoals het was. Praat er samen gerust over.
groep-anders =
    ✏️ <b>Aangepast</b>
    Eerst: { $was }
    Nu: { $wat }
    Wie: { $wie }
overnemen-niet-meer-nodig = Dank je. Dit is niet meer nodig.
overnemen-drie-open = Fijn dat je wilt. Je hebt al drie acties open. Meer wordt snel te veel. De afspraak blijft bij { $wie }. Later kan het nog.
overnemen-past-niet = Overnemen past nu niet voor { $wie }: <i>{ $wat }</i>. De afspraak blijft bij jou.
overnemen-doet-al = Fijn dat je wilt. Jij doet dit al. Het deel van { $wie } blijft bij { $wie }.
overnemen-geen-antwoord = Op je vraag om dit over te nemen kwam nog geen antwoord: <i>{ $wat }</i>. De afspraak blijft bij jou.
overgenomen = Dank je. De afspraak is nu van jou. Rond de dag vraag ik je hier hoe het gaat.
groep-overgenomen = 🤝 { $wie } neemt dit over van { $van }: <i>{ $wat }</i>
ander-stopt = { $wie } kan hier niet mee verder: <i>{ $wat }</i>. Jouw deel blijft gewoon staan. Praat er samen gerust over.
hulp-niet-meer-nodig = { $wie } stopt hiermee: <i>{ $wat }</i>. Je hulp is dus niet meer nodig. Fijn dat je meehielp.
hulp-helpt = { $wie } helpt je hierbij: <i>{ $wat }</i>. Vraag gerust.
hulp-past-niet = Helpen past nu niet voor { $wie }: <i>{ $wat }</i>. De afspraak blijft gewoon staan.
afspraak-staat =
    📌 <b>Afgesproken</b>
    { $wat }
    Wie: { $wie }
    Wanneer: { $wanneer }
werkafspraak-staat =
    🤝 <b>Zo doen we het voortaan</b>
    { $wat }
    Wie: { $wie }
    Terugkijken: { $wanneer }
voorstel-teruggenomen = Goed, dit voorstel gaat niet door. Niemand hoeft er nog iets mee. Een ander voorstel mag altijd.
voorstel-toch-niet = { $wie } stelt dit toch niet voor: <i>{ $wat }</i>. Je hoeft er niet meer op te antwoorden.
voorstel-past-niet = Dit voorstel past nu nog niet: <i>{ $wat }</i>. Een ander voorstel mag altijd.
zo-doen-we-het =
    🤝 <b>Zo doen jullie het voortaan</b>
    { $wat }
afspraken-balans = Wat nu loopt: { $thuis } van thuis, { $school } van school, { $zorg } van jeugdhulp.
afspraken-balans-school = Wat nu loopt: { $thuis } van thuis, { $school } van school.
afspraken-balans-zorg = Wat nu loopt: { $thuis } van thuis, { $zorg } van jeugdhulp.
nog-op-de-lijst =
    Dit spraken jullie eerder af. Kijk samen of het nog past:
    { $wat }
groep-gelukt = ✅ Gelukt. { $wie }: <i>{ $wat }</i>
groep-deels = 🌗 Een deel is gedaan. { $wie }: <i>{ $wat }</i>
kleiner-gemaakt = { $wie } maakte de stap kleiner, zodat het past. Nu is het: <i>{ $wat }</i>
hulp-gevraagd =
    🤝 { $wie } zoekt hulp bij:
    <b>{ $wat }</b>

    Wie denkt of helpt mee?
hulp-gevonden = 🤝 { $wie } helpt { $voor } mee. Fijn.
hulp-komt = { $wie } helpt je mee met <i>{ $wat }</i>. Spreek samen af hoe.
hulp-al-gevonden = Er helpt al iemand mee, of het is al geregeld. Fijn dat je wilt helpen.
hulp-eigen = Dit is je eigen afspraak. Iemand anders kan hier ja zeggen.

## Wat anderen merkten, alleen voor wie het deed
gemerkt-ja = { $wie } merkte er iets van: <i>{ $wat }</i>. { $hielp }
gemerkt-beetje = { $wie } merkte er een beetje van: <i>{ $wat }</i>. { $hielp }
gemerkt-nee = { $wie } merkte er nog niets van: <i>{ $wat }</i>. Dat zegt niets over jouw moeite. Soms is er meer tijd nodig.
hielp-ja = Het hielp.
hielp-beetje = Het hielp een beetje.
hielp-nee = Het hielp nog niet. Misschien praten jullie er een keer over.
hielp-weet-niet = Of het hielp, is nog niet te zeggen.
iemand-uit-de-groep = Iemand uit de groep

## Afspraken bekijken
afspraken-kop = 📌 <b>Afspraken</b>
afspraken-geen = Er staan nog geen afspraken. Dat is niet erg. Een kleine stap maak je met de knop Afspraak maken.
afspraken-geen-prive = Je hebt nu geen afspraken. Een kleine stap maak je in de groep: typ daar /afspraken.
afspraken-van-jou = 📌 <b>Van jou</b>
afspraken-wacht-op = ⏳ <b>Hier wacht je op</b>
afspraken-van-anderen = <b>Van anderen</b>
afspraken-zo-werken-we = 🤝 <b>Zo doen we het voortaan</b>
afspraken-wacht-op-akkoord = <b>Wacht nog op akkoord</b>
afspraken-in-kring = <i>In { $kring }</i>
afspraken-in-kring-met = <i>In de groep met { $wie }</i>
afspraken-meer = { $n ->
    [one] En nog 1 andere.
   *[other] En nog { $n } andere.
 }
afspraken-tik = Tik op een nummer. Dan zie je die kaart.
afspraken-tik-groep = Tik op een nummer. Dan zie je die kaart, in je eigen chat met mij.
regel-mijn = { $wat }, { $wanneer }
regel-mijn-akkoord = { $wat }, { $wanneer }. Wacht op jouw akkoord.
regel-van = { $wie }: { $wat }, { $wanneer }
regel-van-akkoord = { $wie }: { $wat }, { $wanneer }. Wacht op akkoord.
regel-werkafspraak = { $wat }
regel-werkafspraak-akkoord = { $wie }: { $wat }. Wacht op akkoord.
regel-werkafspraak-mijn-akkoord = { $wat }. Wacht op jouw akkoord.
afspraken-klaar = ✅ <b>Wat klaar is</b>
knop-wat-klaar-is = Wat klaar is
knop-mijn-afspraken = Mijn afspraken
knop-elke-week = Stuur me dit elke week
knop-niet-meer-elke-week = Niet meer elke week
weekoverzicht-aan = Goed. Je krijgt dit elke maandag, of kort daarna. Staat er niets voor je? Dan stuur ik niets. Stoppen kan altijd.
weekoverzicht-uit = Goed. Ik stuur je geen weekoverzicht meer. Met /afspraken kijk je wanneer je wilt.
weekoverzicht-kop = Dit staat er deze week.

## De kaart van een afspraak
kaart-kop = 📌 <b>{ $wat }</b>
kaart-werkafspraak = Zo doen we het voortaan.
kaart-als = Moment: { $als }
kaart-plan-b = Plan B: { $plan }
kaart-vervallen = Deze afspraak gaat niet door.
kaart-helpt = Helpt mee: { $wie }
kaart-regie = Regie: { $wie }. Wie de regie heeft, let erop dat niets blijft liggen.
kaart-terugkijken = We kijken terug op { $dag }.
kaart-wie-open = • { $wie }, { $wanneer }: nog geen akkoord
kaart-wie-akkoord = • { $wie }, { $wanneer }: akkoord
kaart-wie-liever-niet = • { $wie }: liever niet
kaart-wie-gestopt = • { $wie }: gestopt
kaart-wie-gelukt = • { $wie }: gelukt ✅
kaart-wie-deels = • { $wie }: een deel is gedaan
kaart-wie-nog-niet = • { $wie }, { $wanneer }: nog niet gelukt
kaart-wie-niet-meer-nodig = • { $wie }: niet meer nodig
kaart-wie-gelukt-nog-dicht = • { $wie }: gelukt ✅ Dat zie alleen jij.
kaart-wie-deels-nog-dicht = • { $wie }: een deel is gedaan. Dat zie alleen jij.
kaart-wie-nog-niet-nog-dicht = • { $wie }, { $wanneer }: nog niet gelukt. Dat zie alleen jij.
kaart-wie-niet-meer-nodig-nog-dicht = • { $wie }: niet meer nodig. Dat zie alleen jij.
kaart-kleiner = { $wie } doet een kleiner deel: <i>{ $wat }</i>
kaart-samen-akkoord = • { $wie }: akkoord
kaart-samen-open = • { $wie }: nog geen akkoord
kaart-verhaal = <b>Wat er gebeurde</b>
knop-akkoord-geven = Geef je antwoord
knop-hoe-ging-het = Hoe ging het?
knop-toch-niet-voorstellen = Toch niet voorstellen
knop-overdragen = Overdragen
knop-ermee-stoppen = Ermee stoppen
knop-in-mijn-agenda = In mijn agenda
knop-alles-in-mijn-agenda = Zet ze in mijn agenda
jij = Jij
jou = jou
uitkomst-gelukt = gelukt
uitkomst-deels = een deel is gedaan
uitkomst-nog-niet = nog niet gelukt
uitkomst-niet-meer-nodig = niet meer nodig
verhaal-voorgesteld = { $dag }: voorgesteld door { $wie }
verhaal-akkoord = { $dag }: akkoord van { $wie }
verhaal-akkoord-dag = { $dag }: akkoord van { $wie }, voor { $nieuw }
verhaal-liever-niet = { $dag }: voor { $wie } paste het nu niet
verhaal-uitkomst = { $dag }: antwoord van { $wie }: { $uitkomst }
verhaal-verteld = { $dag }: aan de groep verteld door { $wie }: { $uitkomst }
verhaal-verzet = { $dag }: een andere dag, gekozen door { $wie }
verhaal-verzet-dag = { $dag }: nieuwe dag: { $nieuw }, gekozen door { $wie }
verhaal-anders-gezegd = { $dag }: anders gezegd door { $wie }. Eerst stond er: <i>{ $eerst }</i>
verhaal-overgedragen = { $dag }: overgedragen door { $wie } aan { $ander }
verhaal-hulp-gevraagd = { $dag }: hulp gevraagd door { $wie }
verhaal-helpt = { $dag }: hulp van { $ander }
verhaal-gestopt = { $dag }: gestopt door { $wie }
verhaal-gehouden = { $dag }: erop teruggekeken, we gaan ermee door
verhaal-gemerkt-ja = { $dag }: iets gemerkt door { $ander }. { $hielp }
verhaal-gemerkt-beetje = { $dag }: een beetje gemerkt door { $ander }. { $hielp }
verhaal-gemerkt-nee = { $dag }: nog niets gemerkt door { $ander }
verhaal-later = { $dag }: vraag verschoven naar { $nieuw } door { $wie }
verhaal-teruggenomen = { $dag }: voorstel teruggenomen door { $wie }
verhaal-opnieuw-besproken = { $dag }: opnieuw besproken

## In je eigen agenda
agenda-bestand = 📅 Open dit bestand. Je agenda neemt het dan over. Wie in je agenda kan kijken, leest mee.
agenda-leeg = Er staat nu niets van jou voor je agenda.
agenda-afspraak = { $wat }
agenda-terugkijken = Terugkijken: { $wat }

## Peiling
peiling-titel = Hoe gaat het samen?
peiling-uitleg = Teken: het gemiddelde. Streep: van het laagste tot het hoogste cijfer.
peiling-te-weinig = nog te weinig antwoorden
peiling-vraag-gehoord = Gehoord
peiling-vraag-zelfde-doel = Zelfde doel
peiling-vraag-wie-doet-wat = Wie doet wat
peiling-vraag-vertrouwen = Vertrouwen
peiling-gemiddelde = { $heel },{ $tiende }
peiling-dag = { $dag } { $maand ->
    [1] jan
    [2] feb
    [3] mrt
    [4] apr
    [5] mei
    [6] jun
    [7] jul
    [8] aug
    [9] sep
    [10] okt
    [11] nov
   *[12] dec
 }
peiling-kop =
    📈 <b>Hoe gaat het samen?</b>
    Van 0 tot 10: het gemiddelde, met het laagste en het hoogste cijfer.
peiling-moment = <b>{ $dag }</b>
peiling-cijfer = { $vraag } { $heel },{ $tiende } ({ $laagste } tot { $hoogste })
peiling-nog-niets =
    Er is nog niets om te laten zien. Na een langer gesprek vraag ik ieder apart vier cijfers.

    Antwoorden drie mensen of meer? Dan staat hier hoe het samen gaat, zonder namen.
peiling-aan = { $wie } zette de peiling aan. Elke zes weken vraag ik ieder apart vier cijfers. Overslaan mag altijd. Iedereen kan dit hier weer uitzetten.
peiling-uit = { $wie } zette de peiling van elke zes weken uit. Na een langer gesprek vraag ik het nog wel.
peiling-eigen-kop = <b>Jouw eigen cijfers</b>. Alleen jij ziet ze.
peiling-eigen-cijfer = { $vraag } { $cijfer }
peiling-eigen-geen = Je hebt nog geen cijfers gegeven. Na een langer gesprek vraag ik er vier. Alleen jij ziet ze.
peiling-uitnodiging =
    💬 Zullen we hier samen naar kijken?

    Samenwerken gaat op en neer. Uit de peiling komt iets om over te praten. Wat precies, zie je met /peiling. Van wie een cijfer is, zeg ik nooit.

## Wanneer het iemand uitkomt
moment-ochtend = in de ochtend, rond 9 uur
moment-middag = in de middag, rond 4 uur
moment-avond = in de vroege avond, rond half 7
stil-geen = voor 8 uur en na 20 uur
stil-van-tot = ook van { $van } uur tot { $tot } uur
dagen-alle = elke dag
dagen-werkweek = maandag tot en met vrijdag
dagen-aantal = { $n ->
    [one] 1 dag per week
   *[other] { $n } dagen per week
 }
dag-aan = ✅
dag-uit = ⬜
vaak = { $n ->
    [one] hooguit 1 bericht per week
   *[other] hooguit { $n } berichten per week
 }
vrij-geen = nog geen eigen vrije dagen
vrij-lijst = { $dagen }
vrij-dag = { $dag }
vrij-van-tot = van { $van } tot en met { $tot }
wacht-niets = Er wacht nu niets op je.
wacht-kop = <b>Dit wacht nog</b>
wacht-een-vraag = een vraag
wacht-weekoverzicht = je weekoverzicht
wacht-afspraak = een vraag over <i>{ $wat }</i>
wacht-meer = • en nog { $n }
wacht-hours = • { $wat }: het is nu laat of vroeg. Komt op { $tot }.
wacht-quiet = • { $wat }: je hebt nu stille uren. Komt op { $tot }.
wacht-not-working = • { $wat }: op deze dag schrijf ik je niet. Komt op { $tot }.
wacht-free = • { $wat }: je bent vrij. Komt op { $tot }.
wacht-weekend = • { $wat }: het is weekend. Komt op { $tot }.
wacht-holiday = • { $wat }: het is vakantie of een feestdag. Komt op { $tot }.
wacht-paused = • { $wat }: het is pauze. Komt op { $tot }.
wacht-pace = • { $wat }: deze week kreeg je er al { $n }. Komt op { $tot }.
wacht-na-een-ander = • { $wat }: je kreeg vandaag al een bericht. Komt op { $tot }.
wacht-na-vraag = • { $wat }: er staat nog een andere vraag open. Komt daarna.
wacht-altijd = • { $wat }: met je instellingen past er geen enkel moment. Kies er één ruimer, dan komt het.
pauze-staat = 🌿 Tot { $tot } schrijf ik je niet uit mezelf. Wat komt, bewaar ik voor je. Eerder weer aan? Typ /pauze.
pauze-hoe = Typ /pauze met een dag erachter. Bijvoorbeeld: /pauze tot 3 januari. Een pauze duurt hooguit { $dagen } dagen.
groep-pauze-geen = Er is nu geen pauze.
groep-pauze-nu = Er is pauze tot { $tot }.
groep-pauze-staat = 🌿 Jullie hebben rust tot { $tot }. Tot dan schrijf ik niet uit mezelf. Een gesprek loopt gewoon door. Iedereen mag de pauze stoppen: /pauze
groep-pauze-over = 🌿 De pauze is over. Wat wachtte, komt rustig, één voor één.
regio = De school ligt in regio { $naam }.
regio-noord = Noord
regio-midden = Midden
regio-zuid = Zuid
regio-geen = De regio is nog niet gekozen. Nu ben ik stil in de vakanties van alle regio's.
vakantie-eerst = De eerste vakantie is { $naam }: van { $van } tot en met { $tot }.
vakantie-voorjaarsvakantie = de voorjaarsvakantie
vakantie-meivakantie = de meivakantie
vakantie-zomervakantie = de zomervakantie
vakantie-herfstvakantie = de herfstvakantie
vakantie-kerstvakantie = de kerstvakantie
eigen-vrij = Ook vrij: { $dagen }.
vakantie-staat =
    📅 Dit staat er nu:
    { $stand }

    Op die dagen schrijf ik niet uit mezelf.
vakantie-hoe = Die dagen begrijp ik niet. Typ bijvoorbeeld: /vakantie van 20 december tot en met 3 januari
instellingen-apart = Wanneer ik je schrijf, kies je in je eigen chat met mij. Typ daar /instellingen.
## Terugblik
terugblik-kop = <b>Zo gingen jullie stappen</b>
terugblik-stappen = { $gelukt ->
    [0] { $stappen ->
        [one] Van één stap weten we hoe het ging. Die is nog niet helemaal gelukt. Dat kan gebeuren.
       *[other] Van { $stappen } stappen weten we hoe het ging. Die zijn nog niet helemaal gelukt. Dat kan gebeuren.
     }
   *[other] { $stappen ->
        [one] Van één stap weten we hoe het ging. Die is gelukt.
       *[other] Van de { $stappen } stappen { $gelukt ->
            [one] is er 1 gelukt.
           *[other] zijn er { $gelukt } gelukt.
         }
     }
 }
terugblik-deels = { $deels ->
    [one] 1 stap lukte voor een deel. Dat telt ook.
   *[other] { $deels } stappen lukten voor een deel. Dat telt ook.
 }
terugblik-dagen = { $dagen ->
    [one] Meestal lukte het binnen 1 dag.
   *[other] Meestal lukte het binnen { $dagen } dagen.
 }
terugblik-in-de-weg = { $aantal ->
    [one] Wat soms in de weg zat: { $eerste }.
   *[other] Wat soms in de weg zat: { $eerste } en { $tweede }.
 }
terugblik-obstakel-tijd = te weinig tijd
terugblik-obstakel-vergeten = er niet aan denken
terugblik-obstakel-wachten-op-ander = wachten op iemand anders
terugblik-obstakel-te-groot = een te grote stap
terugblik-slot = Lukt iets niet? Maak de stap kleiner, of zoek iemand die helpt.
terugblik-geen =
    Er is nog niets om op terug te kijken. Dat komt vanzelf, na een paar stappen.

    Een kleine stap maken jullie met /afspraken.

## Hulp, privacy, uitleg
hulp-kaart =
    <b>Hulp nodig?</b>
    • Gevaar nu: bel 112
    • Onveilig thuis: Veilig Thuis, 0800-2000, dag en nacht, gratis
    • Gedachten aan de dood: bel 113 of 0800-0113, of chat op 113.nl
    • Kind of jongere: Kindertelefoon, 0800-0432, gratis
    • Liever iemand die je kent: huisarts, mentor, vertrouwenspersoon

    Ik ben een computer. Niemand leest live mee. Ik heb niemand gewaarschuwd.
hulp-kort =
    Gevaar nu: 112
    Onveilig thuis: Veilig Thuis, 0800-2000
    Gedachten aan de dood: 113
    Kind of jongere: Kindertelefoon, 0800-0432
    Ik ben een computer. Niemand leest live mee.
hulp-groep = Hulp nodig? Tik op de knop. Alleen jij ziet de kaart. Je kunt ook /hulp typen in je eigen chat met mij.
uitleg =
    <b>Zo werkt Praatmaat</b>
    1. Iemand typt in de groep /gesprek en kiest een kaart. Iedereen mag beginnen.
    2. Ieder antwoordt eerst alleen, hier. Jij kiest wat je deelt.
    3. De kaarten gaan tegelijk om in de groep.
    4. Jullie praten en kiezen één kleine stap.
    5. Rond de afgesproken dag vraag ik hier of het lukte.

    In de groep: /gesprek · /bijeenkomst · /doel · /wie · /afspraken · /mdo · /stop
    Ook daar: /peiling · /terugblik · /plaat · /vakantie · /pauze · /roepnaam · /team · /school
    Hier: /afspraken · /peiling · /instellingen · /pauze · /stop
    Voor jezelf: /oefen een gesprek · /zelf · /wegwijzer
    Overal: /vonk · /woorden · /hulp · /privacy · /help

    Een foto of spraakbericht mag. Kies niet voor één keer bekijken: dat komt hier niet aan.
uitleg-groep =
    Typ /gesprek om te beginnen. Iedereen mag dat. Dit kan hier ook:
    • /bijeenkomst: bij elkaar komen, of samen oefenen
    • /doel: waar willen jullie naartoe?
    • /wie: wie is wie?
    • /afspraken: jullie afspraken
    • /mdo: noteer een groot overleg
    • /peiling: hoe gaat het samen?
    • /terugblik: hoe gingen jullie stappen?
    • /plaat: één plaat van jullie laatste gesprek
    • /vonk: iets kleins voor vandaag
    • /woorden: een moeilijk woord uitgelegd
    • /vakantie: vakanties en vrije dagen
    • /pauze: even rust voor de groep
    • /roepnaam met een naam: hoe ik jullie kind noem
    • /stop: stop dit gesprek
    • /team: zijn jullie een team zonder kind erbij?
    • /school: wat voor school is het?
    • /privacy: wat ik bewaar
    • /hulp: hulp nodig?
privacy =
    <b>Wat ik bewaar en hoe lang</b>
    • Je voornaam: tot je stopt. Je rol en taal blijven daarna staan, zonder naam.
    • Antwoorden die je niet deelt: 30 dagen.
    • Antwoorden die je deelt: 90 dagen na het gesprek.
    • Jullie doel, afspraken en hoe het ging: 1 jaar na het laatste contact in de groep.
    • Wat iemand daarvan merkte: net zo lang.
    • Jullie mdo of bijeenkomst: waarvoor, wanneer, waar, wie erbij was en wie de regie heeft. Net zo lang.
    • Jullie lijst met kaarten voor later: tot jullie erover praten of ze weghalen.
    • Een eigen kaart die jij liet zien: 90 dagen.
    • Waar je veel van weet: tot je iets anders schrijft of stopt.
    • Dat je het weekoverzicht wilt: tot je het uitzet of stopt.
    • Wat je typt bij /oefen en /zelf: tot het eind van die oefening. Alleen jij ziet het.
    • Hoeveel vonken je zag, en of je er elke week een wilt: tot je stopt.
    • Je cijfers in een peiling: 1 jaar, of tot je stopt. Alleen jij ziet ze. De groep ziet het gemiddelde, het laagste en het hoogste. Dat kan vanaf drie mensen. Twee mensen? Dan alleen als allebei ja zeggen. Wat de groep al zag, blijft hooguit 1 jaar.
    • De roepnaam van jullie kind: tot jullie een andere kiezen.
    • Je instellingen en je pauze: tot je stopt.
    • Vakanties, pauze, peiling en soort school van de groep: tot jullie ze veranderen.
    • Op welke knop je tikte bij een vraag: 90 dagen.
    • Berichten die ik niet kon verwerken: hooguit 48 uur.

    Alles wat je schrijft, bewaar ik versleuteld. De sleutel staat apart. Je telefoonnummer krijg ik niet. Wel het nummer waarmee Telegram je account kent.

    Uit de groep krijg ik alleen opdrachten zoals /gesprek, en wat je op een knop tikt. Ook wat je op een bericht van mij antwoordt. Dat bewaar ik niet. Ik zie ook wie erbij komt of weggaat.

    Telegram is geen besloten dossier. Telegram kan technisch meelezen, hier en in de groep. Foto's en spraakberichten staan bij Telegram. Wat in de chat staat, kunnen anderen overnemen. Een verslag hoort in het dossier van school of zorg.

    Stoppen en wissen: /stop. Vragen? Vraag het degene die Praatmaat in jullie groep zette.

## Gesprek beginnen, stoppen
eerst-meedoen = Daarvoor doe je eerst mee. Tik op de knop, dan leg ik het apart uit.
gesprek-in-groep = Een gesprek begin je in de groep. Typ daar /gesprek.
geen-gesprek = Er loopt nu geen gesprek. Typ /gesprek om te beginnen.
niets-te-stoppen = Je doet nu in geen groep mee. Er is niets om te stoppen. Wat ik bewaar en hoe lang, lees je met /privacy.
roepnaam-staat = Goed. Ik zeg vanaf nu { $kind }.
roepnaam-hoe = Typ /roepnaam met één naam erachter, bijvoorbeeld /roepnaam Sam. Geen achternaam. Kiezen jullie geen naam? Dan zeg ik: jullie kind.
alleen-in-groep = Dit kan alleen in de groep.
onbekende-opdracht = Die opdracht ken ik niet. Met /help zie je wat kan.

## Vriendelijk nee. Dit komt soms in een klein venster: hoogstens 200 tekens per tekst
weiger-vreemde = Je doet hier nog niet mee. Tik in de groep op Ik doe mee of op Doe mee. Er is niets veranderd.
weiger-dicht = Deze vraag is al dicht. Er is niets veranderd.
weiger-al-gedaan = Dat is al geregeld. Er is niets veranderd.
weiger-nog-niets = Je hebt nog niets gestuurd. Typ of spreek je antwoord in. Of tik op Ik sla over.
weiger-te-lang = Dat is te lang om in één keer te bewaren. Dit bericht heb ik niet bewaard. Wat je eerder stuurde, staat er nog. Lukt het korter?
weiger-te-veel = Dat zijn veel berichten. Dit laatste heb ik niet bewaard. Wat je eerder stuurde, staat er nog. Tik op Klaar.
weiger-kies-een-knop = Tik op een van de knoppen onderaan. Zie je ze niet? Tik op het blokje naast het tekstveld. Er is niets veranderd.
weiger-alleen-tekst = Hier heb ik een korte tekst nodig. Typ het in één zin.
weiger-een-bericht = Je opening is één bericht. Wat je het eerst schreef, staat klaar. Iets erbij of anders? Tik op Aanpassen.
weiger-dag-niet-begrepen = Die dag begrijp ik niet. Typ bijvoorbeeld vrijdag, 12 maart of over 2 weken.
weiger-dag-buiten-bereik = Kies een dag van { $eerste } tot en met { $laatste }.
weiger-dag-voorbij = Die dag is al geweest. Welke dag daarna past?
weiger-nog-niet-jij = { $wie } begon dit gesprek en kiest wanneer het verder gaat. Is diegene er niet? Na een tijd kan iedereen verder.
weiger-niet-jouw-beurt = Nu is { $wie } aan de beurt. Iedereen komt één keer. Duurt het lang? Na een tijdje mag iedereen verder tikken. Er is niets veranderd.
weiger-ouder-en-leerling = Of dit klopt, zeggen ouders en leerling. Mis jij iets? Zeg het gerust in de groep, dan kijken jullie samen.
weiger-stem-als-rol = Je stem is te herkennen. Delen als rol kan daarom niet. Kies je naam of alleen voor mij.
geen-vraag-open = Dank je. Er staat nu geen vraag voor je open. Ik heb dit niet bewaard. Als er een vraag is, zie je die hier.
geen-lid-prive = Je doet nog in geen groep mee. Ik heb je bericht niet bewaard. Tik in je groep op Doe mee, dan leg ik alles uit.
alleen-tekst-spraak-foto = Dit kan ik niet bewaren. Stuur tekst, een spraakbericht of een foto.
weiger-bsn = Hier staat misschien een burgerservicenummer in. Dat hoort niet in een chat. Ik heb dit bericht niet bewaard. Haal het hier ook even weg. Stuur je antwoord gerust zonder dat nummer.
gevoelig-geboortedatum = Er staat misschien een geboortedatum in. Hoort die in deze chat? Je kunt het nog veranderen voor je het deelt.
gevoelig-verwijt = Een ander kan dit lezen als een verwijt. Het mag zo blijven. Straks kun je het ook anders zeggen. Begin dan met wat jij graag wilt.
gevoelig-diagnose = Er staat misschien een diagnose in. Hoort die in deze chat? Dat bepaal jij, samen met wie het aangaat. Je kunt het nog veranderen voor je het deelt.
te-groot = Dit bestand is te groot. Tot 20 MB lukt het.
doorgestuurd = Dit is een doorgestuurd bericht. Ik bewaar alleen je eigen woorden. Schrijf het gerust zelf.
aangepast-bericht = Ik zie dat je een bericht veranderde. Dat verandert je antwoord niet. Tik op Aanpassen, of in de groep op Mijn antwoord, zolang de kaarten dicht zijn.
aangepast-anders = Ik zie dat je een bericht veranderde. Ik lees alleen nieuwe berichten. Stuur het gerust opnieuw.
aangepast-te-laat = Ik zie dat je een bericht veranderde. De kaarten zijn al om. Zeg het gerust in de groep.
knop-oud = Deze knop is van een eerder moment. Er is niets veranderd.
niet-voor-jou = Deze knop hoort bij iemand anders. Er is niets veranderd.
druk-nog-eens = Ik was even weg. Tikte je op een knop? Tik dan nog eens. Wat je typte, is bewaard.
berichten-gemist = Ik was meer dan een dag weg. Berichten van toen heb ik misschien gemist. Stuur ze gerust opnieuw.
bericht-niet-verwerkt = Je bericht kwam niet goed bij mij aan. Stuur het gerust nog een keer.
te-snel = Dat zijn veel berichten tegelijk. Dit laatste heb ik niet bewaard. Wacht een minuut en stuur het dan nog eens.
anoniem-niet = Je schrijft nu namens de groep. Zo weet ik niet wie je bent. Zet anoniem uit en probeer het onder je eigen naam.
in-groep-geantwoord = Je antwoord staat nu in de groep. Ik heb het niet bewaard. Antwoord liever apart: tik op Mijn antwoord. Je bericht in de groep kun je zelf weghalen.

# De lijst met opdrachten die Telegram laat zien: kort, en met een werkwoord waar dat kan.

menu-groep-gesprek = Begin een gesprek
menu-groep-afspraken = Jullie afspraken
menu-groep-mdo = Noteer een mdo
menu-groep-doel = Ons doel: waar willen we naartoe?
menu-groep-wie = Wie is wie, en wie weet waar veel van?
menu-groep-peiling = Hoe gaat het samen?
menu-groep-terugblik = Hoe gingen onze stappen?
menu-groep-bijeenkomst = Bij elkaar komen, of samen oefenen
menu-groep-plaat = Maak een plaat van ons gesprek
menu-groep-stop = Stop dit gesprek
menu-groep-roepnaam = Kies hoe jullie kind hier heet
menu-groep-vakantie = Vakanties en vrije dagen
menu-groep-pauze = Even rust voor de groep
menu-groep-hulp = Hulp nodig?
menu-groep-privacy = Wat Praatmaat bewaart
menu-groep-help = Zo werkt het
menu-prive-afspraken = Mijn afspraken
menu-prive-instellingen = Kies wanneer ik je bericht stuur
menu-prive-pauze = Even rust voor jou
menu-prive-peiling = Mijn cijfers
menu-prive-hulp = Hulp nodig?
menu-prive-privacy = Wat Praatmaat bewaart
menu-prive-stop = Stop met meedoen
menu-prive-help = Zo werkt het

## Kiezen waarover
knop-andere-stapel = Een andere stapel
knop-laat-keuzes-zien = Laat de keuzes zien
bord-kiezen =
    Ieder kiest apart een kaart, in de chat met mij. De keuzes gaan tegelijk open.

    ✉️ { $klaar ->
        [one] 1 van de { $van } is klaar.
       *[other] { $klaar } van de { $van } zijn klaar.
    }
keuze-ligt-klaar = Dank je. De groep ziet je keuze als iedereen klaar is, of als de tijd om is.
keuze-overgeslagen = Dat is goed. Jij kiest deze keer geen kaart.
keuze-regel = • <b>{ $kaart }</b> ({ $wie })
op-de-lijst = 📌 Er staat een eigen kaart op jullie lijst: <b>{ $titel }</b>. Typ /gesprek om erover te praten.
knop-weer-verder = Verder met dit gesprek
bord-gesprek-rust =
    ⏸ Dit gesprek rust: <b>{ $titel }</b>

    Ik vraag nu niets en stuur geen herinnering. Wat dicht was, blijft dicht. Binnen 30 dagen kunnen jullie verder.
bord-verder-hieronder = Dit gesprek gaat hieronder verder.
gesprek-rust = Het gesprek in de groep rust even. Je hoeft nu niets te doen. Wat je al schreef, bewaar ik voor je.
rust-straks = De kaarten gaan zo om. Laat het gesprek daarna rusten.
rust-wacht = Er loopt nu een ander gesprek. Maak dat eerst af, of laat het rusten met /gesprek.
rust-voorbij = Dat gesprek rust niet meer. Typ /gesprek om opnieuw te beginnen.
weiger-rust = Dit gesprek rust nu. Er is niets veranderd. Verder gaan? Tik in de groep op Verder met dit gesprek.
bord-vervallen = Dit is niet meer nodig.

## Team
een-kind = een kind
het-team = jullie team
rol-gast = gast met eigen ervaring
niet-in-team = Dit kan in een team niet: er is hier geen kind om wie het gaat. Met /team kiezen jullie anders.
team-kan-niet = Hier doen ouders of een leerling mee. Daarom blijft dit een kring rond een kind.
menu-groep-team = Zijn jullie een team?
menu-groep-school = Wat voor school is het?

## Mdo
knop-mdo-noteren = Mdo noteren
knop-mdo-aanvullen = Laatste mdo aanvullen
mdo-uitleg =
    <b>Mdo</b>: een overleg met iedereen rond { $kind }.

    Is er één geweest, of komt er één? Noteer de dag. Daarna leggen jullie hier samen de afspraken vast, en kom ik erop terug. Iedereen mag dit doen.
mdo-in-groep = Een mdo noteer je in de groep. Typ daar /mdo.
mdo-staat = <b>Afgesproken</b>
mdo-wacht = <b>Wacht nog op akkoord</b>
mdo-rest = <b>Hierover is nog niets verteld</b>
mdo-bleef-voorstel = <b>Dit bleef een voorstel</b>
mdo-niets = Er zijn toen geen afspraken vastgelegd. Was er wel iets? Praat er gerust samen over.
mdo-regel = • { $wat } ({ $wie }, { $wanneer })
mdo-werkafspraak = • { $wat } ({ $wie }; terugkijken op { $wanneer })
mdo-open-regel = • { $wat }

## Doel van de kring, en wie waar veel van weet
knop-doel-voorstellen = Een doel voorstellen
knop-veel-van = Hier weet ik veel van
doel-uitleg =
    🎯 <b>Waar willen jullie samen naartoe?</b>

    Eén zin helpt, ook als jullie over de weg ernaartoe verschillen. Iedereen mag beginnen. Je schrijft de zin bij mij.
doel-ander = Past het doel niet meer? Stel een ander voor. Dan kiest ieder opnieuw.
doel-intussen-ander = Er staat nu een ander doel in de groep. Wat je over het vorige opschreef, bewaar ik niet. Past het nieuwe ook niet? Zeg daar gerust hoe jij het ziet.
doel-zegt-anders = { $wie } zegt het liever zo: { $wat }
ons-doel =
    🎯 <b>Ons doel</b>
    { $zin }
    Dit is het doel van: { $eens }.
ons-doel-niemand =
    🎯 <b>Ons doel</b>
    { $zin }
ons-doel-anders = { $anders }
wie-kop = <b>Wie is wie</b>
wie-regel = { $wie } ({ $rol })
wie-weet = { $wie } ({ $rol }) weet veel van: { $wat }

## Tekeningen
kaart-open =
    🖼 <b>{ $titel }</b>
    { $over }
kaart-kijken = Wat zie je? Wat lijkt op jullie? Zeg het hier gerust, als je wilt.
kaart-tekening = <i>Op de tekening: { $beeld }</i>
kaart-tip = 💡 Tip van ouders, voor school en hulp: { $tip }

## De ingevulde plaat
plaat-gehoord = Wie jullie hoorden:
plaat-titel = 🖼 <b>{ $titel }</b>
plaat-afspraken = Dit spraken jullie af
plaat-regel = { $wat } ({ $wie }, { $wanneer })
plaat-werkafspraak = { $wat } ({ $wie })
plaat-meer = <i>Er was meer. De rest staat hierboven in de groep.</i>
plaat-meer-mensen = <i>De groep is nu groter dan toen. Daarom laat ik de antwoorden hier weg.</i>
plaat-leeg = <i>Er gingen geen kaarten om en er kwamen geen afspraken. Jullie spraken elkaar wel.</i>
plaat-geen = Er is nog geen gesprek klaar. Daarna maak ik er een plaat van. Typ /gesprek om te beginnen.

## Voor jezelf: oefenen, één kaart alleen, vonken, wegwijzer, woorden
voor-wie-ouder = voor je kind
voor-wie-leerling = voor jezelf
voor-wie-onderwijs = voor deze leerling
voor-wie-jeugdhulp = voor dit kind
voor-wie-steunfiguur = voor dit kind
oefen-zonder-groep =
    Samen oefenen kan als je in een groep meedoet. Nu bewaar ik niets van je. De vragen kun je wel vast zelf beantwoorden, op papier:
    1. Wat gebeurde er? Alleen wat je zag of hoorde.
    2. Wat voelde je?
    3. Wat heb je nodig?
    4. Wat wil je bereiken voor het kind? Wat wil de ander, denk je?
    5. Wat wil je vragen? Eén ding.

    Begin je bericht met je antwoord op vraag 4. Eindig met vraag 5. Wachten tot morgen mag.
    Iemand zoeken die meedenkt: /wegwijzer
oefening-gewist = Goed. Van je oefening heb ik nu niets meer. Wat nog in deze chat staat, kun je zelf weghalen.
alleen-apart = Dat doe je in je eigen chat met mij. Daar ziet niemand anders het.
vonk =
    ✨ <b>{ $moment }</b>

    { $idee }
vonk-vraag =
    ✨ <b>{ $moment }</b>
    { $van }

    { $vraag }
vonk-van = { $wie } deelt een vonk. Vijf minuten, ieder één zin.
vonk-gedeeld = Gedaan. Je vonk komt in de groep, met één vraag voor iedereen.
vonk-in-de-groep = Deze vonk deel je in de groep zelf. Typ daar /vonk.
vonk-elke-week = Goed. Elke week stuur ik je één vonk, meestal op dinsdag. Stoppen kan altijd, met één tik.
vonk-niet-meer = Goed. Ik stuur geen vonk meer uit mezelf. Zelf vragen kan altijd: /vonk
knop-deel-de-vonk = Deel met de groep
knop-nog-een-vonk = Nog een
knop-elke-week-vonk = Elke week een vonk
knop-geen-vonk-meer = Niet meer elke week
wacht-vonk = je vonk van de week
plek =
    <b>{ $naam }</b>
    { $helpt }
    { $contact }
    <i>Nagekeken op { $dag }</i>
plekken =
    { $eerste }

    { $tweede }
plek-alleen = { $eerste }
woord =
    <b>{ $woord }</b>
    { $uitleg }
woorden = Welk woord wil je gewoon uitgelegd? Tik op een knop. Of typ het erachter, zoals: /woorden mdo
woord-onbekend = Dat woord ken ik nog niet. Vraag het gerust aan wie het zei: wat bedoel je precies? Deze woorden ken ik wel:
hulp-bij-woorden = Je schreef iets wat zwaar kan zijn. Misschien bedoel je het anders. Voor de zekerheid staat hieronder wie er kan helpen. Verdergaan mag gewoon.
menu-groep-vonk = Iets kleins voor vandaag
menu-groep-woorden = Een moeilijk woord uitgelegd
menu-prive-oefen = Oefen een moeilijk gesprek
menu-prive-zelf = Eén kaart, alleen voor jou
menu-prive-vonk = Iets kleins voor vandaag
menu-prive-wegwijzer = Wie kan mij helpen?
menu-prive-woorden = Een moeilijk woord uitgelegd

## Bijeenkomst
bijeenkomst-uitleg =
    🗓 <b>Bij elkaar komen</b>
    Iedereen mag hiermee beginnen, ook een ouder. Zo gaat het:

    1. Zeg waarvoor, en kies samen een dag en een plek.
    2. Wie zit er aan tafel, wie leidt, wie schrijft mee?
    3. Kies één kaart. Praat erover, en spreek één kleine stap af.
    4. Ouder en leerling lezen het verslag: klopt het?

    Nog nooit gedaan? Oefen eerst twintig minuten met een verzonnen verhaal.
knop-bijeenkomst-voorbereiden = Voorbereiden
knop-bijeenkomst-oefenen = Eerst samen oefenen
knop-print-principes = Print: acht principes
knop-print-praatplaat = Print: de praatplaat
bijeenkomst-samen = Op één plek, met één telefoon op tafel
bijeenkomst-online = Online: ieder antwoordt op de eigen telefoon
bijeenkomst-deels = Deels online. Wie in de kamer zit, deelt één telefoon. Wie online is, antwoordt op een eigen telefoon. Zo zit ieder in hetzelfde rondje.
bijeenkomst-afgesproken = <b>Dit spraken jullie af</b>
print-principes = Acht principes
print-praatplaat = De praatplaat
print-kaarten = 🖨 De kaarten om uit te knippen, met een vraag voor ieder. Zwart-wit mag.
print-plaat = 🖨 Alles op één blad, om samen naar te wijzen. Zwart-wit mag.
plaat-eigen-vak = Ons eigen onderwerp
plaat-vraag-1 = Hoe gaat dit nu bij ons?
plaat-vraag-2 = Wat kan er beter?
plaat-vraag-3 = Wat doen we al goed?
plaat-vraag-4 = Wat helpt ons, voor en met het kind?
plaat-vraag-5 = Welke stap zetten we samen?
## Hoe ver een leerling meedoet
leerling-nu-niet = De voorzichtigste keuze telt. In dit gesprek vraag ik je niets. Praat er thuis gerust even over. Toch meedoen? Tik in de groep op Ik doe mee.
leerling-stukje = De voorzichtigste keuze telt. In dit gesprek vraag ik alleen je eigen kaart. Verder hoef je niets. Praat er thuis gerust even over.

## Meekijken
kaart-niet-bij-meekijken = Je kijkt mee in deze groep. Deze kaart zien wie meedoet met de vragen. Vraag het gerust aan wie je steunt.
