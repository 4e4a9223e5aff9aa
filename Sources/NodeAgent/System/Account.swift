/// Whom a file is to belong to.
public enum Account: Sendable, Hashable {
    case user(String)
    case userNumber(Int)
    case group(String)
    case groupNumber(Int)
}
