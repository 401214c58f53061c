# of: efddafdb
knop-klaar = Done
# of: 00000000
bewaard = Saved, { $wie }.
