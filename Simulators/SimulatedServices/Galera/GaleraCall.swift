/// One transaction of a client.
public enum GaleraCall: Sendable, Hashable {
    case read(String)
    case write(String, String?)
    /// To set a row to `to` if it holds `from`; the row is read and written in one transaction.
    case exchange(String, from: String?, to: String?)

    var key: String {
        switch self {
        case .read(let key), .write(let key, _), .exchange(let key, _, _): key
        }
    }
}
