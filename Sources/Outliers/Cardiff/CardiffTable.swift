import Facts

/// Figures of one benchmark: machines by devices.
struct CardiffTable {
    let machines: [String]
    /// In order; not a number where a machine has none.
    private(set) var rows: [(device: String, values: [Double])] = []
    /// What cannot be compared, by device.
    private(set) var remarks: [String: [String]] = [:]

    init(_ machines: [String]) { self.machines = machines }

    /// - Parameter devices: those to look at; each machine's figure of them.
    init(
        _ machines: [BenchmarkedMachine], devices: [String], isTrusting: Bool,
        measure: (BenchmarkedMachine, String) -> Measure?
    ) {
        self.machines = machines.map(\.name)
        for device in devices.sorted() {
            let values = machines.map { machine in
                value(measure(machine, device), machine.name, device, isTrusting: isTrusting)
            }
            rows.append((device, values))
        }
    }

    /// - Parameter isTrusting: as the reference, which calculates with what it is given.
    private mutating func value(
        _ measure: Measure?, _ machine: String, _ device: String, isTrusting: Bool
    ) -> Double {
        switch measure {
        case .value(let value)?: return value
        case .unusable(.negative(let value))? where isTrusting: return value
        case .unusable(.infinite)? where isTrusting: return .infinity
        case nil where isTrusting, .unusable(.notANumber)? where isTrusting: return .nan
        case nil: remarks[device, default: []].append("\(machine) was not measured")
        case .some(let measure): remarks[device, default: []].append("\(machine): \(measure)")
        }
        return .nan
    }

    mutating func add(_ device: String, _ values: [Double], remarks: [String] = []) {
        rows.append((device, values))
        if !remarks.isEmpty { self.remarks[device] = remarks }
    }

    /// A machine's mean over its devices, which the reference holds against each of these.
    func mean(of machine: Int) -> Double {
        SampleStatistics(rows.map { $0.values[machine] }).mean
    }

    func sum(of machine: Int) -> Double {
        rows.reduce(0) { $1.values[machine].isNaN ? $0 : $0 + $1.values[machine] }
    }

    /// How many figures a machine has.
    func count(of machine: Int) -> Int { rows.count { !$0.values[machine].isNaN } }
}
