import Foundation

/// Runs something on a thread of its own, as code does that waits on the real world.
enum Elsewhere {
    static func run(_ body: @escaping @Sendable () -> Void) async {
        await withUnsafeContinuation { (continuation: UnsafeContinuation<Void, Never>) in
            Thread.detachNewThread {
                body()
                continuation.resume()
            }
        }
    }
}
