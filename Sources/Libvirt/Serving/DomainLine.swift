import Synchronization

/// The serial console of a domain behind a fake controller. The domain's own is held only while
/// somebody looks at this one.
public final class DomainLine: Sendable {
    private struct State {
        var viewer: Task<Void, Never>?
        var console: DomainConsole?
        var shown: [UInt8] = []
    }

    private let controller: LibvirtController
    private let state = Mutex(State())

    init(_ controller: LibvirtController) { self.controller = controller }

    /// Whether somebody looks at it.
    public var isWatched: Bool { state.withLock { $0.viewer != nil } }

    /// Somebody looks at it from now on. A domain that is off shows something as soon as it runs,
    /// one whose console somebody else has as soon as they give it back.
    public func open() {
        state.withLock { state in
            guard state.viewer == nil else { return }
            state.viewer = Task.detached { await self.show() }
        }
    }

    /// Nobody does any more.
    public func close() {
        state.withLock { state in
            state.viewer?.cancel()
            state.viewer = nil
            state.shown = []
        }
    }

    /// What the machine has written since this was last asked.
    public func takeShown() -> [UInt8] {
        state.withLock { state in
            defer { state.shown = [] }
            return state.shown
        }
    }

    /// Types on it.
    ///
    /// - Returns: whether a console is there to take it.
    func type(_ characters: [UInt8]) -> Bool {
        guard let console = state.withLock(\.console) else { return false }
        console.type(characters)
        return true
    }

    private func show() async {
        while !Task.isCancelled {
            do throws(LibvirtError) {
                let console = try await DomainConsole.open(controller)
                state.withLock { $0.console = console }
                for await characters in console.output { keep(characters) }
                state.withLock { $0.console = nil }
                await console.close()
            } catch {
                // It is tried again.
            }
            try? await Task.sleep(for: LibvirtLimits.round)
        }
    }

    private func keep(_ characters: [UInt8]) {
        state.withLock { state in
            let room = LibvirtLimits.shownBehind - state.shown.count
            state.shown += characters.prefix(max(room, 0))
        }
    }
}
