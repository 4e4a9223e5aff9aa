import Foundation
import Hardware
import LiveHTTP
import LiveWorld
import Redfish

/// The Redfish service in front of all machines of a farm. Its requests come on threads of their
/// own, and are answered on the one that the machines live on.
final class FarmRedfish<Host: RedfishHost> {
    private var service: FakeRedfish<Host>
    private var random = SystemRandomNumberGenerator()
    private let queue: RequestQueue
    /// To those who want to hear of events, whose certificates nobody has vouched for.
    private let outward: RedfishConnections
    private let server: Task<Void, Never>
    /// Where it answers.
    let address: BMCAddress
    let fingerprint: CertificateFingerprint
    private(set) var answered = 0

    /// - Parameter alarm: called when a request waits.
    init(_ service: FakeRedfish<Host>, at place: BMCAddress, alarm: WakeUp) throws {
        let certificate = try ServerCertificate.selfSigned(
            for: [place.host, "localhost"], at: Date())
        let queue = RequestQueue { alarm.call() }
        let standing = ServerStanding()
        let running = RedfishServer(
            host: place.host, port: place.port ?? 0, security: .either(certificate)
        ) { await queue.ask($0) }
        server = Task.detached {
            do throws(RedfishServerError) {
                try await running.run { standing.settle(.success($0)) }
            } catch {
                standing.settle(.failure(error))
            }
        }
        self.queue = queue
        outward = try RedfishConnections(.ignored)
        fingerprint = certificate.fingerprint
        self.service = service
        address = BMCAddress(host: place.host, port: try Self.port(standing))
    }

    private static func port(_ standing: ServerStanding) throws -> Int {
        switch standing.settled() {
        case .success(let port): return port
        case .failure(let error):
            StandardError.print("Redfish: \(error); --redfish 0 finds a free port")
            throw ExitStatus.unavailable
        }
    }

    /// How long nothing is heard of a machine whose controller is dead; clients have given up by
    /// then.
    private static var silence: Duration { .seconds(120) }

    /// Answers what waits.
    ///
    /// - Parameter line: how well a machine's controller is reached.
    func answer(at now: Duration, _ line: (Int) -> LineCondition) {
        service.advance(to: now)
        queue.answerAll { request in
            answered += 1
            let condition = service.place(of: request).map(line)
            guard condition?.isCut != true else { return Self.nothing }
            var response = service.respond(to: request, at: now, using: &random)
            response.delay += condition?.delay ?? .zero
            return response
        }
        for delivery in service.takeDeliveries() { send(delivery) }
    }

    /// Tells a subscriber, who may be gone: nobody waits for it.
    private func send(_ delivery: RedfishDelivery) {
        guard let origin = ServiceOrigin(delivery.destination) else { return }
        let connection = outward.service(at: origin)
        Task.detached { _ = try? await connection.send(delivery.request) }
    }

    /// What a service says at last in whose name a dead controller is asked.
    private static var nothing: RedfishResponse {
        var response = RedfishResponse(504)
        response.delay = silence
        return response
    }

    func stop() {
        queue.close()
        server.cancel()
        let outward = outward
        Task.detached { await outward.close() }
    }
}
