public import ArgumentParser
public import IPMI

extension PrivilegeLevel: ExpressibleByArgument {
    public init?(argument: String) { self.init(name: argument) }
}
