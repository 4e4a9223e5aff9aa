package import Documents
package import Facts
import OrderedCollections

/// All that is found out about a machine: its inventory, the `hardware` tool's facts, its
/// benchmarks, and what its switches say.
package struct MachineInspection: Sendable {
    /// As ironic-python-agent posts it, with the facts under `data`.
    package let document: DocumentValue
    /// The facts alone, those that only the inventory tells among them.
    package let facts: [Fact]
    /// What could not be found out or measured, and why.
    package let remarks: [String]

    /// What is to be found out beyond the inventory.
    package struct Order: Sendable {
        /// Whether the `hardware` tool's tools are asked.
        package enum Depth: Sendable, Hashable { case inventory, hardware }

        package var depth: Depth
        package var benchmark: BenchmarkOrder?
        /// How long links are listened to; nil not at all.
        package var listening: Duration?

        package init(
            _ depth: Depth, benchmark: BenchmarkOrder? = nil, listening: Duration? = nil
        ) {
            self.depth = depth
            self.benchmark = benchmark
            self.listening = listening
        }
    }

    /// - Throws: where the machine cannot be read, or once the work is stopped.
    package init(
        _ order: Order, on system: some NodeSystem, listener: some LinkListener
    ) async throws(NodeSystemError) {
        let collector = InventoryCollector(on: system)
        var (facts, remarks): ([Fact], [String]) = ([], [])
        if order.depth == .hardware || order.benchmark != nil {
            var hardware = HardwareCollector(on: system)
            facts = try await hardware.facts()
            remarks += hardware.remarks
        }
        if let wanted = order.benchmark {
            var benchmark = MachineBenchmark(wanted, of: facts, on: system)
            facts += try await benchmark.facts()
            remarks += benchmark.remarks
        }
        var neighbours: [String: DocumentValue] = [:]
        if let limit = order.listening {
            let heard = try await Self.listen(collector, listener, limit)
            neighbours = heard.found
            remarks += heard.remarks
        }
        let inventory = try await collector.inventory(neighbours: neighbours)
        var document = inventory.map ?? [:]
        if !facts.isEmpty {
            document["data"] = .list(
                facts.map { fact in
                    .list([fact.kind, fact.id, fact.key, fact.value].map { .string($0) })
                })
        }
        if !remarks.isEmpty { document["remarks"] = .list(remarks.map { .string($0) }) }
        self.document = .map(document)
        self.remarks = remarks
        do { self.facts = try FactDocument(self.document.json, origin: "this machine").facts } catch
        {
            throw NodeSystemError("what was found cannot be told: \(error.description)")
        }
    }

    /// Interfaces with a carrier; where none may be heard, that is a remark and no failure.
    private static func listen(
        _ collector: InventoryCollector<some NodeSystem>, _ listener: some LinkListener,
        _ limit: Duration
    ) async throws(NodeSystemError) -> (found: [String: DocumentValue], remarks: [String]) {
        let interfaces = collector.linkedInterfaces
        do throws(NodeSystemError) {
            let frames = try await listener.lldpFrames(on: interfaces, within: limit)
            let found = frames.compactMapValues { LLDPFrame($0)?.document }
            let silent = interfaces.filter { found[$0] == nil }
            return (
                found,
                silent.map { "LLDP of \($0): not captured: no switch was heard in \(limit)" }
            )
        } catch {
            if Task.isCancelled { throw .stopped }
            return ([:], ["LLDP: not captured: \(error.description)"])
        }
    }
}
