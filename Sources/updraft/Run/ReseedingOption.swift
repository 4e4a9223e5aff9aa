import ArgumentParser
import Simulation

/// From when on a run draws other chance, written in nanoseconds of its world and as a number that
/// stands for the chance: `3600000000000:7`.
struct ReseedingOption: ExpressibleByArgument, Sendable {
    let nanoseconds: Int64
    let salt: UInt64

    init(nanoseconds: Int64, salt: UInt64) {
        self.nanoseconds = nanoseconds
        self.salt = salt
    }

    init?(argument: String) {
        let parts = argument.split(separator: ":")
        guard parts.count == 2, let nanoseconds = Int64(parts[0]), let salt = UInt64(parts[1]),
            nanoseconds >= 0, salt > 0
        else { return nil }
        self.init(nanoseconds: nanoseconds, salt: salt)
    }

    var text: String { "\(nanoseconds):\(salt)" }

    var reseeding: ChanceChange {
        ChanceChange(at: Simulation.VirtualTime(nanoseconds: nanoseconds), salt: salt)
    }
}
