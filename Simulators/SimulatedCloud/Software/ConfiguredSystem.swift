import Documents
import Harness
import NodeAgent
import SimulatedDatacenter
import Simulation
import Undercloud
import World

/// An installed system as its agents configure it. Its files are looked at only once there is
/// something to configure.
final class ConfiguredSystem: Sendable {
    private enum Work {
        case none, underWay
        case done(version: String)
    }

    private let booted: BootedSystem
    private let disk: String
    private let world: World
    private let bug: CloudBug?
    private let tell: @Sendable (ConfigurationEvent) -> Void
    /// Made for the first metadata; what it keeps in memory lasts as long as the process.
    private let system: Confined<SimulatedNodeSystem?>
    private let work: Confined<Work>

    /// - Parameter tell: hears of what is carried out, and of what is signalled.
    init(
        _ booted: BootedSystem, disk: String, _ world: World, bug: CloudBug?,
        tell: @escaping @Sendable (ConfigurationEvent) -> Void
    ) {
        self.booted = booted
        self.bug = bug
        self.tell = tell
        self.disk = disk
        self.world = world
        system = Confined(booted.process.simulator, nil)
        work = Confined(booted.process.simulator, .none)
    }

    /// Has done what new metadata says, beside the polls: silence would look like a machine that
    /// is lost. What is configured is signalled to whoever leads.
    ///
    /// - Returns: that it is done, where it was done since it was asked for first.
    func apply(_ metadata: CollectedMetadata) -> MetadataCollector.Outcome {
        let isDone = work.write { work in
            if case .done(metadata.version) = work { return true }
            if case .underWay = work { return false }
            work = .underWay
            booted.process.spawn { [self] in
                let outcome = await carryOut(metadata)
                self.work.write {
                    $0 = outcome == .applied ? .done(version: metadata.version) : .none
                }
            }
            return false
        }
        return isDone ? .applied : .failed
    }

    private func carryOut(_ metadata: CollectedMetadata) async -> MetadataCollector.Outcome {
        guard let document = try? DocumentValue(json: metadata.document) else { return .failed }
        let system = theSystem()
        if bug == .agentsForgetDeployments { forget(system) }
        let machine = booted.machine.name
        let signals = OverheardSignals(
            signals: StackSignals(world: world, service: ServiceAddress.undercloud),
            tell: { [tell] in tell(.signalled(machine, config: $0)) })
        let agents = HeatAgents(on: system, clock: world.clock, signals: signals)
        let itself: DocumentValue = [
            "instance-id": .string(metadata.instance), "hostname": .string(metadata.hostname),
            "local-hostname": .string(metadata.hostname),
        ]
        let sources = [
            CollectedDocument.exploded(itself, from: "ec2"),
            CollectedDocument.exploded(document, from: "cfn"),
        ]
        guard let round = try? await agents.round(sources) else { return .failed }
        for deployment in round.deployments {
            switch deployment.end {
            case .carriedOut: tell(.applied(machine, config: deployment.id))
            case .noHook:
                tell(.unanswered(machine, config: deployment.id, group: deployment.group))
            case .alreadyDeployed, .nothingToDo, .broken: break
            }
        }
        return round.failure == nil ? .applied : .failed
    }

    /// ``CloudBug/agentsForgetDeployments``
    private func forget(_ system: SimulatedNodeSystem) {
        let folder = "/var/lib/heat-config/deployed"
        for name in (try? system.names(in: folder)) ?? [] {
            try? system.remove("\(folder)/\(name)")
        }
    }

    private func theSystem() -> SimulatedNodeSystem {
        if let known = system.read({ $0 }) { return known }
        let made = SimulatedNodeSystem(on: booted.machine, disk: disk, process: booted.process)
        system.write { $0 = made }
        return made
    }
}
