import ArgumentParser
import Explorer

extension GateReport {
    /// The gravest of what is not let pass.
    var exitCode: ExitCode {
        if corpus.exitCode == ExitStatus.badInput { return corpus.exitCode }
        let found = failures.filter { !$0.isQuarantined }
            .map { SearchReport.status(of: $0.signature.check) }
        let statuses = found + [corpus.exitCode.rawValue] + (unmetBugs.isEmpty ? [] : [1])
        for status: Int32 in [70, 1, 3, 2] where statuses.contains(status) {
            return ExitCode(status)
        }
        return .success
    }
}
