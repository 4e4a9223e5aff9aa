import ArgumentParser

/// Seeds as a range, `5..20`, or as their number, `100`, from 1 on.
struct SeedChoice: ExpressibleByArgument {
    let seeds: ClosedRange<UInt64>

    init(count: UInt64) { seeds = 1...count }

    init?(argument: String) {
        if let range = SeedRange(argument: argument) {
            seeds = range.seeds
        } else if let count = UInt64(argument), (1...SeedRange.limit).contains(count) {
            seeds = 1...count
        } else {
            return nil
        }
    }

    var defaultValueDescription: String { "\(seeds.lowerBound)..\(seeds.upperBound)" }
}
