# of: efddafdb
knop-klaar = Done
# of: f8608ae0
bewaard = Saved, { $wie } and { $wat }.
knop-oud = Old
