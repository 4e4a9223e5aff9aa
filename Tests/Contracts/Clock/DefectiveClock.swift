import World

/// A clock with one planted defect, to show that the contract tells it from a sound one.
struct DefectiveClock: WorldClock {
    enum Defect: String, CaseIterable {
        case sleepsTooShort, ignoresCancellation, datesStandStill

        /// Words of a promise that a clock with this defect must be seen to break.
        var broken: String {
            switch self {
            case .sleepsTooShort: "does not end before its deadline"
            case .ignoresCancellation: "cancelled before is interrupted"
            case .datesStandStill: "the date moves with time"
            }
        }
    }

    let sound: any WorldClock
    let defect: Defect

    var now: Instant { sound.now }

    var wallTime: WallTime {
        defect == .datesStandStill ? WallTime(sinceEpoch: .seconds(7)) : sound.wallTime
    }

    func sleep(until deadline: Instant) async throws(Interruption) {
        switch defect {
        case .sleepsTooShort: try await sound.sleep(until: now + (deadline - now) / 2)
        case .ignoresCancellation: try? await sound.sleep(until: deadline)
        case .datesStandStill: try await sound.sleep(until: deadline)
        }
    }
}
