import Glibc

/// Where a running program takes orders from others on its host: one line each way.
///
/// Whoever has it calls ``orders()`` again and again; nothing happens in between, and nothing
/// waits.
public struct ControlSocket: ~Copyable {
    public let path: String
    private let listener: LocalSocket
    private var connections: [ControlConnection] = []
    private var lastNumber = 0

    /// - Parameter path: the folder must be there. What another program left behind is replaced.
    public init(path: String) throws(SocketError) {
        let listener = try LocalSocket(isBlocking: false)
        var status = listener.bind(to: path)
        if status == EADDRINUSE, try Self.isAbandoned(path) {
            unlink(path)
            status = listener.bind(to: path)
        }
        guard status == 0 else { throw SocketError(call: "bind", code: status) }
        // Orders change what others rely on: they are for the program's own user.
        chmod(path, S_IRUSR | S_IWUSR)
        guard listen(listener.descriptor, Int32(ControlSocketLimits.connections)) == 0 else {
            throw SocketError(call: "listen", code: errno)
        }
        self.path = path
        self.listener = listener
    }

    deinit { unlink(path) }

    private static func isAbandoned(_ path: String) throws(SocketError) -> Bool {
        try LocalSocket(isBlocking: true).connect(to: path) == ECONNREFUSED
    }

    /// Whether a program takes orders at this path.
    static func isServed(_ path: String) -> Bool {
        (try? LocalSocket(isBlocking: true).connect(to: path)) == 0
    }

    /// Takes what has come.
    ///
    /// - Returns: the orders that are whole; each is to be answered by ``answer(_:_:)``.
    public mutating func orders() -> [ControlOrder] {
        while connections.count < ControlSocketLimits.connections {
            let accepted = accept(listener.descriptor, nil, nil)
            guard accepted >= 0 else { break }
            _ = fcntl(accepted, F_SETFL, O_NONBLOCK)
            lastNumber += 1
            connections.append(ControlConnection(LocalSocket(accepted: accepted), lastNumber))
        }
        connections.removeAll { !$0.goesOn() }
        return connections.compactMap { $0.takeOrder() }
    }

    /// Answers an order. Somebody who is gone by now gets nothing.
    ///
    /// - Parameter text: one line.
    public func answer(_ order: ControlOrder, _ text: String) {
        let connection = connections.first { $0.number == order.number }
        connection?.answer = Array((text + "\n").utf8)[...]
    }

    /// Gives a running program an order, and waits for its answer.
    ///
    /// - Parameter order: one line.
    /// - Returns: nil where the program went away before it answered.
    public static func ask(_ path: String, _ order: String) throws(SocketError) -> String? {
        let socket = try LocalSocket(isBlocking: true)
        socket.setPatience(ControlSocketLimits.patience)
        let status = socket.connect(to: path)
        guard status == 0 else { throw SocketError(call: "connect", code: status) }
        var rest = Array((order + "\n").utf8)[...]
        while !rest.isEmpty {
            guard let count = socket.write(rest), count > 0 else { return nil }
            rest = rest.dropFirst(count)
        }
        var answer: [UInt8] = []
        while answer.last != UInt8(ascii: "\n"), answer.count <= ControlSocketLimits.answer {
            guard let bytes = socket.read(), !bytes.isEmpty else { return nil }
            answer += bytes
        }
        return String(decoding: answer.dropLast(), as: UTF8.self)
    }
}
