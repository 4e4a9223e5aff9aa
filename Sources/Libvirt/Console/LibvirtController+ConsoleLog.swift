import Documents
import Hardware

extension LibvirtController {
    /// Where on the hypervisor's host all that the domain's serial console shows is written: the
    /// log of its first serial port, or the file that the port is.
    ///
    /// - Returns: nil where it is written nowhere.
    public func consoleLogPath() async throws(LibvirtError) -> String? {
        let devices = try await description().child("devices")
        let serials = devices?.children.filter { ["serial", "console"].contains($0.name) } ?? []
        for serial in serials {
            if let path = serial.child("log")?[attribute: "file"] { return path }
            if serial[attribute: "type"] == "file",
                let path = serial.child("source")?[attribute: "path"]
            {
                return path
            }
        }
        return nil
    }
}
