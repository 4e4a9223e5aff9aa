public import Hardware

/// What a machine draws, by what it does.
public struct PowerRating: Sendable, Hashable {
    /// Off, with its controller running.
    public let standby: Watts
    /// On, with an installed system that has little to do.
    public let idle: Watts
    /// On, in the firmware or in a ramdisk that works.
    public let busy: Watts
    /// For a moment after it comes on: supplies charge, fans and disks spin up.
    public let inrush: Watts
    public let inrushDuration: Duration

    /// A two-socket server's usual figures: assumed from vendors' power calculators. Servers draw
    /// up to a few times what they run on for the first seconds.
    public init(
        standby: Watts = Watts(15), idle: Watts = Watts(150), busy: Watts = Watts(400),
        inrush: Watts = Watts(1000), inrushDuration: Duration = .seconds(4)
    ) {
        self.standby = standby
        self.idle = idle
        self.busy = busy
        self.inrush = inrush
        self.inrushDuration = inrushDuration
    }
}
