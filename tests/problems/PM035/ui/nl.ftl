knop-klaar = Klaar
bewaard = Bewaard, { $wie }.
welkom = Dag { $wie
