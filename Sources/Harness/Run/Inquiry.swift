import BareMetal
import Compute
public import Undercloud
public import World

/// Watches a run for somebody who wants to know of a node or a server why it is as it is.
///
/// It is one of a ``Runner``'s watchers; the runner's surroundings ask its ``interruption``, so
/// that the run ends at the moment that is asked about.
public final class Inquiry: RunWatcher {
    private let testbed: any Testbed
    private let moment: Instant?
    private var store = AuthoritativeStore()
    private var times = CloudTimes()
    /// The cloud at the moment asked about; nil until the run came to it, and where it had no
    /// cloud.
    public private(set) var sight: CloudSight?
    private var isDone = false

    /// - Parameter moment: nil for the run's end.
    public init(into testbed: any Testbed, at moment: Instant?) {
        self.testbed = testbed
        self.moment = moment
    }

    /// Whether the run has shown what is asked for.
    public var interruption: RunInterruption { isDone ? .requested : .none }

    public func willStart(replay: String) {
        testbed.observe { [weak self] in self?.see($0) }
        guard let moment else { return }
        testbed.schedule(at: moment) { [weak self] in self?.look() }
    }

    public func saw(_ entry: JournalEntry, progress: () -> RunProgress) {}

    public func didEnd() { look() }

    private func see(_ observation: Observation) {
        guard !isDone, case .commit(let commit) = observation, store.includes(commit) else {
            return
        }
        let typed = commit.typed()
        for node in typed.written(Node.self) { times.observe(node, at: commit.at) }
        for server in typed.written(Server.self) { times.observe(server, at: commit.at) }
        for leadership in typed.written(Leadership.self) {
            times.observe(leadership, at: commit.at)
        }
    }

    private func look() {
        guard !isDone else { return }
        isDone = true
        let state = testbed.state()
        guard let cloud = state.cloud else { return }
        sight = CloudSight(
            now: testbed.now, cloud: cloud, nodes: state.nodes, servers: state.servers,
            leadership: state.leadership, times: times)
    }
}
