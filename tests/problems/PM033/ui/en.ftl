knop-klaar = Done
