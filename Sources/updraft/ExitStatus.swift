import ArgumentParser

/// Exit statuses that are no verdict's.
enum ExitStatus {
    /// The command line or a file it names is wrong (sysexits' EX_USAGE).
    static let badInput = ExitCode(64)
    /// Some of what was asked for was not done.
    static let failed = ExitCode(1)
    /// An address or a socket cannot be had (sysexits' EX_UNAVAILABLE).
    static let unavailable = ExitCode(69)
    /// Updraft itself failed (sysexits' EX_SOFTWARE).
    static let internalFailure = ExitCode(70)
    /// Somebody stopped it, as shells tell SIGINT.
    static let interrupted = ExitCode(130)
}
