# of: 00000000
knop-klaar = Done, dear { $wie }
knop-oud = Old
