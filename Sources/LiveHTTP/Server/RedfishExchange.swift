import HTTPTypes
import HummingbirdCore
import NIOCore
import Redfish

/// One request and its answer, between HTTP's values and Redfish's.
enum RedfishExchange {
    /// A body is larger than the service takes; the connection ends after the refusal.
    private struct Oversize: Error {}

    @concurrent
    static func run(
        _ request: Request, _ writer: consuming ResponseWriter,
        _ respond: RedfishServer.Responder
    ) async throws {
        let body: [UInt8]
        do { body = try await Self.body(of: request, writer) } catch is Oversize {
            var head = HTTPResponse(status: .contentTooLarge)
            head.headerFields[.contentLength] = "0"
            head.headerFields[.connection] = "close"
            try await writer.writeResponse(head)
            throw Oversize()
        }
        let asked = RedfishRequest(
            HTTPMethod(request.method.rawValue), target(of: request), fields: fields(of: request),
            body: body)
        let answer = await respond(asked)
        if answer.delay > .zero { try await Task.sleep(for: answer.delay) }
        var head = head(of: answer)
        // Whoever asks for the end of the connection is told that it ends, or would use it again.
        if request.headers[.connection]?.lowercased() == "close" {
            head.headerFields[.connection] = "close"
        }
        let content = ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
        try await writer.write(response: head, body: content)
    }

    /// The whole body. Some of one that is too large is read and dropped, see
    /// ``ServerLimits/droppedBody``.
    @concurrent
    private static func body(
        of request: Request, _ writer: borrowing ResponseWriter
    ) async throws -> [UInt8] {
        let announced = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        if request.headers[.expect]?.lowercased() == "100-continue" {
            guard announced <= HTTPLimits.body else { throw Oversize() }
            try await writer.writeInformationalHead(HTTPResponse(status: .continue))
        }
        var (bytes, size) = ([UInt8](), 0)
        for try await part in request.body {
            size += part.readableBytes
            guard size <= ServerLimits.droppedBody else { throw Oversize() }
            if size <= HTTPLimits.body {
                bytes += part.readableBytesView
            } else {
                bytes = []
            }
        }
        guard size <= HTTPLimits.body else { throw Oversize() }
        return bytes
    }

    /// Path and query. A target may come with scheme and host (RFC 9112, section 3.2.2).
    private static func target(of request: Request) -> String {
        let target = request.head.path ?? ""
        for scheme in ["http://", "https://"] where target.lowercased().hasPrefix(scheme) {
            let rest = target.dropFirst(scheme.count)
            return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
        }
        return target
    }

    private static func fields(of request: Request) -> Redfish.HTTPFields {
        Redfish.HTTPFields(
            request.headers.map { .init(name: $0.name.rawName, value: $0.value) })
    }

    private static func head(of answer: RedfishResponse) -> HTTPResponse {
        var head = HTTPResponse(status: .init(code: answer.status))
        for field in answer.fields.fields {
            guard let name = HTTPField.Name(field.name) else { continue }
            head.headerFields.append(HTTPField(name: name, value: field.value))
        }
        // Without it the body would be sent in chunks, even where there is none.
        let hasNone = answer.status == 204 || answer.status == 304
        if !hasNone, head.headerFields[.contentLength] == nil {
            head.headerFields[.contentLength] = String(answer.body.count)
        }
        return head
    }
}
