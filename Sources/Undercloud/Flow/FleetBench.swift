import BareMetal
import OrderedCollections
import Plans
import World

/// What the machines' benchmarks were last held to say.
///
/// It is nobody's only copy: whoever leads next judges anew what the store holds, and comes to the
/// same.
struct FleetBench {
    private var reports = DocumentMirror<IntrospectionData>()
    /// Which of a node's introspections was judged; looked up only.
    private var judged: [NodeName: Int] = [:]
    /// Who is given which profile; nil where nobody is.
    var desk: ProfileDesk?
    /// What speaks against machines; looked up only.
    private var verdicts: [NodeName: NodeFitness] = [:]

    /// How many machines were measured.
    var count: Int { reports.count }

    func changes(
        in store: any Store
    ) async throws(StoreError) -> [DocumentChange<IntrospectionData>] {
        try await reports.changes(in: store)
    }

    mutating func take(_ change: DocumentChange<IntrospectionData>) { reports.take(change) }

    /// Whether somebody was measured since, and nobody is about to be: those that are inspected
    /// together are judged together. Who failed already is not waited for.
    func isDue(among nodes: [Node]) -> Bool {
        guard reports.documents.contains(where: { judged[$0.node] != $0.round }) else {
            return false
        }
        return !nodes.contains { node in
            guard node.failures == 0, node.maintenance == nil, node.custody == nil else {
                return false
            }
            return node.inspection == .pending
                || [.inspecting, .inspectWait].contains(node.provisionState)
        }
    }

    /// Holds all machines against each other.
    ///
    /// - Returns: how many are unfit.
    mutating func judge(by plan: IntrospectionPlan, among nodes: DocumentMirror<Node>) -> Int {
        let known = reports.documents.filter { nodes[$0.id] != nil }
        let found = BenchmarkRuling(known, plan: plan).unfit
        judged = Dictionary(
            reports.documents.map { ($0.node, $0.round) }, uniquingKeysWith: { $1 })
        verdicts = [:]
        for report in known {
            guard let (part, reason) = found[report.id] else { continue }
            verdicts[report.node] = NodeFitness(
                .unfit, part: part, reason: reason, round: report.round)
        }
        return verdicts.count
    }

    /// What was found out of machines that may be used.
    func usable(among nodes: DocumentMirror<Node>) -> [IntrospectionData] {
        reports.documents.filter { report in
            guard let node = nodes[report.id]?.document else { return false }
            return fitness(of: node)?.ruling != .unfit
        }
    }

    /// What is to be written down of a node; nil where nothing speaks against its machine.
    func fitness(of node: Node) -> NodeFitness? {
        guard let verdict = verdicts[node.name] else { return nil }
        let isAccepted = node.fitness.map { old in
            old.ruling == .accepted && old.round == verdict.round
        }
        return isAccepted == true ? node.fitness : verdict
    }

    /// Nodes of which something else is written down, in order.
    func misjudged(among nodes: DocumentMirror<Node>) -> [Node] {
        guard !judged.isEmpty else { return [] }
        return reports.documents.compactMap { report in
            guard judged[report.node] == report.round, let node = nodes[report.id]?.document,
                node.fitness != fitness(of: node) || desk?.properties(of: node) != nil
            else { return nil }
            return node
        }
    }

    /// Nodes that were measured and that nobody may be placed on yet.
    func open(among nodes: DocumentMirror<Node>) -> Set<NodeName> {
        Set(
            reports.documents.lazy.filter { judged[$0.node] != $0.round }.map(\.node)
                + misjudged(among: nodes).map(\.name))
    }
}
