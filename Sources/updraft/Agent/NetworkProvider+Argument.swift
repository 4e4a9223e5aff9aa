public import ArgumentParser
public import NodeAgent

extension NetworkProvider: ExpressibleByArgument {}
