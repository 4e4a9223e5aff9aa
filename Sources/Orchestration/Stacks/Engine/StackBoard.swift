import OrderedCollections
import World

/// One stack that an engine works on, as it was read and as the engine has changed it since.
struct StackBoard: Sendable {
    var stack: Stored<StackRecord>
    let tree: StackTree
    var plan: StackPlan
    /// By id.
    var records: OrderedDictionary<String, Stored<ResourceRecord>>
    /// Of the newest event.
    var events: Int
    /// By record that waits for something: the step that goes on with it.
    var waiting: OrderedDictionary<String, StackPlan.Step> = [:]
    /// By resource: the highest number of a record of it.
    private var numbers: [String: Int] = [:]
    /// By resource: the present one of its records, where this traversal made another.
    private var made: [String: String] = [:]

    init(
        _ stack: Stored<StackRecord>, _ tree: StackTree, _ plan: StackPlan,
        _ records: [Stored<ResourceRecord>], events: Int
    ) {
        self.stack = stack
        self.tree = tree
        self.plan = plan
        self.events = events
        self.records = OrderedDictionary(uniqueKeysWithValues: records.map { ($0.document.id, $0) })
        for record in records {
            let (name, number) = (record.document.name, record.document.number)
            numbers[name] = max(numbers[name] ?? 0, number)
        }
    }

    var record: StackRecord { stack.document }

    /// The present record of a resource.
    func present(_ name: String) -> ResourceRecord? {
        (made[name] ?? plan.current[name]).flatMap { records[$0]?.document }
    }

    func isPresent(_ record: ResourceRecord) -> Bool {
        (made[record.name] ?? plan.current[record.name]) == record.id
    }

    /// The records that a resource rests on now.
    func requirements(of name: String) -> [String] {
        (plan.needs[name] ?? []).compactMap { present($0)?.id }
    }

    func nextNumber(of name: String) -> Int { (numbers[name] ?? 0) + 1 }

    mutating func keep(_ record: ResourceRecord, _ revision: Revision) {
        if record.number > numbers[record.name] ?? 0 {
            numbers[record.name] = record.number
            made[record.name] = record.id
        }
        records[record.id] = Stored(document: record, revision: revision)
    }

    mutating func remove(_ id: String) { records[id] = nil }
}
