import ArgumentParser
import Foundation
import LiveWorld
import NodeAgent

/// `updraft agent heat-config`
struct AgentHeatConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heat-config",
        abstract: "Carries out Heat's deployments on this machine, as heat-agents do.",
        discussion: """
            Reads the deployments that os-apply-config has written, carries out each once, by \
            programs in /var/lib/heat-config/hooks or by hooks of its own, and signals what came \
            of it:

              updraft agent heat-config

            Exit status: 0 done, whatever came of the deployments; 1 there are none to read.
            """
    )

    func run() async throws {
        let system = LiveNodeSystem()
        let signals = WebSignals(over: CurlTransport(on: system), client: UUID().uuidString)
        let config = HeatConfig(
            on: system, delivery: SignalDelivery(signals, clock: LiveClock()))
        do {
            for outcome in try await config.run() {
                StandardOutput.print("\(outcome.id) (\(outcome.group)): \(outcome.end.words)")
            }
        } catch {
            StandardError.print(error.description)
            throw ExitStatus.failed
        }
        try StandardOutput.check()
    }
}

extension DeploymentOutcome.End {
    /// For people.
    fileprivate var words: String {
        switch self {
        case .alreadyDeployed: "was carried out before"
        case .nothingToDo: "has nothing to do"
        case .noHook: "has no hook; whoever waits for its signal waits in vain"
        case .carriedOut(let status, let lost) where lost.isEmpty: "ended with \(status)"
        case .carriedOut(let status, let lost):
            "ended with \(status), and its signal was lost: "
                + lost.map(\.description).joined(separator: ", ")
        case .broken(let reason): "broke off: \(reason)"
        }
    }
}
