import ArgumentParser
import Foundation
import LiveWorld
import NodeAgent
import OrderedCollections

/// `updraft agent net --config-file config.yaml --noop`
struct AgentNetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "net",
        abstract: "Configures the machine's network, as os-net-config does.",
        discussion: """
            Writes the files of Red Hat's network scripts or of Debian's, and takes down and \
            brings up what changed:

              updraft agent net --config-file config.yaml --noop
              updraft agent net --config-file config.yaml --root /mnt --no-activate

            Exit status: 0 done, 1 refused or failed, 2 with --detailed-exit-codes: files changed.
            """
    )

    @Option(name: .shortAndLong, help: "What the network is to be.")
    var configFile = "/etc/os-net-config/config.yaml"

    @Option(name: .shortAndLong, help: "Names of one's own for devices.")
    var mappingFile = "/etc/os-net-config/mapping.yaml"

    @Option(name: .shortAndLong, help: "Whose files are written: ifcfg or eni.")
    var provider: NetworkProvider?

    @Option(
        name: [.customShort("r"), .customLong("root"), .customLong("root-dir")],
        help: "The folder that stands for the root.")
    var root = ""

    @Flag(help: "Exit with 2 where files changed.")
    var detailedExitCodes = false

    @Flag(help: "Print the files that would change, and change nothing.")
    var noop = false

    @Flag(help: "Write files, and leave devices as they are.")
    var noActivate = false

    @Flag(help: "Take down devices that the configuration does not have.")
    var cleanup = false

    func run() async throws {
        do {
            let count = try await act()
            try StandardOutput.check()
            if detailedExitCodes, count > 0 { throw ExitCode(2) }
        } catch let error as NetworkConfigError {
            StandardError.print("\(configFile): \(error)")
            throw ExitStatus.failed
        }
    }

    /// - Returns: how many files changed, or would.
    private func act() async throws -> Int {
        let system = LiveNodeSystem(root: root)
        let machine = try NetworkDevices(of: LiveNodeSystem())
        let net = NetConfig(on: system, machine: machine, provider: try chosenProvider(system))
        guard let text = try? String(contentsOfFile: configFile, encoding: .utf8) else {
            StandardError.print("No config file exists at: \(configFile)")
            throw ExitStatus.failed
        }
        let aliases = try? String(contentsOfFile: mappingFile, encoding: .utf8)
        let mapping = try aliases.map { try NetConfig<LiveNodeSystem>.mapping(of: $0) } ?? [:]
        guard noop else {
            return try await net.apply(
                text, mapping: mapping, activation: noActivate ? .filesOnly : .restart,
                unknown: cleanup ? .removed : .kept
            ).count
        }
        let files = try net.preview(text, mapping: mapping)
        for file in files {
            StandardOutput.print("File: \(root)\(file.path)\n\n\(file.text)\n----")
        }
        return files.count
    }

    /// What the machine has, where nothing is said.
    private func chosenProvider(_ system: LiveNodeSystem) throws -> NetworkProvider {
        if let provider { return provider }
        if try system.status(of: "/etc/sysconfig/network-scripts") != nil { return .ifcfg }
        if try system.status(of: "/etc/network") != nil { return .eni }
        StandardError.print("Unable to set provider for this operating system.")
        throw ExitStatus.failed
    }
}
