import Fleet
import Hardware

/// An override as it is shown.
struct BootAnswer: Encodable, Sendable {
    let device: String
    let persistence: String?
    let mode: String?

    init(_ override: BootOverride?) {
        device = override.map { BootChoice($0.device).rawValue } ?? BootChoice.none.rawValue
        persistence = override?.persistence.rawValue
        mode = override?.mode.rawValue
    }

    static let header = ["device", "persistence", "mode"]
    var cells: [[String]] { [[device, persistence ?? "-", mode ?? "-"]] }
}
