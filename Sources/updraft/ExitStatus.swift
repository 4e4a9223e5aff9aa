import ArgumentParser

/// Exit statuses that are no verdict's.
enum ExitStatus {
    /// The command line or a file it names is wrong (sysexits' EX_USAGE).
    static let badInput = ExitCode(64)
    /// Updraft itself failed (sysexits' EX_SOFTWARE).
    static let internalFailure = ExitCode(70)
    /// Somebody stopped it, as shells tell SIGINT.
    static let interrupted = ExitCode(130)
}
