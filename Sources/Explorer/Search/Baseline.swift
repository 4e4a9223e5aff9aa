public import Harness
import Undercloud
import World

/// What a scenario's run is like with nothing added: where there is something to disturb.
public struct Baseline: Sendable, Hashable {
    /// Something that happens in it.
    public struct Event: Sendable, Hashable {
        public let kind: String
        public let count: Int
        /// Whether it happens to machines.
        public let isMachines: Bool
    }

    /// A part of its flow.
    public struct Stretch: Sendable, Hashable {
        public let name: String
        /// Since the run began.
        public let began: Double
        public let seconds: Double
    }

    public let events: [Event]
    public let phases: [Stretch]

    private static let machineKinds = ["node.", "machine.", "disk.", "bmc."]
    private static let ownKinds = ["fault", "code.fault", "site.fault"]

    /// Nothing is known: its run left no report.
    public static let unknown = Baseline(events: [], phases: [])

    private init(events: [Event], phases: [Stretch]) {
        self.events = events
        self.phases = phases
    }

    /// - Parameter known: kinds of events that scenarios may name.
    public init(_ report: RunReport, known: [String]) {
        events = report.coverage.events
            .filter { known.contains($0.kind) && !Self.ownKinds.contains($0.kind) }
            .map { event in
                Event(
                    kind: event.kind, count: event.count,
                    isMachines: Self.machineKinds.contains { event.kind.hasPrefix($0) })
            }
        phases = report.phases.map { span in
            Stretch(
                name: span.phase.rawValue, began: span.began.duration.seconds,
                seconds: (span.ended.duration - span.began.duration).seconds)
        }
    }
}
