import Hardware

/// A machine's controller, spoken to over IPMI 2.0.
public actor IPMIController<Exchange: IPMIExchange> {
    /// Between two looks at a machine that is shutting down, and how many there are.
    static var shutdownInterval: Duration { .seconds(1) }
    static var shutdownLooks: Int { 12 }
    /// Times that a log which others write to as well is asked whether it is clear.
    static var clearingLooks: Int { 10 }
    /// Bytes of the inventory that all controllers give at once.
    static var inventoryPart: Int { 32 }
    /// Bytes of a record that all controllers give at once.
    static var recordPart: Int { 16 }
    /// Records and entries that are read at most.
    static var records: Int { 4096 }

    let way: Exchange
    /// The sensors of the repository, and what it was when they were read.
    var sensorCache: (info: [UInt8], sensors: [ReceivedSensor])?

    public init(over way: Exchange) { self.way = way }

    func ask(_ request: IPMIRequest) async throws(BMCError) -> [UInt8] {
        do throws(IPMIError) { return try await way.exchange(request) } catch {
            throw error.asBMCError
        }
    }

    /// The answer, with at least so many bytes.
    func ask(_ request: IPMIRequest, atLeast count: Int) async throws(BMCError) -> [UInt8] {
        let answer = try await ask(request)
        guard answer.count >= count else { throw IPMIError.malformed(request.name).asBMCError }
        return answer
    }

    func pause(_ duration: Duration) async throws(BMCError) {
        do throws(IPMIError) { try await way.pause(duration) } catch { throw error.asBMCError }
    }
}
