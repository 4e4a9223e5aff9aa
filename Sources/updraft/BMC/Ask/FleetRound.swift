import Fleet
import Hardware

/// Asks many controllers the same, many at once.
struct FleetRound<Answer: Sendable> {
    typealias Outcome = (target: ControllerTarget, result: Result<Answer, BMCError>)

    /// Controllers that are asked at the same time.
    private static var width: Int { 256 }

    let link: ControllerLink
    let targets: [ControllerTarget]
    let work: @Sendable (any MachineController) async throws(BMCError) -> Answer

    /// - Returns: what each said, in the order of the targets.
    func run() async -> [Outcome] {
        var results: [Result<Answer, BMCError>?] = Array(repeating: nil, count: targets.count)
        var progress = CountPrinter(of: targets.count)
        await withTaskGroup(of: (Int, Result<Answer, BMCError>).self) { group in
            var next = 0
            func add() {
                guard next < targets.count else { return }
                let index = next
                next += 1
                group.addTask { (index, await ask(targets[index])) }
            }
            for _ in 0..<Self.width { add() }
            while let (index, result) = await group.next() {
                results[index] = result
                progress.advance()
                add()
            }
        }
        progress.end()
        return zip(targets, results).map { ($0, $1 ?? .failure(.revoked)) }
    }

    private func ask(_ target: ControllerTarget) async -> Result<Answer, BMCError> {
        do throws(BMCError) {
            return .success(try await work(try await link.controller(of: target)))
        } catch {
            return .failure(error)
        }
    }
}
