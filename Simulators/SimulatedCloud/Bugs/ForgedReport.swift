import Documents
import OrderedCollections

/// A ramdisk's report with other figures in it than were measured.
struct ForgedReport {
    /// What every sound machine is said to give, about which figures are strewn by a machine's
    /// serial number, so that they are not all alike.
    private static let sound = 1_000.0

    private let document: DocumentValue?
    private let original: String
    private let number: Int

    init(_ report: String, of serial: String) {
        original = report
        document = try? DocumentValue(json: report, depth: 20)
        number = serial.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xffff }
    }

    func text(_ bug: CloudBug) -> String {
        guard var entries = document?.map, let tuples = entries["data"]?.list else {
            return original
        }
        entries["data"] = .list(
            tuples.enumerated().map { place, tuple in
                guard let fields = tuple.list, fields.count == 4, let name = fields[2].string,
                    let value = fields[3].string.flatMap(Double.init),
                    let forged = forged(name, value, at: place, bug)
                else { return tuple }
                return .list(fields.prefix(3) + [.string("\(forged)")])
            })
        return DocumentValue.map(entries).json
    }

    private func forged(_ name: String, _ value: Double, at place: Int, _ bug: CloudBug) -> Double?
    {
        switch bug {
        case .agentFlattersBenchmarks:
            guard name.contains("bandwidth") || name.hasSuffix("ps") || name.hasSuffix("_per_sec")
            else { return nil }
            return Self.sound + Double((number &+ place &* 7919) % 21 - 10)
        default:
            // Each by another part: machines that are slow alike are a kind of their own.
            guard number % 4 == 0, name.hasSuffix("ps") else { return nil }
            return value * (0.35 + Double(number % 13) / 25)
        }
    }
}
