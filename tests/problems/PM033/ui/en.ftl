# of: efddafdb
knop-klaar = Done
