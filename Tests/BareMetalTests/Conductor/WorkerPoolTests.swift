import Hardware
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A conductor's workers")
struct WorkerPoolTests {
    @Test("full = refused, which passes; nothing was taken on")
    func full() throws {
        let bench = Bench(machines: 2)
        try bench.run {
            var options = ConductorOptions()
            options.workers = 1
            let station = try await bench.found(in: .available, options: options)
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            let before = bench.node(2)
            let errors = [
                await bench.refusal { () async throws(ConductorError) in
                    try await station.conductor.request(
                        .deploy(NodeOperation.instance), of: "node-2")
                },
                await bench.refusal { () async throws(ConductorError) in
                    try await station.conductor.setPower(.on, of: "node-2")
                },
            ]
            #expect(errors == [.noFreeWorker(of: 1), .noFreeWorker(of: 1)])
            #expect(errors.allSatisfy { $0?.isTransient == true })
            #expect(bench.node(2) == before)
            // The wait for a ramdisk needs none.
            try await bench.wait(upTo: .seconds(60), for: "the wait") {
                bench.node(1).provisionState == .deployWait && bench.node(1).reservation == nil
            }
            try await station.conductor.setPower(.on, of: "node-2")
        }
    }

    @Test("are given back by refused requests and by work that fails")
    func givenBack() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.manner = .unauthorized
            let station = try await bench.found(in: .available)
            for _ in 0..<3 {
                _ = await bench.refusal { () async throws(ConductorError) in
                    try await station.conductor.request(.provide, of: "node-1")
                }
            }
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            #expect(station.conductor.workers.busyCount == 1)
            try await bench.reach(.deployFailed, within: .seconds(600))
            try await bench.pause(.seconds(1))
            #expect(station.conductor.workers.busyCount == 0)
        }
    }

    @Test("are kept for those who ask, while agents report")
    func reserved() throws {
        let pool = WorkerPool(size: 40)
        for _ in 0..<38 { try pool.take(for: .report) }
        #expect(throws: ConductorError.noFreeWorker(of: 40)) { try pool.take(for: .report) }
        for _ in 0..<2 { try pool.take(for: .request) }
        #expect(throws: ConductorError.noFreeWorker(of: 40)) { try pool.take(for: .request) }
        pool.giveBack()
        try pool.take(for: .request)
        #expect(pool.busyCount == 40)
    }
}
