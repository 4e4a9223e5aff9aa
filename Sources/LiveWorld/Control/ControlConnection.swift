/// Somebody who gives an order, and waits for its answer.
final class ControlConnection {
    let number: Int
    private let socket: LocalSocket
    private var received: [UInt8] = []
    private var isTaken = false
    /// What is not sent yet; nil before there is an answer.
    var answer: ArraySlice<UInt8>?

    init(_ socket: consuming LocalSocket, _ number: Int) {
        self.socket = socket
        self.number = number
    }

    /// Reads or sends what goes.
    ///
    /// - Returns: false where there is nothing more to do.
    func goesOn() -> Bool {
        if let rest = answer {
            guard let count = socket.write(rest) else { return false }
            answer = rest.dropFirst(count)
            return count < rest.count
        }
        guard !isTaken, let bytes = socket.read() else { return true }
        received += bytes
        return !bytes.isEmpty && received.count <= ControlSocketLimits.order
    }

    /// The order, once, as soon as its line is whole.
    func takeOrder() -> ControlOrder? {
        guard !isTaken, let end = received.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        isTaken = true
        return ControlOrder(
            number: number, text: String(decoding: received[..<end], as: UTF8.self))
    }
}
