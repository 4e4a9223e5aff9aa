import ArgumentParser
import Fleet
import Hardware

/// `updraft bmc boot get --inventory rack.json`
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
