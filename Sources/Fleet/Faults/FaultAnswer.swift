/// What a farm answers to an order.
public struct FaultAnswer: Sendable, Hashable, Codable {
    /// A machine and the faults that are in force on it.
    public struct Line: Sendable, Hashable, Codable {
        public let machine: String
        public let faults: [String]

        public init(machine: String, faults: [String]) {
            self.machine = machine
            self.faults = faults
        }
    }

    /// Why nothing was done; nil where all is well.
    public let refusal: String?
    /// How many machines the order befell.
    public let machines: Int
    /// Those with faults in force, in the order of the farm.
    public let inForce: [Line]

    public init(machines: Int, inForce: [Line]) {
        refusal = nil
        self.machines = machines
        self.inForce = inForce
    }

    public init(refusal: String) {
        self.refusal = refusal
        machines = 0
        inForce = []
    }
}
