import FoundationEssentials
import Hardware
import LiveWorld
import SimulatedDatacenter
import Simulation
import World

extension StoreContract {
    /// Over stores of one simulated world, each with two members.
    static func simulated(
        _ process: SimulatedProcess,
        defects: StoreDefects = StoreDefects(),
        wrap: @escaping @Sendable (any Store) -> any Store = { $0 }
    ) -> StoreContract {
        let settle: @Sendable () async -> Void = {
            let later = process.simulator.now + .seconds(10)
            // A process that was stopped in the meantime has settled.
            _ = try? await process.wait(WaitReason("lets others run"), until: later)
        }
        return StoreContract(
            makeStore: {
                let store = SimulatedStore(
                    name: "contract",
                    simulator: process.simulator,
                    defects: defects
                ) { _ in }
                store.join("first")
                store.join("second")
                await settle()
                return wrap(store.handle(for: process))
            },
            settle: settle
        )
    }

    /// Over SQLite files in a folder.
    static func sqlite(in folder: URL) -> StoreContract {
        let names = SystemRandomSource()
        return StoreContract(
            makeStore: { () async throws(StoreError) in
                let name = StoreName(Identifier(drawnFrom: names).text)
                return try SQLiteStore.open(
                    folder.appendingPathComponent("\(name).sqlite"),
                    name: name
                )
            },
            settle: { for _ in 0..<50 { await Task.yield() } }
        )
    }
}
