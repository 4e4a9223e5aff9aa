import Glibc

/// What the operating system says of a call that failed.
enum SystemCall {
    static func message(_ code: Int32) -> String {
        guard let text = strerror(code) else { return "error \(code)" }
        return String(cString: text)
    }
}
