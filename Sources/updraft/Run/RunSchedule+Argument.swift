public import ArgumentParser
public import Harness

extension RunSchedule: ExpressibleByArgument {
    public init?(argument: String) { self.init(text: argument) }

    public static var allValueStrings: [String] { ["fifo", "shuffle", "pct", "pct:DEPTH"] }
}
