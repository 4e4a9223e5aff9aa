import ArgumentParser

/// What is done with machines' controllers.
struct BMCCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bmc",
        abstract: "Serves fake BMCs that real tools can drive, and asks BMCs, fake or real.",
        discussion: """
            Begin with a rack of twenty that nobody has to buy, and ask it something:

              updraft bmc serve --count 20 > rack.json &
              updraft bmc power status --inventory rack.json
              updraft bmc power off --inventory rack.json node-3
              ipmitool -I lanplus -H 127.0.0.1 -p 6230 -U admin -P password sensor list
              updraft bmc fault lossy --amount 0.3 node-4

            Exit status: 0 all is well, 1 some controllers did not do as they were asked, \
            64 bad usage or a bad file, 69 an address or a socket cannot be had.
            """,
        subcommands: [
            BMCServeCommand.self, BMCFaultCommand.self, BMCPowerCommand.self, BMCBootCommand.self,
            BMCSensorsCommand.self, BMCEventLogCommand.self, BMCInventoryCommand.self,
            BMCConsoleCommand.self, BMCScreenshotCommand.self, BMCDefineCommand.self,
        ]
    )
}
