import ArgumentParser
import Fleet
import Hardware

/// `updraft bmc power status --inventory rack.json`
struct BMCPowerCommand: FleetCommand {
    static let configuration = CommandConfiguration(
        commandName: "power",
        abstract: "Tells or changes machines' power.",
        discussion: """
            status tells; on, off, cycle, reset and diag (an NMI) act at once; soft asks the \
            system to shut down. Accepted is not done: `status` tells what came of it.

              updraft bmc power status --inventory rack.json
              updraft bmc power cycle --inventory rack.json node-3 node-4
              updraft bmc power off 192.0.2.7 '[2001:db8::7]:6230' --user root \\
                --password-file pw

            Exit status: 0 all did, 1 some did not, 64 bad usage or a bad file.
            """
    )

    struct Answer: Encodable, Sendable {
        let power: String
    }

    @Argument(help: "status, on, off, cycle, reset, soft or diag.")
    var verb: PowerVerb

    @OptionGroup var options: ControllerOptions

    var header: [String] { ["power"] }

    var work: @Sendable (any MachineController) async throws(BMCError) -> Answer {
        { [verb] controller throws(BMCError) in
            guard let action = verb.action else {
                return Answer(power: try await controller.powerState().rawValue)
            }
            try await controller.perform(action)
            return Answer(power: "\(verb.rawValue) accepted")
        }
    }

    func cells(_ answer: Answer) -> [[String]] { [[answer.power]] }
}
