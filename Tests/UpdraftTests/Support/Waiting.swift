import Foundation

/// Waits for something that another process does.
enum Waiting {
    /// Between two looks.
    private static let interval: TimeInterval = 0.02
    /// Looks before it is given up: one minute.
    private static let attempts = 3000

    static func first<Value>(_ look: () -> Value?) -> Value? {
        for _ in 0..<attempts {
            if let value = look() { return value }
            Thread.sleep(forTimeInterval: interval)
        }
        return nil
    }

    static func until(_ holds: () -> Bool) -> Bool { first { holds() ? true : nil } ?? false }
}
