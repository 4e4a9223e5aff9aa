public import ArgumentParser
public import IPMI

extension CipherSuite: ExpressibleByArgument {
    public init?(argument: String) {
        guard let id = UInt8(argument) else { return nil }
        self.init(id: id)
    }
}
