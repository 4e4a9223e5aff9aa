import GRDB
import World

extension StoreError {
    /// What an error from SQLite means to whoever uses a store.
    init(_ error: any Error, file: String) {
        switch error {
        case let error as StoreError: self = error.naming(file)
        case let error as DatabaseError: self = Self.meaning(of: error, file: file)
        case is CancellationError: self = .revoked
        default: self = .corrupt("\(file): \(error)")
        }
    }

    /// Damage names its file, so that an operator knows which one to look at.
    func naming(_ file: String) -> StoreError {
        guard case .corrupt(let reason) = self, !reason.hasPrefix(file) else { return self }
        return .corrupt("\(file): \(reason)")
    }

    private static func meaning(of error: DatabaseError, file: String) -> StoreError {
        let message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: return .revoked
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return .unavailable("\(file) is in use by another process")
        case .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM,
            .SQLITE_NOMEM, .SQLITE_AUTH, .SQLITE_MISUSE:
            return .unavailable("\(file): \(message)")
        default: return .corrupt("\(file): \(message)")
        }
    }
}
