import Hardware

/// What became of a failure that was kept.
public enum CorpusVerdict: Sendable, Hashable {
    /// The entry's run fails as it did.
    case reproduces
    /// Its run passes, and another seed fails as it did: the failure is there, its moment moved.
    case moved(seed: UInt64)
    /// It fails with another signature.
    case changed(FailureSignature)
    /// Nothing of it is left.
    case fixed
    /// The file cannot be read, for this reason; also where another version wrote it.
    case unreadable(String)
    /// Somebody stopped it before its end.
    case stopped

    /// Other seeds that an entry which passes is given.
    public static let otherSeeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]

    /// - Parameter results: of the entry's seed, and of others where that one passed.
    public init(of entry: CorpusEntry, _ result: ProbeResult, others: [ProbeResult] = []) {
        if case .refused(let problems) = result {
            self = .unreadable(problems.description)
        } else if !result.isVerdict {
            self = .stopped
        } else if result.signature == entry.signature {
            self = .reproduces
        } else if let place = others.firstIndex(where: { $0.signature == entry.signature }) {
            self = .moved(seed: Self.otherSeeds[place])
        } else if let other = result.signature {
            self = .changed(other)
        } else {
            self = .fixed
        }
    }

    public var word: String {
        switch self {
        case .reproduces: "reproduces"
        case .moved: "moved"
        case .changed: "changed"
        case .fixed: "fixed"
        case .unreadable: "unreadable"
        case .stopped: "stopped"
        }
    }

    /// Whether the control plane still fails.
    public var isOpen: Bool {
        switch self {
        case .reproduces, .moved, .changed: true
        case .fixed, .unreadable, .stopped: false
        }
    }
}
