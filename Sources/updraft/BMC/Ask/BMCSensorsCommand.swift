import ArgumentParser
import Fleet
import Hardware

/// `updraft bmc sensors --inventory rack.json`
struct BMCSensorsCommand: FleetCommand {
    static let configuration = CommandConfiguration(
        commandName: "sensors",
        abstract: "Reads machines' sensors.",
        discussion: "  updraft bmc sensors --inventory rack.json node-3")

    struct Row: Encodable, Sendable {
        let sensor: String
        let value: Double?
        let unit: String?
        let state: String

        init(_ reading: SensorReading) {
            sensor = reading.name
            value = reading.value.figure
            state = reading.value == .unavailable ? "unavailable" : reading.state.rawValue
            unit =
                switch reading.value {
                case .temperature: "°C"
                case .power: "W"
                case .voltage: "V"
                case .revolutionsPerMinute: "RPM"
                case .unavailable: nil
                }
        }

        var cells: [String] {
            let figure = value.map { String((($0 * 1000).rounded()) / 1000) } ?? "-"
            return [sensor, figure, unit ?? "-", state]
        }
    }

    @OptionGroup var options: ControllerOptions

    static let absentFromDomains: String? = "sensors"

    var header: [String] { ["sensor", "value", "unit", "state"] }

    var work: @Sendable (any MachineController) async throws(BMCError) -> [Row] {
        { controller throws(BMCError) in try await controller.sensors().map { Row($0) } }
    }

    func cells(_ answer: [Row]) -> [[String]] { answer.map(\.cells) }
}
