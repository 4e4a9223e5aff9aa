import Hardware

/// A fault as it is listed: its name in scenarios, what it befalls, and where it was met.
struct ListedFault: Encodable {
    let fault: String
    /// What a scenario's `where` may name.
    let befalls: String
    let seen: String
    let address: String

    init(_ fault: HardwareFault) {
        self.fault = fault.rawValue
        befalls = "machines: one, any, or those of a role, rack, feed or switch"
        seen = fault.report.sentence
        address = fault.report.address
    }

    init(_ fault: SiteFault) {
        self.fault = fault.rawValue
        befalls = fault.places
        seen = fault.report.sentence
        address = fault.report.address
    }

    var text: String { "\(fault)\n  befalls \(befalls)\n  \(seen)\n  \(address)" }
}
