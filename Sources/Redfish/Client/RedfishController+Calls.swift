import Hardware

extension RedfishController {
    /// One call of somebody who uses a controller: everything that it asks ends within the limit.
    func call<Answer>(
        within limit: Duration = RedfishClientLimits.call,
        _ work: () async throws(RedfishError) -> Answer
    ) async throws(BMCError) -> Answer {
        try await call(within: limit, lacking: nil, work)
    }

    /// The same, where what the service lacks is the device.
    func call<Answer>(
        within limit: Duration = RedfishClientLimits.call, lacking device: BootDevice?,
        _ work: () async throws(RedfishError) -> Answer
    ) async throws(BMCError) -> Answer {
        let end = transport.now + limit
        let result: Result<Answer, RedfishError> = await CallEnd.$moment.withValue(end) {
            do throws(RedfishError) { return .success(try await work()) } catch {
                return .failure(error)
            }
        }
        do throws(RedfishError) { return try result.get() } catch {
            if let device, case .unsupported = error { throw .unsupported(device) }
            throw error.asBMCError
        }
    }

    /// When a request that is begun now has to be answered.
    func end(after begun: Duration) -> Duration {
        let own = begun + RedfishClientLimits.call
        return CallEnd.moment.map { min($0, own) } ?? own
    }
}
