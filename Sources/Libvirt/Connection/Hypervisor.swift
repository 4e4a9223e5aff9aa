import CLibvirt
public import Documents
import Glibc
import Hardware

/// The way to one hypervisor. It is opened when it is first needed, and again once it was lost;
/// all who ask at the same time share it.
public actor Hypervisor {
    public nonisolated let uri: LibvirtURI
    private let threads: CallThreads
    private let lane: CallThreads.Lane
    private var opening: Task<Result<ConnectionHandle, LibvirtError>, Never>?

    /// Nothing is opened yet.
    public init(_ uri: LibvirtURI, on threads: CallThreads = .shared) {
        self.uri = uri
        self.threads = threads
        lane = threads.lane()
    }

    /// The controller of a domain; whether there is one is known once it is asked.
    public nonisolated func controller(of domain: DomainName) -> LibvirtController {
        LibvirtController(domain, on: self)
    }

    /// The domains there are, running or not, by their names.
    public func domains() async throws(LibvirtError) -> [DomainName] {
        try await call { connection throws(LibvirtError) in
            var list: UnsafeMutablePointer<virDomainPtr?>?
            let count = virConnectListAllDomains(connection, &list, 0)
            guard count >= 0, let list else { throw .last() }
            defer { free(list) }
            let found = UnsafeBufferPointer(start: list, count: Int(count)).compactMap { $0 }
            defer { for domain in found { virDomainFree(domain) } }
            return found.compactMap { virDomainGetName($0) }.map {
                DomainName(String(cString: $0))
            }.sorted()
        }
    }

    /// Makes a domain, or changes how the one of this name is made from its next start on.
    public func define(_ description: XMLElement) async throws(LibvirtError) {
        let text = description.text
        try await call { connection throws(LibvirtError) in
            guard let domain = virDomainDefineXML(connection, text) else { throw .last() }
            virDomainFree(domain)
        }
    }

    /// Forgets a domain, with its firmware's variables. One that runs goes on until it stops.
    public func undefine(_ name: DomainName) async throws(LibvirtError) {
        try await call(name) { domain throws(LibvirtError) in
            let flags = VIR_DOMAIN_UNDEFINE_NVRAM.rawValue
            // Not every hypervisor has such variables.
            guard virDomainUndefineFlags(domain, flags) < 0 else { return }
            guard virDomainUndefine(domain) == 0 else { throw .last() }
        }
    }

    // MARK: Calls

    /// Makes a call that may block.
    func call<Value: Sendable>(
        _ body: @escaping @Sendable (virConnectPtr) throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
        for attempt in 1...LibvirtLimits.attempts {
            let handle = try await connection()
            do throws(LibvirtError) {
                return try await threads.run(lane) { () throws(LibvirtError) -> Value in
                    guard handle.isAlive else { throw .lost }
                    return try body(handle.pointer)
                }
            } catch {
                guard error == .lost else { throw error }
                opening = nil
                if attempt == LibvirtLimits.attempts { throw error }
            }
        }
        throw .lost
    }

    /// Makes a call about one domain.
    func call<Value: Sendable>(
        _ name: DomainName,
        _ body: @escaping @Sendable (virDomainPtr) throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
        try await call { connection throws(LibvirtError) in
            guard let domain = virDomainLookupByName(connection, name.text) else {
                throw LibvirtError.last().naming(name)
            }
            defer { virDomainFree(domain) }
            return try body(domain)
        }
    }

    /// The open connection, for what lasts longer than a call.
    func connection() async throws(LibvirtError) -> ConnectionHandle {
        let task = opening ?? open()
        opening = task
        let result = await task.value
        // Who comes later tries anew.
        if case .failure = result, opening == task { opening = nil }
        return try result.get()
    }

    private func open() -> Task<Result<ConnectionHandle, LibvirtError>, Never> {
        Task { [uri, threads, lane] in
            do throws(LibvirtError) {
                return .success(
                    try await threads.run(lane) { () throws(LibvirtError) -> ConnectionHandle in
                        try ConnectionHandle(uri, threads, lane)
                    })
            } catch {
                return .failure(error)
            }
        }
    }

    // MARK: Events

    /// What happens to the hypervisor's domains from now on. It ends when the connection is lost
    /// or closed; whoever wants to know more asks again, and looks at what has changed meanwhile.
    public func events() async throws(LibvirtError) -> AsyncStream<DomainEvent> {
        let handle = try await connection()
        let (stream, listener) = AsyncStream<DomainEvent>.makeStream(
            bufferingPolicy: .bufferingNewest(LibvirtLimits.events))
        try await threads.run(lane) { () throws(LibvirtError) in try handle.beginTelling() }
        handle.listeners.add(listener)
        return stream
    }

    /// Ends the connection. The next call opens another.
    public func close() async {
        guard let task = opening else { return }
        opening = nil
        guard case .success(let handle) = await task.value else { return }
        handle.listeners.close()
        try? await threads.run(lane) { () throws(LibvirtError) in handle.stopTelling() }
    }
}
