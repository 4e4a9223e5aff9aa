/// The smallest scenario, and what makes others of it.
struct ScenarioText {
    let name: String
    private let machines: Int
    private let more: String

    /// - Parameter more: lines put below the rest.
    init(_ name: String = "minimal", machines: Int = 2, _ more: String = "") {
        self.name = name
        self.machines = machines
        self.more = more
    }

    var text: String {
        """
        scenario: \(name)
        machines:
          - { count: \(machines), rack: rack-1, processors: 8, memory: 32GiB }
        undercloud: { control-nodes: 1, from-seed: 1, flavor: baremetal }
        cloud:
          mode: poc
          flavors:
            - { name: baremetal, processors: 4, memory: 8GiB, disk: 40GiB }
          roles:
            - { name: controller, count: 1, flavor: baremetal }
        \(more)

        """
    }

    /// It has no time to converge.
    static let short = ScenarioText("short", "limits: { virtual-time: 10m, heal: 5m }")

    /// It runs for far longer than any test waits: its faults are not over for a year.
    static let endless = ScenarioText(
        "endless", machines: 50,
        """
        faults:
          - { fault: bmc-silent, where: { rack: rack-1 }, at: 2h, for: 9000h }
        limits: { virtual-time: 10000h, heal: 900h }
        """)
}
