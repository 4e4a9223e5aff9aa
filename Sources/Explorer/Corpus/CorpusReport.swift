/// What became of all the failures of a corpus.
public struct CorpusReport: Sendable, Codable {
    /// One entry.
    public struct Line: Sendable, Codable {
        public let file: String
        public let verdict: String
        /// As it was kept; nil where the file cannot be read.
        public let signature: String?
        /// More about the verdict.
        public let detail: String?
        /// The Updraft that found it, where that is not this one.
        public let otherVersion: String?
        /// Whether the entry's scenario planted the bug, so that it is to reproduce.
        public let isPlanted: Bool
        public let replay: String?
    }

    public private(set) var entries: [Line] = []
    private let version: String

    /// - Parameter version: of this Updraft.
    public init(version: String) { self.version = version }

    public mutating func add(_ file: String, _ entry: CorpusEntry?, _ verdict: CorpusVerdict) {
        let planted = entry.flatMap { $0.text.root["caught-by"]?.text }
        entries.append(
            Line(
                file: file, verdict: verdict.word, signature: entry?.signature.text,
                detail: Self.detail(verdict),
                otherVersion: entry.flatMap { $0.version == version ? nil : $0.version },
                isPlanted: planted != nil && planted == entry?.signature.check,
                replay: entry.map { Self.replay(file, $0, verdict) }))
    }

    public func count(_ verdict: String) -> Int { entries.count { $0.verdict == verdict } }

    /// For people; the last line is a summary.
    public var lines: [String] {
        let told = entries.flatMap { line -> [String] in
            let version = line.otherVersion.map { "  (found by \($0))" } ?? ""
            let first = "\(line.verdict)  \(line.file)\(version)"
            let rest = [line.signature, line.detail].compactMap(\.self)
            return [first] + rest.map { "    \($0)" }
        }
        let counts = ["reproduces", "moved", "changed", "fixed", "unreadable", "stopped"]
            .map { ($0, count($0)) }.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        let others = entries.count { $0.otherVersion != nil }
        let version = others > 0 ? "; \(others) of another version" : ""
        return told + [
            "corpus: \(entries.count) entries"
                + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")) + version
        ]
    }

    private static func detail(_ verdict: CorpusVerdict) -> String? {
        switch verdict {
        case .moved(let seed): "it passes with its own seed and fails with seed \(seed)"
        case .changed(let other): "it fails with \(other.text)"
        case .unreadable(let problem): problem
        case .reproduces, .fixed, .stopped: nil
        }
    }

    private static func replay(
        _ file: String, _ entry: CorpusEntry, _ verdict: CorpusVerdict
    ) -> String {
        var probe = Probe(
            entry.text, origin: file, seed: entry.seed, schedule: entry.schedule)
        if case .moved(let seed) = verdict { probe.seed = seed }
        return SearchReport.replay(file, probe)
    }
}
