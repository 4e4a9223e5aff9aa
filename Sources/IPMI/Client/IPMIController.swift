import Hardware

/// A machine's controller, spoken to over IPMI 2.0.
public actor IPMIController<Exchange: IPMIExchange> {
    /// Between two looks at a machine that is shutting down, and how many there are.
    static var shutdownInterval: Duration { .seconds(1) }
    static var shutdownLooks: Int { 12 }
    /// Times that a log which others write to as well is asked whether it is clear.
    static var clearingLooks: Int { 10 }
    /// Bytes of the inventory that all controllers give at once.
    static var inventoryPart: Int { 32 }
    /// Bytes of a record that all controllers give at once.
    static var recordPart: Int { 16 }
    /// Records and entries that are read at most.
    static var records: Int { 4096 }

    let way: Exchange
    /// The sensors of the repository, and what it was when they were read.
    var sensorCache: (info: [UInt8], sensors: [ReceivedSensor])?

    public init(over way: Exchange) { self.way = way }

    /// A call that ends within ``BMCLimits/call``.
    func call() async -> IPMICall<Exchange> { await IPMICall(over: way) }

    /// A call that reads many things, one after the other.
    func listing() async -> IPMICall<Exchange> {
        await IPMICall(over: way, within: BMCLimits.listing)
    }
}
