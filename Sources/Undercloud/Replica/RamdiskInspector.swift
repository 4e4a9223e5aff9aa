import BareMetal
import Documents
import Hardware
import Introspection
import NodeAgent
import OrderedCollections
import Plans

/// The bare-metal service's view of introspection.
struct RamdiskInspector: Inspector {
    let plan: IntrospectionPlan
    private let policy: IntrospectionPolicy
    /// The plan's rules; they were read when the plan was, so that they are sound.
    private var rules: IntrospectionRules? {
        let document = plan.rules.flatMap { try? DocumentValue(json: $0, depth: Self.depth) }
        return document.flatMap { try? IntrospectionRules($0) }
    }

    init(_ plan: IntrospectionPlan? = nil) {
        self.plan = plan ?? IntrospectionPlan()
        let options = self.plan.options
        policy = IntrospectionPolicy(adding: options.adding, keeping: options.keeping)
    }

    /// Levels of a ramdisk's message, and of rules.
    private static let depth = 100

    func findings(
        of facts: MachineFacts, on node: Node
    ) throws(InspectionFailure) -> NodeFindings {
        let choice = RootDeviceChoice(hints: node.rootDevice, skipped: node.skippedDevices)
        let result: IntrospectionResult
        do {
            result = try policy.examine(
                facts, rootDisk: choice.device(among: facts.disks),
                node: IntrospectedNode(bmc: node.bmc, ports: node.addresses))
        } catch { throw InspectionFailure(error.description) }
        let found = result.properties
        let addresses = node.addresses.filter { !result.ports.removed.contains($0) }
        return NodeFindings(
            properties: NodeProperties(
                processors: found.cpus, memory: found.memory, localDisk: found.localDisk,
                architecture: found.architecture,
                capabilities: found.capabilities(over: node.properties.capabilities)),
            addresses: addresses + result.ports.created)
    }

    /// What the hooks and rules make of a report that says more than facts do.
    func findings(
        of inventory: AgentInventory, on node: Node, last: IntrospectionData?
    ) throws(InspectionFailure) -> NodeFindings {
        let plain = try findings(of: inventory.facts, on: node)
        guard let raw = inventory.report else { return plain }
        let report: DocumentValue
        do { report = try DocumentValue(json: raw, depth: Self.depth) } catch {
            throw InspectionFailure("the ramdisk's message cannot be read: \(error)")
        }
        let previous = last.flatMap { try? DocumentValue(json: $0.raw, depth: Self.depth) }
        let record = NodeDocument(node)
        let inspection: Inspection
        do throws(InspectionFault) {
            inspection = try Inspection(
                report, node: record.document, ports: record.ports, previous: previous,
                options: plan.options)
        } catch { throw InspectionFailure(error.message) }
        let outcome = rules?.run(on: inspection)
        if let failure = outcome?.failure { throw InspectionFailure(failure) }
        let subject = outcome?.subject ?? inspection.inspectorSubject
        var findings = try record.findings(subject, over: plain, facts: inventory.facts)
        findings.rules = outcome?.applied ?? []
        findings.data = IntrospectionData(
            node: node.name, round: (last?.round ?? 0) + 1, raw: raw,
            processed: Self.processed(subject.data),
            differences: previous.map { Self.differences(from: $0, to: report) } ?? [])
        return findings
    }

    /// What hooks and rules added; the inventory itself is in the raw data.
    private static func processed(_ data: DocumentValue) -> String {
        let known: Set<String> = ["inventory", "data", "extra", "lldp_raw", "pci_devices"]
        return DocumentValue.map((data.map ?? [:]).filter { !known.contains($0.key) }).json
    }

    private static func differences(
        from old: DocumentValue, to new: DocumentValue
    ) -> [String] {
        InventoryDifference(from: old, to: new).entries.map { entry in
            "\(entry.part) is \(entry.kind.rawValue): \(entry.before), now \(entry.now)"
        }
    }

    func doubt(about facts: MachineFacts, on node: Node, known: MachineFacts?) -> String? {
        IntrospectionPolicy.doubt(
            about: facts, on: IntrospectedNode(bmc: node.bmc, ports: node.addresses), known: known)
            ?? IntrospectionPolicy.cablingDoubt(about: facts, known: known)
    }
}
