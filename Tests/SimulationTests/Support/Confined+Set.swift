import Simulation

extension Confined {
    func set(_ value: Value) { write { $0 = value } }
}
