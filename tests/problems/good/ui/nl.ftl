knop-klaar = Klaar
bewaard = Bewaard, { $wie }.
