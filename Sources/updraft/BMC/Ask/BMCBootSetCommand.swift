import ArgumentParser
import Fleet
import Hardware

/// `updraft bmc boot set pxe --inventory rack.json`
struct BMCBootSetCommand: FleetCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Asks for a boot device, for the next boot or for all.",
        discussion: """
              updraft bmc boot set pxe --inventory rack.json
              updraft bmc boot set disk --persistent --bios 192.0.2.7 --user root
              updraft bmc boot set none --inventory rack.json node-3
            """)

    @Argument(
        help: "pxe, disk, cdrom, bios (the firmware's setup), or none for its own order.")
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
