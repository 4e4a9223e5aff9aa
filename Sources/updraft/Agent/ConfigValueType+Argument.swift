public import ArgumentParser
public import NodeAgent

extension ConfigValueType: ExpressibleByArgument {}
