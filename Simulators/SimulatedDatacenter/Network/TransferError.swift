public import Hardware

/// Why a file did not arrive.
public enum TransferError: Error, Hashable {
    /// Nothing moved for that long: the server or a link on the way is down.
    case stalled(after: Duration, arrived: ByteCount)
    /// No host answers at the server's address.
    case unreachable
    /// The receiver was stopped.
    case stopped(arrived: ByteCount)

    /// Whether the same file can arrive later with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .stalled, .unreachable: true
        case .stopped: false
        }
    }

    /// How much had arrived.
    public var arrived: ByteCount {
        switch self {
        case .stalled(_, let arrived), .stopped(let arrived): arrived
        case .unreachable: .zero
        }
    }
}

extension TransferError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .stalled(let limit, let arrived):
            "nothing came for \(limit.components.seconds) s after \(arrived)"
        case .unreachable: "no host answers at the server's address"
        case .stopped: "the receiver was stopped"
        }
    }
}
