public import ArgumentParser
public import Fleet

extension BootChoice: ExpressibleByArgument {}
