import CLibvirt
import Synchronization

/// libvirt's stream of a console. It is read and written on the thread of ``EventLoop``.
final class ConsoleLine: @unchecked Sendable {
    private struct State: Sendable {
        var typed: [UInt8] = []
        var isClosed = false
    }

    private let stream: virStreamPtr
    private let output: AsyncStream<[UInt8]>.Continuation
    private let state = Mutex(State())

    init(
        _ domain: virDomainPtr, _ takeover: DomainConsole.Takeover,
        _ output: AsyncStream<[UInt8]>.Continuation
    ) throws(LibvirtError) {
        let flags = takeover == .yes ? VIR_DOMAIN_CONSOLE_FORCE.rawValue : 0
        guard let connection = virDomainGetConnect(domain),
            let stream = virStreamNew(connection, VIR_STREAM_NONBLOCK.rawValue)
        else { throw .last() }
        guard virDomainOpenConsole(domain, nil, stream, flags) == 0 else {
            let error = LibvirtError.last()
            virStreamFree(stream)
            throw error
        }
        self.stream = stream
        self.output = output
        let status = virStreamEventAddCallback(
            stream, Int32(Self.reading),
            { _, events, box in
                guard let box else { return }
                Unmanaged<ConsoleLine>.fromOpaque(box).takeUnretainedValue().serve(events)
            }, Unmanaged.passRetained(self).toOpaque(), ConnectionHandle.release)
        guard status == 0 else {
            Unmanaged.passUnretained(self).release()
            throw .last()
        }
    }

    deinit { virStreamFree(stream) }

    private static let ending = VIR_STREAM_EVENT_ERROR.rawValue | VIR_STREAM_EVENT_HANGUP.rawValue
    private static let reading = VIR_STREAM_EVENT_READABLE.rawValue | ending
    private static let both = reading | VIR_STREAM_EVENT_WRITABLE.rawValue

    func type(_ characters: [UInt8]) {
        state.withLock { state in
            guard !state.isClosed else { return }
            state.typed += characters.prefix(LibvirtLimits.typedAhead - state.typed.count)
            virStreamEventUpdateCallback(stream, Int32(Self.both))
        }
    }

    func close() {
        let isFirst = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        guard isFirst else { return }
        output.finish()
        virStreamEventRemoveCallback(stream)
        virStreamAbort(stream)
        virResetLastError()
    }

    /// What libvirt has found about the stream.
    private func serve(_ events: Int32) {
        let events = UInt32(events)
        if events & VIR_STREAM_EVENT_READABLE.rawValue != 0, !read() { return close() }
        if events & VIR_STREAM_EVENT_WRITABLE.rawValue != 0 { write() }
        if events & Self.ending != 0 { close() }
    }

    /// - Returns: whether more may come.
    private func read() -> Bool {
        var piece = [CChar](repeating: 0, count: LibvirtLimits.consolePiece)
        while true {
            let count = virStreamRecv(stream, &piece, piece.count)
            // -2: there is nothing now.
            guard count > 0 else { return count == -2 }
            output.yield(piece[..<Int(count)].map { UInt8(bitPattern: $0) })
        }
    }

    private func write() {
        state.withLock { state in
            while !state.typed.isEmpty {
                let piece = state.typed.prefix(LibvirtLimits.consolePiece).map {
                    CChar(bitPattern: $0)
                }
                let count = virStreamSend(stream, piece, piece.count)
                guard count > 0 else { return }
                state.typed.removeFirst(Int(count))
            }
            virStreamEventUpdateCallback(stream, Int32(Self.reading))
        }
    }
}
