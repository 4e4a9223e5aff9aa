/// How a signal is sent over HTTP.
package enum SignalMethod: String, Sendable, Hashable {
    case post = "POST"
    case put = "PUT"
}
