import ArgumentParser
import Matching

extension MatchMethod: ExpressibleByArgument {}
