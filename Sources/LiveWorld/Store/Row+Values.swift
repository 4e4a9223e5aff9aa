import FoundationEssentials
import GRDB
import World

/// Values of a row that may not be what the layout promises: GRDB's own subscripts trap there.
extension Row {
    func number(_ column: String) throws(StoreError) -> Int64 {
        guard let number = Int64.fromDatabaseValue(self[column]) else {
            throw .corrupt("a row has no number in \(column)")
        }
        return number
    }

    func text(_ column: String) throws(StoreError) -> String? {
        let value: DatabaseValue = self[column]
        if value.isNull { return nil }
        guard let text = String.fromDatabaseValue(value) else {
            throw .corrupt("a row has no text in \(column)")
        }
        return text
    }

    /// A key's part, which is kept as bytes.
    func name(_ column: String) throws(StoreError) -> String {
        guard let bytes = Data.fromDatabaseValue(self[column]),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw .corrupt("a row has no key in \(column)") }
        return text
    }
}
