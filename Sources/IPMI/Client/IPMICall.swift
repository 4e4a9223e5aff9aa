import Hardware

/// One call of somebody who uses a controller: everything that it asks ends within the call's time.
struct IPMICall<Exchange: IPMIExchange>: Sendable {
    private let way: Exchange
    private let limit: Duration
    private let end: Duration

    init(over way: Exchange, within limit: Duration = BMCLimits.call) async {
        self.way = way
        self.limit = limit
        end = await way.now + limit
    }

    func exchange(_ request: IPMIRequest) async throws(IPMIError) -> [UInt8] {
        let left = end - (await way.now)
        guard left > .zero else { throw .timeout(waited: limit) }
        return try await way.exchange(request, within: min(left, IPMIClientLimits.request))
    }

    func ask(_ request: IPMIRequest) async throws(BMCError) -> [UInt8] {
        do throws(IPMIError) { return try await exchange(request) } catch {
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
