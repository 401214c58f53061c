knop-klaar = Done
bewaard = Saved, { $wie } and { $wat }.
knop-oud = Old
