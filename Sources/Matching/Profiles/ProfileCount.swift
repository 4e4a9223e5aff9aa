/// How many machines a profile is for.
package enum ProfileCount: Sendable, Hashable {
    /// `'*'`.
    case any
    case exactly(Int)

    /// What is left once so many have it; nil without end.
    func room(over taken: Int) -> Int? {
        switch self {
        case .any: nil
        case .exactly(let count): max(count - taken, 0)
        }
    }
}

extension ProfileCount: CustomStringConvertible {
    package var description: String {
        switch self {
        case .any: "any"
        case .exactly(let count): String(count)
        }
    }
}
