import Simulation
public import World

/// A ``SimulatedStore`` as one process reaches it: over a network, and until the process is killed.
public struct SimulatedStoreHandle: Store {
    private let store: SimulatedStore
    private let process: SimulatedProcess
    private let reach: @Sendable () -> Bool
    private let chance: Confined<SeededGenerator>

    init(
        _ store: SimulatedStore,
        process: SimulatedProcess,
        reach: @escaping @Sendable () -> Bool
    ) {
        self.store = store
        self.process = process
        self.reach = reach
        let serial = store.state.write { $0.nextHandle() }
        chance = Confined(
            store.simulator,
            store.simulator.random.branch("store.\(store.name).\(process.name).\(serial)")
        )
    }

    public func get<Document: StoredDocument>(
        _ type: Document.Type,
        _ id: String
    ) async throws(StoreError) -> Stored<Document>? {
        try await call { contents throws(StoreError) in try contents.get(type, id) }
    }

    public func scan<Document: StoredDocument>(
        _ type: Document.Type,
        in range: DocumentRange
    ) async throws(StoreError) -> [Stored<Document>] {
        try await call { contents throws(StoreError) in try contents.scan(type, in: range) }
    }

    public func archive() async throws(StoreError) -> StoreArchive {
        try await call { contents throws(StoreError) in contents.archive }
    }

    @discardableResult
    public func commit(_ transaction: Transaction) async throws(StoreError) -> Revision {
        try await travel()
        let revision = try await store.commit(transaction, by: process)
        try await travel()
        return revision
    }

    public func changes<Document: StoredDocument>(
        to type: Document.Type,
        in range: DocumentRange,
        after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        try await travel()
        // Goes round once for each commit in the range, and ends with the first that counts.
        while true {
            let changes = try read { contents throws(StoreError) in
                try contents.changes(to: type, in: range, after: revision)
            }
            guard changes.isEmpty else {
                try await travel()
                return changes
            }
            try await watch(Document.kind, range)
            guard reach() else { throw .unavailable(cutOff) }
        }
    }

    public func changesSoFar<Document: StoredDocument>(
        to type: Document.Type,
        in range: DocumentRange,
        after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        try await call { contents throws(StoreError) in
            try contents.changes(to: type, in: range, after: revision)
        }
    }

    private var cutOff: String { "\(process.name) is cut off from store \(store.name)" }

    private func call<Value: Sendable>(
        _ body: (inout StoreContents) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await travel()
        let value = try read(body)
        try await travel()
        return value
    }

    private func read<Value>(
        _ body: (inout StoreContents) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try store.state.write { state in
            Result { () throws(StoreError) in
                try state.service.get()
                return try body(&state.contents)
            }
        }.get()
    }

    /// One way between the process and the store.
    ///
    /// A request or a reply is lost where the host is cut off when it should arrive.
    private func travel() async throws(StoreError) {
        let latency = chance.write { store.timing.latency.draw(using: &$0) }
        do {
            try await process.wait(
                WaitReason("waits for store", store.name.text),
                until: process.simulator.now + latency
            )
        } catch {
            throw .revoked
        }
        guard reach() else { throw .unavailable(cutOff) }
    }

    private func watch(_ kind: DocumentKind, _ range: DocumentRange) async throws(StoreError) {
        var ticket: StoreWatches.Ticket?
        do {
            try await process.wait(WaitReason("watches", "\(store.name)/\(kind)")) { wakeup in
                ticket = store.state.write {
                    $0.watches.add(
                        StoreWatches.Watch(kind: kind, range: range, wakeup: wakeup, reach: reach)
                    )
                }
            }
        } catch {
            if let ticket { store.state.write { $0.watches.remove(ticket) } }
            throw .revoked
        }
    }
}
