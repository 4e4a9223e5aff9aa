public import Hardware
public import Plans

/// Why a machine does not carry a server. The first reason that applies, in this order.
public enum HostRejection: Sendable, Hashable, Codable {
    /// It cannot take any server now.
    case unavailable(String)
    case resourceClassIsNot(ResourceClass)
    /// It lacks some of these traits: those are named.
    case lacksTraits([Trait])
    case architectureIsNot(Architecture)
    case lacksProfile(ProfileName)
    case memoryBelow(ByteCount)
    case processorsBelow(Int)
    case diskBelow(ByteCount)
    /// It would do, and other servers of the same request have it.
    case taken

    /// The reason after a number of machines: `3 have less than 32 GiB memory`.
    public func text(count: Int) -> String {
        let has = count == 1 ? "has" : "have"
        switch self {
        case .unavailable(let reason): return "\(count) \(reason)"
        case .resourceClassIsNot(let wanted):
            return "\(count) \(count == 1 ? "is" : "are") not of resource class \(wanted)"
        case .lacksTraits(let traits):
            let names = traits.map(\.text).joined(separator: ", ")
            let noun = traits.count == 1 ? "trait" : "traits"
            return "\(count) \(count == 1 ? "lacks" : "lack") the \(noun) \(names)"
        case .architectureIsNot(let wanted):
            return "\(count) \(count == 1 ? "is" : "are") not \(wanted)"
        case .lacksProfile(let profile):
            return "\(count) \(count == 1 ? "lacks" : "lack") the profile \(profile)"
        case .memoryBelow(let size): return "\(count) \(has) less than \(size) memory"
        case .processorsBelow(let wanted): return "\(count) \(has) fewer than \(wanted) processors"
        case .diskBelow(let size): return "\(count) \(has) less than \(size) disk"
        case .taken: return "\(count) taken by other servers"
        }
    }
}
