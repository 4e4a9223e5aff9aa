import Documents

/// What `fio` measured, in its JSON.
public enum FioOutput {
    /// Facts of every job, whose name ends with the disk's behind `MYJOB-`.
    ///
    /// - Parameters:
    ///   - pattern: what was done, such as `randread`.
    ///   - blockSize: such as `4k`.
    ///   - load: whether other disks worked at the same time.
    public static func facts(
        _ text: String, pattern: String, blockSize: String, load: Load
    ) throws(FactDocumentError) -> [Fact] {
        let document: DocumentValue
        do { document = try DocumentValue(json: text, depth: FactLimits.depth) } catch {
            throw FactDocumentError(
                origin: "fio", line: error.line, column: nil, message: error.message)
        }
        guard let jobs = document["jobs"]?.list else {
            throw FactDocumentError(origin: "fio", line: 1, column: nil, message: "it has no jobs")
        }
        return jobs.flatMap { job -> [Fact] in
            guard let name = job["jobname"]?.string else { return [] }
            let disk = name.replacing("MYJOB-", with: "")
            return ["read", "write"].flatMap { side -> [Fact] in
                // What was not done took no time.
                guard let figures = job[side], figures["runtime"]?.isTrue == true else { return [] }
                let key = "\(load.rawValue)_\(pattern)_\(blockSize)"
                return [("KBps", "bw"), ("IOps", "iops")].compactMap { unit, field in
                    figures[field].flatMap(FactReader.text).map {
                        Fact("disk", disk, "\(key)_\(unit)", $0)
                    }
                }
            }
        }
    }

    /// What else went on while a disk was measured.
    public enum Load: String, Sendable, Hashable, CaseIterable {
        case standalone, simultaneous
    }
}
