/// A step by its interface and its name, which tell it from all others: `deploy.write_image`.
public struct StepID: Sendable, Hashable, Codable {
    public let interface: StepInterface
    public let name: StepName

    public init(_ interface: StepInterface, _ name: StepName) {
        self.interface = interface
        self.name = name
    }
}

extension StepID: CustomStringConvertible {
    public var description: String { "\(interface).\(name)" }
}
