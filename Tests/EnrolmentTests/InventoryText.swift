import BareMetal
import Hardware

/// Short inventories for tests, and what reading them says.
enum InventoryText {
    /// One good node on lines 2 to 5.
    static let good = """
        nodes:
          - name: one
            pm_type: ipmi
            pm_addr: 10.0.0.1
            pm_user: admin
            pm_password: s3cret
            mac: ["52:54:00:00:00:01"]
        """

    static func problems(_ text: String, file: String = "rack.yaml") -> [InputProblem] {
        problems(Array(text.utf8), file: file)
    }

    static func problems(_ bytes: [UInt8], file: String = "rack.yaml") -> [InputProblem] {
        do {
            _ = try InventoryReader.read(bytes, file: file)
            return []
        } catch {
            return error.problems
        }
    }

    static func node(_ lines: String...) -> String {
        good + "\n" + lines.map { "    " + $0 }.joined(separator: "\n")
    }
}
