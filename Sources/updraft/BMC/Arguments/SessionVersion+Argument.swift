public import ArgumentParser
public import IPMI

extension SessionVersion: ExpressibleByArgument {}
