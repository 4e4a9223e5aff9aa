public import ArgumentParser
public import IPMI

extension ControllerKey: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
