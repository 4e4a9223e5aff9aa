/// What the robust method says of one machine. Nothing is consistent in silence: a machine that
/// could not be judged is called that, with the reason.
public struct MachineVerdict: Sendable {
    /// The worst that was found, in this order.
    public enum Status: String, Sendable, Hashable, CaseIterable, Codable {
        /// Slower than its group beyond chance and the least effect.
        case sick
        /// A figure of it is not a number, infinite, negative, unreadable, or given twice with
        /// different values.
        case faulty
        /// It lacks figures that most of its group have, or its facts were cut short.
        case incomplete
        /// It has no figures at all.
        case notMeasured = "not measured"
        /// There are too few like it to compare with.
        case alone
        /// Faster than its group beyond chance and the least effect: perhaps it is not what it
        /// says it is.
        case fast
        case consistent
    }

    public let machine: String
    /// The group's number.
    public let group: Int
    public let status: Status
    /// The figures that speak for the status, the clearest first.
    public let deviations: [Deviation]
    /// What is wrong or missing in its facts, and why it could not be judged.
    public let remarks: [String]
    /// How probable it is by chance that a healthy machine is so slow in anything.
    public let chance: Double

    /// Whether the machine is kept out of deployment: it is sick, or what it measured is no
    /// measure.
    public var isUnfit: Bool { status == .sick || status == .faulty }

    /// Why, in a sentence for the scheduler's answer; nil for machines that may be used.
    public var reason: String? {
        switch status {
        case .sick:
            deviations.first.map { "benchmark outlier: \($0.sentence) (\($0.cause))" }
        case .faulty: remarks.first.map { "benchmark without meaning: \($0)" }
        case .incomplete, .notMeasured, .alone, .fast, .consistent: nil
        }
    }
}
