knop-klaar = Klaar
bewaard = Bewaard, { $wie }.
knop-klaar = Gereed
