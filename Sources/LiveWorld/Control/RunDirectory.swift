import Foundation
import Glibc

/// The folder in which this user's running programs can be found.
public enum RunDirectory {
    /// Under the one that the system gives to each user, or else under the one for all.
    public static var path: String {
        if let own = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"], !own.isEmpty {
            return own + "/updraft"
        }
        return FileManager.default.temporaryDirectory.appending(path: "updraft-\(getuid())").path()
    }

    /// Makes the folder where it is not there.
    ///
    /// - Throws: where it cannot be made, or is somebody else's.
    public static func make() throws(SocketError) {
        var status = stat()
        if mkdir(path, mode_t(S_IRWXU)) != 0, errno != EEXIST {
            throw SocketError(call: "mkdir \(path)", code: errno)
        }
        guard lstat(path, &status) == 0, status.st_mode & mode_t(S_IFMT) == mode_t(S_IFDIR),
            status.st_uid == getuid()
        else { throw SocketError(call: "open \(path)", code: EACCES) }
    }

    /// The sockets at which programs take orders now, by their names.
    public static var sockets: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".sock") }.sorted().map { "\(path)/\($0)" }
            .filter { ControlSocket.isServed($0) }
    }
}
