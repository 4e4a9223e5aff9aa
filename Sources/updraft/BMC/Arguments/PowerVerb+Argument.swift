public import ArgumentParser
public import Fleet

extension PowerVerb: ExpressibleByArgument {}
