import Hardware
import Harness

/// A fault as it is listed: its name in scenarios, what it befalls, and where it was met.
struct ListedFault: Encodable {
    let fault: String
    /// What a scenario's `where` may name.
    let befalls: String
    let seen: String
    let address: String

    /// Every fault that a scenario can name.
    static var all: [ListedFault] {
        let machines = "machines: one, any, or those of a role, rack, feed or switch"
        return HardwareFault.allCases.map { ListedFault($0.rawValue, machines, $0.report) }
            + SiteFault.allCases.map { ListedFault($0.rawValue, $0.places, $0.report) }
            + ControlFault.allCases.map { ListedFault($0.rawValue, $0.places, $0.report) }
    }

    private init(_ name: String, _ places: String, _ report: FieldReport) {
        fault = name
        befalls = places
        seen = report.sentence
        address = report.address
    }

    var text: String { "\(fault)\n  befalls \(befalls)\n  \(seen)\n  \(address)" }
}
