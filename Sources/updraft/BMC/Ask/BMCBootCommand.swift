import ArgumentParser
import Fleet
import Hardware

/// `updraft bmc boot set pxe --inventory rack.json`
struct BMCBootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "boot",
        abstract: "Tells or changes where machines start from.",
        subcommands: [BMCBootGetCommand.self, BMCBootSetCommand.self]
    )
}

/// An override as it is shown.
struct BootAnswer: Encodable, Sendable {
    let device: String
    let persistence: String?
    let mode: String?

    init(_ override: BootOverride?) {
        device = override.map { BootChoice($0.device).rawValue } ?? BootChoice.none.rawValue
        persistence = override?.persistence.rawValue
        mode = override?.mode.rawValue
    }

    static let header = ["device", "persistence", "mode"]
    var cells: [[String]] { [[device, persistence ?? "-", mode ?? "-"]] }
}

struct BMCBootGetCommand: FleetCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Tells which boot device is asked for before the firmware's own order.")

    @OptionGroup var options: ControllerOptions

    var header: [String] { BootAnswer.header }

    var work: @Sendable (any MachineController) async throws(BMCError) -> BootAnswer {
        { controller throws(BMCError) in BootAnswer(try await controller.bootOverride()) }
    }

    func cells(_ answer: BootAnswer) -> [[String]] { answer.cells }
}

struct BMCBootSetCommand: FleetCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Asks for a boot device, for the next boot or for all.",
        discussion: """
              updraft bmc boot set pxe --inventory rack.json
              updraft bmc boot set disk --persistent --bios 192.0.2.7 --user root
              updraft bmc boot set none --inventory rack.json node-3
            """)

    @Argument(help: "pxe, disk, cdrom, or none for the firmware's own order.")
    var device: BootChoice

    @OptionGroup var options: ControllerOptions

    @Flag(help: "For the next boot (the default), or for all of them.")
    var persistence = BootOverride.Persistence.once

    @Flag(help: "In the firmware's new way (the default) or in its old one.")
    var mode = BootMode.uefi

    var header: [String] { BootAnswer.header }

    var work: @Sendable (any MachineController) async throws(BMCError) -> BootAnswer {
        let override = device.device.map { BootOverride($0, persistence, mode: mode) }
        return { controller throws(BMCError) in
            try await controller.setBootOverride(override)
            return BootAnswer(override)
        }
    }

    func cells(_ answer: BootAnswer) -> [[String]] { answer.cells }
}
