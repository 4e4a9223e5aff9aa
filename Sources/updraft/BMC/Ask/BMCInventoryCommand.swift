import ArgumentParser
import Fleet
import Hardware

/// `updraft bmc fru --inventory rack.json`
struct BMCInventoryCommand: FleetCommand {
    static let configuration = CommandConfiguration(
        commandName: "fru",
        abstract: "Tells makers, models and serial numbers of machines.",
        discussion: "  updraft bmc fru --inventory rack.json")

    @OptionGroup var options: ControllerOptions

    static let absentFromDomains: String? = "FRU inventory"

    var header: [String] { ["manufacturer", "product", "serial number"] }

    var work: @Sendable (any MachineController) async throws(BMCError) -> BMCIdentity {
        { controller throws(BMCError) in try await controller.identity() }
    }

    func cells(_ answer: BMCIdentity) -> [[String]] {
        [[answer.manufacturer, answer.product, answer.serialNumber]]
    }
}
