knop-klaar = Klaar
bewaard = Bewaard, { $wie }.
dit is geen Fluent
knop-heel-lang = Dit is een knop waar zoveel op staat dat niemand hem meer op zijn telefoon kan lezen
bewaard = Nog eens bewaard, { $wie }.
