public import ArgumentParser
public import Hardware

/// `--once` and `--persistent`.
extension BootOverride.Persistence: EnumerableFlag {
    public static var allCases: [Self] { [.once, .persistent] }
}
