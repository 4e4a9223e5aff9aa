import Hardware

/// What sets a model of machine apart from an ordinary server. Assumed, from data sheets of
/// machines of the kind; each machine draws its own figures from the ranges.
struct ModelTraits: Sendable {
    /// What it draws, and does when its supply comes back; nil as its specification says.
    var rating: PowerRating?
    var restorePolicy: PowerRestorePolicy?
    var fullLog = SystemEventLog.Overflow.dropsOldest
    /// How often the self test does not end; a power cycle helps.
    var hangsInPOST = Ratio.never

    init(of model: MachineModel) {
        switch model {
        case .standard: break
        case .compute1U:
            rating = PowerRating(idle: Watts(220), busy: Watts(780))
        case .storageNode:
            rating = PowerRating(standby: Watts(25), idle: Watts(350), busy: Watts(620))
            restorePolicy = .alwaysOn
        case .oldBlade:
            rating = PowerRating(idle: Watts(110), busy: Watts(210))
            restorePolicy = .alwaysOff
            fullLog = .refusesNew
            hangsInPOST = .percent(3)
        }
    }
}

extension TimingProfile {
    /// The same for a machine of a model.
    func of(_ model: MachineModel) -> TimingProfile {
        var profile = self
        switch model {
        case .standard: break
        case .compute1U:
            profile.post = DurationDistribution(
                "POST of a 1U server",
                .triangular(.seconds(60)...(.seconds(150)), mode: .seconds(90)))
            profile.diskWriteRate = BandwidthDistribution(
                "NVMe write rate", .megabytes(800)...(.megabytes(2000)))
        case .storageNode:
            profile.post = DurationDistribution(
                "POST of a storage node",
                .triangular(.seconds(180)...(.seconds(480)), mode: .seconds(300)))
            profile.diskWriteRate = BandwidthDistribution(
                "spinning disk write rate", .megabytes(120)...(.megabytes(220)))
        case .oldBlade:
            profile.post = DurationDistribution(
                "POST of an old blade",
                .triangular(.seconds(150)...(.seconds(420)), mode: .seconds(210)))
            profile.controllerLatency = DurationDistribution(
                "latency of an old controller",
                .longTailed(.milliseconds(80)...(.milliseconds(4000))))
            profile.controllerSessions = 4
            profile.diskWriteRate = BandwidthDistribution(
                "old disk write rate", .megabytes(60)...(.megabytes(130)))
        }
        return profile
    }
}
