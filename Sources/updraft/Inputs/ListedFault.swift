import Hardware

/// A fault as it is listed: its name in scenarios, and where it was met.
struct ListedFault: Encodable {
    let fault: String
    let seen: String
    let address: String

    init(_ fault: HardwareFault) {
        self.fault = fault.rawValue
        seen = fault.report.sentence
        address = fault.report.address
    }

    var text: String { "\(fault)\n  \(seen)\n  \(address)" }
}
