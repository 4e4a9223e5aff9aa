import ArgumentParser
import Explorer

extension CorpusReport {
    /// The gravest of what is still there.
    var exitCode: ExitCode {
        if count("unreadable") > 0 { return ExitStatus.badInput }
        let statuses = entries.compactMap { line -> Int32? in
            let isThere = ["reproduces", "moved", "changed"].contains(line.verdict)
            if line.isPlanted {
                return ["reproduces", "moved"].contains(line.verdict) ? nil : 1
            }
            let check = line.signature?.split(separator: ":").first.map(String.init) ?? ""
            return isThere ? SearchReport.status(of: check) : nil
        }
        for status: Int32 in [70, 1, 3, 2] where statuses.contains(status) {
            return ExitCode(status)
        }
        return .success
    }
}
