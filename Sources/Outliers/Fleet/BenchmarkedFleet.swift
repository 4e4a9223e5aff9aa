public import Facts
import OrderedCollections

/// The machines whose benchmarks are compared, in the order of their names.
public struct BenchmarkedFleet: Sendable {
    public let machines: [BenchmarkedMachine]
    public let problems: [FleetProblem]

    /// - Parameter unreadable: documents that could not be read, so that reports name them.
    public init(
        _ documents: [FactDocument], naming: MachineNaming = .serial,
        unreadable: [FactDocumentError] = []
    ) {
        var problems = unreadable.map {
            FleetProblem.unreadable(origin: $0.origin, why: $0.description)
        }
        var named: OrderedDictionary<String, [FactDocument]> = [:]
        for document in documents {
            let said = Self.name(of: document, naming)
            if said == nil { problems.append(.unnamed(machine: Self.fileName(document.origin))) }
            named[said ?? Self.fileName(document.origin), default: []].append(document)
        }
        machines = Self.machines(named, &problems)
        for machine in machines {
            if machine.document.facts.isEmpty { problems.append(.empty(machine: machine.name)) }
            problems += machine.document.remarks.map { .remark(machine: machine.name, $0) }
        }
        self.problems = problems
    }

    init(machines: [BenchmarkedMachine], problems: [FleetProblem] = []) {
        self.machines = machines
        self.problems = problems
    }

    /// The fleet with the figures of some families only.
    public func only(_ families: Set<MetricFamily>) -> BenchmarkedFleet {
        BenchmarkedFleet(machines: machines.map { $0.only(families) }, problems: problems)
    }

    private static func name(of document: FactDocument, _ naming: MachineNaming) -> String? {
        guard naming != .document else { return fileName(document.origin) }
        let name = document.value("system", "product", naming.rawValue)
        return name?.isEmpty == false ? name : nil
    }

    private static func fileName(_ origin: String) -> String {
        String(origin.split(separator: "/").last ?? "document")
    }

    /// One document sent twice, byte for byte, is one machine; documents that differ are machines
    /// of their own, since nobody can say which of them is true.
    private static func machines(
        _ named: OrderedDictionary<String, [FactDocument]>, _ problems: inout [FleetProblem]
    ) -> [BenchmarkedMachine] {
        var machines: [BenchmarkedMachine] = []
        for (name, documents) in named {
            guard documents.count > 1 else {
                machines += documents.map { BenchmarkedMachine(name: name, document: $0) }
                continue
            }
            problems.append(.duplicate(name: name, origins: documents.map(\.origin)))
            var seen: Set<[Fact]> = []
            let different = documents.filter { seen.insert($0.facts).inserted }
            for (index, document) in different.enumerated() {
                let apart = different.count == 1 ? name : "\(name)#\(index + 1)"
                machines.append(BenchmarkedMachine(name: apart, document: document))
            }
        }
        return machines.sorted { $0.name < $1.name }
    }
}
