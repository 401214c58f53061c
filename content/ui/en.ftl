## Rollen
# of: 12cf7ac4
rol-ouder = parent
# of: 459e3be5
rol-leerling = pupil
# of: d64debd9
rol-onderwijs = school
# of: ba93d742
rol-jeugdhulp = youth care
# of: 18839ed5
rol-steunfiguur = supporter

## Dagen
# of: 1798d491
datum =
    { $weekdag ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    } { $dag } { $maand ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }

## Knoppen
# of: 474164db
knop-doe-mee = Join in
# of: 3beabe37
knop-hoe-werkt-het = How does it work?
# of: 34b39a69
knop-mijn-antwoord = My answer
# of: 01fcb096
knop-ik-doe-mee = I'm joining in
# of: efddafdb
knop-klaar = Done
# of: c0d160c0
knop-sla-over = I'll skip this
# of: be422c8d
knop-aanpassen = Change it
# of: ca913b37
knop-deel-naam = Share with my name
# of: 65a0c312
knop-deel-rol = Share as a role ({ $rol })
# of: f0bf7b5c
knop-deel-mij = Only for me
# of: fdb40ebc
knop-laat-zien = Yes, show it
# of: 37a07ddd
knop-houd-dicht = No, keep it closed
# of: 0f0513be
knop-uitgepraat = We've talked it through
# of: 0544a97d
knop-liever-bellen = Rather call or meet
# of: f9218db6
knop-afspraak-maken = Make an agreement
# of: e8183c5b
knop-ik-zet-een-stap = Yes, I'll take a step
# of: 72b5fc65
knop-nu-niet = Not now
# of: f78c2c04
knop-zo-is-het-goed = It's fine like this
# of: 0bfe969c
knop-korter-maken = Make it shorter
# of: 39ff8478
knop-stoppen = Stop
# of: 05e2c66f
knop-overslaan = Skip
# of: abc71b19
knop-over-1-week = In a week
# of: d155aef5
knop-over-2-weken = In two weeks
# of: 9c40e805
knop-over-4-weken = In four weeks
# of: 7a1c1a1c
knop-die-dag-alleen = Only that day
# of: 0b445b75
knop-over-6-weken = In six weeks
# of: 985604fa
knop-over-8-weken = In eight weeks
# of: 56310a8c
knop-gisteren = Yesterday
# of: 45b2178c
knop-vandaag = Today
# of: 798ef966
knop-kalender = Pick from the calendar
# of: cb8ed780
knop-klopt = Yes, that's right
# of: bb98156f
knop-andere-dag = Another day
# of: b5fea716
knop-dag = { $dag }
# of: fcd003b3
knop-ik = Me
# of: 21c871d3
knop-lid = { $wie }
# of: 2aa630bf
knop-dit-zijn-ze = That's everyone
# of: 571624c8
knop-iedereen = Everybody
# of: 722220e1
knop-hulp = Need help?
# of: cb8eb9e8
knop-gesprek-beginnen = Start a talk
# of: 493aedb3
knop-ik-help-mee = I'll help
# of: 3552f042
knop-peiling-aan = Ask this every six weeks
# of: bae0726f
knop-peiling-uit = No longer every six weeks

## Welkom en uitleg
# of: 9b65469d
welkom-groep =
    👋 Hi, I'm <b>Praatmaat</b>, a computer program. I help you talk about how you work together.

    Everyone answers alone first, in a chat with me. What you share opens here, all at the same time. I don't read along in the group, and I'm not an emergency service.

    I keep first names, roles, answers and agreements. What you write is stored encrypted. Read more: /privacy
# of: 0e6902c0
hoe-werkt-het = You answer alone first, in a chat with me. What you share opens at the same moment. Together you choose one small step. Later I ask whether it worked. Anyone can start: /gesprek
# of: c8598114
doet-mee = { $wie } is taking part.
# of: b22c70e0
nieuw-lid = Welcome. I'm Praatmaat, a computer program that helps you talk. Would you like to join in? Tap the button. I'll explain it to you in private.
# of: 498160cd
weer-terug = I'm back. What you agreed is still here. Type /gesprek to start.
# of: 0305b545
openbare-groep =
    This group is public. Anyone can read along here. That isn't safe for a talk around a child.

    Make a private group and add me there. I'm leaving now.
# of: 5d3d3253
geen-kanaal = I only work in a private group, not in a channel. I'm leaving now.
# of: 630e65c2
start-prive =
    Hi, I'm Praatmaat, a computer program. I help parents, pupils, school and youth care talk about how they work together.

    I work in a group. Add me to your group. Then tap <b>Join in</b> there.
    Looking for someone to talk it over with? /wegwijzer

    I'm not an emergency service. Is there danger? Call 112. More help: /hulp
# of: f223430a
start-lid =
    Good to see you. You're already taking part.

    If there is a question for you, you'll find it here. Nothing is open right now.
    Your agreements: /afspraken · Help: /hulp · Stop: /stop · What else is possible: /help
# of: 2f699ca6
link-verlopen = This link no longer works. Tap the button in the group again.
# of: 7ef78652
al-lid = You're already taking part in this group. If there is a question for you, you'll find it here.

## De eerste regel van een melding: neutraal, want anderen kijken soms mee
# of: 30ca265f
neutrale-eerste-regel = Praatmaat has a message for you.
# of: 37c92afd
mogelijk-dubbel = This message may have come twice. One answer is enough.
# of: c399a086
even-weg = I was away for a while. I'm back. Did something get left behind? Feel free to send it again.
# of: f34bd6c8
meer-vragen =
    { $n ->
        [one] I have one more question after this. It can wait.
       *[other] I have { $n } more questions after this. One at a time is fine.
    }
# of: 84cfa93a
tekstveld = Your answer goes here
# of: fa9efb48
een-spraakbericht = 🎤 a voice message
# of: cc14a37b
een-foto = 🖼 a photo
# of: f1072c1d
van-wie = From { $wie }
# of: ccb1a09a
verwijderd = [removed]
# of: 948f16b9
iemand = someone
# of: 445b6a6b
en = { $eerste } and { $laatste }
# of: f45c5438
jullie-kind = your child
# of: 137f4e53
dit-kind = this child
# of: daef9fbc
de-groep = your group
# of: 4c847d4b
de-groep-rond = the group around { $kind }
# of: 04107a85
over-welke-groep = This is about { $kring }.

## Alleen antwoorden
# of: 75f4ef75
vraag-alleen =
    <b>{ $titel }</b>

    { $vraag }

    Type your answer, say it out loud or send a photo. More than one message is fine. Nobody sees it until you choose.
# of: 1e9e50c1
vraag-kort =
    <b>{ $titel }</b>

    { $vraag }

    Type your answer or say it out loud. One message is enough. Nobody sees it until you choose.
# of: ba82f604
vraag-eigen-stoel =
    <b>{ $titel }</b>

    { $vraag }

    Type your answer or say it out loud. One message is enough. Later someone else writes what you might say. If you share your answer, the two are shown together. Nobody sees anything until you choose.
# of: daaeabce
vraag-stoel =
    <b>{ $titel }</b>

    { $vraag }

    Sit in { $ander }'s chair for a moment. Type what you think or say it out loud. It is never right or wrong. One message is enough. If you share it, it is shown below { $ander }'s own answer.
# of: 13c5b5c4
vraag-schaal =
    <b>{ $titel }</b>

    { $vraag }

    0 = { $laag }
    10 = { $hoog }

    Tap a number. Soon the group sees all the numbers together, without names. In a small group people can sometimes guess who chose what. There are { $mensen } people in the group. { $buiten ->
        [0] Everyone is taking part.
        [one] 1 person who isn't taking part will see this too.
       *[other] { $buiten } people who aren't taking part will see this too.
    }
# of: 36caec64
vraag-schaal-onbekend =
    <b>{ $titel }</b>

    { $vraag }

    0 = { $laag }
    10 = { $hoog }

    Tap a number. Soon the group sees all the numbers together, without names. In a small group people can sometimes guess who chose what. I can't see right now how many people are in the group. Before I show anything, I'll ask you once more.
# of: 9e25ceb4
vraag-keuze =
    <b>{ $titel }</b>

    { $vraag }

    Tap what suits you. Soon the group sees how often each answer was chosen, without names. In a small group people can sometimes guess who chose what. There are { $mensen } people in the group. { $buiten ->
        [0] Everyone is taking part.
        [one] 1 person who isn't taking part will see this too.
       *[other] { $buiten } people who aren't taking part will see this too.
    }
# of: 2fab79ad
vraag-keuze-onbekend =
    <b>{ $titel }</b>

    { $vraag }

    Tap what suits you. Soon the group sees how often each answer was chosen, without names. In a small group people can sometimes guess who chose what. I can't see right now how many people are in the group. Before I show anything, I'll ask you once more.
# of: 18a8323c
stoel-leeg = This question is no longer needed. You don't have to do anything.
# of: 5c67ba79
bewaard = Saved, for your eyes only. You can send more. Tap Done when this is everything.
# of: 52b62fa2
staat-erbij = Added. Tap Done when this is everything.
# of: 438b7b0c
overgeslagen = That's fine, you're skipping this question. Want to answer after all? Tap My answer in the group.
# of: 257eeb0f
opnieuw =
    Send your answer again. I erased the old one. You can still read it above in this chat.

    { $vraag }
# of: b84b8a49
hoe-delen =
    This is your answer:

    { $antwoord }

    There are { $mensen } people in the group. { $buiten ->
        [0] Everyone is taking part.
        [one] 1 person who isn't taking part will see this too.
       *[other] { $buiten } people who aren't taking part will see this too.
    }

    How would you like to share it?
# of: 52e6eaf7
hoe-delen-onbekend =
    This is your answer:

    { $antwoord }

    I can't see right now how many people are in the group. Before I turn the cards, I'll ask you once more.

    How would you like to share it?
# of: 382210ea
hoe-delen-spraak =
    This is your answer:

    { $antwoord }

    People would recognise your voice. So it can't be shared as a role. There are { $mensen } people in the group. { $buiten ->
        [0] Everyone is taking part.
        [one] 1 person who isn't taking part will hear this too.
       *[other] { $buiten } people who aren't taking part will hear this too.
    }

    How would you like to share it?
# of: 89533386
hoe-delen-spraak-onbekend =
    This is your answer:

    { $antwoord }

    People would recognise your voice. So it can't be shared as a role. I can't see right now how many people are in the group. Before I turn the cards, I'll ask you once more.

    How would you like to share it?
# of: 8361f91b
dank-naam = Thank you. Your answer is ready, with your name. The group sees it when the cards are turned. Until then you can change it: tap My answer in the group.
# of: b5ee0fc4
dank-rol = Thank you. Your answer is ready, as { $rol }. In a small group people can sometimes guess who it is. Until the cards are turned you can change it: tap My answer in the group.
# of: a27fa05c
dank-spreiding = Thank you. Your answer is ready, without a name. The group sees all answers at once. Until then you can change it: tap My answer in the group.
# of: ee2348cd
dank-mij = Thank you. This stays with you. The group won't see it. Want to share it after all? Tap My answer in the group.
# of: 532e6f24
tijd-om-niet-gedeeld = The talk goes on in the group. Your answer stays closed, because you hadn't shared it yet. You can still join the talk.
# of: 5d96d59a
herinnering-keuze = This question is still open for you. One tap is enough. Not answering is fine too: I won't ask again after this.
# of: 905e0891
herinnering-vraag = This question is still open for you. You can answer it or skip it. I won't remind you again.

## Het bord
# of: ffbb52c2
bord-kop =
    <b>{ $titel }</b>
    { $over }
# of: b871f505
bord-uitleg-alleen = Everyone gets one question, alone, in the chat with me. Is everybody ready, or is the time up? Then we turn all the shared cards at once.
# of: 3e8273d8
bord-uitleg-kort = Everyone gets one question, alone, in the chat with me. One message is enough. Is everybody ready, or is the time up? Then we turn all the shared cards at once.
# of: 3340cd99
bord-uitleg-schaal = Everyone gives a number, alone, in the chat with me. One tap is enough. Is everybody ready, or is the time up? Then you see all the numbers together, without names.
# of: 45e6a3d4
bord-uitleg-keuze = Everyone chooses alone, in the chat with me. One tap is enough. Is everybody ready, or is the time up? Then you see all the answers together, without names.
# of: b8e9d735
bord-uitleg-eigen-stoel = Everyone first answers for themselves, in the chat with me. Then you sit in someone else's chair for a moment. After that we turn everything at once.
# of: 7c5ad8d1
bord-uitleg-stoel = Now everyone writes what someone else might say, in the chat with me. It is never right or wrong. Is everybody ready, or is the time up? Then we turn everything at once.
# of: 7201cd7b
bord-vraag =
    { $uitleg }

    ✉️ { $klaar ->
        [one] 1 of { $van } is ready.
       *[other] { $klaar } of { $van } are ready.
    }
# of: d78f6200
bord-draaien = All the cards are ready. We're turning them now.
# of: 8ed4d249
bord-praten =
    💬 { $vraag }

    Talk freely, here in the group. I don't read along. Take your time. At the end you look for one small step together.
# of: 206130fa
bord-afspraak =
    🤝 Which small step do you agree on? One is enough, none is fine too. With Done you close the talk.

    For example:
    { $voorbeelden }
# of: b97b11a5
bord-stand =
    { $voorgesteld ->
        [one] 1 step has been proposed.
       *[other] { $voorgesteld } steps have been proposed.
    } { $staat ->
        [0] None has everyone's yes yet.
        [one] 1 is settled.
       *[other] { $staat } are settled.
    }
# of: c62edc78
bord-gestopt = This talk has stopped. What was closed stays closed.
# of: cf358547
doet-mee-vanaf-nu = Good, you're taking part from now on. Join the talk in the group.

## Rondje
# of: d420b177
knop-ik-ben-geweest = I've had my turn
# of: 74b8de86
knop-ik-geef-door = I pass
# of: 88f1635a
knop-tafel-geweest = Said. Next one
# of: abc69cb5
knop-tafel-door = Pass
# of: 884f7ad6
knop-tafel-leeg = They aren't here
# of: 6f44d3d8
knop-rondje-klaar = We go on
# of: 7d46a081
bord-rondje =
    🗣 Speaking now: <b>{ $wie }</b>.

    { $vraag }
# of: 766031d2
bord-rondje-hoe = Say it out loud, or type it here. The others listen for a moment. Passing is fine. I don't read along.
# of: bbc46b43
bord-rondje-hoe-tafel = One phone on the table is enough. I say whose turn it is. Someone reads the question out and taps. Is anyone somewhere else? They type along here. Passing is fine.
# of: 5d7764af
bord-rondje-daarna = After that: { $wie }
# of: aa61e7c6
bord-rondje-iedereen = Anyone may tap now to go on.
# of: c55c0973
bord-rondje-rond = The round is complete. Did you pass, and would you like to say something after all? You can now. Then tap We go on.
# of: db4cf5c6
bord-rondje-rond-tafel = The round is complete. Would anyone like to say something? Also whoever passed, or sits here without a phone. Then tap We go on.
# of: e5cddf70
stoel-leerling = the pupil
# of: 612b00c5
stoel-ouder = a parent
# of: 39813195
stoel-onderwijs = someone from school
# of: 877449ff
jouw-beurt =
    There is a round in the group, and it's your turn. This is the question:

    { $vraag }

    Tell it in the group, and tap I've had my turn there. Passing is fine too.

## Omdraaien
# of: 01278bf7
kaarten-omgedraaid = 🎴 <b>{ $titel }</b>: this is what you say
# of: efee75be
geen-kaarten = There is nothing to show right now. That's all right. You can simply talk about it here.
# of: 2ba3ac4e
kaarten-blijven-dicht = It stays closed this time. You can talk without it too.
# of: 50fd3786
enige-kaart =
    Your answer is the only one to show right now. It is still closed.

    { $antwoord }

    There are { $mensen } people in the group. Would you like to show it anyway?
# of: 74d9fca7
enige-kaart-onbekend =
    Your answer is the only one to show right now. It is still closed.

    { $antwoord }

    Would you like to show it anyway?
# of: 5bc67d4b
groep-groeide =
    There are now { $mensen } people in the group. That may be more than when you shared. Nothing has been shown yet.

    This is your answer:
    { $antwoord }

    May the group still see it?
# of: 1ec5623a
groep-onbekend =
    I can't see right now how many people are in the group. Nothing has been shown yet.

    This is your answer:
    { $antwoord }

    May the group still see it?
# of: 000a2fe1
enige-keuze =
    Your answer is the only one to show right now. It is still closed. You tapped it above in the chat.

    There are { $mensen } people in the group. Would you like to show it anyway?
# of: 711ea587
enige-keuze-onbekend =
    Your answer is the only one to show right now. It is still closed. You tapped it above in the chat.

    Would you like to show it anyway?
# of: d1698e33
keuze-groep-groeide = There are now { $mensen } people in the group. That may be more than when you chose. Nothing has been shown yet. May the group still see your answer, without a name?
# of: ff99aec1
keuze-groep-onbekend = I can't see right now how many people are in the group. Nothing has been shown yet. May the group still see your answer, without a name?
# of: f30d4b0c
elke-stip = Each dot is one answer. There are no names with it.
# of: c81f0663
dacht = ↳ { $wie } ({ $rol }) thought:
# of: d055130c
mag-zien = Thank you. If there are enough cards, yours will be among them.
# of: 6f88631e
blijft-dicht = That's fine. Your card stays closed.
# of: 12a144aa
liever-bellen = ☎️ Someone would like to call or meet about this. Each of you, name two moments that suit you. Then choose one together.

## Reageren op elkaars kaart, en het gesprek openen
# of: 52dc1108
knop-ik-herken = I recognise …
# of: 837f6594
knop-ik-wist-niet = I didn't know that …
# of: db190a65
knop-ik-wil-je-vragen = I'd like to ask you …
# of: 4a726705
knop-andere-kaart = Another card
# of: e2e587de
reageren =
    This is { $wie }'s card:

    <i>{ $kaart }</i>

    How does your reaction begin? Next you write one sentence. Everyone else will see it, with your name.
# of: 215035d9
reactie-afmaken =
    Finish the sentence, about { $wie }'s card:

    <b>{ $begin }</b>

    Type it or say it, in one message. There are { $mensen } people in the group. { $buiten ->
        [0] Everyone is taking part.
        [one] 1 person who isn't taking part will see this too.
       *[other] { $buiten } people who aren't taking part will see this too.
    } They see your reaction with your name, even if yours is the only one.
# of: 32e6613a
reactie-afmaken-onbekend =
    Finish the sentence, about { $wie }'s card:

    <b>{ $begin }</b>

    Type it or say it, in one message. The group sees your reaction with your name, even if yours is the only one. I can't see right now how many people that is. Before I show anything, I'll ask you once more.
# of: e74ded8f
reactie-klaar = Thank you. Your reaction is ready. The group sees all reactions at once. Until then you can change yours: tap My answer in the group.
# of: 775312fd
bord-reageren =
    💬 Read each other's cards. Everyone gets someone else's card, alone, and writes one sentence about it. Then all the reactions come here at once.

    ✉️ { $klaar ->
        [one] 1 of { $van } is ready.
       *[other] { $klaar } of { $van } are ready.
    }
# of: f3abed43
bord-reacties = All the reactions are ready. Here they come.
# of: 7b0175d4
reacties-samen = 💬 <b>{ $titel }</b>: this is how you react to each other. Is there a question about your card? Answer it here if you like.
# of: fe526586
reactie-bij = about { $wie }'s card: <b>{ $begin }</b>
# of: 53136e1e
weiger-niet-gevraagd = This question isn't for you now. What others share, you'll read in the group soon.
# of: 869c1cfa
knop-begin-alvast = Start already
# of: d8e23f42
knop-deel-opening = Share this with the group
# of: bbd23a9a
openen =
    Would you open this talk? Whoever begins makes it easier for others. It is about <b>{ $titel }</b>.

    Finish these two sentences, together in one message:
    • I want this talk because …
    • What I don't know yet is …

    Nobody sees it until you share it. You can skip this.
# of: a1b42b4b
opening-delen =
    This is your opening:

    <i>{ $tekst }</i>

    There are { $mensen } people in the group. { $buiten ->
        [0] Everyone is taking part.
        [one] 1 person who isn't taking part will see this too.
       *[other] { $buiten } people who aren't taking part will see this too.
    } They will read your opening in the group, with your name. Shall I share it?
# of: 2c013835
opening-delen-onbekend =
    This is your opening:

    <i>{ $tekst }</i>

    Everyone in the group will read your opening, with your name. I can't see right now how many people that is. Shall I share it?
# of: d46350a8
opening-groep-groeide =
    There are { $mensen } people in the group now. That may be more than when you shared. Nothing has been shown yet.

    This is your opening:
    <i>{ $tekst }</i>

    May the group still read it, with your name?
# of: e65507b7
opening-groep-onbekend =
    I can't see right now how many people are in the group. Nothing has been shown yet.

    This is your opening:
    <i>{ $tekst }</i>

    May the group still read it, with your name?
# of: acc1f00b
opening-komt = Thank you. Your opening goes to the group. In the evening I hold it until the morning. After that everyone gets the first question.
# of: d0e53c27
opening-te-laat = The talk has started without your opening. What you wrote for it has been wiped. There is nothing you need to do.
# of: 80497521
opening-van = 🌱 <b>{ $titel }</b>: this is how the talk begins.
# of: aeb4c252
opening-niet = That's fine. The talk starts now. The first question is for everyone.
# of: 3c7f74ae
bord-wacht-op-opening = 🌱 First someone from school or youth care says why we are having this talk. If that doesn't work out, the talk starts by itself after one school day. Then everyone gets a question, in private.
# of: 00aa964b
gast-vraagt =
    🪑 <b>Six weeks later</b>
    { $wie } is curious: what came of it? Tell it here, even if it didn't work yet.
# of: 032d0a8c
knop-even-pauze = A break

## Een kleine stap
# of: 1f307bc4
eerste-stap =
    You're now looking for a small step together. Parents and pupil often depend on what you do. That's why I ask you first.

    For example:
    { $voorbeelden }

    Would you like to take a step?
# of: 515c8139
nu-niet = That's fine. Later is possible too: tap Make an agreement in the group.
# of: 54b62bee
best-lang =
    This is what it says now:

    { $tekst }

    A short sentence is easier to remember, around { $meest } letters. Would you like to make it shorter?
# of: 2cb0f4aa
schrijf-korter = Send your shorter sentence. Start with what someone does.
# of: e466e6d4
wie-nog = Who does it: { $wie }. Is anyone else doing it too?
# of: b41308f9
dag-klopt = That is <b>{ $dag }</b>. Is that right?
# of: edbc8422
dag-welke = Which day do you mean?
# of: a3eb05a8
kalender = Tap a day.
# of: 4d9050a9
akkoord-staat = Thank you. The agreement stands. The group reads it too. Around that day I'll ask you here how it went.
# of: 20b4695b
akkoord-wacht-op-anderen = Thank you, I have your yes. I'm waiting for one more yes from someone else. Once the agreement stands, you'll read it in the group.
# of: 83036086
anders-staat = Done. The group sees the new words.
# of: ead42d72
anders-wacht = Thank you. I'll ask the others who do this whether they agree. Until then it stays as it was.
# of: c35fdbb8
anders-past-niet = Not everyone wants it changed yet: <i>{ $wat }</i>. So it stays as it was. Feel free to talk about it together.
# of: d6acbd6b
groep-anders =
    ✏️ <b>Changed</b>
    Before: { $was }
    Now: { $wat }
    Who: { $wie }
# of: c7337cf1
overnemen-niet-meer-nodig = Thank you. This is no longer needed.
# of: 0f8ce307
overnemen-drie-open = Good of you to offer. You already have three open actions. More soon becomes too much. The agreement stays with { $wie }. It can still be done later.
# of: 8237bcf1
overnemen-past-niet = Taking this over doesn't suit { $wie } right now: <i>{ $wat }</i>. The agreement stays with you.
# of: 4bc86c3e
overnemen-doet-al = Good of you to offer. You're already doing this. { $wie }'s part stays with { $wie }.
# of: e8d852f8
overnemen-geen-antwoord = You asked someone to take this over. There was no answer yet: <i>{ $wat }</i>. The agreement stays with you.
# of: 22dac5a1
overgenomen = Thank you. The agreement is yours now. Around that day I'll ask you here how it went.
# of: 94047c7f
groep-overgenomen = 🤝 { $wie } takes this over from { $van }: <i>{ $wat }</i>
# of: 85cc8391
ander-stopt = { $wie } can't go on with this: <i>{ $wat }</i>. Your part simply stays. Feel free to talk about it together.
# of: c72a6af4
hulp-niet-meer-nodig = { $wie } is stopping this: <i>{ $wat }</i>. So your help is no longer needed. Thank you for helping.
# of: d93204f9
hulp-helpt = { $wie } helps you with this: <i>{ $wat }</i>. Just ask.
# of: cb94879b
hulp-past-niet = Helping doesn't suit { $wie } right now: <i>{ $wat }</i>. The agreement simply stays.
# of: ac8f4320
afspraak-staat =
    📌 <b>Agreed</b>
    { $wat }
    Who: { $wie }
    When: { $wanneer }
# of: 8c342d1c
werkafspraak-staat =
    🤝 <b>This is how we do it from now on</b>
    { $wat }
    Who: { $wie }
    Looking back: { $wanneer }
# of: 99c45275
voorstel-teruggenomen = All right, this proposal is off. Nobody needs to do anything about it. You can always propose something else.
# of: fb2da9bd
voorstel-toch-niet = { $wie } isn't proposing this after all: <i>{ $wat }</i>. You don't need to answer any more.
# of: 07f5f988
voorstel-past-niet = This proposal doesn't fit yet: <i>{ $wat }</i>. Another proposal is always welcome.
# of: 7fee1939
zo-doen-we-het =
    🤝 <b>This is how you do it from now on</b>
    { $wat }
# of: 78ce7bba
afspraken-balans = What is under way: { $thuis } from home, { $school } from school, { $zorg } from youth care.
# of: 93961937
afspraken-balans-school = What is under way: { $thuis } from home, { $school } from school.
# of: 0942a1c0
afspraken-balans-zorg = What is under way: { $thuis } from home, { $zorg } from youth care.
# of: 26e97509
nog-op-de-lijst =
    You agreed this earlier. See together whether it still fits:
    { $wat }
# of: b8077cee
groep-gelukt = ✅ Done. { $wie }: <i>{ $wat }</i>
# of: ebbc7e79
groep-deels = 🌗 Part of it is done. { $wie }: <i>{ $wat }</i>
# of: a9fb2081
kleiner-gemaakt = { $wie } made the step smaller, so that it fits. Now it is: <i>{ $wat }</i>
# of: cd553706
hulp-gevraagd =
    🤝 { $wie } is looking for help with:
    <b>{ $wat }</b>

    Who can lend a hand, or an idea?
# of: 8d08f4f8
hulp-gevonden = 🤝 { $wie } is helping { $voor }. Lovely.
# of: 90a40872
hulp-komt = { $wie } is helping you with <i>{ $wat }</i>. Agree together how.
# of: 4de9a49c
hulp-al-gevonden = Someone is already helping, or it's already arranged. Good of you to offer.
# of: b36772c4
hulp-eigen = This is your own agreement. Someone else can say yes here.

## Wat anderen merkten, alleen voor wie het deed
# of: 5a555d63
gemerkt-ja = { $wie } noticed it: <i>{ $wat }</i>. { $hielp }
# of: 29296b72
gemerkt-beetje = { $wie } noticed it a little: <i>{ $wat }</i>. { $hielp }
# of: 7884b626
gemerkt-nee = { $wie } hasn't noticed it yet: <i>{ $wat }</i>. That says nothing about your effort. Sometimes it takes more time.
# of: 5db60278
hielp-ja = It helped.
# of: 51e2c5df
hielp-beetje = It helped a little.
# of: 38ab73a6
hielp-nee = It hasn't helped yet. Perhaps you can talk about it some time.
# of: 448755c9
hielp-weet-niet = Whether it helped can't be said yet.
# of: d8b7ff1e
iemand-uit-de-groep = Someone from the group

## Afspraken bekijken
# of: 1cdefa73
afspraken-kop = 📌 <b>Agreements</b>
# of: 96dcd2d1
afspraken-geen = There are no agreements yet. That's all right. You make a small step with the button Make an agreement.
# of: 8c3ed3b3
afspraken-geen-prive = You have no agreements right now. You make a small step in the group: type /afspraken there.
# of: aca99a14
afspraken-van-jou = 📌 <b>Yours</b>
# of: 39471f7b
afspraken-wacht-op = ⏳ <b>You're waiting for</b>
# of: adfb3ee3
afspraken-van-anderen = <b>Of others</b>
# of: 3953186d
afspraken-zo-werken-we = 🤝 <b>How we do it from now on</b>
# of: 298d4b32
afspraken-wacht-op-akkoord = <b>Still waiting for a yes</b>
# of: df70ad98
afspraken-in-kring = <i>In { $kring }</i>
# of: 229e3555
afspraken-in-kring-met = <i>In the group with { $wie }</i>
# of: e45b4a91
afspraken-meer =
    { $n ->
        [one] And 1 more.
       *[other] And { $n } more.
    }
# of: f16fc02f
afspraken-tik = Tap a number to see that card.
# of: 2ab51ae4
afspraken-tik-groep = Tap a number to see that card, in your own chat with me.
# of: 09f707c6
regel-mijn = { $wat }, { $wanneer }
# of: 14b1657f
regel-mijn-akkoord = { $wat }, { $wanneer }. Waiting for your yes.
# of: 12bde00c
regel-van = { $wie }: { $wat }, { $wanneer }
# of: 0a531ba6
regel-van-akkoord = { $wie }: { $wat }, { $wanneer }. Waiting for a yes.
# of: 8a170b1f
regel-werkafspraak = { $wat }
# of: b745c7e7
regel-werkafspraak-akkoord = { $wie }: { $wat }. Waiting for a yes.
# of: 6b94b2e5
regel-werkafspraak-mijn-akkoord = { $wat }. Waiting for your yes.
# of: e8e3d699
afspraken-klaar = ✅ <b>What is finished</b>
# of: e8e07519
knop-wat-klaar-is = What is finished
# of: caa0212c
knop-mijn-afspraken = My agreements
# of: f801391f
knop-elke-week = Send me this every week
# of: 40153381
knop-niet-meer-elke-week = No longer every week
# of: 0e1bb52d
weekoverzicht-aan = Good. You'll get this every Monday, or shortly after. Nothing there for you? Then I send nothing. You can stop any time.
# of: feaae8ae
weekoverzicht-uit = All right. I won't send you a weekly overview any more. With /afspraken you can look whenever you like.
# of: b494dcbb
weekoverzicht-kop = This is what there is this week.

## De kaart van een afspraak
# of: 428b154f
kaart-kop = 📌 <b>{ $wat }</b>
# of: 1638a5bd
kaart-werkafspraak = This is how we do it from now on.
# of: 4a04d5b4
kaart-als = Moment: { $als }
# of: cc362018
kaart-plan-b = Plan B: { $plan }
# of: 8e70008b
kaart-vervallen = This agreement is off.
# of: 1856490c
kaart-helpt = Helping: { $wie }
# of: 9a98f42e
kaart-regie = Keeping watch: { $wie }. Whoever keeps watch makes sure that nothing gets forgotten.
# of: 84d41ac4
kaart-terugkijken = We look back on { $dag }.
# of: 5a8780d4
kaart-wie-open = • { $wie }, { $wanneer }: no yes yet
# of: 93e5da83
kaart-wie-akkoord = • { $wie }, { $wanneer }: said yes
# of: 0235a82f
kaart-wie-liever-niet = • { $wie }: would rather not
# of: db84b8c5
kaart-wie-gestopt = • { $wie }: stopped
# of: 248d81cd
kaart-wie-gelukt = • { $wie }: done ✅
# of: 9670fa68
kaart-wie-deels = • { $wie }: part of it is done
# of: 14cbfe0f
kaart-wie-nog-niet = • { $wie }, { $wanneer }: not done yet
# of: 599277b0
kaart-wie-niet-meer-nodig = • { $wie }: no longer needed
# of: 5373e2dd
kaart-wie-gelukt-nog-dicht = • { $wie }: done ✅ Only you see this.
# of: b3b0783d
kaart-wie-deels-nog-dicht = • { $wie }: part of it is done. Only you see this.
# of: 9c8cfc7e
kaart-wie-nog-niet-nog-dicht = • { $wie }, { $wanneer }: not done yet. Only you see this.
# of: abfeec13
kaart-wie-niet-meer-nodig-nog-dicht = • { $wie }: no longer needed. Only you see this.
# of: 5b1896b7
kaart-kleiner = { $wie } does a smaller part: <i>{ $wat }</i>
# of: 9fcd06f3
kaart-samen-akkoord = • { $wie }: said yes
# of: c49e5f88
kaart-samen-open = • { $wie }: no yes yet
# of: 0e336ded
kaart-verhaal = <b>What happened</b>
# of: 2b099c95
knop-akkoord-geven = Give your answer
# of: 550a5abd
knop-hoe-ging-het = How did it go?
# of: d23398ee
knop-toch-niet-voorstellen = Don't propose it after all
# of: 3741a0a0
knop-overdragen = Hand over
# of: 0da0052a
knop-ermee-stoppen = Stop doing this
# of: 3b1adb6b
knop-in-mijn-agenda = Into my calendar
# of: f7b4a7cd
knop-alles-in-mijn-agenda = Put them in my calendar
# of: 9582eb5f
jij = You
# of: 4ae124a8
jou = you
# of: 1ea58643
uitkomst-gelukt = done
# of: ea2a8dc9
uitkomst-deels = part of it is done
# of: 0bbeacca
uitkomst-nog-niet = not done yet
# of: f12f857c
uitkomst-niet-meer-nodig = no longer needed
# of: 9d20b65e
verhaal-voorgesteld = { $dag }: proposed by { $wie }
# of: c067e75c
verhaal-akkoord = { $dag }: yes from { $wie }
# of: 971037e8
verhaal-akkoord-dag = { $dag }: yes from { $wie }, for { $nieuw }
# of: 54ce3d30
verhaal-liever-niet = { $dag }: it didn't suit { $wie } then
# of: db8da93b
verhaal-uitkomst = { $dag }: answer from { $wie }: { $uitkomst }
# of: 47a31787
verhaal-verteld = { $dag }: told to the group by { $wie }: { $uitkomst }
# of: a5e5349b
verhaal-verzet = { $dag }: another day, chosen by { $wie }
# of: 28df2343
verhaal-verzet-dag = { $dag }: new day: { $nieuw }, chosen by { $wie }
# of: 8421170d
verhaal-anders-gezegd = { $dag }: put differently by { $wie }. Before it said: <i>{ $eerst }</i>
# of: 096c9a8a
verhaal-overgedragen = { $dag }: handed over by { $wie } to { $ander }
# of: afaf86a3
verhaal-hulp-gevraagd = { $dag }: help asked by { $wie }
# of: d8d30aee
verhaal-helpt = { $dag }: help from { $ander }
# of: 3f2a808f
verhaal-gestopt = { $dag }: stopped by { $wie }
# of: d8f808e5
verhaal-gehouden = { $dag }: looked back on it, we keep doing it
# of: b104bd1d
verhaal-gemerkt-ja = { $dag }: noticed by { $ander }. { $hielp }
# of: ce580f3c
verhaal-gemerkt-beetje = { $dag }: noticed a little by { $ander }. { $hielp }
# of: 0f35759c
verhaal-gemerkt-nee = { $dag }: not noticed yet by { $ander }
# of: 43a6ba94
verhaal-later = { $dag }: question moved to { $nieuw } by { $wie }
# of: bafe6af1
verhaal-teruggenomen = { $dag }: proposal taken back by { $wie }
# of: 5c113adf
verhaal-opnieuw-besproken = { $dag }: talked about again

## In je eigen agenda
# of: 3f2e51f6
agenda-bestand = 📅 Open this file and your calendar takes it over. Whoever can look into your calendar can read it too.
# of: b23e4b05
agenda-leeg = There is nothing of yours for your calendar right now.
# of: 8a170b1f
agenda-afspraak = { $wat }
# of: 25a7b930
agenda-terugkijken = Looking back: { $wat }

## Peiling
# of: 49a6949b
peiling-titel = How are we doing together?
# of: 666cc73f
peiling-uitleg = Mark: the average. Line: from the lowest to the highest number.
# of: 8947fbc1
peiling-te-weinig = too few answers so far
# of: d51ac0a8
peiling-vraag-gehoord = Heard
# of: 897c6744
peiling-vraag-zelfde-doel = Same goal
# of: 6cad451c
peiling-vraag-wie-doet-wat = Who does what
# of: 42b09f40
peiling-vraag-vertrouwen = Trust
# of: f70400b7
peiling-gemiddelde = { $heel }.{ $tiende }
# of: 0b3541c8
peiling-dag =
    { $dag } { $maand ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
# of: 9f742c51
peiling-kop =
    📈 <b>How are we doing together?</b>
    From 0 to 10: the average, with the lowest and the highest number.
# of: 1fea0be5
peiling-moment = <b>{ $dag }</b>
# of: c6307fc5
peiling-cijfer = { $vraag } { $heel }.{ $tiende } ({ $laagste } to { $hoogste })
# of: 67f539bc
peiling-nog-niets =
    There is nothing to show yet. After a longer talk I ask everyone, alone, for four numbers.

    Do three people or more answer? Then you see here how you're doing together, without names.
# of: 4713813f
peiling-aan = { $wie } turned on the regular questions. Every six weeks I ask everyone, alone, for four numbers. Skipping is always fine. Anyone can turn this off again here.
# of: 3c3e4778
peiling-uit = { $wie } turned off the questions of every six weeks. After a longer talk I still ask.
# of: 7d4f6d22
peiling-eigen-kop = <b>Your own numbers</b>. Only you see them.
# of: 822f95c9
peiling-eigen-cijfer = { $vraag } { $cijfer }
# of: a9f72bdc
peiling-eigen-geen = You haven't given any numbers yet. After a longer talk I ask for four. Only you see them.
# of: 62f0d065
peiling-uitnodiging =
    💬 Shall we look at this together?

    Working together goes up and down. The numbers bring up something to talk about. You can see what it is with /peiling. I never say whose number is whose.

## Wanneer het iemand uitkomt
# of: b2e2e7bc
moment-ochtend = in the morning, around 9
# of: 9fea3a23
moment-middag = in the afternoon, around 4
# of: 2361c94c
moment-avond = in the early evening, around half past 6
# of: 6db39d07
stil-geen = before 8 in the morning and after 8 in the evening
# of: 5c27cd6f
stil-van-tot = also from { $van } until { $tot } o'clock
# of: 95f6c019
dagen-alle = every day
# of: 822f91fc
dagen-werkweek = Monday to Friday
# of: 0ed56f12
dagen-aantal =
    { $n ->
        [one] 1 day a week
       *[other] { $n } days a week
    }
# of: 1d456424
dag-aan = ✅
# of: f0b90951
dag-uit = ⬜
# of: d904b085
vaak =
    { $n ->
        [one] at most 1 message a week
       *[other] at most { $n } messages a week
    }
# of: c2fd4c37
vrij-geen = no days off of your own yet
# of: 694de66d
vrij-lijst = { $dagen }
# of: b5fea716
vrij-dag = { $dag }
# of: db8188ff
vrij-van-tot = from { $van } up to and including { $tot }
# of: 8dd95e1e
wacht-niets = Nothing is waiting for you right now.
# of: b3a657e0
wacht-kop = <b>This is still waiting</b>
# of: 5dbe289b
wacht-een-vraag = a question
# of: 18282751
wacht-weekoverzicht = your weekly overview
# of: e5474992
wacht-afspraak = a question about <i>{ $wat }</i>
# of: ba6068a3
wacht-meer = • and { $n } more
# of: 0ca55dee
wacht-hours = • { $wat }: it's late or early now. Comes on { $tot }.
# of: 0e0776df
wacht-quiet = • { $wat }: these are your quiet hours. Comes on { $tot }.
# of: 4d7b1386
wacht-not-working = • { $wat }: I don't write to you on this day. Comes on { $tot }.
# of: 30eaf2eb
wacht-free = • { $wat }: you have days off. Comes on { $tot }.
# of: a986ded1
wacht-weekend = • { $wat }: it's the weekend. Comes on { $tot }.
# of: 8c09517a
wacht-holiday = • { $wat }: it's a holiday. Comes on { $tot }.
# of: 97ca6d8d
wacht-paused = • { $wat }: there is a pause. Comes on { $tot }.
# of: 5c571c3c
wacht-pace = • { $wat }: you already got { $n } this week. Comes on { $tot }.
# of: 7ed22937
wacht-na-een-ander = • { $wat }: you already got a message today. Comes on { $tot }.
# of: ae7921d8
wacht-na-vraag = • { $wat }: another question is still open. Comes after that.
# of: f30d243f
wacht-altijd = • { $wat }: with your settings no moment fits. Make one of them wider, then it comes.
# of: ebb30fda
pauze-staat = 🌿 Until { $tot } I won't write to you first. I keep what comes in. Back earlier? Type /pauze.
# of: a8150cbd
pauze-hoe = Type /pauze with a day after it. For example: /pauze until 3 January. A pause lasts at most { $dagen } days.
# of: 2061ec9f
groep-pauze-geen = There is no pause right now.
# of: 460ea04a
groep-pauze-nu = There is a pause until { $tot }.
# of: a1b8d8b3
groep-pauze-staat = 🌿 You have a rest until { $tot }. Until then I won't write first. A talk under way simply goes on. Anyone can end the pause: /pauze
# of: 57be9cae
groep-pauze-over = 🌿 The pause is over. What was waiting comes calmly, one by one.
# of: f55af253
regio = The school is in the region { $naam }.
# of: 2e425eab
regio-noord = North
# of: 831f27d0
regio-midden = Central
# of: c461c2ec
regio-zuid = South
# of: 561af4f6
regio-geen = No region has been chosen yet. For now I'm quiet in the holidays of all regions.
# of: 4c410964
vakantie-eerst = The next holiday is { $naam }: from { $van } up to and including { $tot }.
# of: 88500ee7
vakantie-voorjaarsvakantie = the spring break
# of: 1dcc4d80
vakantie-meivakantie = the May holiday
# of: 4eb249de
vakantie-zomervakantie = the summer holiday
# of: 77ecc54a
vakantie-herfstvakantie = the autumn break
# of: 08e7ef89
vakantie-kerstvakantie = the Christmas holiday
# of: 90d783ef
eigen-vrij = Also off: { $dagen }.
# of: fb126735
vakantie-staat =
    📅 This is how it stands:
    { $stand }

    On those days I don't write first.
# of: abebc2f5
vakantie-hoe = I don't understand those days. Type for example: /vakantie from 20 December up to and including 3 January
# of: 637b29c2
instellingen-apart = You choose when I write to you in your own chat with me. Type /instellingen there.

## Terugblik
# of: 6788b0af
terugblik-kop = <b>How your steps went</b>
# of: 576bf4ae
terugblik-stappen =
    { $gelukt ->
        [0] { $stappen ->
            [one] We know how one step went. It isn't quite done yet. That can happen.
           *[other] We know how { $stappen } steps went. They aren't quite done yet. That can happen.
         }
       *[other] { $stappen ->
            [one] We know how one step went. It worked.
           *[other] Of { $stappen } steps { $gelukt ->
                [one] 1 worked.
               *[other] { $gelukt } worked.
             }
         }
     }
# of: dd369a3a
terugblik-deels =
    { $deels ->
        [one] 1 step worked in part. That counts too.
       *[other] { $deels } steps worked in part. That counts too.
    }
# of: 52cef424
terugblik-dagen =
    { $dagen ->
        [one] Mostly it was done within 1 day.
       *[other] Mostly it was done within { $dagen } days.
    }
# of: 56804aff
terugblik-in-de-weg =
    { $aantal ->
        [one] What was sometimes in the way: { $eerste }.
       *[other] What was sometimes in the way: { $eerste } and { $tweede }.
    }
# of: 20ae98d1
terugblik-obstakel-tijd = too little time
# of: c8ffb06f
terugblik-obstakel-vergeten = not thinking of it
# of: 1dbb0296
terugblik-obstakel-wachten-op-ander = waiting for someone else
# of: 58070e81
terugblik-obstakel-te-groot = a step that was too big
# of: 8fe9f07f
terugblik-slot = Does something not work out? Make the step smaller, or find someone to help.
# of: 5d837f7a
terugblik-geen =
    There is nothing to look back on yet. That will come by itself, after a few steps.

    You make a small step with /afspraken.

## Hulp, privacy, uitleg
# of: ec467593
hulp-kaart =
    <b>Need help?</b>
    • Danger now: call 112
    • Unsafe at home: Veilig Thuis, 0800-2000, day and night, free
    • Thoughts of death: call 113 or 0800-0113, or chat at 113.nl
    • Child or young person: Kindertelefoon, 0800-0432, free
    • Rather someone you know: your doctor, mentor or a confidential adviser

    I'm a computer. Nobody reads along live. I haven't warned anyone.
# of: f788a388
hulp-kort =
    Danger now: 112
    Unsafe at home: Veilig Thuis, 0800-2000
    Thoughts of death: 113
    Child or young person: Kindertelefoon, 0800-0432
    I'm a computer. Nobody reads along live.
# of: 4afecb34
hulp-groep = Need help? Tap the button. Only you see the card. You can also type /hulp in your own chat with me.
# of: b3ad08d1
uitleg =
    <b>How Praatmaat works</b>
    1. Someone types /gesprek in the group and chooses a card. Anyone may begin.
    2. Everyone answers alone first, here. You choose what you share.
    3. The cards are turned at the same time in the group.
    4. You talk and choose one small step.
    5. Around the agreed day I ask here whether it worked.

    In the group: /gesprek · /bijeenkomst · /doel · /wie · /afspraken · /mdo · /stop
    There too: /peiling · /terugblik · /plaat · /vakantie · /pauze · /roepnaam · /team · /school
    Here: /afspraken · /peiling · /instellingen · /pauze · /stop
    For yourself: /oefen a talk · /zelf · /wegwijzer
    Everywhere: /vonk · /woorden · /hulp · /privacy · /help

    A photo or voice message is fine. Don't choose view once: that doesn't reach me.
# of: e06f42ac
uitleg-groep =
    Type /gesprek to begin. Anyone may. This is possible here too:
    • /bijeenkomst: meet, or practise together
    • /doel: where do you want to go?
    • /wie: who is who?
    • /afspraken: your agreements
    • /mdo: note a big meeting
    • /peiling: how are we doing together?
    • /terugblik: how did your steps go?
    • /plaat: one picture of your last talk
    • /vonk: something small for today
    • /woorden: a difficult word explained
    • /vakantie: holidays and days off
    • /pauze: a rest for the group
    • /roepnaam with a name: what I call your child
    • /stop: stop this talk
    • /team: are you a team without a child there?
    • /school: what kind of school is it?
    • /privacy: what I keep
    • /hulp: need help?
# of: ff9a4b26
privacy =
    <b>What I keep and for how long</b>
    • Your first name: until you stop. Your role and language stay after that, without a name.
    • Answers you don't share: 30 days.
    • Answers you share: 90 days after the talk.
    • Your goal, agreements and how they went: 1 year after the last contact in the group.
    • What someone noticed of them: just as long.
    • Your mdo or meeting: what for, when, where, who was there and who keeps watch. Just as long.
    • Your list of cards for later: until you talk about them or remove them.
    • A card of your own that you showed: 90 days.
    • What you know a lot about: until you write something else or stop.
    • That you want the weekly overview: until you turn it off or stop.
    • What you type with /oefen and /zelf: until the end of that exercise. Only you see it.
    • How many sparks you saw, and whether you want one every week: until you stop.
    • Your numbers in the questions: 1 year, or until you stop. Only you see them. The group sees the average, the lowest and the highest. That is from three people on. Two people? Then only if both say yes. What the group has seen stays at most 1 year.
    • What you call your child here: until you choose another name.
    • Your settings and your pause: until you stop.
    • Holidays, pause, regular questions and kind of school of the group: until you change them.
    • Which button you tapped at a question: 90 days.
    • Messages I couldn't handle: at most 48 hours.

    I store everything you write encrypted. The key is kept apart. I don't get your phone number. I do get the number by which Telegram knows your account.

    From the group I only get commands such as /gesprek, and what you tap on a button. Also what you answer to a message of mine. I don't keep that. I also see who joins or leaves.

    Telegram is no closed file. Telegram is technically able to read along, here and in the group. Photos and voice messages are kept by Telegram. Others can copy what is in the chat. A report belongs in the file of school or care.

    Stopping and erasing: /stop. Questions? Ask whoever put Praatmaat in your group.

## Gesprek beginnen, stoppen
# of: db536827
eerst-meedoen = For that you join in first. Tap the button and I'll explain it to you in private.
# of: ef0029df
gesprek-in-groep = You start a talk in the group. Type /gesprek there.
# of: 854fcc9a
geen-gesprek = There is no talk right now. Type /gesprek to start one.
# of: 2276600d
niets-te-stoppen = You aren't taking part in any group now. There is nothing to stop. What I keep and for how long, you can read with /privacy.
# of: 9cd6dae2
roepnaam-staat = Good. From now on I'll say { $kind }.
# of: cd4a3e82
roepnaam-hoe = Type /roepnaam with one name after it, for example /roepnaam Sam. No surname. Don't want to choose a name? Then I'll say: your child.
# of: 03b2ac28
alleen-in-groep = This is only possible in the group.
# of: 10f90017
onbekende-opdracht = I don't know that command. With /help you see what is possible.

## Vriendelijk nee. Dit komt soms in een klein venster: hoogstens 200 tekens per tekst
# of: 310ac391
weiger-vreemde = You aren't taking part here yet. In the group, tap I'm joining in or Join in. Nothing has changed.
# of: 7c327927
weiger-dicht = This question is already closed. Nothing has changed.
# of: 6b8fe277
weiger-al-gedaan = That is already done. Nothing has changed.
# of: f1c26d16
weiger-nog-niets = You haven't sent anything yet. Type or say your answer. Or tap I'll skip this.
# of: c1ff77e0
weiger-te-lang = That is too long to keep in one go. I didn't keep this message. What you sent before is still there. Can you make it shorter?
# of: f037664b
weiger-te-veel = That is a lot of messages. I didn't keep this last one. What you sent before is still there. Tap Done.
# of: d1315f88
weiger-kies-een-knop = Tap one of the buttons at the bottom. Can't see them? Tap the little square next to the text field. Nothing has changed.
# of: 364d8bad
weiger-alleen-tekst = I need a short text here. Type it in one sentence.
# of: 3476d4a0
weiger-een-bericht = Your opening is one message. What you wrote first is ready. Want to add or change something? Tap Change it.
# of: f4329aac
weiger-dag-niet-begrepen = I don't understand that day. Type for example Friday, 12 March or in 2 weeks, or pick it from the calendar.
# of: 333e0a8d
weiger-dag-buiten-bereik = Choose a day from { $eerste } up to and including { $laatste }.
# of: 85d9ec59
weiger-dag-voorbij = That day has passed. Which day after it suits you?
# of: 8eb02235
weiger-nog-niet-jij = { $wie } started this talk and chooses when it goes on. Not there? After a while anyone can go on.
# of: d00a88a2
weiger-niet-jouw-beurt = It's { $wie }'s turn now. Everyone gets one. Is it taking long? After a while anyone may tap on. Nothing has changed.
# of: db9ba323
weiger-ouder-en-leerling = Whether this is right is for parents and pupil to say. Is something missing for you? Feel free to say so in the group, and look at it together.
# of: 71c79735
weiger-stem-als-rol = People would recognise your voice. So it can't be shared as a role. Choose your name or only for me.
# of: e0ea3c3a
geen-vraag-open = Thank you. No question is open for you right now. I didn't keep this. If there is a question, you'll see it here.
# of: c741fc57
geen-lid-prive = You aren't taking part in any group yet. I didn't keep your message. In your group, tap Join in and I'll explain everything.
# of: cf00de53
alleen-tekst-spraak-foto = I can't keep this. Send text, a voice message or a photo.
# of: ee0c8ebf
weiger-bsn = This may contain a citizen service number (BSN). That doesn't belong in a chat. I didn't keep this message. Please remove it here too. Feel free to send your answer without that number.
# of: b6e5a63d
gevoelig-geboortedatum = This may contain a date of birth. Does it belong in this chat? You can still change it before you share it.
# of: 1e6ce02a
gevoelig-verwijt = Someone else may read this as blame. You can leave it as it is. Later you can also say it differently. Then begin with what you would like.
# of: 4d1565dd
gevoelig-diagnose = This may contain a diagnosis. Does it belong in this chat? You decide, together with whoever it is about. You can still change it before you share it.
# of: fe219d45
te-groot = This file is too big. Up to 20 MB works.
# of: afaef2d6
doorgestuurd = This is a forwarded message. I only keep your own words. Feel free to write it yourself.
# of: 697f7240
aangepast-bericht = I see that you edited a message. That doesn't change your answer. Tap Change it, or My answer in the group, as long as the cards are closed.
# of: c469f3ca
aangepast-anders = I see that you edited a message. I only read new messages. Feel free to send it again.
# of: c6717019
aangepast-te-laat = I see that you edited a message. The cards have been turned already. Feel free to say it in the group.
# of: 624e75b9
knop-oud = This button is from an earlier moment. Nothing has changed.
# of: 76762070
niet-voor-jou = This button belongs to someone else. Nothing has changed.
# of: c455ce03
druk-nog-eens = I was away for a moment. Did you tap a button? Then tap it again. What you typed has been kept.
# of: 7ace0b4c
berichten-gemist = I was away for more than a day. I may have missed messages from then. Feel free to send them again.
# of: 51e83d2c
bericht-niet-verwerkt = Your message didn't reach me well. Please send it once more.
# of: 39502980
te-snel = That is a lot of messages at once. I didn't keep this last one. Wait a minute and send it again.
# of: 4f118f7a
anoniem-niet = You're writing in the name of the group. So I can't tell who you are. Turn anonymous off and try again under your own name.
# of: a87b68fa
in-groep-geantwoord = Your answer is in the group now. I didn't keep it. Please answer alone: tap My answer. You can remove your message in the group yourself.
# of: cb8eb9e8
menu-groep-gesprek = Start a talk
# of: cdc68792
menu-groep-afspraken = Your agreements together
# of: eb00071a
menu-groep-mdo = Note an mdo (big meeting)
# of: ee01086c
menu-groep-doel = Our goal: where do we want to go?
# of: 7d003655
menu-groep-wie = Who is who, and who knows what?
# of: 49a6949b
menu-groep-peiling = How are we doing together?
# of: c224124f
menu-groep-terugblik = How did our steps go?
# of: e6903c6e
menu-groep-bijeenkomst = Meet, or practise together
# of: b47b0b58
menu-groep-plaat = Make a picture of our talk
# of: e63b0467
menu-groep-stop = Stop this talk
# of: 9018888f
menu-groep-roepnaam = Choose what to call your child here
# of: 2e714bd0
menu-groep-vakantie = Holidays and days off
# of: b32c2a1f
menu-groep-pauze = A rest for the group
# of: 722220e1
menu-groep-hulp = Need help?
# of: 88ad1c16
menu-groep-privacy = What Praatmaat keeps
# of: b7106166
menu-groep-help = How it works
# of: caa0212c
menu-prive-afspraken = My agreements
# of: fefdbdf1
menu-prive-instellingen = Choose when I write to you
# of: c10c8aad
menu-prive-pauze = A rest for you
# of: 67adf8f0
menu-prive-peiling = My numbers
# of: 722220e1
menu-prive-hulp = Need help?
# of: 88ad1c16
menu-prive-privacy = What Praatmaat keeps
# of: 34be069b
menu-prive-stop = Stop taking part
# of: b7106166
menu-prive-help = How it works

## Kiezen waarover
# of: 4c022bcf
knop-andere-stapel = Another deck
# of: 171cae20
knop-laat-keuzes-zien = Show the choices
# of: 80c06da6
bord-kiezen =
    Everyone chooses a card alone, in the chat with me. The choices open at the same time.

    ✉️ { $klaar ->
        [one] 1 of { $van } is ready.
       *[other] { $klaar } of { $van } are ready.
    }
# of: 73834f27
keuze-ligt-klaar = Thank you. The group sees your choice when everyone is ready, or when the time is up.
# of: 4c76a2c0
keuze-overgeslagen = That's fine. You don't choose a card this time.
# of: 9350d2a7
keuze-regel = • <b>{ $kaart }</b> ({ $wie })
# of: 8474443e
op-de-lijst = 📌 There is a card of your own on your list: <b>{ $titel }</b>. Type /gesprek to talk about it.
# of: 57cab133
knop-weer-verder = Go on with this talk
# of: 50306325
bord-gesprek-rust =
    ⏸ This talk is resting: <b>{ $titel }</b>

    I ask nothing now and send no reminder. What was closed stays closed. You can go on within 30 days.
# of: d060d484
bord-verder-hieronder = This talk goes on below.
# of: 5f7ce102
gesprek-rust = The talk in the group rests for a while. You don't have to do anything now. What you wrote already, I keep for you.
# of: de128104
rust-straks = The cards are about to be turned. Let the talk rest after that.
# of: 56db7f30
rust-wacht = Another talk is under way now. Finish that first, or let it rest with /gesprek.
# of: e48fe1a0
rust-voorbij = That talk no longer rests. Type /gesprek to begin again.
# of: c6d48ffa
weiger-rust = This talk is resting now. Nothing has changed. Want to go on? In the group, tap Go on with this talk.
# of: 7668e81c
bord-vervallen = This is no longer needed.

## Team
# of: 6aa12aac
een-kind = a child
# of: febacd29
het-team = your team
# of: b1ddd915
rol-gast = guest with lived experience
# of: 3fcdbb77
niet-in-team = That isn't possible in a team: there is no child here that it is about. With /team you choose differently.
# of: 70d69335
team-kan-niet = Parents or a pupil take part here. That's why this stays a circle around a child.
# of: 691c3e6f
menu-groep-team = Are you a team?
# of: 4e3249ca
menu-groep-school = What kind of school is it?

## Mdo
# of: aff3142b
knop-mdo-noteren = Note an mdo
# of: d929675b
knop-mdo-aanvullen = Add to the last mdo
# of: 499f466c
mdo-uitleg =
    <b>Mdo</b>: a meeting with everyone around { $kind }.

    Was there one, or is one coming? Note the day. After that you write down the agreements here together, and I come back to them. Anyone can do this.
# of: 6f830d89
mdo-in-groep = You note an mdo in the group. Type /mdo there.
# of: 12f3f927
mdo-staat = <b>Agreed</b>
# of: 298d4b32
mdo-wacht = <b>Still waiting for a yes</b>
# of: 19394123
mdo-rest = <b>Nothing has been told about these yet</b>
# of: d5cff47f
mdo-bleef-voorstel = <b>This stayed a proposal</b>
# of: 3b372b18
mdo-niets = No agreements were written down then. Was there something after all? Feel free to talk about it together.
# of: e3bab503
mdo-regel = • { $wat } ({ $wie }, { $wanneer })
# of: 13c27e9f
mdo-werkafspraak = • { $wat } ({ $wie }; looking back on { $wanneer })
# of: 0e09ae73
mdo-open-regel = • { $wat }

## Doel van de kring, en wie waar veel van weet
# of: aafb5c67
knop-doel-voorstellen = Propose a goal
# of: 5362ddc1
knop-veel-van = What I know a lot about
# of: a85e3e59
doel-uitleg =
    🎯 <b>Where do you want to go together?</b>

    One sentence helps, even when you differ about the way there. Anyone can begin. You write the sentence in the chat with me.
# of: 6c6d276e
doel-ander = Does the goal no longer fit? Propose another one. Then everyone chooses again.
# of: a08a4074
doel-intussen-ander = There is another goal in the group now. I won't keep what you wrote about the one before. Doesn't the new one fit either? Feel free to say there how you see it.
# of: 81a515b9
doel-zegt-anders = { $wie } would rather say: { $wat }
# of: 08685a04
ons-doel =
    🎯 <b>Our goal</b>
    { $zin }
    This is the goal of: { $eens }.
# of: 2721dafe
ons-doel-niemand =
    🎯 <b>Our goal</b>
    { $zin }
# of: 739bd0ac
ons-doel-anders = { $anders }
# of: 5939fadb
wie-kop = <b>Who is who</b>
# of: b257247c
wie-regel = { $wie } ({ $rol })
# of: 26e91c7e
wie-weet = { $wie } ({ $rol }) knows a lot about: { $wat }

## Tekeningen
# of: 03e1dad1
kaart-open =
    🖼 <b>{ $titel }</b>
    { $over }
# of: 9070b393
kaart-kijken = What do you see? What feels familiar? Say it here if you like.
# of: 5ea8bc5e
kaart-tekening = <i>In the drawing: { $beeld }</i>
# of: 72799b5e
kaart-tip = 💡 Tip from parents, for school and care: { $tip }

## De ingevulde plaat
# of: 9a303dfa
plaat-gehoord = Who you heard:
# of: 3c39117c
plaat-titel = 🖼 <b>{ $titel }</b>
# of: 86f9da66
plaat-afspraken = This is what you agreed
# of: 7b1de0ef
plaat-regel = { $wat } ({ $wie }, { $wanneer })
# of: 503a5ce8
plaat-werkafspraak = { $wat } ({ $wie })
# of: 12fc06c2
plaat-meer = <i>There was more. The rest is above, in the group.</i>
# of: 61663319
plaat-meer-mensen = <i>The group is bigger now than it was then. That's why I leave the answers out here.</i>
# of: c016f06d
plaat-leeg = <i>No cards were turned and no agreements were made. You did talk to each other.</i>
# of: 13973375
plaat-geen = No talk has been finished yet. After one I make a picture of it. Type /gesprek to begin.

## Voor jezelf: oefenen, één kaart alleen, vonken, wegwijzer, woorden
# of: b88f5422
voor-wie-ouder = for your child
# of: 6f81956f
voor-wie-leerling = for yourself
# of: fa59c6c5
voor-wie-onderwijs = for this pupil
# of: 2a3299c6
voor-wie-jeugdhulp = for this child
# of: 2a3299c6
voor-wie-steunfiguur = for this child
# of: 07ac76ea
oefen-zonder-groep =
    You can practise with me once you take part in a group. I keep nothing of yours now. You can already answer the questions by yourself, on paper:
    1. What happened? Only what you saw or heard.
    2. What did you feel?
    3. What do you need?
    4. What do you hope to reach for the child? What does the other person want, do you think?
    5. What would you like to ask? One thing.

    Begin your message with your answer to question 4. End with question 5. Waiting until tomorrow is fine.
    Looking for someone to help you think? /wegwijzer
# of: cccedb6c
oefening-gewist = All right. I no longer have anything of your exercise. What is still in this chat, you can remove yourself.
# of: d0d09404
alleen-apart = You do that in your own chat with me. Nobody else sees it there.
# of: 90645633
vonk =
    ✨ <b>{ $moment }</b>

    { $idee }
# of: 3c63927c
vonk-vraag =
    ✨ <b>{ $moment }</b>
    { $van }

    { $vraag }
# of: a8c8f8bb
vonk-van = { $wie } shares a spark. Five minutes, one sentence each.
# of: 3fbf2c0f
vonk-gedeeld = Done. Your spark goes to the group, with one question for everyone.
# of: 601fb258
vonk-in-de-groep = You share this spark in the group itself. Type /vonk there.
# of: dd1eb468
vonk-elke-week = Good. Every week I'll send you one spark, usually on Tuesday. You can stop any time, with one tap.
# of: 12b25216
vonk-niet-meer = All right. I won't send sparks any more. You can always ask for one: /vonk
# of: b43c6b8f
knop-deel-de-vonk = Share with the group
# of: 9890b269
knop-nog-een-vonk = Another one
# of: bbf0dc9f
knop-elke-week-vonk = A spark every week
# of: 40153381
knop-geen-vonk-meer = No longer every week
# of: 79316e26
wacht-vonk = your spark of the week
# of: a656969b
plek =
    <b>{ $naam }</b>
    { $helpt }
    { $contact }
    <i>Checked on { $dag }</i>
# of: 28bdd77f
plekken =
    { $eerste }

    { $tweede }
# of: 36bb805a
plek-alleen = { $eerste }
# of: 8574bc25
woord =
    <b>{ $woord }</b>
    { $uitleg }
# of: 8c012999
woorden = Which word would you like in plain words? Tap a button. Or type it after the command, like: /woorden mdo
# of: 2c041c15
woord-onbekend = I don't know that word yet. Feel free to ask whoever said it: what do you mean exactly? I do know these words:
# of: e7a30fbb
hulp-bij-woorden = You wrote something that may be heavy. Perhaps you mean it differently. To be safe, below is who can help. You can simply go on.
# of: 14e30b2e
menu-groep-vonk = Something small for today
# of: d0f8e2ba
menu-groep-woorden = A difficult word explained
# of: 601e572f
menu-prive-oefen = Practise a hard talk
# of: ec9a58ff
menu-prive-zelf = One card, just for you
# of: 14e30b2e
menu-prive-vonk = Something small for today
# of: cc02db47
menu-prive-wegwijzer = Who can help me?
# of: d0f8e2ba
menu-prive-woorden = A difficult word explained

## Bijeenkomst
# of: 807ed520
bijeenkomst-uitleg =
    🗓 <b>Getting together</b>
    Anyone may start this, a parent too. It goes like this:

    1. Say what for, and choose a day and a place together.
    2. Who is at the table, who leads, who takes notes?
    3. Choose one card. Talk about it, and agree on one small step.
    4. Parent and pupil read the report: is it right?

    Never done it before? First practise for twenty minutes with a made-up story.
# of: 94468b96
knop-bijeenkomst-voorbereiden = Prepare
# of: 1c330614
knop-bijeenkomst-oefenen = Practise together first
# of: 82217b90
knop-print-principes = Print: eight principles
# of: 3d977be6
knop-print-praatplaat = Print: the talking picture
# of: 29a09eef
bijeenkomst-samen = In one place, with one phone on the table
# of: 142d980b
bijeenkomst-online = Online: everyone answers on their own phone
# of: 80bf51f5
bijeenkomst-deels = Partly online. Those in the room share one phone. Those online answer on a phone of their own. That way everyone is in the same round.
# of: f91bb133
bijeenkomst-afgesproken = <b>This is what you agreed</b>
# of: 2129dc49
print-principes = Eight principles
# of: 56338634
print-praatplaat = The talking picture
# of: d96b21a4
print-kaarten = 🖨 The cards to cut out, with a question for everyone. Black and white is fine.
# of: bff2934f
print-plaat = 🖨 Everything on one sheet, to point at together. Black and white is fine.
# of: 6d170e07
plaat-eigen-vak = Our own subject
# of: be7b5009
plaat-vraag-1 = How does this go with us now?
# of: 2258bdf1
plaat-vraag-2 = What could be better?
# of: a77c2e87
plaat-vraag-3 = What do we do well already?
# of: 074d77d9
plaat-vraag-4 = What helps us, for and with the child?
# of: 98e45b1e
plaat-vraag-5 = Which step do we take together?

## Hoe ver een leerling meedoet
# of: 7417e34b
leerling-nu-niet = The most careful choice counts. In this talk I won't ask you anything. Feel free to talk about it at home. Want to take part after all? In the group, tap I'm joining in.
# of: a5fae3d8
leerling-stukje = The most careful choice counts. In this talk I only ask you for your own card. You don't have to do anything else. Feel free to talk about it at home.

## Meekijken
# of: d4595bb6
kaart-niet-bij-meekijken = You look on in this group. This card is seen by those who take part with the questions. Feel free to ask whoever you support.
