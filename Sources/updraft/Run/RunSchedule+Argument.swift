public import ArgumentParser
public import Harness

extension RunSchedule: ExpressibleByArgument {}
